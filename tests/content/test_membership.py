"""How each state stood, in tables, bars and maps: who was bound, who was not, and what is disputed."""

import re
from datetime import date

import pandas as pd

import cst1992 as cst
from cst1992.facts import package
from cst1992.facts.membership import spans_by_state
from cst1992.pictures.standings import by_standing, states_on
from cst1992.pictures.tiles import places


def test_bars_run_from_act_to_act():
    georgia = [(span.standing, span.start) for span in spans_by_state()["Georgia"]]
    assert georgia == [
        ("signed or acceded", date(1993, 12, 9)),
        ("in force", date(1994, 4, 20)),
        ("did not prolong", date(1999, 4, 20)),
    ]
    assert spans_by_state()["Azerbaijan"][1].act["confidence"] == "low", "drawn as disputed"
    assert (spans_by_state()["Uzbekistan"][-1].standing, spans_by_state()["Armenia"][-1].standing) == (
        "suspended",
        "declared frozen",
    )
    assert spans_by_state()["Armenia"][-1].end is None and spans_by_state()["Estonia"] == []


def test_disputed_dates_are_told_with_both_versions():
    texts = " ".join(text.get_text() for text in cst.membership().figure.axes[0].texts)
    for words in ("9 September 1993", "3 January 1994", "never handed in (deposited)", "which name Turkmenistan"):
        assert words in re.sub(r"\s+", " ", texts), words


def test_the_map_tells_how_each_state_stood():
    standings = cst.standing("2024-12-31").set_index("state")["standing"]
    assert standings["Uzbekistan"] == "suspended" and standings["Armenia"] == "declared frozen"
    assert standings["Georgia"] == "did not prolong" and standings["Turkmenistan"] == "never a party"
    found = by_standing(states_on("2024-12-31"))
    assert {state: standing for standing, own in found.items() for state in own} == standings.to_dict()
    assert found["in force"] == ["Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"]
    assert len(found["never a party"]) == 6
    assert "Suspended: Uzbekistan" in cst.membership_map("2024-12-31").alt


def test_states_that_had_not_yet_acceded_show_no_act():
    assert cst.standing("1992-06-01").set_index("state").loc["Georgia", "standing"] == "not yet"
    assert "Not yet signed or acceded: Azerbaijan, Belarus, Georgia" in cst.membership_map("1992-06-01").alt
    assert "Signed or acceded: Armenia, Kazakhstan" in cst.membership_map("1992-06-01").alt


def test_a_state_with_an_act_of_parliament_is_not_said_to_have_none():
    found = by_standing(states_on("1993-06-01"))
    assert "Belarus" not in found["never a party"] and "Belarus" in found["not yet"], found


def test_the_caption_says_what_a_standing_does_not_mean():
    caption = cst.membership_map("2024-12-31").caption
    assert "declared freeze does not end the Treaty" in caption and "no formal request" in caption
    assert "six members" in caption and "is not settled" in caption, "the suspension of Uzbekistan"
    assert "never handed in (deposited)" in cst.membership_map("1994-04-20").caption


def test_tiles_have_a_place_for_each_of_the_fifteen_states_and_no_borders():
    assert set(places()) == set(cst.states()["name"]) and len(set(places().values())) == 15
    picture = cst.membership_map("1999-05-01", style="tiles")
    assert "borders" not in picture.caption and "Natural Earth" not in picture.credit


def test_a_map_of_borders_says_whose_borders_they_are():
    picture = cst.membership_map("1999-05-01")
    assert "resolution 68/262" in picture.caption and "not a statement by the authors" in picture.caption
    assert "Natural Earth (public domain)" in picture.credit


SIX = ["Armenia", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"]


CONTINUING = ["Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"]


def bound(on, sense="in force"):
    return sorted(cst.parties(on, sense=sense)["state"])


def test_six_states_signed_on_15_may_1992_and_none_was_bound_yet():
    assert bound("1992-05-15", "signed") == SIX, "By every official list six states signed in Tashkent"
    assert bound("1992-05-15") == [], "A signed treaty was not yet in force"
    assert bound("1992-05-14", "signed") == []


def test_nine_states_had_signed_or_acceded_by_the_end_of_1993():
    assert len(bound("1993-12-31", "signed")) == 9 and bound("1993-12-31") == []
    assert "Belarus" not in bound("1993-12-30", "signed"), "Belarus acceded on 31 December 1993"


def test_nine_states_were_parties_when_the_treaty_entered_into_force():
    states = bound("1994-04-20")
    assert len(states) == 9, f"The Treaty bound nine states from 20 April 1994; the data say {len(states)}: {states}"
    assert bound("1994-04-19") == []
    azerbaijan = cst.parties("1994-04-20").set_index("state").loc["Azerbaijan"]
    assert "deposited" in azerbaijan["dispute"], "Azerbaijan's foreign minister said in 1999 that it never deposited"


def test_six_states_prolonged_and_three_did_not():
    assert len(bound("1999-04-19")) == 9
    assert bound("1999-04-20") == CONTINUING
    acts = cst.treaty_actions()
    assert sorted(acts.loc[acts["act"] == "did not prolong", "state"]) == ["Azerbaijan", "Georgia", "Uzbekistan"]
    assert sorted(acts.loc[acts["act"] == "signature of the Protocol of 1999", "state"]) == CONTINUING


def test_suspension_and_freeze_do_not_end_the_treaty():
    after = cst.parties("2013-01-01").set_index("state")
    assert after.loc["Uzbekistan", "status"] == "suspended", "Uzbekistan's membership of the CSTO is suspended"
    assert cst.parties("2025-01-01").set_index("state").loc["Armenia", "status"] == "declared frozen"


def test_the_span_begins_with_the_act_that_bound_the_state_not_with_the_last_one():
    russia = cst.parties("2020-01-01").set_index("state").loc["Russia"]
    assert russia["since"] == pd.Timestamp("1994-04-20") and russia["act"] == "1994-04-20-russia-entry-into-force"
    uzbekistan = cst.parties("2020-01-01").set_index("state").loc["Uzbekistan"]
    assert uzbekistan["since"] > pd.Timestamp("2006-01-01"), "Uzbekistan was outside from 1999"
    assert uzbekistan["dispute"] == uzbekistan["dispute"], "which act counts is disputed, and said"


def test_a_teacher_who_disputes_a_date_edits_a_row(monkeypatch):
    edited = [
        package.Row({**row, "in_force": False}) if row["state"] == "Azerbaijan" else row
        for row in package.rows("treaty_actions")
    ]
    monkeypatch.setattr(
        "cst1992.facts.membership.rows", lambda table: edited if table == "treaty_actions" else package.rows(table)
    )
    assert len(bound("1994-04-20")) == 8
