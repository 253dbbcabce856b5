"""A student with one assignment in a real JupyterLab: answers, runs the check, reads what is wrong, mends it, passes."""

import pytest

from tests.browser.lab import open_notebook, problems
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
@pytest.mark.parametrize("front_end", ["JupyterLab", "Notebook 7"])
@pytest.mark.parametrize("name", ["02_the_treaty_articles", "06_capstone"])
def test_a_blank_sheet_runs_without_error_and_says_what_is_missing(lab, page, name, front_end):
    open_notebook(lab, page, f"exercises/{name}/{name}.ipynb", front_end=front_end)
    assert problems(page) == []
    told = page.locator(".jp-OutputArea-output").filter(has_text="It is still three dots")
    assert told.count() >= 6, f"{told.count()} checks spoke in {front_end}"
