"""What was done in a case: folded until it is decided, with every voice and no choice marked before one is made."""

import pytest

import cst1992 as cst
from cst1992.page import record


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


def test_an_outcome_is_folded_until_the_case_is_decided(learner):
    assert "You have not decided this case" in cst.outcome("armenia-2022").html
    first = cst.facts.cases.rows_of("case_choices", "armenia-2022")[0]["id"]
    record.keep("decision", case="armenia-2022", choice=first, reasons="Article 4")
    assert "You have not decided this case" not in cst.outcome("armenia-2022").html
