"""The desk in a real JupyterLab, as the command opens it: ten memos by keys alone, ten by mouse, and nothing of a student's runs."""

from __future__ import annotations

import re

import pytest

from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.telling.everything import tell_everything
from tests.browser.desk_running import desk_running, sit
from tests.browser.lab import SLOW
from tests.teacher.marking.desk.class_of import SCRIPT, TEXTS, records_of
from tests.teacher.marking.sheets import NAME, the_master

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NUMBER = re.compile(r"text (\d+) of")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return records_of(DeskFolder(tmp_path_factory.mktemp("marks") / NAME))


@pytest.fixture(scope="module")
def address(folder, tmp_path_factory):
    """Where the desk stands, as the command tells it."""
    with desk_running(folder, tmp_path_factory.mktemp("home")) as told:
        yield told


def number(page):
    return NUMBER.search(page.locator(".cst-desk-title").inner_text())[1]


def on(page, before):
    """Wait until another text lies on the desk: its number stands above it a moment before it does itself."""
    number, text = before
    page.wait_for_function(
        "n => !document.querySelector('.cst-desk-title').innerText.includes(`text ${n} of`)", arg=number
    )
    page.wait_for_function("t => document.querySelector('.cst-memo-text').innerText !== t", arg=text)


def wrong_for_ears(page):
    from axe_playwright_python.sync_playwright import Axe

    return Axe().run(page).generate_report() if Axe().run(page).violations_count else ""


def test_ten_memos_are_marked_by_keys_alone_and_nothing_in_them_runs(browser, address, folder):
    notebook = folder.place / "desk" / "desk.ipynb"
    page, written = sit(browser, address, "Anna"), notebook.read_bytes()
    title, seen = page.title(), []
    page.keyboard.press("w")
    page.keyboard.type("Name the owner, 3 times a day.")
    page.keyboard.press("Shift+Enter")
    page.get_by_text("Said, and put into the list: Name the owner, 3 times a day.").wait_for()
    page.keyboard.press("a")
    page.get_by_text("Taken back: Name the owner").wait_for()
    for _ in range(10):
        seen.append(page.locator(".cst-memo-text").inner_text())
        at = (number(page), seen[-1]) if len(seen) < 10 else None
        for key in ("4", "3", "1", "a", "Enter"):
            page.keyboard.press(key)
        if at:
            on(page, at)
    page.get_by_text("Nothing is left in this list.").wait_for()
    assert page.title() == title and page.locator(".cst-desk b, .cst-memo-text img, .cst-memo-text script").count() == 0
    assert any(SCRIPT in text for text in seen), "a script is read as the letters that it is"
    assert any("Here word 250 ends: what follows is not read." in text for text in seen)
    marks = [mark for student in TEXTS if student != "Eva" for mark in folder.hand_marks(student)]
    assert {(mark.marker, mark.points, mark.comments) for mark in marks} == {
        ("Anna", 2.5, ("Name the owner, 3 times a day.",))
    }
    assert len(marks) == 10
    page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
    assert notebook.read_bytes() == written, "nothing of a student's gets into the notebook"
    page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
    assert {record.state for record in tell_everything(folder, the_master()).records} == {"marked"}
    page.context.close()


def test_ten_memos_are_marked_by_mouse_and_the_page_is_for_everybody(browser, address, folder):
    page = sit(browser, address, "Bob")
    page.get_by_label("List", exact=True).select_option(label="No text handed in")
    page.get_by_text("No text was handed in.").wait_for()
    page.get_by_label("List", exact=True).select_option(index=1)
    page.get_by_text("No text was handed in.").wait_for(state="hidden")
    page.get_by_text("10 marked").wait_for()
    below = 0
    for turn in range(10):
        page.wait_for_function("() => !document.querySelector('.cst-desk input[type=radio]:checked')")
        below += page.get_by_text("Found in a box below.").count()
        assert page.get_by_text("The other markers").count() == 0, "a second look is not told what the first one saw"
        at = (number(page), page.locator(".cst-memo-text").inner_text())
        for criterion, level in (("Explanation", "4 ·"), ("Evidence", "3 ·"), ("Fairness", "2 ·" if turn else "4 ·")):
            group = page.get_by_role("radiogroup", name=re.compile(criterion))
            group.get_by_text(re.compile(f"^{level}")).click()
        page.get_by_text("Anna: 2.5").wait_for()
        page.get_by_label("a · Name the owner, 3 times a day.").check()
        if turn == 5:
            holds_at_any_light(page)
        page.get_by_role("button", name="Next").click()
        if turn < 9:
            on(page, at)
    assert below == 1
    page.get_by_text("10 texts marked by both; 0 equal, 9 within half a point").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("The last click is undone.").wait_for()
    page.get_by_label("List", exact=True).select_option(index=2)
    page.get_by_text("The markers differ: what you choose now counts.").wait_for()
    for key in "333":
        page.keyboard.press(key)
    page.get_by_text("Fairness: 3. 3 of 4 points.").wait_for()
    page.get_by_role("button", name="Show the name").click()
    shown = page.locator(".cst-desk-title strong").inner_text()
    assert [mark.points for mark in folder.hand_marks(shown)] == [2.5, 3.5, 3]
    page.context.close()


IN_ONE_BREATH = """() => {
  const level = (criterion, rank) => document.querySelectorAll('.cst-rubric .cst-question')[criterion].querySelectorAll('input')[rank].click();
  const press = name => [...document.querySelectorAll('.cst-desk-head button')].find(one => one.textContent === name).click();
  const comment = () => document.querySelector('.cst-options input').click();
  level(0, 1); level(0, 0); level(1, 0); comment(); level(2, 0); press('Next'); level(0, 3); press('Next');
}"""


def test_what_is_clicked_quickly_is_done_in_its_order_and_a_page_that_is_loaded_again_goes_on(browser, address, folder):
    page = sit(browser, address, "Cem", SLOW)
    page.get_by_text("text 1 of 11").wait_for()
    page.evaluate(IN_ONE_BREATH)
    page.get_by_text("Text 3 of 11.", exact=True).wait_for()
    page.reload()
    page.get_by_label("Your name").fill("Cem")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cst-memo-text:focus")
    kept = [mark for student in TEXTS for mark in folder.hand_marks(student) if mark.marker == "Cem"]
    assert [(list(mark.levels.values()), mark.comments) for mark in kept] == [
        ([4, 4, 4], ("Name the owner, 3 times a day.",))
    ], "and no level lands on a text that nobody has seen"
    page.context.close()


def test_a_click_that_could_not_be_kept_is_not_shown_as_if_it_were(browser, address, folder):
    page = sit(browser, address, "Dora")
    page.get_by_text("text 1 of 11").wait_for()
    page.get_by_role("button", name="Show the name").click()
    file = folder.texts(page.locator(".cst-desk-title strong").inner_text())
    before = file.read_bytes()
    file.write_text("{", encoding="utf-8")
    page.get_by_role("radiogroup", name=re.compile("Evidence")).get_by_text(re.compile("^2 ·")).click()
    page.get_by_role("alert").get_by_text("The last click is not kept.").wait_for()
    assert page.locator(".cst-desk input:checked").count() == 0
    page.get_by_label("a · Name the owner, 3 times a day.").click()
    page.wait_for_function("() => !document.querySelector('.cst-desk input:checked')")
    page.keyboard.press("w")
    page.keyboard.type("My own words")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.cst-desk-write textarea').value === 'My own words'")
    page.wait_for_selector(".cst-memo-text:focus")
    file.write_bytes(before)
    page.get_by_role("radiogroup", name=re.compile("Evidence")).get_by_text(re.compile("^2 ·")).click()
    page.get_by_text("Evidence: 2. Fairness is next.").wait_for()
    assert page.locator(".cst-desk input:checked").count() == 1
    page.context.close()


def focus_is_on(page, what):
    page.wait_for_function("what => document.activeElement.matches(what)", arg=what)


def test_controls_are_gone_through_by_keyboard_and_a_python_that_is_silent_is_told(browser, address, folder):
    page = sit(browser, address, "Emil")
    explanation = page.get_by_role("radiogroup", name=re.compile("Explanation"))
    explanation.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.get_by_text("Explanation: 4.").wait_for()
    page.keyboard.press("ArrowDown")
    page.get_by_text("Explanation: 3.").wait_for()
    focus_is_on(page, ".cst-rubric .cst-question:first-child label:nth-child(2) input:checked")
    page.keyboard.press("Tab")
    focus_is_on(page, ".cst-rubric .cst-question:nth-child(2) input")
    page.keyboard.press("w")
    page.keyboard.type("A draft")
    page.keyboard.press("Escape")
    focus_is_on(page, ".cst-memo-text")
    page.keyboard.press("2")
    page.get_by_text("Evidence: 2. Fairness is next.").wait_for()
    assert page.get_by_label("A new comment (w)").input_value() == "A draft"
    page.get_by_label("List", exact=True).focus()
    page.keyboard.press("1")
    page.get_by_text(re.compile("^Fairness: 1. .* points.$")).wait_for()
    page.once("dialog", lambda dialog: dialog.accept())
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    page.keyboard.press("u")
    page.get_by_role("alert").get_by_text("Python does not answer, and what you did last is not kept.").wait_for()
    page.reload()
    page.wait_for_selector(".cst-desk-start input:focus")
    page.context.close()


def holds_at_any_light(page):
    """Whole on a page of 1280 by 720, named for every ear, in light and in dark."""
    assert page.evaluate("() => document.querySelector('.cst-desk').scrollWidth") <= 1280
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
        page.wait_for_function("name => document.body.dataset.jpThemeName === name", arg=theme)
        assert wrong_for_ears(page) == ""
    for name in ("Next", "Undo", "JupyterLab"):
        box = page.get_by_role("button", name=name, exact=True).bounding_box()
        assert box["x"] + box["width"] <= 1280 and box["y"] < 60
    page.get_by_role("button", name="JupyterLab").click()
    page.get_by_role("menuitem", name="Settings").wait_for()
    page.get_by_role("button", name="JupyterLab").click()
