"""Outlines for another region: taken from a file of the world's countries, for the states of the table `states`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping, shape

from cst1992.facts.files import data_folder
from cst1992.facts.mistakes import Mistake, said_of
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import in_a_row
from cst1992.facts.writing import write_whole
from cst1992.teacher.outlines.flat import Geometry
from cst1992.teacher.outlines.in_degrees import IN_DEGREES

CODES = ("ISO_A3_EH", "ISO_A3", "ADM0_A3", "iso_a3", "iso3", "id")  # where files of countries keep the code
NAMES = ("NAME_EN", "NAME", "ADMIN", "name")
FINE = 2000  # bends of a border that fit across all states: more no map of ours shows
ROOM = 0.15  # of the width and height of our states, left free on each side of them
BORDERS = "Borders as in the source of the outlines; their depiction is not a statement by the authors."
MEND = "It has to be a GeoJSON file of countries, in degrees, such as Natural Earth offers."
Country = tuple[str, str, Geometry]


def choose_outlines(source: Path) -> Path:
    """Write `data/outlines.geojson`: our states, their neighbours, and other land around them; its path.

    Parameters
    ----------
    source : a GeoJSON file of the world's countries in degrees, with their codes (ISO 3166-1 alpha-3).

    Raises
    ------
    Mistake
        There are outlines already, the file cannot be used, or it lacks one of our states; the message says which.
    """
    target = data_folder() / IN_DEGREES
    if target.exists():
        raise Mistake(f"There are outlines already: data/{IN_DEGREES}. Move that file away if you want others.")
    if not source.is_file():
        raise Mistake(f"There is no file {source}. {MEND}")
    with said_of(source, MEND):
        countries = [_country(one) for one in json.loads(source.read_text(encoding="utf-8"))["features"]]
    ours = {row.text("iso3"): row for row in rows("states")}
    lacking = [row.text("name") for iso3, row in ours.items() if iso3 not in {code for code, _, _ in countries}]
    if lacking:
        told = f"{source} has no outline for {in_a_row(lacking)}"
        raise Mistake(
            f"{told}; looked for under {', '.join(CODES)}. Correct iso3 in data/states.csv, or take another file."
        )
    content = _collection(_in_one_piece(countries, set(ours)), ours, source.name)
    lines = json.dumps(content, ensure_ascii=False).replace('{"type": "Feature",', '\n{"type": "Feature",')
    write_whole(target, f"{lines}\n".encode())
    return target


def _country(feature: dict[str, Any]) -> Country:
    about = feature["properties"]
    codes = [about[name] for name in CODES if about.get(name)] or [feature.get("id", "")]
    names = [about[name] for name in NAMES if about.get(name)] or codes
    return str(codes[0]), str(names[0]), _areas_alone(shapely.make_valid(shape(feature["geometry"])))


def _areas_alone(geometry: Geometry) -> Geometry:
    """A geometry without the points and lines that cutting and mending leave beside areas."""
    pieces = [piece for part in shapely.get_parts(geometry) for piece in shapely.get_parts(part)]
    return shapely.multipolygons([piece for piece in pieces if piece.geom_type == "Polygon"])


def _in_one_piece(countries: list[Country], ours: set[str]) -> list[Country]:
    """The same, with longitudes beyond 180 where our states lie on both sides of that line."""
    parts = [part for code, _, area in countries if code in ours for part in shapely.get_parts(area)]
    spans = sorted((part.bounds[0], part.bounds[2]) for part in parts)
    gaps, reached = [], spans[0][1]
    for west, east in spans[1:]:
        gaps.append((west - reached, west))
        reached = max(reached, east)
    widest, cut = max(gaps, default=(0.0, spans[0][0]))
    if widest <= spans[0][0] + 360 - reached:
        return countries
    moved = []
    for code, name, area in countries:
        pieces = [
            shapely.transform(part, lambda points: points + np.array([360, 0])) if part.bounds[0] < cut else part
            for part in shapely.get_parts(area)
        ]
        moved.append((code, name, _areas_alone(shapely.union_all(pieces, grid_size=1e-6))))
    return moved


def _collection(countries: list[Country], ours: dict[str, Row], source: str) -> dict[str, Any]:
    """The whole file: what it says of itself, and a shape for each state, each neighbour, and the other land."""
    whole = shapely.total_bounds(np.array([area for code, _, area in countries if code in ours], dtype=object))
    areas = shapely.coverage_simplify([area for _, _, area in countries], (whole[2] - whole[0]) / FINE)
    thinned = [(code, name, area) for (code, name, _), area in zip(countries, areas, strict=True)]
    chosen = [one for one in thinned if one[0] in ours]
    west, south, east, north = shapely.total_bounds(np.array([area for _, _, area in chosen], dtype=object))
    wide, high = ROOM * (east - west), ROOM * (north - south)
    frame = shapely.box(west - wide, max(south - high, -89), east + wide, min(north + high, 89))
    cut = [(code, name, _areas_alone(area.intersection(frame))) for code, name, area in thinned if code not in ours]
    around = [one for one in cut if not one[2].is_empty]
    beside = {code for code, _, area in around if any(area.intersects(one) for _, _, one in chosen)}
    shapes = [_feature(code, ours[code].text("name"), "state", area) for code, _, area in chosen]
    shapes += [_feature(code, name, "neighbour", area) for code, name, area in around if code in beside]
    other = shapely.union_all([area for code, _, area in around if code not in beside])
    shapes += [] if other.is_empty else [_feature(None, "Other land", "context", other)]
    middle = f"+lat_0={(south + north) / 2:.0f} +lon_0={(west + east) / 2:.0f}"
    said = {"borders": BORDERS, "credit": f"Outlines: {source}.", "projection": f"+proj=laea {middle} +R=6371000"}
    return {"type": "FeatureCollection", "name": "outlines", "source": source, **said, "features": shapes}


def _feature(iso3: str | None, name: str, role: str, area: Geometry) -> dict[str, Any]:
    """One shape, its name in the middle of its widest part."""
    rounded = shapely.set_precision(_areas_alone(area), 0.001)
    largest = max(shapely.get_parts(rounded), key=lambda part: part.area)
    longitude, latitude = shapely.maximum_inscribed_circle(largest).coords[0]
    about = {
        "iso3": iso3,
        "name": name,
        "role": role,
        "label_lon": round(longitude, 2),
        "label_lat": round(latitude, 2),
    }
    return {"type": "Feature", "properties": about, "geometry": mapping(rounded)}
