"""A case to decide: the decision is kept and comes back, and tells nothing of what was done."""

import ipywidgets
import pytest

import cst1992 as cst
from cst1992.facts.package import rows
from cst1992.page import record
from tests.page.touching import found, shown

CASES = [str(row["id"]) for row in rows("cases")]


@pytest.mark.parametrize("case", CASES)
def test_a_decision_is_kept_and_tells_nothing_of_what_was_done(case):
    widget = cst.decide(case)
    decide, reasons = found(widget, ipywidgets.Button)[0], found(widget, ipywidgets.Textarea)[0]
    decide.click()
    assert "Choose one of the positions first" in shown(widget) and record.entries() == []
    choices = found(widget, ipywidgets.RadioButtons)[0]
    choices.index = 1
    decide.click()
    assert "Write your reason in one sentence" in shown(widget) and record.entries() == []
    reasons.value = "Article 2"
    decide.click()
    told = shown(widget)
    assert "What spoke against it" in told and "What was done</dt>" not in told and "Whose position" not in told
    for row in cst.case_choices(case).itertuples():
        assert row.position_of not in told, "whose position it was is told with the outcome"
    kept = record.entries()[-1]
    assert (kept["kind"], kept["case"], kept["choice"], kept["reasons"]) == (
        "decision",
        case,
        choices.value,
        "Article 2",
    )
    assert cst.outcome(case).html.count("(your choice)") == 1


def test_a_decision_comes_back_on_another_day():
    widget = cst.decide("armenia-2022")
    found(widget, ipywidgets.RadioButtons)[0].index = 0
    found(widget, ipywidgets.Textarea)[0].value = "Article 4"
    found(widget, ipywidgets.Button)[0].click()
    again = cst.decide("armenia-2022")
    assert found(again, ipywidgets.RadioButtons)[0].index == 0 and "Your earlier decision is back" in shown(again)
    assert found(again, ipywidgets.Textarea)[0].value == "Article 4"
