"""Cases to decide, and what each partner gained and gave."""

import json

import ipywidgets
import pytest

import cst1992 as cst
from cst1992.cards.outcomes import situation_html
from cst1992.facts.files import module_folder
from cst1992.facts.package import row_with, rows
from cst1992.page import record
from tests.page.touching import found, shown

CASES = [str(row["id"]) for row in rows("cases")]


@pytest.mark.parametrize("case", CASES)
def test_the_situation_tells_nothing_of_what_was_done(case):
    row = row_with("cases", "id", case)
    request = row_with("requests", "id", str(row["request"]))
    before = situation_html(row)
    for column in ("what_was_done", "outcome", "reasons_given"):
        for sentence in str(request[column]).split(". "):
            assert sentence not in before, f"{case}: the situation tells already: {sentence}"
    for voice in cst.case_voices(case)["said"]:
        assert voice not in before
    assert request["date"] == row["date"], "the learner decides on the day of the request"


@pytest.mark.parametrize("case", CASES)
def test_a_case_offers_three_or_more_documented_positions_and_four_or_more_voices(case):
    choices, voices = cst.case_choices(case), cst.case_voices(case)
    assert len(choices) >= 3 and choices["position_of"].str.len().min() > 10
    assert len(voices) >= 4 and voices["who"].nunique() >= 4
    assert choices["order"].tolist() == sorted(choices["order"]) and choices["choice"].is_unique


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


def test_before_a_decision_no_choice_is_marked():
    assert "(your choice)" not in cst.outcome("armenia-2022").html


def test_the_plain_call_tells_the_same_as_the_decision():
    text, html = cst.outcome("kazakhstan-2022").text, cst.outcome("kazakhstan-2022").html
    for row in cst.case_voices("kazakhstan-2022").itertuples():
        assert row.said in text and row.who.split(",")[0] in html
    assert "None" not in html, "a voice without a date has no empty brackets"


def test_an_unknown_case_names_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'kazakhstan-2022'"):
        cst.outcome("kazakhstan-2002")


def test_each_side_of_an_exchange_gains_or_gives_something():
    table = cst.exchanges()
    sides = ["kazakhstan_gained", "kazakhstan_gave", "russia_gained", "russia_gave"]
    assert (table[sides].notna().sum(axis=1) >= 3).all(), "an empty cell is the exception"
    assert table["source"].notna().all() and table["since"].min().year == 1992


def test_an_outcome_is_folded_until_the_case_is_decided(learner):
    assert "You have not decided this case" in cst.outcome("armenia-2022").html
    first = cst.facts.cases.rows_of("case_choices", "armenia-2022")[0]["id"]
    record.keep("decision", case="armenia-2022", choice=first, reasons="Article 4")
    assert "You have not decided this case" not in cst.outcome("armenia-2022").html


NAMED = {
    "kyrgyzstan-2010": "Osh in 2010",
    "kazakhstan-2022": "Kazakhstan, January 2022",
    "armenia-2022": "the border of Armenia and Azerbaijan",
    "kyrgyzstan-2022": "that of Kyrgyzstan and Tajikistan",
}
"""What the warning at the head of 06 calls each case."""


def test_the_head_of_06_names_every_case_that_may_touch_a_family():
    cells = json.loads((module_folder() / "notebooks" / "06_when_help_was_asked_for.ipynb").read_text("utf-8"))["cells"]
    head = "".join(cells[0]["source"])
    assert set(NAMED) == set(CASES), "a case without a warning"
    assert [name for name in NAMED.values() if name not in head] == []


def test_one_case_is_core_and_the_others_stand_under_if_you_have_time():
    text = (module_folder() / "notebooks" / "06_when_help_was_asked_for.ipynb").read_text("utf-8")
    core, rest = text.split("## If you have time")
    assert core.count('cst.decide(\\"') == 1
    assert rest.count('cst.decide(\\"') == len(CASES) - 1
