"""A page of feedback in a real browser, opened from disk: readable for all, in both themes, on a telephone and on paper."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.one_sheet import nothing_marked
from cst1992.teacher.marking.record import UNREAD, Record
from cst1992.teacher.marking.telling.feedback import write_feedback
from tests.teacher.marking.sheets import the_master
from tests.teacher.marking.telling.test_feedback import HOSTILE, HOW_SURE, filled

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A page with everything on it, all of it hostile; and one of a file that could not be read."""
    wide = "\n".join(" | ".join(["a_long_name_without_a_blank"] * 6) for _ in range(12))
    task = {**HOW_SURE, "answers": (("how_sure", HOSTILE), ("date_of_the_third_witness", wide), ("x", "y" * 600))}
    text = {
        "text": f"{HOSTILE}\n{'word ' * 2_900}",
        "points": 2.0,
        "comments": (HOSTILE, "z" * 300),
        "found": "in its box",
    }
    records = [
        filled(t_how_sure=task, w_memo=text),
        Record("Word", "", UNREAD, nothing_marked(the_master()), "it is a PDF."),
    ]
    folder = DeskFolder(tmp_path_factory.mktemp("feedback"))
    return sorted(write_feedback(folder, records, the_master(), with_answers=True).pages.iterdir())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_is_readable_for_all_and_asks_and_runs_nothing(pages, browser, theme, width):
    context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 900}, offline=True)
    page = context.new_page()
    asked, refused = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for path in pages:
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path.name} is too wide"
        found = [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in Axe().run(page).response["violations"]]
        assert found == [], f"{path.name}, {theme}: {found}"
        dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(17, 20, 24)"
        assert dark is (theme == "dark"), "the style is allowed by the page's own rule"
    assert [url for url in asked if not url.startswith("file:")] == [] and refused == []
    context.close()


def test_a_link_of_the_overview_leads_to_its_task_by_keyboard(pages, browser):
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(pages[0].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.get_by_role("link", name="Task 4: how sure?").last.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="Task 4: how sure?")
    assert -1 < heading.bounding_box()["y"] < 200
    assert [page.locator(f"h{level}").count() > 0 for level in (1, 2, 3, 4)] == [True] * 4
    context.close()


def test_a_dark_page_prints_dark_on_white_with_its_folds_open(pages, browser):
    context = browser.new_context(color_scheme="dark", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(pages[0].as_uri())
    asked = page.get_by_text("We ask the table.")
    assert not asked.is_visible(), "what was asked is folded where all is right"
    page.emulate_media(media="print")
    assert asked.is_visible() and page.evaluate("getComputedStyle(document.body).color") == "rgb(31, 41, 51)"
    printed = page.pdf(prefer_css_page_size=True)
    assert 5 <= len(re.findall(rb"/Type\s*/Page\b", printed)) < 40
    context.close()
