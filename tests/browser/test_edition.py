"""The read-only edition in a real browser, opened from disk, without a network."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from cst1992.teacher.edition.edition import write_edition
from tests.clock import ONE_PROCESS, run_once

pytestmark = [pytest.mark.browser, pytest.mark.slow, ONE_PROCESS]


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cst1992.teacher.edition.edition.ran", run_once)
        return write_edition(tmp_path_factory.mktemp("edition"))


def test_the_edition_has_an_index_and_a_page_for_each_notebook_and_every_link_resolves(edition):
    numbers = [f"0{number}" for number in range(7)]
    assert [path.name[:2] for path in edition] == ["in", *(number for number in numbers for _ in range(3))]
    for path in edition:
        text = path.read_text(encoding="utf-8")
        for target, anchor in re.findall(r'href="(?!https?:|#|mailto:)([^"#]+)(?:#([^"]*))?"', text):
            assert (path.parent / target).exists(), f"{path.name} links to {target}, which is not there"
            assert not anchor or f'id="{anchor}"' in (path.parent / target).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("theme", "each"),
    [
        pytest.param("dark", 7, id="the index, and one page of each kind"),
        *[pytest.param(theme, 1, marks=pytest.mark.release, id=f"every page, {theme}") for theme in ("dark", "light")],
    ],
)
def test_a_page_opens_from_disk_readable_for_all_and_asks_nothing_of_the_outside(edition, browser, theme, each):
    context = browser.new_context(color_scheme=theme, viewport={"width": 390, "height": 900}, offline=True)
    asked = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    for path in edition[::each]:
        page.goto(path.as_uri())
        assert page.evaluate("document.body.dataset.jpThemeLight") == str(theme == "light").lower()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, f"{path.name} is too wide for a phone"
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, f"{path.name} is too wide when it is open"
        found = [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in Axe().run(page).response["violations"]]
        assert found == [], f"{path.name}, {theme}: {found}"
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def test_figures_have_their_words_and_answers_are_folded(edition, browser):
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    for path in edition[4::3]:
        page.goto(path.as_uri())
        pictures = page.locator(".cst-figure [role=img]")
        shown = page.locator(".cst-figure, .cst-glance, .cst-pair").count()
        assert shown >= 2, f"{path.name} has {shown} pictures and tables at a glance"
        for place in range(pictures.count()):
            assert len(pictures.nth(place).get_attribute("aria-label").split()) >= 8
        assert page.locator(".question").count() >= 12, path.name
        assert page.locator("details[open]").count() == 0
    page.get_by_role("button", name="Dark page").click()
    assert page.get_by_role("button", name="Light page").is_visible()
    context.close()


def test_nothing_that_answers_is_seen_before_somebody_opens_a_fold_on_the_page_or_in_print(edition, browser):
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    for path in [path for path in edition[1:] if "_summary" not in path.name]:
        page.goto(path.as_uri())
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            for answer in (".cst-figure", ".cst-note", ".cst-table", ".result > .cst-card", ".printed", ".cst-sources"):
                seen = page.locator(answer).locator("visible=true")
                assert seen.count() == 0, f"{path.name}, {media}: {seen.first.inner_text()[:80]}"
        assert path.stat().st_size < 3_000_000
    context.close()


def test_all_folds_open_and_close_by_keyboard(edition, browser):
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    page.goto(edition[0].as_uri())
    assert page.locator("#folds").is_hidden(), "the index has no folds"
    page.goto(edition[7].as_uri())
    folds, opened = page.locator("details"), page.locator("details[open]")
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "folds"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert opened.count() == folds.count() > 50
    assert page.locator("#folds").inner_text() == "Close all folds"
    page.keyboard.press("Space")
    assert opened.count() == 0
    summary = page.locator(".result > details > summary").first
    summary.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert opened.count() == 1
    context.close()


def test_folds_open_without_scripts(edition, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(edition[7].as_uri())
    assert page.locator("#folds").is_hidden()
    fold = page.locator(".result > details:has(.cst-glance)").first
    fold.locator("summary").first.click()
    assert fold.locator(".cst-glance").is_visible()
    context.close()


def test_a_dark_page_prints_dark_on_white_and_questions_print_without_and_with_answers(edition, browser):
    context = browser.new_context(color_scheme="dark", viewport={"width": 1000, "height": 900})
    page = context.new_page()
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    page.goto(edition[7].as_uri())
    colours = (
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]"
    )
    assert page.evaluate(colours)[0] == "rgb(230, 234, 240)"
    page.emulate_media(media="print")
    assert page.evaluate(colours)[0] == "rgb(31, 41, 51)" and page.evaluate(colours)[1] != "rgb(17, 20, 24)"
    page.emulate_media(media="screen")
    answer = page.locator(".question details", has_text="Answer").first
    for link, answers in (("Print the questions", False), ("Print them with answers", True)):
        page.get_by_role("link", name=link).click()
        page.emulate_media(media="print")
        assert page.locator(".question").first.is_visible()
        assert not page.locator("main > p").first.is_visible() and not page.locator("pre.code").first.is_visible()
        assert answer.is_visible() is answers and (answer.get_attribute("open") is not None) is answers
        page.emulate_media(media="screen")
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.locator(".question details[open]").count() == 0 and page.locator("main > p").first.is_visible()
    assert page.evaluate("window.printed") == 2
    context.close()


def test_a_summary_prints_on_one_page_and_is_made_of_the_parts_of_its_notebook(edition, browser):
    context = browser.new_context()
    page = context.new_page()
    for path in edition[3::3]:
        page.goto(path.as_uri())
        assert (
            page.locator(".summary li").count() >= 10
            and page.locator(".summary .cst-figure, .summary .cst-glance").count() == 1
        )
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, f"{path.name} does not fit on one page"
    context.close()


def test_the_way_through_in_20_minutes_asks_for_a_first_answer_and_ends_with_the_key_points(edition):
    for path in edition[2::3]:
        headings = re.findall(r"<h2[^>]*>(.*?)</h2>", path.read_text(encoding="utf-8"))
        assert "Your first answer" in headings and "Key points" in headings[-2:], path.name
