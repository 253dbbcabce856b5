"""A page opened on another day: its first box alone, a later box too early, the way back, and the way on."""

import json

import pytest

from cst1992.page.record import now
from cst1992.quizzes.bank import load_bank
from tests.browser.lab import NOTEBOOK, THEMES, change_theme, close, open_notebook, restart_kernel

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HELP = load_bank("02").section("mutual assistance")
ACTIVE = "() => jupyterapp.shell.currentWidget.content.activeCell.model.id"
GO = """id => {
  const notebook = jupyterapp.shell.currentWidget.content;
  notebook.activeCellIndex = notebook.widgets.findIndex(cell => cell.model.id === id);
  notebook.activate();
  notebook.activeCell.node.focus();
}"""
SHOWN = "id => jupyterapp.shell.currentWidget.content.widgets.find(c => c.model.id === id).outputArea.node.innerText"


def press(page, cell):
    """Run one box by keyboard, as somebody does who stands on it, and stay there."""
    page.evaluate(GO, cell)
    page.keyboard.press("Control+Enter")


def output(page, cell, text):
    page.wait_for_function(f"([id, text]) => ({SHOWN})(id).includes(text)", arg=[cell, text])
    return page.evaluate(SHOWN, cell)


@pytest.fixture(scope="module")
def evening(lab, browser):
    """The page of the Treaty at 150 per cent, opened anew by somebody who answered two questions yesterday."""
    kept = [
        {
            "kind": "own words",
            "notebook": "02",
            "moment": "first",
            "prompt": "What happens next?",
            "text": "They help.",
        },
        {"kind": "answer", "quiz": "02_the_treaty_articles", "question": "art2-threat", "answer": [0], "mark": 1},
        {"kind": "answer", "quiz": "02_the_treaty_articles", "question": "art4-duty", "answer": [1], "mark": 0},
    ]
    lab.record.parent.mkdir(exist_ok=True)
    lab.record.write_text("".join(json.dumps({"when": now(), **entry}) + "\n" for entry in kept), encoding="utf-8")
    context = lab.context(browser, 911, 512)
    page = context.new_page()
    page.set_default_timeout(20_000)
    open_notebook(lab, page, run=False)
    yield page
    page.evaluate("async () => { await jupyterapp.shell.currentWidget?.sessionContext?.shutdown(); }")
    context.close()
    lab.record.unlink(missing_ok=True)


def test_a_box_that_is_run_too_early_says_which_one_to_run_first_and_leads_there(evening):
    press(evening, "quiz-doors")
    told = output(evening, "quiz-doors", "run first the box under")
    assert "`import cst1992 as cst`, then this one again." in told and "Traceback" not in told
    evening.get_by_role("link", name="Go to the box to run first").focus()
    evening.keyboard.press("Enter")
    evening.wait_for_function(f"() => ({ACTIVE})() === 'begin'")


def test_the_first_box_alone_tells_where_one_stopped_and_leads_there(evening):
    restart_kernel(evening)
    press(evening, "begin")
    told = output(evening, "begin", "You stopped at")
    assert "You stopped at The skill: close reading on" in told and "Of the core 3 of " in told
    card = evening.get_by_role("group", name="Page 02: begin, or go on")
    for _ in range(2):
        card.get_by_role("link", name="The skill: close reading").focus()
        evening.keyboard.press("Enter")
        evening.wait_for_function(f"() => ({ACTIVE})() === 'quiz-help'")
        evening.evaluate(GO, "begin")
    evening.evaluate(GO, "quiz-help")
    evening.keyboard.press("Control+Enter")
    assert f"Your earlier answers are back (1 of {len(HELP)})" in output(
        evening, "quiz-help", "Your earlier answers are back"
    )


def test_the_mark_that_starts_the_keys_is_not_seen(evening):
    marks = evening.locator(".jp-OutputArea img[data-cst-keys]")
    assert marks.count() and not any(mark.is_visible() for mark in marks.all())


def test_any_later_box_then_runs_alone(evening):
    press(evening, "show-my-answer-revised")
    assert "They help." in output(evening, "show-my-answer-revised", "Your first answer:")


def test_am_i_done_says_what_is_open_what_was_missed_and_what_comes_next(evening):
    press(evening, "done")
    told = output(evening, "done", "Core done: 3 of ")
    assert "Missed: 1 question." in told and "To practise: read an obligation closely" in told
    assert "They help." in told and "Now the exercise: Exercise 2." in told
    for theme in (*reversed(THEMES), "light"):
        change_theme(evening, theme)
        card = evening.get_by_role("group", name="Page 02: am I done?")
        assert card.evaluate("card => card.scrollWidth <= card.clientWidth + 1"), theme
    card.get_by_role("link", name="Exercise 2").click()
    evening.wait_for_url("**/exercises/02_the_treaty_articles/02_the_treaty_articles.ipynb")
    back = evening.locator(".jp-NotebookPanel:not(.lm-mod-hidden)").get_by_role("link", name="notebook 02")
    back.last.click()
    evening.wait_for_url(f"**/{NOTEBOOK}")


@pytest.mark.release
def test_the_same_in_notebook_7(lab, context):
    lab.record.unlink(missing_ok=True)
    page = context.new_page()
    page.set_default_timeout(20_000)
    open_notebook(lab, page, NOTEBOOK, run=False, front_end="Notebook 7")
    restart_kernel(page)
    press(page, "quiz-doors")
    assert "Traceback" not in output(page, "quiz-doors", "run first the box under")
    page.get_by_role("link", name="Go to the box to run first").click()
    page.wait_for_function(f"() => ({ACTIVE})() === 'begin'")
    press(page, "begin")
    output(page, "begin", "This page has three parts.")
    page.get_by_role("group", name="Page 02: begin, or go on").get_by_role("link", name="Who decides?").click()
    page.wait_for_function(f"() => ({ACTIVE})() === 'who-decides'")
    close(page)
