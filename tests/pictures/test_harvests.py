"""Harvests: every figure is drawn where it belongs, none hides another."""

import pytest

import cst1992 as cst
from cst1992.facts.package import rows
from cst1992.pictures.harvests import _by_year, _range_of
from cst1992.pictures.marks import marks_of


def test_a_harvest_is_drawn_from_its_lowest_to_its_highest_figure():
    rows = [{"tonnes_low": 1278, "tonnes_high": 1278}, {"tonnes_low": 3400, "tonnes_high": 3400}]
    assert _range_of(rows) == (1278, 3400, False)
    assert _range_of([{"tonnes_low": 3000, "tonnes_high": None}]) == (3000, 3000, True), "an open end stays open"


def test_every_bar_of_the_picture_ends_at_the_lowest_and_highest_figure_of_its_year():
    drawn = [patch for patch in cst.harvests_at_a_glance().figure.axes[0].patches if patch.get_width() > 12]
    assert len(drawn) == len(_by_year()), f"{len(drawn)} bars for {len(_by_year())} years"
    base = {year: bar.get_y() for year, bar in zip(_by_year(), drawn, strict=True)}
    lows = {year: _range_of(own)[0] for year, own in _by_year().items()}
    pixel = (base[2001] - base[1999]) / (lows[2001] - lows[1999])
    for (year, own), bar in zip(_by_year().items(), drawn, strict=True):
        low, high, is_open = _range_of(own)
        assert bar.get_y() == pytest.approx(base[2001] + (low - lows[2001]) * pixel), f"{year} starts elsewhere"
        if not is_open:
            assert bar.get_height() == pytest.approx((high - low) * pixel), f"{year} ends elsewhere"


def test_no_figure_of_a_harvest_hides_another_of_a_different_stage():
    stages = marks_of("harvests", "stage")
    marks = {mark.form: set() for mark in stages.values()}
    for line in cst.harvests_at_a_glance().figure.axes[0].lines:
        if line.get_marker() in marks:
            marks[line.get_marker()] |= {tuple(map(float, point)) for point in line.get_xydata()}
    places = list(marks.values())
    assert not (places[0] & places[1] or places[1] & places[2] or places[0] & places[2])
    for stage, found in zip(stages, places, strict=True):
        given = {
            (row["year"], end)
            for row in rows("harvests")
            if row["stage"] == stage
            for end in {row["tonnes_low"], row["tonnes_high"]} - {None}
        }
        assert len(found) == len(given) + 1, f"{stage}: {len(found) - 1} marks for {len(given)} figures"
