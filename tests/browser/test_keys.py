"""Somebody without a mouse at 150 %: every key is pressed, in JupyterLab and in Notebook 7."""

from itertools import pairwise

import pytest

from tests.browser.lab import cell_count, close, open_notebook

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOCUS = """() => {
  const at = document.activeElement, cells = [...document.querySelectorAll('.jp-Notebook .jp-Cell')];
  const cell = cells.indexOf(at.closest('.jp-Cell')), active = jupyterapp.shell.currentWidget.content.activeCellIndex;
  return {cell, active, itself: at.classList.contains('jp-Cell'), what: at.textContent.trim().slice(0, 30)};
}"""
IN_VIEW = """() => [...document.querySelectorAll('.cst-frame [role=alert]')].some(told => {
  const box = told.getBoundingClientRect(), view = told.closest('.jp-WindowedPanel-outer').getBoundingClientRect();
  return box.height && box.top >= view.top && Math.min(box.bottom, box.top + 16) <= view.bottom;
})"""
COUNT = "place => jupyterapp.shell.currentWidget.content.widgets[place].model.executionCount"


@pytest.fixture(scope="module", params=["JupyterLab", pytest.param("Notebook 7", marks=pytest.mark.release)])
def small(request, lab, browser):
    """Notebook 02 in a window of 911x512, run from top to bottom, with an empty record."""
    context = lab.context(browser, width=911, height=512)
    page = context.new_page()
    page.set_default_timeout(20_000)
    lab.record.unlink(missing_ok=True)
    open_notebook(lab, page, front_end=request.param)
    yield page
    close(page)
    context.close()


def press(page, *keys):
    """Press keys one after the other; where the focus is then."""
    for key in keys:
        page.keyboard.press(key)
    return page.evaluate(FOCUS)


def on_cell(page, place):
    page.evaluate("place => document.querySelectorAll('.jp-Notebook .jp-Cell')[place].focus()", place)


def cell_around(page, selector):
    page.locator(selector).first.focus()
    return page.evaluate(FOCUS)["cell"]


def test_tab_walks_from_box_to_box_through_all_controls_and_back(small):
    page, before = small, cell_count(small)
    on_cell(page, 0)
    places = [0]
    while places[-1] != before - 1 and len(places) < 400:
        at = press(page, "Tab")
        assert at["cell"] == at["active"]
        places.append(at["cell"])
    steps = {later - earlier for earlier, later in pairwise(places)}
    assert steps == {0, 1}, "Tab goes on by one control or one box, never over a box"
    on_cell(page, 12)
    back = [press(page, "Shift+Tab") for _ in range(4)]
    assert [(at["cell"], at["itself"]) for at in back] == [(11, True), (10, True), (9, True), (8, True)]
    assert cell_count(page) == before


@pytest.mark.parametrize(
    "selector", ["details > summary:visible", ".cst-table[tabindex]:visible", ".cst-frame .cst-secondary"]
)
def test_from_anywhere_in_an_output_keys_do_what_they_do_elsewhere(small, selector):
    page, before = small, cell_count(small)
    place = cell_around(page, selector)
    runs = page.evaluate(COUNT, place)
    at = press(page, "Escape")
    assert (at["cell"], at["itself"]) == (place, True), "Escape goes back to the box"
    page.locator(selector).first.focus()
    at = press(page, "d", "d", "x", "b", "m")
    assert at["cell"] == place and cell_count(page) == before, "a letter is no command inside an output"
    page.locator(selector).first.focus()
    assert press(page, "ArrowDown")["cell"] == place + 1
    page.locator(selector).first.focus()
    in_question = page.evaluate("() => !!document.activeElement.closest('.cst-question')")
    at = press(page, "Shift+Enter")
    if not in_question:
        assert at["cell"] == at["active"] == place + 1
        page.wait_for_function(f"([place, runs]) => ({COUNT})(place) > runs", arg=[place, runs])
        page.locator(selector).first.wait_for()


def test_from_a_text_box_escape_goes_back_and_shift_enter_keeps_and_goes_on(small):
    page, before = small, cell_count(small)
    place = cell_around(page, "textarea")
    page.keyboard.type("Two dd xx words")
    assert press(page, "Escape") | {"what": ""} == {"cell": place, "active": place, "itself": True, "what": ""}
    at = press(page, "Tab")
    assert at["cell"] == place and not at["itself"], "Tab goes into the output"
    page.keyboard.type(" More.")
    press(page, "Control+Enter")
    page.get_by_role("alert").filter(has_text="Kept").first.wait_for()
    assert page.evaluate("() => document.activeElement.tagName") == "TEXTAREA", "Ctrl+Enter stays"
    page.keyboard.type(" Again more.")
    assert press(page, "Shift+Enter")["cell"] == place + 1
    page.get_by_role("alert").filter(has_text="Kept (").first.wait_for()
    page.wait_for_function(IN_VIEW)
    assert cell_count(page) == before


def test_tab_goes_to_the_option_that_is_chosen(small):
    page = small
    option = page.locator(".cst-quiz input[type=radio]").nth(2)
    option.focus()
    page.keyboard.press("Space")
    press(page, "Escape")
    for _ in range(40):
        press(page, "Tab")
        if page.evaluate("() => document.activeElement.type === 'radio'"):
            break
    assert page.evaluate("() => document.activeElement.checked"), "not the first one, which would change the answer"


def test_in_a_quiz_shift_enter_checks_and_goes_on_to_the_next_question(small):
    page, before = small, cell_count(small)
    quiz = ".cst-quiz:has(.cst-question ~ .cst-question)"
    first = page.locator(f"{quiz} .cst-question").first
    place = cell_around(page, f"{quiz} .cst-question input[type=radio]")
    page.keyboard.press("Space")
    at = press(page, "Shift+Enter")
    first.get_by_role("alert").first.wait_for()
    page.wait_for_function(IN_VIEW)
    asked = page.evaluate("() => document.activeElement.closest('.cst-question').textContent")
    assert at["cell"] == place and asked.startswith("2."), "on to the next question of the same quiz"
    last = page.locator(quiz).first.locator(".cst-question").last
    last.locator("input, select").first.focus()
    assert press(page, "Shift+Enter")["cell"] == place + 1
    assert cell_count(page) == before


def test_arrows_go_through_check_boxes_and_stay_in_the_question(small):
    page = small
    boxes = page.locator(".cst-options").filter(has=page.get_by_role("checkbox")).first.get_by_role("checkbox")
    boxes.first.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    assert boxes.first.evaluate("box => box === document.activeElement")


def test_what_00_teaches_by_keyboard_is_so(small):
    """A new box and back, run all above by the palette, run and stay: the keys of the table in 00."""
    page, before = small, cell_count(small)
    on_cell(page, 6)
    assert press(page, "b")["cell"] == 7 and cell_count(page) == before + 1
    press(page, "z")
    page.wait_for_function("count => jupyterapp.shell.currentWidget.content.widgets.length === count", arg=before)
    first = page.evaluate(
        "() => jupyterapp.shell.currentWidget.content.widgets.findIndex(cell => cell.model.type === 'code')"
    )
    on_cell(page, first + 2)
    runs = page.evaluate(COUNT, first)
    page.keyboard.press("Control+Shift+C")
    page.locator(".lm-CommandPalette-input").first.wait_for()
    page.keyboard.type("run all above")
    page.locator(".lm-CommandPalette-item", has_text="Run All Above Selected Cell").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_function(f"([place, runs]) => ({COUNT})(place) > runs", arg=[first, runs])
    on_cell(page, first)
    runs = page.evaluate(COUNT, first)
    assert press(page, "Control+Enter")["cell"] == first, "Ctrl+Enter runs and stays"
    page.wait_for_function(f"([place, runs]) => ({COUNT})(place) > runs", arg=[first, runs])


def test_a_box_that_has_run_stands_in_view_from_its_beginning(small):
    page = small
    for selector in (".cst-quiz", ".cst-glance"):
        place = page.evaluate(
            "what => [...document.querySelectorAll('.jp-Notebook .jp-Cell')].indexOf(document.querySelector(what).closest('.jp-Cell'))",
            selector,
        )
        runs = page.evaluate(COUNT, place)
        on_cell(page, place)
        page.keyboard.press("Shift+Enter")
        page.wait_for_function(f"([place, runs]) => ({COUNT})(place) > runs", arg=[place, runs])
        page.wait_for_function(
            "place => { const top = document.querySelectorAll('.jp-Notebook .jp-Cell')[place].getBoundingClientRect().top;"
            " return top > 0 && top < 200; }",
            arg=place,
        )


def test_what_starts_the_keys_is_not_seen(small):
    seen = "() => [...document.querySelectorAll('[data-cst-keys]')].filter(one => one.getClientRects().length).length"
    assert small.locator("[data-cst-keys]").count() > 5 and small.evaluate(seen) == 0
