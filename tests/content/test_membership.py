"""How each state stood, in tables, bars and maps: who was bound, who was not, and what is disputed."""

import re
from datetime import date

import cst1992 as cst
from cst1992.facts.membership import spans_of
from cst1992.pictures.legend import NONE_FOUND, by_kind
from cst1992.pictures.tiles import PLACES


def test_bars_run_from_act_to_act():
    georgia = [(span.standing, span.start) for span in spans_of("Georgia")]
    assert georgia == [
        ("signed or acceded", date(1993, 12, 9)),
        ("in force", date(1994, 4, 20)),
        ("did not prolong", date(1999, 4, 20)),
    ]
    assert spans_of("Azerbaijan")[1].act["confidence"] == "low", "drawn as disputed"
    assert (spans_of("Uzbekistan")[-1].standing, spans_of("Armenia")[-1].standing) == ("suspended", "declared frozen")
    assert spans_of("Armenia")[-1].end is None and spans_of("Estonia") == []


def test_disputed_dates_are_told_with_both_versions():
    texts = " ".join(text.get_text() for text in cst.membership().figure.axes[0].texts)
    for words in ("9 September 1993", "3 January 1994", "never handed in (deposited)", "which name Turkmenistan"):
        assert words in re.sub(r"\s+", " ", texts), words


def test_the_map_tells_how_each_state_stood():
    standings = cst.standing("2024-12-31").set_index("state")["standing"]
    assert standings["Uzbekistan"] == "suspended" and standings["Armenia"] == "declared frozen"
    assert standings["Georgia"] == "did not prolong" and standings["Turkmenistan"] == "never a party"
    states = {state: (kind, "") for state, kind in standings.items()}
    assert by_kind(states)["in force"] == ["Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"]
    assert len(by_kind(states)[NONE_FOUND]) == 6
    assert "Suspended: Uzbekistan" in cst.membership_map("2024-12-31").alt


def test_states_that_had_not_yet_acceded_show_no_act():
    assert cst.standing("1992-06-01").set_index("state").loc["Georgia", "standing"] == "not yet"
    assert "Not yet signed or acceded: Azerbaijan, Belarus, Georgia" in cst.membership_map("1992-06-01").alt
    assert "Signed or acceded: Armenia, Kazakhstan" in cst.membership_map("1992-06-01").alt


def test_a_state_with_an_act_of_parliament_is_not_said_to_have_none():
    found = by_kind(
        cst_states := {s: (k, "") for s, k in cst.standing("1993-06-01").set_index("state")["standing"].items()}
    )
    assert "Belarus" not in found[NONE_FOUND] and "Belarus" in found["not yet signed or acceded"], cst_states


def test_the_caption_says_what_a_standing_does_not_mean():
    caption = cst.membership_map("2024-12-31").caption
    assert "declared freeze does not end the Treaty" in caption and "no formal request" in caption
    assert "six members" in caption and "is not settled" in caption, "the suspension of Uzbekistan"
    assert "never handed in (deposited)" in cst.membership_map("1994-04-20").caption


def test_tiles_have_a_place_for_each_of_the_fifteen_states_and_no_borders():
    assert set(PLACES) == set(cst.states()["name"]) and len(set(PLACES.values())) == 15
    picture = cst.membership_map("1999-05-01", style="tiles")
    assert "borders" not in picture.caption and "Natural Earth" not in picture.credit


def test_a_map_of_borders_says_whose_borders_they_are():
    picture = cst.membership_map("1999-05-01")
    assert "resolution 68/262" in picture.caption and "not a statement by the authors" in picture.caption
    assert "Natural Earth (public domain)" in picture.credit
