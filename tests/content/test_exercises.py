"""Exercises and solutions: one source, fresh, without leaks, and marked as they should be."""

import ast
import builtins
import re
from functools import cache
from unittest.mock import patch

import nbformat
import pytest

import cst1992 as cst
from cst1992.answers.memo import MAGIC
from cst1992.answers.task import Task
from cst1992.teacher.assignments import assignment_names, exercise_path, marked_tasks, solution_path
from cst1992.teacher.release import exercise_of
from tests.sheets import blank, filled, is_check, master, near_misses, score

pytest.importorskip("nbgrader", reason="exercises are made by nbgrader: pip install -e '.[grading]'")

NAMES = assignment_names()
WRITTEN = ("03_the_signatories", "05_kazakhstan_and_russia", "06_capstone")
CASES = near_misses()
MARKS = ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS", "MARK SCHEME", "right=", ".score()", "Model answer.")


def sheet(name):
    return exercise_of(nbformat.read(solution_path(name), as_version=4))


# Boxes in which an answer stands because they are about more than it: all choices, three states, three columns.
ABOUT_MORE = {
    "01 task-5-yours", "02 task-6", "02 task-7-yours", "02 clauses-on-help", "02 t-each-for-itself", "04 task-4",
    "05 t-in-force", "06 choose",
}  # fmt: skip
KNOWN_METADATA = {
    "nbgrader": {
        "grade",
        "grade_id",
        "locked",
        "schema_version",
        "solution",
        "task",
        "points",
        "checksum",
        "cell_type",
    },
    "cst1992": {"objective", "title", "shown_in", "rubric"},
    "jupyter": {"source_hidden"},
}


def test_there_are_six_assignments_named_like_their_notebooks():
    walk = [path.stem for path in sorted(exercise_path("x").parents[2].glob("notebooks/*.ipynb"))]
    assert [*walk[1:6], "06_capstone"] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_sheet_is_a_fresh_one(name):
    assert exercise_path(name).read_text(encoding="utf-8") == nbformat.writes(sheet(name)) + "\n", (
        "run `make exercises`"
    )


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


@cache
def _told(name):
    """All that the checks of the master say of its answers: the title of the task, the answer, and how it is looked at."""
    told, original = [], Task._check

    def listening(task, answer, check, weight, said):
        told.append((task.title, answer, said))
        original(task, answer, check, weight, said)

    with patch.object(Task, "_check", listening):
        score(master(name))
    return told


@cache
def _what_is_right(name):
    """By check: what it takes for right, each with the choices that the student is given."""
    told = _told(name)
    known = {(title, answer): list(said["known"]) for title, answer, said in told if "known" in said}
    found = {}
    for title, answer, said in told:
        if "right" in said:
            found.setdefault(title, []).append((said["right"], known.get((title, answer), [])))
    return found


def _stands_in(text, parts):
    return all(re.search(rf"(?<![\w-]){re.escape(str(part).casefold())}(?![\w-])", text.casefold()) for part in parts)


def _gives_away(cell, line, right, choices):
    """Does a line hold an answer? A word may stand among its choices, and numbers stand everywhere but in comments."""
    parts = right if isinstance(right, list) else [right]
    parts = [part[0] if isinstance(part, list) else part for part in parts]
    if all(isinstance(part, (int, float)) for part in parts):
        comment = cell.cell_type == "code" and line.lstrip().startswith("#")
        return comment and _stands_in(line, [f"{part:g}" for part in parts])
    if any(_stands_in(cell.source, [choice]) for choice in choices if choice not in parts):
        return False
    return _stands_in(line, parts)


def leaks(name, cells):
    """The lines of a sheet, task by task, that hold what the hidden tests of that task take for right."""
    task, found = [], []
    for cell in cells:
        task.append(cell)
        title = re.search(r'Task\("(.+?)"', cell.source)
        if cell.metadata.get("nbgrader", {}).get("grade") and title:
            for right, choices in _what_is_right(name).get(title[1], []):
                for one in task:
                    if f"{name[:2]} {one.id}" in ABOUT_MORE or (one.id == cell.id and not isinstance(right, list)):
                        continue
                    lines = one.source.splitlines()
                    found += [f"{one.id}: {line}" for line in lines if _gives_away(one, line, right, choices)]
            task = []
    return found


def _sentences_on_wrong_answers(name):
    """Each sentence that a wrong answer hears, with what would be right; of two choices the other one is known anyway."""
    told = _told(name)
    choices = {(title, answer): list(said["known"]) for title, answer, said in told if "known" in said}
    right = {(title, answer): said["right"] for title, answer, said in told if "right" in said}
    for title, answer, said in told:
        if (title, answer) in right and len(choices.get((title, answer), [1, 2, 3])) > 2:
            for sentence in [*(said.get("replies") or {}).values(), said.get("otherwise", "")]:
                yield answer, sentence, right[title, answer]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_wrong_answer_hears_does_not_hold_the_right_one(name):
    for answer, sentence, right in _sentences_on_wrong_answers(name):
        parts = [right] if isinstance(right, str) or not hasattr(right, "__len__") else list(right)
        parts = [part[0] if isinstance(part, (list, tuple)) else part for part in parts]
        assert not _stands_in(sentence, parts), f"{name}, {answer}: students read this in their feedback: {sentence}"


@pytest.mark.parametrize("name", NAMES)
def test_no_line_and_no_metadata_of_a_sheet_holds_an_answer(name):
    cells = sheet(name).cells
    assert leaks(name, cells) == []
    for cell in cells:
        for room, fields in cell.metadata.items():
            if room in KNOWN_METADATA:
                assert set(fields) <= KNOWN_METADATA[room], f"{name}, {cell.id}: {set(fields) - KNOWN_METADATA[room]}"
            else:
                assert room in ("editable", "deletable", "tags"), f"{name}, {cell.id}: metadata {room!r}"


@pytest.mark.parametrize(
    ("identity", "line"),
    [
        ("task-3", "(Turkmenistan in the press, Kyrgyzstan in the lists.)"),
        ("a-bound-1994", "# the answer is 9"),
        ("t-did-not-prolong", 'expected = [["Azerbaijan"], ["Georgia"], ["Uzbekistan"]]'),
        ("task-2", "They were Armenia, Kazakhstan, Kyrgyzstan, Russia, Tajikistan and Uzbekistan."),
    ],
)
def test_an_answer_that_an_author_leaves_in_a_sheet_is_found(identity, line):
    cells = sheet("03_the_signatories").cells
    next(cell for cell in cells if cell.id == identity).source += f"\n{line}"
    assert leaks("03_the_signatories", cells)


@pytest.mark.parametrize("name", NAMES)
def test_a_check_leaves_no_name_of_the_students_changed(name):
    for cell in master(name).cells:
        if is_check(cell):
            set_there = {
                node.id
                for node in ast.walk(ast.parse(cell.source))
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            }
            assert {one for one in set_there if not one.startswith("_")} <= {"task", "year"}, f"{name}, {cell.id}"


@pytest.mark.parametrize("name", NAMES)
def test_a_check_asks_python_for_no_name_that_a_student_may_have_taken(name):
    for cell in master(name).cells:
        if is_check(cell):
            used = {node.id for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Name)}
            assert not used & set(dir(builtins)), f"{name}, {cell.id}: {used & set(dir(builtins))}"


TAKEN = "range = list = globals = str = dict = sorted = []\nlen = 3\nprint = 1\nTask = task = 'mine'\ncst = pd = 5\n"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.slow
def test_a_name_that_a_student_has_taken_changes_no_mark(name):
    """Every answer box ends with names taken; boxes that are no checks begin with the usual ones again."""
    notebook = master(name)
    back = "from builtins import *\nimport cst1992 as cst, pandas as pd\n"
    for cell in notebook.cells:
        if cell.cell_type == "code" and not cell.source.startswith(MAGIC) and not is_check(cell):
            taken = TAKEN if cell.metadata.get("nbgrader", {}).get("solution") else ""
            cell.source = f"{back}{cell.source}\n{taken}"
    assert sum("Task = task" in cell.source for cell in notebook.cells) >= 6
    assert score(notebook).points == score(master(name)).points


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.slow
def test_a_sheet_that_has_lost_what_a_front_end_adds_is_marked_the_same(name):
    """Another editor may drop what is folded and locked, and another order of writing keeps the marks."""
    notebook = master(name)
    for cell in notebook.cells:
        cell.metadata = {key: value for key, value in cell.metadata.items() if key == "nbgrader"}
    assert score(notebook).points == score(master(name)).points


def test_the_requests_that_the_capstone_offers_are_those_that_its_tests_accept():
    names = {"cst": cst}
    exec(next(cell.source for cell in master("06_capstone").cells if cell.id == "may-be-chosen"), names)
    accepted = next(right for right, _ in _what_is_right("06_capstone")["Task 1: your request"] if len(right) > 3)
    assert list(names["open_requests"]["id"]) == list(accepted)


@pytest.mark.parametrize("name", NAMES)
def test_a_box_that_others_need_can_be_put_back(name):
    for cell in master(name).cells:
        if cell.cell_type == "code" and (cell.id == "begin" or cell.source.startswith("def ")):
            assert cell.metadata["nbgrader"]["locked"], f"{name}, {cell.id}: nbgrader could not restore it"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.slow
def test_a_sheet_with_every_near_miss_in_it_at_once_is_a_weak_one(name):
    answers = {}
    for of, case in reversed(CASES):
        answers |= case["answers"] if of == name else {}
    scored = score(filled(name, answers))
    share = scored.total / sum(scored.most.values())
    assert 0.2 < share < 0.8, f"{share:.2f}\n{scored.printed}"


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
    from cst1992.facts.files import module_folder
    from cst1992.teacher.objective_map import map_text

    tasks = marked_tasks()
    for objective in cst.objectives()["id"]:
        assert sum(task.objective == objective for task in tasks) >= 2, f"{objective} is exercised too little"
    committed = (module_folder() / "docs" / "objectives.md").read_text(encoding="utf-8")
    assert committed == map_text(tasks), "run `make exercises`"
