"""Exercises and solutions: one source, fresh, without leaks, and marked as they should be."""

import re

import nbformat
import pytest

import cst1992 as cst
from cst1992.release import assignment_names, exercise_path, exercise_text, marked_tasks
from tests.sheets import blank, filled, master, near_misses, score

pytest.importorskip("nbgrader", reason="exercises are made by nbgrader: pip install -e '.[grading]'")

NAMES = assignment_names()
WRITTEN = ("03_the_signatories", "05_kazakhstan_and_russia", "06_capstone")
CASES = near_misses()
MARKS = ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS", "MARK SCHEME", "right=", ".score()", "Model answer.")


def sheet(name):
    return nbformat.reads(exercise_text(name), as_version=4)


def test_there_are_six_assignments_named_like_their_notebooks():
    walk = [path.stem for path in sorted(exercise_path("x").parents[2].glob("notebooks/*.ipynb"))]
    assert [*walk[1:6], "06_capstone"] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_sheet_is_a_fresh_one(name):
    assert exercise_path(name).read_text(encoding="utf-8") == exercise_text(name), "run `make exercises`"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_solution_is_left_in_the_sheet(name):
    cells = nbformat.read(exercise_path(name), as_version=4).cells
    text = "\n".join(cell.source for cell in cells)
    assert [mark for mark in MARKS if mark in text] == []
    solution = {cell.id: cell.source for cell in master(name).cells}
    for cell in cells:
        removed = [line.strip() for line in solution[cell.id].splitlines() if line.strip() not in cell.source]
        for line in removed:
            assert len(line) < 12 or line not in text, f"{name}, {cell.id}: left in the sheet: {line}"


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_has_its_shape(name):
    tasks = [task for task in marked_tasks() if task.assignment == name]
    by_machine = [task for task in tasks if not task.by_hand]
    if name == "06_capstone":
        assert sum(task.points for task in tasks) == 20
        assert sum(task.points for task in tasks if task.by_hand) > 10, "mostly a rubric"
    else:
        assert sum(task.points for task in tasks) == 10 and 6 <= len(by_machine) <= 8
    assert any(task.by_hand for task in tasks) == (name in WRITTEN)
    for task in tasks:
        assert len(task.title.split()) >= 3, f"{task.identity} has no public title"
        assert task.objective in set(cst.objectives()["id"]), f"{task.identity}: objective {task.objective!r}"
    text = "\n".join(cell.source for cell in sheet(name).cells if cell.cell_type == "markdown")
    assert text.count("\n# ") + text.startswith("# ") == 1 and "**Time:**" in text and "**Points:**" in text
    assert not re.search(r"\b(simply|just|obviously|clearly|easy|easily|of course|trivial)\b", text, re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_runs_without_answers_and_nothing_raises(name):
    notebook = sheet(name)
    for cell in notebook.cells:
        assert not cell.get("outputs") and cell.get("execution_count") is None
    assert "still three dots" in score(blank(name)).printed


@pytest.mark.parametrize("name", NAMES)
def test_the_solution_has_all_points_and_the_blank_sheet_none(name):
    whole = score(master(name))
    assert whole.points == whole.most, whole.printed
    assert score(blank(name)).total == 0


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name[:2]}: {case['name']}" for name, case in CASES])
def test_a_near_miss_lands_between_with_the_right_sentence(name, case):
    scored = score(filled(name, case["answers"]))
    assert 0 < scored.total < sum(scored.most.values())
    assert scored.total == case["points"], scored.printed
    assert case["says"] in scored.printed, scored.printed


@pytest.mark.parametrize("name", NAMES)
def test_an_assignment_has_five_near_misses(name):
    assert len([case for of, case in CASES if of == name]) >= 5


def test_every_objective_is_exercised_by_two_tasks_and_the_map_is_fresh():
    from cst1992.objective_map import map_text
    from cst1992.places import module_folder

    tasks = marked_tasks()
    for objective in cst.objectives()["id"]:
        assert sum(task.objective == objective for task in tasks) >= 2, f"{objective} is exercised too little"
    committed = (module_folder() / "docs" / "objectives.md").read_text(encoding="utf-8")
    assert committed == map_text(tasks), "run `make exercises`"
