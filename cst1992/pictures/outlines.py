"""Outlines of states on a page: read as they lie on the plane, in the detail that a picture can show.

`cst1992 outlines` makes the file that is read here from `data/outlines.geojson`, which holds the same in degrees.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cst1992.facts.catalogues import twin_of
from cst1992.facts.files import Version, data_file, data_folder, version_of
from cst1992.facts.mistakes import MissingData
from cst1992.facts.package import rows

if TYPE_CHECKING:
    from matplotlib.path import Path as Shape

FILE = "outlines_flat.json"
Point = tuple[float, float]
Rings = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True)
class Outline:
    """One state or piece of land, and where its name goes.

    Its rings stand once for each degree of detail, by the kilometres below which nothing was kept. A name stands at `label`; where there is no room for it, at the end of a line to `callout`, which is its left edge,
    its centre or its right edge (`callout_side`).
    """

    iso3: str
    name: str
    role: str
    details: Mapping[int, Rings]
    label: Point
    callout: Point | None
    callout_side: str

    @property
    def ours(self) -> bool:
        """Is it one of the states that a map is of, and not what lies around them?"""
        return self.role not in ("neighbour", "context")

    def rings(self, limit: float) -> Rings:
        """The rings whose detail is nearest to a limit in kilometres."""
        return self.details[min(self.details, key=lambda kept: abs(log(kept / limit)))]


def has_outlines() -> bool:
    """Does the module have outlines for maps? Without them its states stand as tiles.

    Examples
    --------
    >>> has_outlines()
    True
    """
    return (data_folder() / FILE).exists()


def said_of_outlines(what: str) -> str:
    """What the file says of itself: the sentence on its `borders`, or its `credit`; empty where it says nothing.

    In another language both stand in `data/<code>/outlines.json`.
    """
    twin = twin_of("outlines.json")
    told = _words(twin, version_of(twin)).get(what) if twin else ""
    return str(told or _content(*_file()).get(what, ""))


@cache
def _words(path: Path, version: Version) -> dict[str, str]:
    """The sentences of `outlines.json` beside the outlines; `version` makes the cache forget an older one."""
    return dict(json.loads(path.read_text(encoding="utf-8")))


def outlines() -> tuple[Outline, ...]:
    """All outlines, in kilometres on the plane; holes are rings like others. Read again when the file has changed."""
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
    return tuple(_outline(shape) for shape in _content(path, version)["shapes"])


def _outline(shape: dict[str, Any]) -> Outline:
    details = {
        int(limit): tuple(tuple((x, y) for x, y in ring) for ring in rings) for limit, rings in shape["rings"].items()
    }
    x, y = shape["label"]
    callout = tuple(shape["callout"]) if "callout" in shape else None
    names = shape["iso3"] or "", shape["name"], shape["role"]
    return Outline(*names, details, (x, y), callout, shape.get("callout_side", ""))


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
    """The frame of all maps."""
    frame = _window("whole", left, top, width)
    if frame is None:
        raise MissingData(f"data/{FILE} has no frame of the whole map. Make it anew: cst1992 outlines")
    return frame


def inset(left: float, top: float, width: float) -> Window | None:
    """The frame where states are too small to read, and stand once more; None where the file gives none."""
    return _window("inset", left, top, width)


def _window(name: str, left: float, top: float, width: float) -> Window | None:
    edges = _content(*_file()).get("windows", {}).get(name)
    if edges is None:
        return None
    west, east, south, north = edges
    return Window(west, east, south, north, left, top, width)


def path_of(outline: Outline, window: Window, apart: float = 1.2) -> Shape | None:
    """The outline as one path with its holes, cut at the window; None where nothing of it can be seen.

    Parameters
    ----------
    apart : how many pixels a bend of a border has to be wide; finer ones are left out.
    """
    from matplotlib.path import Path as Shape
    from matplotlib.transforms import Bbox

    frame = Bbox.from_extents(window.left, window.top, window.left + window.width, window.top + window.height)
    parts = []
    for ring in outline.rings(apart / 2 * (window.east - window.west) / window.width):
        points = [(round(x, 1), round(y, 1)) for x, y in map(window.spot, ring)]
        closed = Shape([*points, points[0]], closed=True)
        if closed.get_extents().overlaps(frame):
            cut = closed.clip_to_bbox(frame)
            if cut.to_polygons():
                parts.append(cut)
    return Shape.make_compound_path(*parts) if parts else None
