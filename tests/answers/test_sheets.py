"""What a sheet does for somebody who writes in it: in IPython itself, box by box, as a student runs them."""

import ast
import json
import re
import shutil

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell

from cst1992.answers.memo import memos
from cst1992.answers.red_box import cause, forget_red_boxes
from cst1992.answers.self_study import solution_beside
from cst1992.answers.task import NOTHING_YET, Task
from cst1992.answers.unfinished_lines import wait_for_gaps
from cst1992.facts.files import module_folder
from cst1992.teacher.assignments import assignment_names, exercise_path, solution_path
from tests.sheets import is_check, master

NAMES = assignment_names()
CHECK = (
    'from cst1992.answers.task import Task\ntask = Task("T", 1)\ntask.word("word")\ntask.number("number")\ntask.tell()'
)


@pytest.fixture
def run(capsys):
    """Run boxes of a sheet in an IPython of its own; gives what was printed and whether it ended in red."""
    forget_red_boxes()
    shell = InteractiveShell.instance()
    shell.run_cell("import cst1992 as cst\n\ncst.exercise()")

    def box(source):
        capsys.readouterr()
        result = shell.run_cell(source)
        return capsys.readouterr().out, not result.success

    yield box
    InteractiveShell.clear_instance()
    forget_red_boxes()


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


def test_dots_that_are_replaced_give_an_answer(run):
    printed, red = run('bound = len(cst.parties("..."))')
    assert not red and printed == "Line 1 waits: write what is missing in place of the three dots.\n"
    assert run("print(bound is None)")[0] == "Line 1 waits: bound is still three dots.\n"
    assert run('bound = len(cst.parties("1994-04-19"))') == ("", False)
    assert run("print(bound)")[0] == "0\n"


def test_what_needs_an_unfinished_line_waits_with_it(run):
    printed, red = run('ids = ["a", "..."]\nrows = cst.events().query("id in @ids")\nprint(rows)\nother = 5')
    assert not red and printed.splitlines() == [
        "Line 1 waits: write what is missing in place of the three dots.",
        "Line 2 waits: ids is still three dots.",
        "Line 3 waits: rows is still three dots.",
    ]
    assert run("print(other)")[0] == "5\n"


@pytest.mark.parametrize("answer", ['"He said: wait ... and went."', '"…"', '"and so on..."', "[1995, 1998]"])
def test_dots_in_a_sentence_are_an_answer(answer):
    tree, told = wait_for_gaps(ast.parse(f"answer = {answer}"))
    assert told == [] and ast.unparse(tree) == ast.unparse(ast.parse(f"answer = {answer}"))


def test_after_a_red_box_the_check_says_so_first_and_praises_nothing(run):
    run('word = "Georgia"\nnumber = 5')
    assert "→ word:" in run(CHECK)[0]
    printed, red = run("word = Armenia\nnumber = 6")
    assert red and '→ If Armenia is an answer, it needs quotation marks: "Armenia".' in printed
    lines = run(CHECK)[0].splitlines()
    assert lines[1].startswith("✗ The answer box ended in red") and "quotation marks" in lines[1]
    assert lines[2:4] == [
        "○ word: Still the earlier answer. Mend the box, and run it again.",
        "○ number: Still the earlier answer. Mend the box, and run it again.",
    ]
    run('word = "Armenia"\nnumber = 6')
    assert "red" not in run(CHECK)[0] and "→ number: " in run(CHECK)[0]


def test_a_first_answer_that_ends_in_red_is_not_called_an_earlier_one(run):
    run("word = Armenia\nnumber = 6")
    lines = run(CHECK)[0].splitlines()
    assert "your earlier answer" not in lines[1] and lines[2] == f"✗ word: {NOTHING_YET}", lines


def test_what_stands_above_the_red_line_is_the_new_answer(run):
    run('word = "Georgia"\nnumber = 5')
    run('word = "Armenia"\nnumber = nine')
    printed = run(CHECK)[0]
    assert "→ word: A word: Armenia." in printed and "○ number: Still the earlier answer." in printed


def test_a_red_box_of_another_task_is_not_spoken_of(run):
    run('word = "Georgia"\nnumber = 5')
    run("another = nine")
    assert "red" not in run(CHECK)[0]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("x = “Armenia”", "curly"),
        ("x = «Armenia»", "curly"),
        ('x = "Armenia', "no partner"),
        ("x = [3, 4", "a bracket has no partner"),
        ("x = 6 July 1992", "quotation marks"),
        ("x = 06.07.1992", "quotation marks"),
        ("x = 3:9", "Write /, as in 1 / 4"),
        ("x = 3 400", "no comma and no blank"),
        ('x = cst.states()["name", "id"]', "two pairs of brackets"),
        ('x = cst.states()[["nonsense"]]', "no column of this name"),
        ("x = cst.references().query(\"year >= '2001'\")", "without quotation marks"),
        ('x = cst.articles().query("basis == unheard")', "it needs quotation marks: 'unheard'"),
        ('x = cst.articles().query("1998")', "A condition names a column"),
        ('x = cst.articles().query("id in unheard")', "it needs an @: @unheard"),
        ("y = 1\n x = 9", "a blank stands before the first word"),
        ("x = two", "2 in place of two"),
        ("x = 3 / cst.states()", "len(...) gives the number of rows"),
        ('rows = cst.states()\nx = rows query("name == 1")', "rows.query"),
    ],
)
def test_the_usual_cause_is_named(run, source, says):
    printed, red = run(source)
    assert red and says in printed.splitlines()[-1], printed


def test_a_cause_that_is_not_known_is_not_made_up():
    assert cause(ZeroDivisionError("division by zero"), "x = 1 / 0") == ""


WORDS = 'My friend doesn\'t agree; "why"? Look! 50 % of all: мәтін, текст (d d b).'


def test_a_memo_takes_any_text_and_counts_its_words(run):
    printed, red = run(f"%%memo 200 words. Leave this line, and write below it.\n{WORDS}\n\n{WORDS}")
    assert (
        not red and "30 words; about 200 are wanted. They are kept in this sheet when you save it (Ctrl+S)." in printed
    )
    assert "0 words; 600 to 800 are wanted. Write below" in run("%%memo 600 to 800 words")[0]


@pytest.mark.parametrize(
    "text", [WORDS, "Georgia did not prolong the Treaty and its term ended in April", "%%mem\n" + WORDS]
)
def test_a_memo_without_its_first_line_is_not_lost_and_one_sentence_mends_it(run, text):
    printed, red = run(text)
    assert red and "Nothing is lost. Click before its first word, write %%memo" in printed
    assert "Traceback" not in run(f"%%memo\n{text}")[0]


@pytest.mark.parametrize("change", ["as it is", "first line gone", "on the first line", "Markdown", "a new box"])
@pytest.mark.parametrize("name", [name for name in NAMES if name[:2] in ("03", "05", "06")])
def test_the_marker_finds_every_memo(name, change):
    cells = json.loads(exercise_path(name).read_text(encoding="utf-8"))["cells"]
    assert [memo.found for memo in memos(cells)] == ["nowhere"] * len(memos(cells))
    for cell in list(cells):
        if "".join(cell["source"]).startswith("%%memo") and cell["metadata"].get("nbgrader"):
            first = cell["source"][0].rstrip("\n")
            if change == "a new box":
                cells.insert(cells.index(cell) + 1, {"cell_type": "markdown", "metadata": {}, "source": WORDS})
                continue
            cell["cell_type"] = "markdown" if change == "Markdown" else "code"
            cell["source"] = {"first line gone": WORDS, "on the first line": f"{first} {WORDS}"}.get(
                change, f"{first}\n{WORDS}\n"
            )
    found = memos(cells)
    assert len(found) == (2 if name == "06_capstone" else 1)
    assert {memo.text for memo in found} == {WORDS}
    assert {memo.found for memo in found} == {"in a box below" if change == "a new box" else "in its box"}


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


# Self-study: in a folder that has solutions beside the exercises.


@pytest.fixture
def clone(tmp_path, monkeypatch):
    for part in ("exercises", "solutions"):
        shutil.copytree(module_folder() / part, tmp_path / part)

    def enter(name):
        monkeypatch.chdir(tmp_path / "exercises" / name)

    return enter


def told_by_the_checks(name, capsys, wrong=()):
    """What the visible checks say to the master's answers, or to dots."""
    from tests.sheets import run_cell

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
    from cst1992.answers.self_study import model_memo

    model = model_memo(line, "word " * 60).data
    assert "By worth I mean help" in model and "SOLUTION" not in model and "Tajikistan asks the CSTO" not in model
    assert model.startswith("**Mark your own text first**, by the lines of points above it")
    brief = model_memo("%%memo 600 to 800 words. Leave this line, and write below it.", "word " * 300).data
    assert "Model answer. Tajikistan asks the CSTO" in brief and "Mark your own text first" in brief
    assert brief.index("Mark your own text first") < brief.index("<details>"), "one marks before one looks"


def test_the_solution_that_is_looked_at_is_that_of_the_sheet(clone, tmp_path):
    here = tmp_path / "exercises" / "03_the_signatories"
    assert solution_beside(here) == tmp_path / solution_path("03_the_signatories").relative_to(module_folder())
