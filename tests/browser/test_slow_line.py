"""A server far away: whoever chooses, writes and presses quickly is marked by what stood on the page."""

import nbformat
import pytest

from tests.browser.lab import SLOW, close, open_notebook
from tests.quizzes.banks import SIX

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_answer_that_stands_on_the_page_is_the_one_that_counts(lab, browser):
    (lab.root / "six.yaml").write_text(SIX, encoding="utf-8")
    sources = ("import cst1992 as cst", "cst.choose_country()", 'cst.quiz("six.yaml")', 'cst.decide("kazakhstan-2022")')
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), lab.root / "slow line.ipynb")
    context = lab.context(browser, height=2200)
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.add_init_script(SLOW)
    open_notebook(lab, page, "slow line.ipynb")
    single, case = page.locator(".cst-question").nth(0), page.locator(".cst-question").last
    wrong, right = single.get_by_role("radio", name="That"), single.get_by_label("This")
    for one in (wrong, right):
        one.evaluate("node => node.click()")
    single.get_by_role("button", name="Check").evaluate("node => node.click()")
    single.get_by_text("✓ Right.").wait_for()
    case.get_by_role("radio").first.check()
    case.get_by_role("textbox").focus()
    page.keyboard.type("Article 4 binds to help, and says nothing of unrest.")
    case.get_by_role("button", name="Keep my decision").or_(case.get_by_role("button", name="Decide")).first.click()
    case.get_by_text("Kept.").wait_for()
    assert "says nothing of unrest." in lab.record.read_text(encoding="utf-8")
    chooser = page.get_by_role("group", name="The country you follow")
    chooser.get_by_label("Country").focus()
    shown = []
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        shown.append(chooser.get_by_label("Country").evaluate("menu => menu.selectedOptions[0].textContent"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    chooser.get_by_role("status").filter(has_text=f"You follow {shown[-1]}").wait_for()
    close(page)
    context.close()
