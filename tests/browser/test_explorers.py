"""The six explorers in a real JupyterLab: by keyboard, with names, and without a complaint of axe."""

import nbformat
import pytest

from tests.browser.lab import cell_count, change_theme, close, open_notebook, problems

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAME = "explorers.ipynb"
VERBS = (
    "explore_articles",
    "explore_paragraphs",
    "explore_requests",
    "explore_timeline",
    "explore_membership",
    "explore_threats",
)


@pytest.fixture(scope="module")
def page(lab, browser):
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(f"import cst1992 as cst\ncst.{verb}()") for verb in VERBS]
    nbformat.write(notebook, lab.root / NAME)
    context = lab.context(browser, height=5000)
    page = context.new_page()
    page.set_default_timeout(20_000)
    open_notebook(lab, page, NAME)
    yield page
    close(page)
    context.close()


def test_all_explorers_show_their_picture_or_card(page):
    assert problems(page) == []
    assert page.locator(".cst-frame").count() == len(VERBS)
    assert page.locator(".cst-frame .cst-wide svg").count() == 3


def test_a_menu_is_turned_by_keyboard_and_the_sentence_follows(page):
    before = cell_count(page)
    explorer = page.get_by_role("group", name="Explore the timeline")
    explorer.get_by_role("combobox", name="Theme").focus()
    page.keyboard.press("ArrowDown")
    explorer.get_by_role("status").filter(has_text="Institutions").wait_for()
    page.keyboard.press("x")
    page.keyboard.press("Tab")
    page.keyboard.press("b")
    requests = page.get_by_role("group", name="Explore the requests for help")
    requests.get_by_role("combobox", name="Asked by").select_option("Kazakhstan")
    requests.get_by_text("1 case in this selection").wait_for()
    assert cell_count(page) == before


def test_a_day_is_typed_by_keyboard_and_the_picture_waits_for_a_whole_one(page):
    explorer = page.get_by_role("group", name="Explore membership")
    before = cell_count(page)
    day = explorer.get_by_label("Day", exact=True)
    day.focus()
    page.keyboard.type("05311999")
    explorer.get_by_text("1999-05-31. Tiles of").wait_for()
    assert day.input_value() == "1999-05-31", "a year that is half written stays as it is written"
    assert (day.get_attribute("min"), day.get_attribute("max")) == ("1991-01-01", "2026-12-31")
    day.fill("2030-01-01")
    explorer.get_by_role("status").filter(has_text="shows the days from 1 January 1991").wait_for()
    day.fill("")
    explorer.get_by_role("status").filter(has_text="Write a whole day").wait_for()
    assert explorer.locator(".cst-wide svg").count() == 1, "the picture stays"
    assert cell_count(page) == before


def test_a_day_of_change_is_chosen_by_keyboard_and_stands_in_the_box_for_the_day(page):
    explorer = page.get_by_role("group", name="Explore membership")
    explorer.get_by_role("combobox", name="A day on which it changed").select_option("1994-04-20")
    explorer.get_by_text("1994-04-20. Tiles of").wait_for()
    assert explorer.get_by_label("Day", exact=True).input_value() == "1994-04-20"
    explorer.get_by_label("Day", exact=True).focus()
    page.keyboard.press("ArrowDown")
    explorer.get_by_role("status").filter(has_not_text="1994-04-20").wait_for()
    assert explorer.get_by_role("combobox", name="A day on which it changed").input_value() == "a day of your own"


def test_the_page_does_not_jump_while_a_picture_is_redrawn(page):
    explorer = page.get_by_role("group", name="Explore membership")
    heights = page.evaluate(
        """async () => {
          const box = [...document.querySelectorAll('.cst-frame')].find(b => b.getAttribute('aria-label') === 'Explore membership');
          const seen = new Set(), select = box.querySelector('select');
          for (const step of [1, 2, 3]) {
            select.selectedIndex = step;
            select.dispatchEvent(new Event('change', {bubbles: true}));
            const end = Date.now() + 700;
            while (Date.now() < end) {
              await new Promise(requestAnimationFrame);
              seen.add(box.querySelector('.cst-wide svg') ? 'drawn' : 'empty');
            }
          }
          return [...seen];
        }"""
    )
    assert heights == ["drawn"], "no moment without a picture"
    assert explorer.count() == 1


def test_axe_finds_nothing_to_complain_of_in_any_explorer(page):
    from axe_playwright_python.sync_playwright import Axe

    for theme in ("light", "dark", "contrast"):
        change_theme(page, theme)
        page.wait_for_timeout(300)
        found = Axe().run(page, context=".cst-frame").response["violations"]
        told = [
            (rule["id"], rule["nodes"][0]["html"][:200], rule["nodes"][0]["failureSummary"][:200]) for rule in found
        ]
        assert told == [], f"{theme}: {told}"


def test_no_explorer_runs_over_the_edge_of_a_narrow_page(page):
    page.set_viewport_size({"width": 390, "height": 3000})
    page.wait_for_timeout(500)
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.cst-frame')].filter(box => box.scrollWidth > box.clientWidth + 1)"
        ".map(box => box.getAttribute('aria-label'))"
    )
    page.set_viewport_size({"width": 1280, "height": 5000})
    assert wide == []
