"""What a sheet does for somebody who writes in it: in IPython itself, box by box, as a student runs them."""

import re

import nbformat
import pytest

from cst1992.teacher.assignments import assignment_names, exercise_path
from tests.sheets import is_check

NAMES = assignment_names()


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_sheet_runs_to_its_end_without_red_and_every_check_says_that_dots_stand(run, name):
    told = []
    for cell in nbformat.read(exercise_path(name), as_version=4).cells:
        if cell.cell_type == "code":
            printed, red = run(cell.source)
            assert not red, f"{name}, {cell.id}\n{printed}"
            told += [printed] if is_check(cell) else []
    assert told and all("still three dots" in one for one in told)


@pytest.mark.parametrize("name", NAMES)
def test_every_unfinished_line_says_so_and_runs_when_its_dots_are_replaced(run, name):
    """The words of the sheet, to the letter: what stands in place of the dots is all that a learner writes."""
    for cell in nbformat.read(exercise_path(name), as_version=4).cells:
        source = cell.source
        offered = cell.metadata.get("nbgrader", {}).get("solution") and not source.startswith("%%")
        if not offered or all(line.endswith(" = ...") for line in source.split("\n") if line):
            run(source) if cell.cell_type == "code" else None
            continue
        assert "#" not in source, f"{cell.id}: nothing has to be uncommented"
        assert re.search(r"waits: (write what is missing in place of the|\w+ is still) three dots", run(source)[0])


def test_no_sheet_asks_for_a_text_in_a_box_in_which_letters_are_commands():
    for name in NAMES:
        cells = nbformat.read(exercise_path(name), as_version=4).cells
        for cell in cells:
            assert cell.cell_type == "code" or not re.search(r"(?i)in place of this line|write here", cell.source)
        firsts = [cell.source for cell in cells if cell.source.startswith("%%memo")]
        assert all(
            re.fullmatch(r"%%memo \d+( to \d+)? words\. Leave this line, and write below it\.\n*", one)
            for one in firsts
        )
        assert len(firsts) == len(set(firsts))
