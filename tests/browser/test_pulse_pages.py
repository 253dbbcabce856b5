"""The pulse of the room in a real browser, opened from disk: on a projector, on paper, for all."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from cst1992.teacher.cli import main
from tests.teacher.pulse.a_class import hand_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCREENS = """() => [...document.querySelectorAll('.screen')].map(one =>
  [one.id, one.getBoundingClientRect().height, one.scrollWidth - one.clientWidth])"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pulse")
    hand_in(folder / "in", 32)
    words = ["pulse", str(folder / "in"), "--with-words", "--to"]
    assert main([*words, str(folder)]) == main([*words, str(folder / "03"), "--notebook", "03"]) == 0
    return {
        name: (folder / f"{name}.html").as_uri()
        for name in ("pulse", "pulse_projector", "03/pulse", "03/pulse_projector")
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["03/pulse", "03/pulse_projector"])
def test_each_page_is_readable_for_all_and_asks_nothing_of_the_outside(pages, browser, name, theme):
    context = browser.new_context(color_scheme=theme, viewport={"width": 1280, "height": 720}, offline=True)
    asked, page = [], context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: pytest.fail(message.text))
    page.goto(pages[name])
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert asked == [pages[name]]
    context.close()


@pytest.mark.parametrize(("wide", "high"), [(1280, 720), (1920, 1080)])
def test_every_screen_of_the_projector_is_whole(pages, browser, wide, high):
    page = browser.new_page(viewport={"width": wide, "height": high})
    page.goto(pages["pulse_projector"])
    screens = page.evaluate(SCREENS)
    assert len(screens) > 200
    assert [one for one in screens if one[1] > high + 2 or one[2] > 0] == []
    page.close()


def test_by_keyboard_one_screen_follows_the_other(pages, browser):
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{pages['pulse_projector']}#q-03-what-happened-in-1999")
    screen = page.locator("#q-03-what-happened-in-1999")
    assert screen.get_by_text("right", exact=True).count() == 0, "nothing tells yet what is right"
    screen.get_by_role("link", name="Next").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#q-03-what-happened-in-1999-both")
    assert page.locator("#q-03-what-happened-in-1999-both").get_by_text("✓ right").count() == 1
    page.close()


def test_on_paper_no_question_is_cut_in_two(pages, browser):
    page = browser.new_page(viewport={"width": 680, "height": 900})
    page.emulate_media(media="print")
    page.goto(pages["pulse"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    high = page.evaluate(
        "[...document.querySelectorAll('article')].map(one => [one.offsetHeight, one.innerText.slice(0, 60)])"
    )
    assert [one for one in high if one[0] > 940] == [], "more than a page has"
    page.close()
