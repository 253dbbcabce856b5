"""The activities of this module: nothing invented, nothing taken sides in, nobody asked for their own state."""

import re

import pytest

from cst1992.teacher.activities.activities import activity_names, load_activity
from cst1992.teacher.activities.council import members_on
from cst1992.teacher.activities.made_cards import document_card, later_card, role_card
from cst1992.teacher.activities.pieces import pointed_at, when

EVERY = [load_activity(name) for name in activity_names()]
COUNCILS = [activity for activity in EVERY if any(role.votes for role in activity.roles)]
TAKING_SIDES = re.compile(
    r"\b(unrest|coup|post-soviet|brotherly|puppet|satellite|patron|loophole|drop(?:ped)? out|simply|just|obviously)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("activity", EVERY, ids=lambda activity: activity.name)
def test_whatever_somebody_said_or_did_has_its_source(activity):
    cards = [card(activity, role.id) for role in activity.roles for card in (role_card, later_card)]
    cards += [document_card(activity, document.id) for document in activity.documents]
    without = [piece.text for card in cards for piece in card.pieces if (piece.who or piece.day) and not piece.source]
    assert without == []


@pytest.mark.parametrize("activity", EVERY, ids=lambda activity: activity.name)
def test_a_cell_of_a_dated_row_has_its_day_on_the_card_of_a_role(activity):
    for role in activity.roles:
        for places, card in ((role.positions, role_card), (role.later, later_card)):
            told = " ".join(piece.day for piece in card(activity, role.id).pieces)
            assert [place for place in places if when(pointed_at(place)) not in told] == [], role.id


@pytest.mark.parametrize("activity", EVERY, ids=lambda activity: activity.name)
def test_the_words_of_an_activity_take_no_side_and_its_quotations_are_short(activity):
    assert TAKING_SIDES.findall(str(activity)) == []
    quotes = [part.quote for document in activity.documents for part in document.parts if part.quote]
    assert all(len(quote.split()) <= 25 for quote in quotes)


@pytest.mark.parametrize("activity", EVERY, ids=lambda activity: activity.name)
def test_it_fits_its_session_and_says_first_what_may_touch_somebody(activity):
    assert all(minutes <= session - 2 for session, minutes in activity.minutes if session == 50)
    assert activity.sensitive and activity.goes_wrong and activity.debrief
    if any(role.state for role in activity.roles):
        assert any('never as "your own"' in matter for matter in activity.sensitive), "states are dealt by lot"


def test_the_councils_sit_as_the_tables_say():
    assert {activity.name: len(members_on(activity.day)) for activity in COUNCILS} == {
        "council_2010": 7,
        "council_2013": 6,
        "council_2022_january": 6,
        "council_2022_september": 6,
    }


def test_no_card_of_a_council_tells_what_came_after_its_day():
    for activity in COUNCILS:
        for role in activity.roles:
            told = " ".join(f"{piece.text} {piece.day}" for piece in role_card(activity, role.id).pieces)
            later = {int(year) for year in re.findall(r"\b20\d\d\b", told) if int(year) > activity.day.year}
            assert later == set(), f"{activity.name}, {role.id}: {later}"
