"""Timelines, bars and cases: no label ever meets another, and every word comes from the data."""

import random
import re
from datetime import date

import pytest

import cst1992 as cst
from cst1992.facts.membership import spans_of
from cst1992.facts.package import Row, rows
from cst1992.pictures.chosen_events import LANES
from cst1992.pictures.scale import Box, Scale, last_day, pieces, row_for
from cst1992.pictures.show import svg_of
from cst1992.pictures.style import DARK, LIGHT
from tests.geometry import collisions

EVENTS = cst.events()


def subsets(count):
    chance = random.Random(1992)
    for _ in range(count):
        yield EVENTS.sample(chance.randrange(1, 97), random_state=chance.randrange(10_000)).sort_values("date")


def test_no_label_meets_another_or_the_frame_for_any_subset_of_the_96_events():
    chance = random.Random(7)
    states = [None, *sorted(set(cst.event_states()["state"]))]
    for subset in subsets(40):
        picture = cst.timeline(subset, lanes=chance.choice(LANES), highlight=chance.choice(states))
        for form, figure in (("wide", picture.figure), ("narrow", picture.narrow)):
            assert collisions(figure) == [], f"{len(subset)} events, {form}"


def test_all_96_events_fit_the_limit_of_the_page():
    picture = cst.timeline(EVENTS, highlight="Kazakhstan")
    assert collisions(picture.figure) == [] and collisions(picture.narrow) == []
    core = cst.timeline(span=(1991, 2004), highlight="Kazakhstan")
    for figure in (core.figure, core.narrow):
        assert len(svg_of(figure).encode()) <= 40_000, f"{len(svg_of(figure).encode())} bytes"


@pytest.mark.parametrize(
    "draw", [cst.timeline, cst.membership, cst.requests_at_a_glance], ids=["timeline", "membership", "requests"]
)
def test_every_picture_has_an_alt_text_of_20_to_60_words_and_stays_small(draw):
    picture = draw()
    assert 20 <= len(picture.alt.split()) <= 60, f"{len(picture.alt.split())} words: {picture.alt}"
    assert picture.credit.startswith("Drawn from data/") and picture.caption
    for figure in (picture.figure, picture.narrow):
        assert collisions(figure) == []
        svg = svg_of(figure)
        assert len(svg.encode()) <= 40_000, f"{len(svg.encode())} bytes"
        assert re.findall(r"(?<!, )#[0-9a-f]{6}\b", svg) == [], "every colour follows the theme"


def test_a_timeline_is_filtered_by_theme_state_and_years():
    assert "7 events" in cst.timeline(theme="nuclear", span=(1991, 1996)).alt
    for state in ("Georgia", "Грузия", "GEO"):
        assert cst.timeline(EVENTS, states=state).alt == cst.timeline(EVENTS, states="Georgia").alt
    both = cst.timeline(EVENTS, theme=["nuclear", "treaty"])
    assert len(both.figure.axes[0].texts) > len(cst.timeline(EVENTS, theme="nuclear").figure.axes[0].texts)


def test_an_event_of_several_themes_stands_in_each_lane_when_asked_for():
    once = cst.timeline(EVENTS, lanes="main theme").alt
    each = cst.timeline(EVENTS, lanes="every theme").alt
    counted = [
        sum(map(int, re.findall(r"[a-z] (\d+)[,.]", alt.split("lanes:")[1].split(". ")[0] + ".")))
        for alt in (once, each)
    ]
    assert counted[0] == len(cst.events()) and counted[1] == len(cst.event_themes())


def test_a_theme_is_meant_whatever_its_capitals_and_however_the_lanes_are_made():
    for lanes in LANES:
        meant, written = (cst.timeline(EVENTS, theme=theme, lanes=lanes) for theme in ("nuclear", " Nuclear "))
        assert meant.alt == written.alt and len(meant.figure.axes[0].texts) == len(written.figure.axes[0].texts), lanes


def test_the_learners_state_is_picked_out_by_form_not_colour_alone():
    marks = [line.get_markerfacecolor() for line in cst.timeline(highlight="Kazakhstan").figure.axes[0].lines]
    assert "none" in marks and LIGHT["accent"] in marks, "full dots for its events, rings for the others"


@pytest.mark.parametrize("lanes", LANES)
def test_an_empty_selection_draws_a_labelled_empty_scale_and_says_so(lanes):
    picture = cst.timeline(theme="nuclear", span=(2020, 2022), lanes=lanes)
    texts = [text.get_text() for text in picture.figure.axes[0].texts]
    assert "no event in this selection" in texts and "2021" in texts
    assert picture.alt.startswith("Empty timeline from 2020 to 2022") and len(picture.alt.split()) >= 15


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"theme": "nukes"}, "There is no theme 'nukes'"),
        ({"states": "Kazahkstan"}, "Did you mean 'Kazakhstan'"),
        ({"highlight": "Kazahkstan"}, "Did you mean 'Kazakhstan'"),
        ({"theme": 5}, "There is no theme 5"),
        ({"states": 5}, "There is no state 5"),
        ({"span": (2004, 1991)}, "the earlier one first"),
        ({"span": 1991}, "The span is two years"),
        ({"lanes": "states"}, "There are: main theme, every theme, one"),
        ({"events": cst.people()}, "A timeline shows rows of cst.events()"),
    ],
)
def test_bad_input_names_the_valid_choices(given, message):
    with pytest.raises(ValueError) as caught:
        cst.timeline(**given)
    assert message in str(caught.value)


def test_a_month_and_a_year_are_drawn_as_what_they_are():
    assert last_day(date(1999, 12, 1), "month") == date(1999, 12, 31) and last_day(date(1992, 2, 1), "month") == date(
        1992, 2, 29
    )
    assert last_day(date(1994, 1, 1), "year") == date(1994, 12, 31) and last_day(date(1994, 4, 20), "day") == date(
        1994, 4, 20
    )
    year = EVENTS[EVENTS["date_precision"] == "year"]
    assert not cst.timeline(year).figure.axes[0].lines, "no dot on 1 January"


def test_boxes_keep_their_distance_and_lines_stop_at_them():
    rows: list = []
    assert [row_for(0, 50, rows), row_for(60, 90, rows), row_for(70, 99, rows), row_for(110, 120, rows)] == [0, 1, 0, 1]
    assert pieces(0, 100, 10, [Box(0, 20, 40, 60)]) == [(0, 39), (61, 100)]
    assert pieces(0, 100, 50, [Box(0, 20, 40, 60)]) == [(0, 100)]
    assert Scale(date(1992, 1, 1), date(1992, 12, 31), 0, 100).x(date(1900, 1, 1)) == 0


@pytest.fixture
def edited(monkeypatch):
    """Bars and tables after an edit of the treaty actions: each row changed, or left out where None comes back."""

    def edit(change):
        def changed(table):
            if table != "treaty_actions":
                return rows(table)
            return [new for row in rows(table) if (new := change(row)) is not None]

        monkeypatch.setattr("cst1992.facts.membership.rows", changed)

    return edit


def texts_of(picture):
    return {text.get_text() for text in picture.figure.axes[0].texts}


def test_the_bars_may_stand_without_their_disputes():
    with_notes, without = cst.membership(), cst.membership(notes=False)
    assert any("Disputed" in text for text in texts_of(with_notes))
    assert not any("Disputed" in text for text in texts_of(without)) and without.alt == with_notes.alt


def test_an_edited_act_changes_table_map_and_bars_alike(edited):
    before = texts_of(cst.membership())
    edited(lambda row: Row({**row, "in_force": False}) if row["state"] == "Azerbaijan" else row)
    assert len(cst.parties("1994-04-20")) == 8
    assert cst.standing("1994-04-20").set_index("state").loc["Azerbaijan", "standing"] == "signed or acceded"
    assert "In force: Armenia, Belarus, Georgia" in cst.membership_map("1994-04-20").alt
    picture = cst.membership()
    assert "in force for eight from 20 April 1994. " in picture.alt, picture.alt
    assert "in force, disputed" in before - texts_of(picture), "the key names what is drawn"


def test_the_words_of_the_bars_follow_the_acts(edited):
    def another(row):
        if row["id"] == "1999-04-20-georgia-did-not-prolong":
            return None
        if row["id"] == "2024-02-22-armenia-frozen":
            return Row({**row, "date": date(2025, 2, 22)})
        return row

    edited(another)
    picture = cst.membership()
    assert "Azerbaijan and Uzbekistan did not prolong in 1999" in picture.alt and "frozen in 2025" in picture.alt
    assert "Six bars run on without a change" in picture.alt
    assert "two did not prolong, 20 April 1999" in texts_of(picture)


def test_bars_are_drawn_without_any_lapse_and_without_the_acts_of_a_state(edited):
    edited(lambda row: None if row["status_after"] == "lapsed" or row["state"] == "Georgia" else row)
    picture = cst.membership()
    assert picture.alt.startswith("Bars for eight states") and "did not prolong" not in picture.alt
    assert "How eight states stood" in picture.caption and collisions(picture.figure) == []
    assert "Georgia" not in texts_of(picture)


def test_acts_count_by_their_date_not_by_their_place_in_the_table(monkeypatch):
    expected = cst.standing("2020-01-01")
    monkeypatch.setattr(
        "cst1992.facts.membership.rows", lambda table: rows(table)[:: -1 if table == "treaty_actions" else 1]
    )
    assert cst.standing("2020-01-01").equals(expected)


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


def test_bars_and_cases_are_told_apart_without_colour():
    from matplotlib.patches import PathPatch, Rectangle

    styles = {
        patch.get_linestyle()
        for patch in cst.membership().figure.axes[0].patches
        if isinstance(patch, (Rectangle, PathPatch))
    }
    assert len(styles) >= 2, "a frozen bar has a broken outline"
    markers = {line.get_marker() for line in cst.requests_at_a_glance().figure.axes[0].lines}
    assert {"s", "D", "o"} <= markers


def simulated(colour, kind):
    """A colour as seen with full protan, deutan or tritan deficiency (Machado and others 2009, severity 1)."""
    matrices = {
        "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
        "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
        "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    }
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0), 1) for row in matrices[kind]]
    return lab(seen)


def lab(linear):
    x, y, z = (
        sum(a * b for a, b in zip(row, linear, strict=True)) / white
        for row, white in zip(
            ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)),
            (0.9505, 1.0, 1.089),
            strict=True,
        )
    )
    f = [value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", ["protan", "deutan", "tritan"])
def test_colours_hold_under_simulated_colour_blindness(palette, kind):
    for one, other, least in (("accent", "orange", 30), ("accent", "signed", 20), ("orange", "ring", 15)):
        a, b = simulated(palette[one], kind), simulated(palette[other], kind)
        distance = sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5
        assert distance >= least, f"{one} and {other} differ by {distance:.0f} only"
