"""A student with one assignment in a real JupyterLab: answers, runs the check, reads what is wrong, mends it, passes."""

import pytest

from cst1992.teacher.assignments import exercise_path
from cst1992.teacher.marking.aligning import align, text_of
from cst1992.teacher.marking.master import load_master
from cst1992.teacher.marking.reading import read_sheet
from tests.browser.lab import IDLE, open_notebook, problems
from tests.sheets import master

pytestmark = pytest.mark.browser
NAME = "03_the_signatories"
SHEET = f"exercises/{NAME}/{NAME}.ipynb"
ANSWERED = {cell.id: cell.source for cell in master(NAME).cells if cell.id.startswith("a-")}


def write_and_run(page, identity, text):
    """Click into a cell, write a new text, run it and the check below it."""
    place = page.evaluate(
        "id => jupyterapp.shell.currentWidget.content.widgets.findIndex(cell => cell.model.id === id)", identity
    )
    cell = page.locator(".jp-Notebook .jp-Cell").nth(place)
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    return page.locator(".jp-Notebook .jp-Cell").nth(place + 1).locator(".jp-OutputArea-output")


@pytest.mark.slow
def test_a_student_solves_an_assignment(lab, page):
    open_notebook(lab, page, SHEET)
    assert problems(page) == []
    told = write_and_run(page, "a-first-signatories", 'first_signatories = ["Belarus", "Россия", "Armenia"]')
    told.filter(has_text="✗ first_signatories: Belarus acceded on 31 December 1993").wait_for()
    told = write_and_run(page, "a-first-signatories", ANSWERED["a-first-signatories"])
    told.filter(has_text="→ first_signatories: 6 states. Whether it is right is marked later.").wait_for()
    for identity, answer in ANSWERED.items():
        told = write_and_run(page, identity, answer)
        told.filter(has_text="→").first.wait_for()
        assert "✗" not in told.first.inner_text()


@pytest.mark.slow
@pytest.mark.parametrize("front_end", ["JupyterLab", pytest.param("Notebook 7", marks=pytest.mark.release)])
@pytest.mark.parametrize("name", ["02_the_treaty_articles", pytest.param("06_capstone", marks=pytest.mark.release)])
def test_a_blank_sheet_runs_without_error_and_says_what_is_missing(lab, page, name, front_end):
    open_notebook(lab, page, f"exercises/{name}/{name}.ipynb", front_end=front_end)
    assert problems(page) == []
    told = page.locator(".jp-OutputArea-output").filter(has_text="It is still three dots")
    assert told.count() >= 6, f"{told.count()} checks spoke in {front_end}"


LETTERS = 'my memo: did Dushanbe decide by its own body? x rays, y axis, back, mid, add dd bb; it\'s "not found" (yet)!'
SOURCES = "() => jupyterapp.shell.currentWidget.content.widgets.map(c => [c.model.type, c.model.sharedModel.source])"


def box(page, identity):
    place = page.evaluate(
        "id => jupyterapp.shell.currentWidget.content.widgets.findIndex(cell => cell.model.id === id)", identity
    )
    return page.locator(".jp-Notebook .jp-Cell").nth(place)


def write_a_memo(lab, page, front_end, typed=10):
    """Click once, write 200 words, so many lines of them key by key, run, save, load again."""
    name = "05_kazakhstan_and_russia"
    path = lab.root / "exercises" / name / f"{name}.ipynb"
    path.write_text(exercise_path(name).read_text(encoding="utf-8"), encoding="utf-8")
    open_notebook(lab, page, f"exercises/{name}/{name}.ipynb", front_end=front_end)
    assert problems(page) == []
    assert page.locator("img[data-cst-keys]:visible").count() == 0, "a broken picture stands below a box"
    before = page.evaluate(SOURCES)
    text = "\n".join([LETTERS] * 10)
    box(page, "w-memo").locator(".cm-line").nth(1).click()
    page.keyboard.type("\n".join([LETTERS] * typed))
    page.keyboard.insert_text("".join([f"\n{LETTERS}"] * (10 - typed)))
    page.keyboard.press("Shift+Enter")
    count = len(text.split())
    told = box(page, "w-memo").get_by_role("status")
    told.filter(has_text=f"{count} words; about 200 are wanted. They are kept in this sheet when you save").wait_for()
    editor = box(page, "w-memo").locator(".cm-content")
    assert "cm-lineWrapping" in (editor.get_attribute("class") or ""), "a long line is read without scrolling"
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
    whole = load_master(name)
    assert text_of(align(read_sheet(path.read_bytes()), whole), whole.texts[0]) == (text, "in its box")
    page.reload()
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_function(IDLE, timeout=60_000)
    after = page.evaluate(SOURCES)
    assert [kind for kind, _ in after] == [kind for kind, _ in before], "no key was taken for a command"
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_a_memo_is_written_by_one_click_and_kept_in_the_sheet(lab, page):
    write_a_memo(lab, page, "JupyterLab", typed=2)


@pytest.mark.slow
@pytest.mark.release
def test_a_memo_is_written_in_notebook_7_too(lab, page):
    write_a_memo(lab, page, "Notebook 7")


def do_what_the_sheet_says(lab, page, front_end):
    """Replace the dots and press Shift+Enter twice; then end a box in red and look at the check."""
    open_notebook(lab, page, SHEET, front_end=front_end)
    assert problems(page) == []
    line = box(page, "a-bound-1994").locator(".cm-line").first
    assert line.inner_text() == 'bound_1994 = len(cst.parties("..."))'
    told = box(page, "t-bound-1994").locator(".jp-OutputArea-output")
    line.click()
    page.keyboard.press("Home")
    for _ in 'bound_1994 = len(cst.parties("':
        page.keyboard.press("ArrowRight")
    for _ in range(3):
        page.keyboard.press("Delete")
    page.keyboard.type("1994-04-20")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    told.filter(has_text="→ bound_1994: A number: 9. Whether it is right is marked later.").wait_for()
    page.wait_for_function(IDLE)
    told = write_and_run(page, "a-two-accounts", 'only_in_the_press = "Latvia"\nonly_in_the_official_lists = "Estonia"')
    told.filter(has_text="→ only_in_the_press").wait_for()
    place = box(page, "a-two-accounts")
    place.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text('only_in_the_press = “Georgia”\nonly_in_the_official_lists = "Estonia"')
    page.keyboard.press("Shift+Enter")
    place.get_by_text("→ Line 1: these quotation marks are curly.").wait_for()
    page.wait_for_function(IDLE)
    page.keyboard.press("Shift+Enter")
    told.filter(has_text="✗ The answer box ended in red").wait_for()
    assert "→" not in told.first.inner_text(), "nothing is praised that was not just written"


@pytest.mark.slow
def test_a_student_does_what_the_sheet_says_and_ends_a_box_in_red(lab, page):
    do_what_the_sheet_says(lab, page, "JupyterLab")


@pytest.mark.slow
@pytest.mark.release
def test_the_same_in_notebook_7(lab, page):
    do_what_the_sheet_says(lab, page, "Notebook 7")
