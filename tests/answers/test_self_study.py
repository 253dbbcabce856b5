"""Who works alone, with solutions beside the exercises, hears right or wrong; a class does not."""

import shutil

import nbformat
import pytest

from cst1992.answers.self_study import model_memo, solution_beside
from cst1992.answers.task import Task
from cst1992.facts.files import module_folder
from cst1992.teacher.assignments import assignment_names, exercise_path, solution_path
from tests.sheets import is_check, master, run_cell

NAMES = assignment_names()


@pytest.fixture
def clone(tmp_path, monkeypatch):
    for part in ("exercises", "solutions"):
        shutil.copytree(module_folder() / part, tmp_path / part)

    def enter(name):
        monkeypatch.chdir(tmp_path / "exercises" / name)

    return enter


def told_by_the_checks(name, capsys, wrong=()):
    """What the visible checks say to the master's answers, or to dots."""
    names, told = {"__name__": "sheet"}, []
    solution = {cell.id: cell.source for cell in master(name).cells}
    for cell in nbformat.read(exercise_path(name), as_version=4).cells:
        if cell.cell_type == "code" and not cell.source.startswith("%%"):
            capsys.readouterr()
            answered = cell.metadata.get("nbgrader", {}).get("solution") and cell.id not in wrong
            run_cell(solution[cell.id] if answered else cell.source, names)
            told += [capsys.readouterr().out] if is_check(cell) else []
    return told


@pytest.mark.parametrize("name", NAMES)
def test_who_works_alone_hears_right_or_wrong_and_sees_a_model_answer(name, clone, capsys, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda thing: shown.append(str(thing.data)))
    clone(name)
    told = told_by_the_checks(name, capsys)
    assert all("marked later" not in one and "Right." in one and "✗" not in one for one in told), told
    models = [one for one in shown if "<details>" in one]
    assert len(models) == len(told) and all("```python" in one for one in models)


def test_a_wrong_answer_is_told_as_wrong_with_its_reason(clone, capsys, monkeypatch):
    monkeypatch.setattr("IPython.display.display", lambda thing: None)
    clone("03_the_signatories")
    task = Task(
        "Task 3: two accounts of one day", 1, {"only_in_the_press": "Kyrgyzstan", "only_in_the_official_lists": ...}
    )
    task.states("only_in_the_press")
    task.states("only_in_the_official_lists")
    task.tell()
    told = capsys.readouterr().out
    assert "you have the two accounts the wrong way round" in told and "still three dots" in told


def test_nothing_is_said_before_an_attempt(clone, capsys, monkeypatch):
    monkeypatch.setattr("IPython.display.display", lambda thing: pytest.fail(f"shown before an attempt: {thing}"))
    clone("03_the_signatories")
    answers = {cell.id for cell in master("03_the_signatories").cells if cell.id.startswith("a-")}
    told = "".join(told_by_the_checks("03_the_signatories", capsys, wrong=answers))
    assert "Right." not in told and "still three dots" in told


@pytest.mark.parametrize("why", ["no solutions", "nbgrader", "another folder"])
def test_a_class_hears_nothing_of_it(why, clone, capsys, monkeypatch, tmp_path):
    clone("03_the_signatories")
    if why == "no solutions":
        shutil.rmtree(tmp_path / "solutions")
    elif why == "nbgrader":
        monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    else:
        (tmp_path / "autograded" / "anna" / "03_the_signatories").mkdir(parents=True)
        monkeypatch.chdir(tmp_path / "autograded" / "anna" / "03_the_signatories")
    monkeypatch.setattr("IPython.display.display", lambda thing: pytest.fail(f"shown to a class: {thing}"))
    told = "".join(told_by_the_checks("03_the_signatories", capsys))
    assert "Right." not in told and "marked later" in told


def test_a_model_memo_is_shown_after_an_attempt_of_some_words(clone, run):
    clone("06_capstone")
    line = "%%memo 120 words. Leave this line, and write below it.\n"
    assert "Markdown" not in run(line + "Two words.")[0]
    assert "Markdown" in run(line + "one two three four five six " * 10)[0]
    model = model_memo(line, "word " * 60).data
    assert "By worth I mean help" in model and "SOLUTION" not in model and "Tajikistan asks the CSTO" not in model
    assert model.startswith("**Mark your own text first**, by the lines of points above it")
    brief = model_memo("%%memo 600 to 800 words. Leave this line, and write below it.", "word " * 300).data
    assert "Model answer. Tajikistan asks the CSTO" in brief and "Mark your own text first" in brief
    assert brief.index("Mark your own text first") < brief.index("<details>"), "one marks before one looks"


def test_the_solution_that_is_looked_at_is_that_of_the_sheet(clone, tmp_path):
    here = tmp_path / "exercises" / "03_the_signatories"
    assert solution_beside(here) == tmp_path / solution_path("03_the_signatories").relative_to(module_folder())
