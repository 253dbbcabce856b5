"""What is said twice says the same: how far the facts reach (data/module.yaml), and a mistake of ours (data/CHANGES.md)."""

import json
import re

import nbformat
import pytest

from cst1992.facts.module import module
from cst1992.teacher.assignments import assignment_names, solution_path
from tests.clock import NOTEBOOKS

PROJECT = NOTEBOOKS[0].parents[1]
WHOLE = ("README.md", "data/README.md")


def plain(text):
    """Without the marks of Markdown and with one space between words."""
    return re.sub(r"\s+", " ", text.replace("**", ""))


@pytest.mark.parametrize("name", WHOLE)
def test_the_pages_for_readers_say_all_of_it(name):
    assert module().knowledge in plain((PROJECT / name).read_text(encoding="utf-8"))


def test_the_data_package_says_all_of_it():
    package = json.loads((PROJECT / "data/datapackage.json").read_text(encoding="utf-8"))
    assert module().knowledge in package["description"]


def test_a_sheet_says_its_first_sentence():
    first = module().knowledge.split(". ")[0] + "."
    for name in assignment_names():
        assert first in plain(nbformat.read(solution_path(name), as_version=4).cells[0].source), name


def test_a_notebook_says_it_by_its_first_box_alone():
    for path in NOTEBOOKS:
        assert "Facts to" not in path.read_text(encoding="utf-8"), path.stem


def test_notebook_04_shows_the_line_of_the_corrections_that_it_speaks_of():
    lines = (PROJECT / "data/CHANGES.md").read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if "`harvests`, 2003" in line)
    was, right, how = line.split("|")[3:6]
    page = next(path for path in NOTEBOOKS if path.stem.startswith("04")).read_text(encoding="utf-8")
    assert all(cell.strip() in page for cell in (was, right, how)), line
