"""The outlines: internationally recognised borders, fifteen states and their neighbours."""

import json
from itertools import pairwise

import pytest

import cst1992 as cst
from cst1992.facts.files import data_file


def inside(point, ring):
    """Is a point inside a ring of an outline? (Even-odd rule.)"""
    x, y = point
    within = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


OUTLINES = json.loads(data_file("outlines.geojson").read_text(encoding="utf-8"))["features"]


def owner(point):
    found = []
    for outline in OUTLINES:
        shape = outline["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        if any(inside(point, rings[0]) and not any(inside(point, hole) for hole in rings[1:]) for rings in polygons):
            found.append(outline["properties"]["iso3"])
    return found


@pytest.mark.parametrize(
    ("place", "point", "state"),
    [
        ("Simferopol", (34.1, 44.95), "UKR"),
        ("Sukhumi", (41.05, 43.03), "GEO"),
        ("Tskhinvali", (43.97, 42.23), "GEO"),
        ("Stepanakert, Khankendi", (46.75, 39.82), "AZE"),
        ("Tiraspol", (29.63, 46.84), "MDA"),
        ("Baikonur", (63.3, 45.95), "KAZ"),
        ("Sokh", (71.13, 39.97), "UZB"),
        ("Shohimardon", (71.75, 39.96), "UZB"),
        ("Vorukh", (70.61, 39.84), "TJK"),
        ("Kaliningrad", (20.5, 54.7), "RUS"),
        ("Chukotka", (185, 66.5), "RUS"),
    ],
)
def test_outlines_follow_internationally_recognised_borders(place, point, state):
    assert owner(point) == [state], f"{place} lies in {owner(point)}"


def test_the_outlines_are_those_of_the_fifteen_states_and_their_neighbours():
    roles = [outline["properties"]["role"] for outline in OUTLINES]
    assert (roles.count("former union republic"), roles.count("neighbour"), roles.count("context")) == (15, 12, 1)
    drawn = {
        outline["properties"]["iso3"]
        for outline in OUTLINES
        if outline["properties"]["role"] == "former union republic"
    }
    assert drawn == set(cst.states()["iso3"])
