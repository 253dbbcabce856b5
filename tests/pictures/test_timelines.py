"""Timelines: no label ever meets another, and every word comes from the data."""

import random
import re
from datetime import date
from html import unescape

import pytest

import cst1992 as cst
from cst1992.pictures.chosen_events import LANES, Shown
from cst1992.pictures.lanes import laid_out
from cst1992.pictures.scale import Scale
from cst1992.pictures.show import svg_of
from cst1992.pictures.style import LIGHT
from tests.geometry import collisions

EVENTS = cst.events()
YEAR = Scale(date(1992, 1, 1), date(1992, 12, 31), 108, 740)


def subsets(count):
    chance = random.Random(1992)
    for _ in range(count):
        yield EVENTS.sample(chance.randrange(1, len(EVENTS) + 1), random_state=chance.randrange(10_000)).sort_values(
            "date"
        )


def test_no_label_meets_another_or_the_frame_for_any_subset_of_the_events():
    chance = random.Random(7)
    states = [None, *sorted(set(cst.event_states()["state"]))]
    for subset in subsets(40):
        picture = cst.timeline(subset, lanes=chance.choice(LANES), highlight=chance.choice(states))
        assert collisions(picture.figure) == [], f"{len(subset)} events"
        assert picture.narrow.count("<li>") == len(subset), "each event once in the list"


def test_all_events_fit_the_limit_of_the_page():
    picture = cst.timeline(EVENTS, highlight="Kazakhstan")
    assert collisions(picture.figure) == []
    core = cst.timeline(span=(1991, 2004), highlight="Kazakhstan")
    for form in (svg_of(core.figure), core.narrow):
        assert len(form.encode()) <= 40_000, f"{len(form.encode())} bytes"


def test_a_narrow_page_gets_a_list_in_order_of_date_under_the_status_of_the_treaty():
    picture = cst.timeline(EVENTS, lanes="every theme", highlight="Kazakhstan")
    items = re.findall(r"<li><small>(.*?)</small> (?:<strong>)?(.*?)(?:</strong>)?</li>", picture.narrow)
    told = [(unescape(above).split(" · "), unescape(label)) for above, label in items]
    assert [label for _, label in told] == [line[1] for line in picture.same.lines]
    assert [above[0] for above, _ in told] == [line[0] for line in picture.same.lines]
    lanes = ["; ".join(part for part in above[1:] if part != "Kazakhstan takes part") for above, _ in told]
    assert lanes == [line[3] for line in picture.same.lines]
    assert ["Kazakhstan takes part" in above for above, _ in told] == [line[5] for line in picture.same.lines]
    statuses = re.findall(r'<p class="cst-status">(.*?)</p>', picture.narrow)
    assert statuses == list(dict.fromkeys(line[4] for line in picture.same.lines))
    assert picture.narrow.count("<strong>") == EVENTS["turning_point"].sum() > 0


def test_the_list_is_heard_under_the_name_of_the_picture():
    html = cst.timeline().html()
    assert re.search(
        r'<div class="cst-narrow" role="group" aria-label="Timeline of [^"]*"><p class="cst-status">', html
    )


@pytest.mark.parametrize(
    "draw", [cst.timeline, cst.membership, cst.requests_at_a_glance], ids=["timeline", "membership", "requests"]
)
def test_every_picture_has_an_alt_text_of_20_to_60_words_and_stays_small(draw):
    picture = draw()
    assert 20 <= len(picture.alt.split()) <= 60, f"{len(picture.alt.split())} words: {picture.alt}"
    assert picture.credit.startswith("Drawn from data/") and picture.caption
    for figure in (form for form in (picture.figure, picture.narrow) if not isinstance(form, str)):
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
    assert picture.narrow == "<p>No event in this selection, 2020 to 2022.</p>"
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


def test_a_year_is_drawn_as_a_year():
    year = EVENTS[EVENTS["date_precision"] == "year"]
    assert len(year) and not cst.timeline(year).figure.axes[0].lines, "no dot on 1 January"


def test_events_are_laid_out_before_they_are_painted():
    shown = [
        Shown(f"e{day}", date(1992, 5, day), "day", "a label of some length", ("treaty",), frozenset())
        for day in range(1, 9)
    ]
    first, second = laid_out(
        [("Treaty", shown), ("A lane with a long name", shown[:1])],
        YEAR,
        40,
    )
    assert second.top == first.top + first.height
    assert [spot.y for spot in first.spots] == [40 + 16 + 18 * place for place in range(8)], (
        "a row each, on the same week"
    )
    assert all(spot.box.left <= spot.left and spot.right <= spot.box.right for spot in first.spots)
    assert second.height > 2 * 15, "the name has more lines than there are events"


def test_a_label_goes_left_of_its_mark_where_the_page_ends():
    late = Shown("late", date(1992, 12, 30), "day", "a label of some length", ("treaty",), frozenset())
    ((spot,),) = (lane.spots for lane in laid_out([("", [late])], YEAR, 40))
    assert not spot.label_on_the_right and spot.box.right == spot.right and spot.box.left < spot.left - 100
