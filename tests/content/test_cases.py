"""The cases of 06: nothing is told before a decision, and each has positions and voices enough."""

import json

import pytest

import cst1992 as cst
from cst1992.cards.outcomes import situation_html
from cst1992.facts.files import module_folder
from cst1992.facts.package import row_with, rows

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


def test_each_side_of_an_exchange_gains_or_gives_something():
    table = cst.exchanges()
    sides = ["kazakhstan_gained", "kazakhstan_gave", "russia_gained", "russia_gave"]
    assert (table[sides].notna().sum(axis=1) >= 3).all(), "an empty cell is the exception"
    assert table["source"].notna().all() and table["since"].min().year == 1992


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
