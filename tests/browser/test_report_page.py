"""The teacher's report in a real browser, opened from disk, without a network."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from cst1992.teacher.marking.telling.report import report_html
from tests.teacher.marking.telling.test_report import CLASS, MASTER, NOTHING, sheet

pytestmark = [pytest.mark.browser, pytest.mark.slow]
RARE = (("a1", "77"), ("b2", '"<i>Mars</i>"'))


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    twins = [sheet(name, 0.0, 0.0, 1.0, text=None, answers=RARE) for name in ("أحمد علي", "<b>Боб</b>")]
    path.write_text(report_html([*CLASS, *twins, *NOTHING], MASTER, []), encoding="utf-8")
    return path


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_report_opens_from_disk_for_all_and_asks_nothing_of_the_outside(report, browser, theme):
    context = browser.new_context(color_scheme=theme, viewport={"width": 1000, "height": 900}, offline=True)
    asked, page = [], context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: pytest.fail(message.text))
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert page.locator("i, b").count() == 0 and page.get_by_text('b2 = "<i>Mars</i>"').count() == 2
    assert page.get_by_role("heading", level=2).all_inner_texts() == page.locator("nav a").all_inner_texts()
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert asked == [report.as_uri()]
    context.close()
