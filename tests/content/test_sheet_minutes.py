"""The minutes at the head of a sheet are measured: what a student reads, runs and answers, by the clock of the pages."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cst1992.teacher.edition.notebook_cells import prose
from tests.clock import A_BOX, A_QUESTION, AN_ANSWER, WORDS_A_MINUTE, rounded_up, visible
from tests.sheets import master, run_cell

pytest.importorskip("nbgrader", reason="exercises are made by nbgrader: pip install -e '.[grading]'")

from cst1992.teacher.assignments import assignment_names
from cst1992.teacher.release import exercise_of

NAMES = assignment_names()
STEP = 5  # a row more in a table is no reason to write another head
ASKED = re.compile(r"^(\w+) = (?:.*\.\.\..*|\[\"\.\.\.)", re.MULTILINE)


def words_shown(value: Any) -> int:
    """The words that the value of a box shows."""
    shown = getattr(value, "_repr_html_", None)
    return visible(str(shown())) if shown else 0


def minutes_of_the_tasks(name: str) -> float:
    """Reading, running and answering all tasks of a sheet, its memos and the text for oneself left out.

    A value is one question, a table an answer of one's own; each answer box and each check is run once more than once.
    """
    whole = master(name)
    given = {cell.id: cell for cell in exercise_of(whole).cells}
    names: dict[str, Any] = {"__name__": "sheet"}
    minutes = 0.0
    for cell in whole.cells:
        if cell.id in ("memo", "brief", "own-task", "own-claims", "paraphrase"):
            break
        if cell.cell_type == "markdown":
            minutes += visible(prose(cell.source)) / WORDS_A_MINUTE
            continue
        value = run_cell(cell.source, names)
        about = cell.metadata.get("nbgrader", {})
        minutes += A_BOX
        if about.get("solution"):
            asked = ASKED.findall(given[cell.id].source)
            tables = [one for one in asked if type(names[one]).__name__ == "DataFrame"]
            minutes += A_QUESTION * (len(asked) - len(tables)) + AN_ANSWER * len(tables) + A_BOX
        elif not about.get("grade"):
            minutes += words_shown(value) / WORDS_A_MINUTE
    return minutes


def said(name: str) -> int:
    """The minutes that the head of a sheet gives for its tasks."""
    head = master(name).cells[0].source
    found = re.search(r"\*\*Time:\*\* (\d+) minutes for Tasks 1 to \d", head)
    assert found, f"{name}: no minutes at the head"
    return int(found[1])


@pytest.mark.parametrize("name", NAMES)
def test_the_minutes_at_the_head_are_those_of_the_clock(name):
    measured = minutes_of_the_tasks(name)
    assert abs(said(name) - rounded_up(measured)) <= STEP, f"{name}: {measured:.1f} minutes by the clock"
