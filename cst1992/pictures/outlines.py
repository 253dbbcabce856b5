"""Outlines of states on a page: read, projected, and thinned to what can be seen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cst1992.facts.files import Version, data_file, data_folder, version_of
from cst1992.facts.package import rows

if TYPE_CHECKING:
    from matplotlib.path import Path as Shape

FILE, EARTH = "outlines.geojson", 6371.0
Point = tuple[float, float]
Ring = tuple[Point, ...]


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
    """One state or piece of land: its rings in kilometres, and where its name goes.

    A name stands at `label`; where there is no room for it, at the end of a line to `callout`, which is its left edge,
    its centre or its right edge (`callout_side`).
    """

    iso3: str
    name: str
    role: str
    rings: tuple[tuple[Point, ...], ...]
    label: Point
    callout: Point | None
    callout_side: str

    @property
    def ours(self) -> bool:
        """Is it one of the states that a map is of, and not what lies around them?"""
        return self.role not in ("neighbour", "context")


def has_outlines() -> bool:
    """Does the module have outlines for maps? Without them its states stand as tiles.

    Examples
    --------
    >>> has_outlines()
    True
    """
    return (data_folder() / FILE).exists()


def said_of_outlines(what: str) -> str:
    """What the file says of itself: the sentence on its `borders`, or its `credit`; empty where it says nothing."""
    return str(_content(*_file()).get(what, ""))


def outlines() -> tuple[Outline, ...]:
    """All outlines of data/outlines.geojson, projected; holes are rings like others. Read again when it has changed."""
    return _outlines(*_file())


def names_of_outlines() -> dict[str, str]:
    """From the code (ISO 3166-1 alpha-3) to the name of each of our states that has an outline.

    Examples
    --------
    >>> names_of_outlines()["KGZ"]
    'Kyrgyzstan'
    """
    drawn = {outline.iso3 for outline in outlines()}
    return {row.text("iso3"): row.text("name") for row in rows("states") if row["iso3"] in drawn}


def _file() -> tuple[Path, Version]:
    """The file, and what tells one version of it from another."""
    path = data_file(FILE)
    return path, version_of(path)


@cache
def _content(path: Path, version: Version) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def _outlines(path: Path, version: Version) -> tuple[Outline, ...]:
    found = []
    for feature in _content(path, version)["features"]:
        about, shape = feature["properties"], feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = tuple(tuple(albers(*point) for point in ring) for polygon in polygons for ring in polygon)
        label = albers(about["label_lon"], about["label_lat"])
        callout = albers(about["callout_lon"], about["callout_lat"]) if "callout_lon" in about else None
        names = about["iso3"] or "", about["name"], about["role"]
        found.append(Outline(*names, rings, label, callout, about.get("callout_side", "")))
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


def whole(left: float, top: float, width: float) -> Window:
    """The frame of all maps, as the file gives it in kilometres: west, east, south, north; else around all our states."""
    given = _window("whole", left, top, width)
    if given:
        return given
    points = [point for outline in outlines() if outline.ours for ring in outline.rings for point in ring]
    (west, east), (south, north) = ((min(along), max(along)) for along in zip(*points, strict=True))
    return Window(west, east, south, north, left, top, width)


def inset(left: float, top: float, width: float) -> Window | None:
    """The frame where states are too small to read, and stand once more; None where the file gives none."""
    return _window("inset", left, top, width)


def _window(name: str, left: float, top: float, width: float) -> Window | None:
    edges = _content(*_file()).get("windows", {}).get(name)
    if edges is None:
        return None
    west, east, south, north = edges
    return Window(west, east, south, north, left, top, width)


@cache
def _owners(path: Path, version: Version) -> dict[Point, frozenset[str]]:
    """Which outlines share each point."""
    found: dict[Point, set[str]] = {}
    for outline in _outlines(path, version):
        for ring in outline.rings:
            for point in ring:
                found.setdefault(point, set()).add(outline.name)
    return {point: frozenset(names) for point, names in found.items()}


def _arcs(ring: Ring) -> list[Ring]:
    """A ring cut where its neighbour changes, so that two states thin the border between them alike."""
    owners, points = _owners(*_file()), ring[:-1]
    count = len(points)
    sets = [owners[point] for point in points]
    cuts = [place for place in range(count) if not sets[place - 1] == sets[place] == sets[(place + 1) % count]]
    if len(cuts) < 2:
        first = points.index(min(points))
        far = max(
            range(count),
            key=lambda place: hypot(points[place][0] - points[first][0], points[place][1] - points[first][1]),
        )
        cuts = sorted({first, far})
    return [
        tuple(points[place % count] for place in range(start, end + 1))
        for start, end in pairwise([*cuts, cuts[0] + count])
    ]


def _far_off(arc: Ring, limit: float) -> list[Point]:
    """The points of an arc that a simpler line would miss by more than a limit (Douglas and Peucker), without its end."""
    (x0, y0), (x1, y1) = arc[0], arc[-1]
    length = hypot(x1 - x0, y1 - y0)
    most, place = limit, 0
    for number, (x, y) in enumerate(arc[1:-1], 1):
        off = abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length if length else hypot(x - x0, y - y0)
        if off > most:
            most, place = off, number
    return [*_far_off(arc[: place + 1], limit), *_far_off(arc[place:], limit)] if place else [arc[0]]


@cache
def _simpler(ring: Ring, limit: float) -> list[Point]:
    """A ring thinned border by border; every border is walked from the same end, whichever state it is drawn for."""
    kept: list[Point] = []
    for arc in _arcs(ring):
        turned = arc[0] > arc[-1]
        line = [*_far_off(arc[::-1] if turned else arc, limit), arc[0] if turned else arc[-1]]
        kept += line[:0:-1] if turned else line[:-1]
    return kept


def _thinned(ring: Ring, window: Window, apart: float, keep: bool) -> list[Point]:
    """A ring on the page without what cannot be seen; an enclave that must be kept is thinned less."""
    limit = apart / 2 * (window.east - window.west) / window.width
    kept = _simpler(ring, limit)
    while keep and len(kept) < 3 and limit > 1:
        limit /= 2
        kept = _simpler(ring, limit)
    return [(round(x, 1), round(y, 1)) for x, y in map(window.spot, kept)]


def path_of(outline: Outline, window: Window, apart: float = 1.2) -> Shape | None:
    """The outline as one path with its holes, cut at the window; None where nothing of it can be seen."""
    from matplotlib.path import Path as Shape
    from matplotlib.transforms import Bbox

    frame = Bbox.from_extents(window.left, window.top, window.left + window.width, window.top + window.height)
    parts = []
    for ring in outline.rings:
        kept = _thinned(ring, window, apart, outline.ours and len(outline.rings) < 9)
        if len(kept) < 3:
            continue
        closed = Shape([*kept, kept[0]], closed=True)
        if closed.get_extents().overlaps(frame):
            cut = closed.clip_to_bbox(frame)
            if cut.to_polygons():
                parts.append(cut)
    return Shape.make_compound_path(*parts) if parts else None
