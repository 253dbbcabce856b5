"""Outlines for maps: laid flat as cartographers do it, kept in agreement with their source, and made for another region."""

import json

import pytest

import cst1992 as cst
from cst1992.facts.files import data_file
from cst1992.facts.mistakes import Mistake
from cst1992.pictures.outlines import outlines
from cst1992.teacher.check.check import check_module
from cst1992.teacher.cli import main
from cst1992.teacher.outlines.choosing import choose_outlines
from cst1992.teacher.outlines.flat import flat_content, transformer, write_flat

ALBERS = "+proj=aea +lat_0=50 +lon_0=65 +lat_1=40 +lat_2=65 +R=6371000"


@pytest.mark.parametrize(
    ("name", "place", "expected"),
    [
        ("Moscow", (37.62, 55.75), (-1635.4, 960.6)),
        ("Dushanbe", (68.78, 38.56), (330.0, -1277.0)),
        ("Yerevan", (44.51, 40.18), (-1717.6, -866.2)),
    ],
)
def test_the_projection_puts_cities_where_they_belong(name, place, expected):
    assert transformer(ALBERS).transform(*place) == pytest.approx(expected, abs=0.1), name


def test_the_outlines_that_maps_draw_are_made_from_those_in_degrees():
    made = json.loads((data_file("outlines_flat.json")).read_text(encoding="utf-8"))
    assert made == flat_content(), "run `cst1992 outlines`"


@pytest.mark.slow
def test_outlines_that_were_changed_and_not_laid_flat_again_are_told_with_the_mend(copied):
    file = copied / "outlines.geojson"
    told = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**told, "credit": "Outlines: a map of 1900."}), encoding="utf-8")
    assert [str(one) for one in check_module().faults if "outlines" in one.where] == [
        "data/outlines_flat.json: it was not made from data/outlines.geojson as that is now, so maps would show the "
        "older one. Make it anew: cst1992 outlines"
    ]
    write_flat()
    assert not any("outlines" in one.where for one in check_module().faults)
    assert cst.membership_map("1994-04-20").credit.startswith("Outlines: a map of 1900.")


def test_a_projection_that_nobody_knows_is_told_with_an_example(copied):
    file = copied / "outlines.geojson"
    told = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**told, "projection": "+proj=flat"}), encoding="utf-8")
    with pytest.raises(Mistake, match=r"^The line projection in data/outlines\.geojson cannot be used.*\+proj=laea"):
        write_flat()


def square(code, west, south, size=4):
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    about = {"ISO_A3": code, "NAME": f"Land of {code}"}
    return {"type": "Feature", "properties": about, "geometry": {"type": "Polygon", "coordinates": [ring]}}


@pytest.fixture
def countries(copied, tmp_path):
    """A world in which our states are squares around the line of 180 degrees, with a neighbour and an island apart."""
    for name in ("outlines.geojson", "outlines_flat.json"):
        (copied / name).unlink()
    codes = list(cst.states()["iso3"])
    squares = [square(code, 176 + 4 * place if place < 1 else -184 + 4 * place, 40) for place, code in enumerate(codes)]
    file = tmp_path / "countries.geojson"
    features = [*squares, square("NBR", -176, 44), square("FAR", -140, 44.1, 0.4)]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return file


@pytest.mark.slow
def test_outlines_for_another_region_come_from_a_file_of_countries(countries, capsys):
    assert main(["outlines", "--from", str(countries)]) == 0, capsys.readouterr().err
    found = {outline.name: outline for outline in outlines()}
    assert set(found) == {*cst.states()["name"], "Land of NBR", "Other land"}
    assert [found[name].role for name in ("Kazakhstan", "Land of NBR", "Other land")] == [
        "state",
        "neighbour",
        "context",
    ]
    places = [found[name].label[0] for name in cst.states()["name"]]
    assert places == sorted(places), "from west to east without a break at 180 degrees"
    drawn = cst.membership_map("1994-04-20")
    assert drawn.alt.startswith("Map of the fifteen") and "Outlines: countries.geojson." in drawn.credit
    assert not any("outlines" in one.where for one in check_module().faults)


def test_a_state_that_the_file_of_countries_lacks_is_named(countries):
    told = json.loads(countries.read_text(encoding="utf-8"))
    told["features"] = [one for one in told["features"] if one["properties"]["ISO_A3"] != "KGZ"]
    countries.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(Mistake, match=r"has no outline for Kyrgyzstan; looked for under ISO_A3_EH.*Correct iso3"):
        choose_outlines(countries)


def test_outlines_that_are_there_are_not_written_over(copied, tmp_path):
    with pytest.raises(Mistake, match=r"^There are outlines already"):
        choose_outlines(tmp_path / "countries.geojson")


def test_a_file_that_is_no_geojson_ends_in_one_sentence(countries):
    countries.write_text("<kml>", encoding="utf-8")
    with pytest.raises(Mistake, match=r"countries\.geojson cannot be used.*GeoJSON file of countries"):
        choose_outlines(countries)
