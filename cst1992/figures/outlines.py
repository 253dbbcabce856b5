"""Outlines of states on a page: read, projected, and thinned to what can be seen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from cst1992.places import data_file

if TYPE_CHECKING:
    from matplotlib.path import Path

EARTH = 6371.0
Point = tuple[float, float]


def albers(longitude: float, latitude: float) -> Point:
    """Albers equal-area projection on a sphere, centred on 65 E, 50 N with the parallels 40 and 65: kilometres.

    Examples
    --------
    >>> x, y = albers(65, 50)
    >>> round(abs(x), 6), round(abs(y), 6)
    (0.0, 0.0)
    """
    n = (sin(radians(40)) + sin(radians(65))) / 2
    c = cos(radians(40)) ** 2 + 2 * n * sin(radians(40))
    from_pole, origin = (EARTH * sqrt(c - 2 * n * sin(radians(angle))) / n for angle in (latitude, 50))
    turn = n * radians(longitude - 65)
    return from_pole * sin(turn), origin - from_pole * cos(turn)


@dataclass(frozen=True)
class Outline:
    """One state or piece of land: its rings in kilometres, and where its name goes."""

    iso3: str
    name: str
    role: str
    rings: tuple[tuple[Point, ...], ...]
    label: Point | None
    callout: Point | None


@cache
def outlines() -> tuple[Outline, ...]:
    """All outlines of data/outlines.geojson, projected; holes are rings like others."""
    found = []
    for feature in json.loads(data_file("outlines.geojson").read_text(encoding="utf-8"))["features"]:
        about, shape = feature["properties"], feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = tuple(tuple(albers(*point) for point in ring) for polygon in polygons for ring in polygon)
        label = albers(about["label_lon"], about["label_lat"]) if "label_lon" in about else None
        callout = albers(about["callout_lon"], about["callout_lat"]) if "callout_lon" in about else None
        found.append(Outline(about["iso3"] or "", about["name"], about["role"], rings, label, callout))
    return tuple(found)


@dataclass(frozen=True)
class Window:
    """A piece of the plane in kilometres, shown at a place of the page in pixels."""

    west: float
    east: float
    south: float
    north: float
    left: float
    top: float
    width: float

    @property
    def height(self) -> float:
        """How high the piece stands on the page."""
        return self.width * (self.north - self.south) / (self.east - self.west)

    def spot(self, point: Point) -> Point:
        """Where a point of the plane lies on the page."""
        scale = self.width / (self.east - self.west)
        return self.left + (point[0] - self.west) * scale, self.top + (self.north - point[1]) * scale


def core(left: float, top: float, width: float) -> Window:
    """The frame of all maps: Russia runs off its right edge on purpose."""
    return Window(-3070, 2830, -1950, 2640, left, top, width)


def caucasus(left: float, top: float, width: float) -> Window:
    """The inset, where states are too small to read."""
    return Window(-2060, -1190, -1270, -400, left, top, width)


def _thinned(ring: tuple[Point, ...], window: Window, apart: float) -> list[Point]:
    """A ring on the page without points that lie closer together than can be seen."""
    spots = [window.spot(point) for point in ring]
    kept = [spots[0]]
    for spot in spots[1:-1]:
        if abs(spot[0] - kept[-1][0]) + abs(spot[1] - kept[-1][1]) >= apart:
            kept.append(spot)
    return kept


def path_of(outline: Outline, window: Window, apart: float = 1.2) -> Path | None:
    """The outline as one path with its holes, cut at the window; None where nothing of it can be seen."""
    from matplotlib.path import Path
    from matplotlib.transforms import Bbox

    frame = Bbox.from_extents(window.left, window.top, window.left + window.width, window.top + window.height)
    parts = []
    for ring in outline.rings:
        kept = _thinned(ring, window, apart)
        if len(kept) < 3:
            continue
        closed = Path([*kept, kept[0]], closed=True)
        if closed.get_extents().overlaps(frame):
            cut = closed.clip_to_bbox(frame)
            if cut.to_polygons():
                parts.append(cut)
    return Path.make_compound_path(*parts) if parts else None
