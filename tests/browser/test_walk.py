"""The seven notebooks in Notebook 7 (in JupyterLab: `test_by_ear.py`), and what stands in few of them."""

import json

import pytest

from tests.browser.lab import ROOT, close, open_notebook, problems

pytestmark = pytest.mark.browser

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.slow
@pytest.mark.release
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_in_notebook_7_without_error_or_warning(lab, context, name):
    page = context.new_page()
    page.set_default_timeout(30_000)
    open_notebook(lab, page, f"notebooks/{name}", front_end="Notebook 7")
    found, shown = problems(page), page.locator(".cst-figure svg:visible, .cst-glance:visible").count()
    close(page)
    assert found == [] and context.outside == [], f"{name}: {found}, {context.outside}"
    assert shown >= 1, f"{name} shows no picture and no table at a glance"


@pytest.mark.slow
def test_a_country_is_chosen_and_met_again(lab, page):
    lab.record.unlink(missing_ok=True)
    open_notebook(lab, page, "notebooks/00_start_here.ipynb")
    chooser = page.get_by_role("group", name="The country you follow")
    chooser.get_by_role("combobox", name="Country").select_option("Georgia")
    chooser.get_by_role("button", name="Follow it").click()
    chooser.get_by_role("status").filter(has_text="You follow Georgia (acceded in 1993)").wait_for()
    assert json.loads(lab.record.read_text(encoding="utf-8").splitlines()[-1])["state"] == "Georgia"


@pytest.mark.slow
def test_a_case_is_decided_by_keyboard_and_its_outcome_stands_apart(lab, page):
    lab.record.unlink(missing_ok=True)
    open_notebook(lab, page, "notebooks/06_when_help_was_asked_for.ipynb")
    case = page.get_by_role("group", name="A case to decide: Kazakhstan")
    case.get_by_role("button", name="Decide").click()
    case.get_by_role("alert").filter(has_text="Choose one of the positions first").wait_for()
    case.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    case.get_by_role("textbox").fill("Article 4, at the request")
    case.get_by_role("button", name="Decide").focus()
    page.keyboard.press("Enter")
    case.get_by_text("What spoke against it").wait_for()
    assert case.get_by_text("What was done", exact=True).count() == 0
    kept = json.loads(lab.record.read_text(encoding="utf-8").splitlines()[-1])
    assert (kept["kind"], kept["reasons"]) == ("decision", "Article 4, at the request")
