"""What a student does in a real JupyterLab: run all, answer by mouse, answer by keyboard, in both themes."""

import re

import pytest

from cst1992.quizzes.bank import load_bank
from tests.browser.lab import NOTEBOOK, cell_count, change_theme, open_notebook, problems, run_all

pytestmark = pytest.mark.browser

RIGHT = "Give it the necessary assistance, military assistance included"
WRONG = "Help once the victim has asked"
DUTY = "Under Article 4 as signed in 1992"
HINT = next(question.hint for question in load_bank("02").questions if question.id == "art4-duty")[:25]


def question(page, prompt):
    return page.locator(".cst-question").filter(has_text=prompt)


def test_the_notebook_runs_in_jupyterlab_without_error_or_warning(lab, page, context):
    open_notebook(lab, page)
    assert problems(page) == []
    asked = (lab.root / NOTEBOOK).read_text(encoding="utf-8").count("cst.quiz(")
    assert page.locator(".cst-quiz").count() == asked
    assert page.locator(".cst-glance:visible").count() == 2
    assert context.outside == [], "the notebook asks nothing of the outside"


def test_a_question_is_answered_by_mouse_and_every_option_has_its_reply(student):
    page = student
    box = question(page, DUTY)
    box.get_by_role("button", name="Check").click()
    box.get_by_role("alert").filter(has_text="Give an answer first").wait_for()
    box.get_by_label(WRONG).check()
    box.get_by_role("button", name="Check").click()
    box.get_by_role("alert").filter(has_text="✗ Not yet.").wait_for()
    box.get_by_role("button", name="Hint").click()
    box.get_by_role("alert").filter(has_text=HINT).wait_for()
    box.get_by_label(RIGHT).check()
    box.get_by_role("button", name="Check").click()
    box.get_by_role("alert").filter(has_text="✓ Right.").wait_for()
    assert box.get_by_role("alert").get_by_role("link").count() == 1, "the source is a link"
    quiz = page.locator(".cst-quiz").filter(has_text=DUTY)
    quiz.get_by_text(re.compile(r"^1 of \d right")).wait_for()


@pytest.mark.slow
def test_several_options_are_chosen_by_mouse(student):
    page = student
    box = question(page, "Which of these questions does Article 4 of 1992 leave unanswered?")
    for text in (
        "What counts as aggression",
        "Within what time the assistance must come",
        "Who judges which assistance is necessary",
    ):
        box.get_by_label(text).check()
    box.get_by_role("button", name="Check").click()
    box.get_by_role("alert").filter(has_text="✓ Right.").wait_for()


def test_a_question_is_answered_by_keyboard_alone_and_no_key_reaches_the_notebook(student):
    page = student
    before = cell_count(page)
    box = question(page, DUTY)
    box.get_by_role("radio").first.focus()
    for key in ("x", "d", "d", "b", "a", "m", "c", "v"):
        page.keyboard.press(key)
    assert cell_count(page) == before, "a key typed in the quiz cut, added or deleted a cell"
    page.keyboard.press("Space")
    for _ in range(4):
        if box.get_by_label(RIGHT).is_checked():
            break
        page.keyboard.press("ArrowDown")
    assert box.get_by_label(RIGHT).is_checked(), "the arrow keys move through the options of one question"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent.trim()") == "Check", (
        "Tab leads from the options to Check"
    )
    page.keyboard.press("Enter")
    box.get_by_role("alert").filter(has_text="✓ Right.").wait_for()
    assert page.evaluate("() => document.activeElement.textContent.trim()") == "Check", "the focus stays where it was"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    box.get_by_role("alert").filter(has_text=HINT).wait_for()
    assert cell_count(page) == before


@pytest.mark.slow
def test_checkboxes_are_answered_by_keyboard_alone(student):
    page = student
    before = cell_count(page)
    box = question(page, "Which of these questions does Article 4 of 1992 leave unanswered?")
    wanted = {
        "What counts as aggression",
        "Within what time the assistance must come",
        "Who judges which assistance is necessary",
    }
    box.get_by_role("checkbox").first.focus()
    for _ in range(box.get_by_role("checkbox").count()):
        label = page.evaluate("() => document.activeElement.closest('label').textContent.trim()")
        page.keyboard.press("x")
        if label in wanted:
            page.keyboard.press("Space")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    box.get_by_role("alert").filter(has_text="✓ Right.").wait_for()
    assert cell_count(page) == before


@pytest.mark.slow
def test_saving_and_running_still_work_from_inside_a_quiz(student):
    page = student
    box = question(page, DUTY)
    box.get_by_role("radio").first.focus()
    page.evaluate(
        "() => { window.saved = 0; jupyterapp.shell.currentWidget.context.saveState.connect((_, s) => { if (s === 'completed') window.saved += 1; }); }"
    )
    page.keyboard.press("Control+s")
    page.wait_for_function("() => window.saved > 0")


@pytest.mark.slow
def test_groups_and_controls_have_names(student):
    page = student
    assert page.get_by_role("radiogroup", name=DUTY).count() == 1
    assert page.get_by_role("group", name="Quiz: mutual assistance (What was promised, and who decides?)").count() == 1
    assert page.get_by_role("combobox", name="Article").count() == 1


@pytest.mark.slow
def test_the_explorer_is_used_by_keyboard_alone(student):
    page = student
    before = cell_count(page)
    explorer = page.get_by_role("group", name="Explore the articles")
    explorer.get_by_role("combobox", name="Article").focus()
    page.keyboard.press("ArrowDown")
    explorer.get_by_text("Article 4 of 11").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    explorer.get_by_text("Since December 2012").wait_for()
    for key in ("Tab", "Tab", "Enter", "x", "b"):
        page.keyboard.press(key)
    explorer.get_by_text("Article 5 of 11").wait_for()
    assert cell_count(page) == before


@pytest.mark.slow
def test_a_verdict_is_given_by_keyboard_before_ours_is_told_and_comes_back(student):
    page = student
    before = cell_count(page)
    box = page.get_by_role("group", name="Claims to weigh").last
    asked = box.locator(".cst-question").first
    assert "Ours:" not in box.inner_text()
    assert page.get_by_role("group", name="Your verdict on “must coordinate").count() == 1
    box.locator("summary").first.focus()
    page.keyboard.press("Enter")
    box.get_by_text("Article 2 says so in both paragraphs").wait_for()
    asked.get_by_role("button", name="open").focus()
    page.keyboard.press("Enter")
    asked.get_by_role("alert").filter(has_text="Your verdict: open. Ours: supported (confidence: high).").wait_for()
    assert asked.get_by_role("button", name="✓ open").evaluate("press => press === document.activeElement")
    run_all(page)
    asked.get_by_text("Your verdict: open. Ours: supported").wait_for()
    assert cell_count(page) == before


@pytest.mark.slow
def test_axe_finds_nothing_to_complain_of_in_any_theme(student):
    from axe_playwright_python.sync_playwright import Axe

    page = student
    wrong, right = question(page, "Who decides, under the text of 1992"), question(page, DUTY)
    wrong.get_by_label("Nobody; help is automatic").check()
    right.get_by_label(RIGHT).check()
    for box in (wrong, right):
        box.get_by_role("button", name="Hint").click()
        box.get_by_role("button", name="Check").click()
        box.get_by_role("alert").filter(has_text="✓" if box is right else "✗").wait_for()
    for fold in page.locator("details > summary:visible").all():
        fold.click()
    for theme in ("light", "dark", "contrast"):
        change_theme(page, theme)
        page.wait_for_timeout(300)
        for part in (".cst-frame", ".cst-card", ".cst-table", ".cst-glance", ".cst-note"):
            found = Axe().run(page, context=part).response["violations"]
            told = [(rule["id"], rule["nodes"][0]["html"][:200], rule["nodes"][0]["failureSummary"]) for rule in found]
            assert told == [], f"{theme}, {part}: {told}"


@pytest.mark.slow
def test_nothing_runs_over_the_edge_of_a_narrow_page(student):
    page = student
    page.set_viewport_size({"width": 390, "height": 1600})
    page.wait_for_timeout(500)
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.cst-frame, .cst-card, .cst-glance, .cst-table')]"
        ".filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.className + ' ' + box.textContent.slice(0, 80))"
    )
    cell = page.locator(".cst-glance td").first
    stacked = cell.evaluate("cell => getComputedStyle(cell).display + ' ' + getComputedStyle(cell, '::before').content")
    page.set_viewport_size({"width": 1280, "height": 2600})
    assert wide == [] and stacked.startswith('block "Kind of provision:'), "each cell stands below the other, named"
