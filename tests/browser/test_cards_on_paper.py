"""The cards of every activity as they are printed: nothing is cut, nothing is too wide, on A4 and on Letter."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from cst1992.teacher.activities.activities import activity_names, load_activity
from cst1992.teacher.activities.paper.files import write_cards

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# What both papers have inside margins of 12 mm, in pixels of 96 to the inch.
WIDE, HIGH = 186 / 25.4 * 96, 248 / 25.4 * 96
WHOLE = ".card, .piece, .slips, .slip, .letters, .held, .warning, tr"
TOO_BIG = """([high]) => [...document.querySelectorAll('WHOLE')]
  .filter(one => one.getBoundingClientRect().height > high || one.scrollWidth > one.clientWidth + 1)
  .map(one => one.className + ': ' + one.textContent.slice(0, 60))""".replace("WHOLE", WHOLE)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cards")
    return {name: write_cards(load_activity(name), folder / name, students=30) for name in activity_names()}


def pages_in(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_no_card_slip_or_row_is_higher_or_wider_than_a_page(printed, browser):
    context = browser.new_context(viewport={"width": round(WIDE), "height": 900}, offline=True)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.emulate_media(media="print")
    for name, files in printed.items():
        for path in files:
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= round(WIDE), f"{name}, {path.name}"
            assert page.evaluate(TOO_BIG, [HIGH]) == [], f"{name}, {path.name}"
    assert all(url.startswith("file:") for url in asked)
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_sheet_of_ballots_letters_and_votes_is_one_page(printed, browser, paper):
    page = browser.new_page()
    for name in ("council_2022_september", "who_signed"):
        for path in printed[name]:
            if path.name in ("ballots.html", "letters.html", "voting_cards.html"):
                page.goto(path.as_uri())
                sheets = page.locator("section.sheet").count()
                assert pages_in(page.pdf(format=paper)) == sheets, f"{name}, {path.name}, {paper}"
    page.close()


def test_letters_are_high_enough_to_be_read_across_a_room(printed, browser):
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(printed["council_2010"][0].with_name("letters.html").as_uri())
    assert page.locator(".held").all_text_contents() == ["A", "B", "C", "D"]
    size = float(page.locator(".held").first.evaluate("one => getComputedStyle(one).fontSize").removesuffix("px"))
    assert size / 96 * 25.4 * 0.7 > 55, "a capital letter of less than 55 mm"
    page.close()


def test_on_a_phone_the_cards_are_readable_for_all(printed, browser):
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    for path in printed["council_2010"]:
        if path.name in ("documents.html", "kept_back.html"):
            continue  # drawn like the cards of the roles
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path.name
        found = [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in Axe().run(page).response["violations"]]
        assert found == [], f"{path.name}: {found}"
    context.close()
