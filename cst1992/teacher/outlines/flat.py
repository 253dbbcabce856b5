"""From outlines in degrees to outlines on the plane: projected, and thinned so that neighbours keep one border."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.geometry import shape

from cst1992.facts.files import data_file, data_folder
from cst1992.facts.mistakes import Mistake, said_of
from cst1992.facts.writing import write_whole
from cst1992.pictures.outlines import FILE
from cst1992.teacher.outlines.in_degrees import IN_DEGREES, fingerprint

ACROSS = (650, 300, 150)  # how many bends of a border fit across the map: three degrees of detail
AROUND = ("neighbour", "context")
MEND = "It is a GeoJSON file; docs/adapting.md says what it needs."
Geometry = Any  # a geometry of shapely, which has no one class for areas


def transformer(projection: str) -> Transformer:
    """What lays degrees flat: from longitude and latitude to kilometres.

    Parameters
    ----------
    projection : as PROJ writes it; without a word on units it counts in kilometres.

    Raises
    ------
    Mistake
        PROJ does not know such a projection.

    Examples
    --------
    >>> flat = transformer("+proj=laea +lat_0=50 +lon_0=65 +R=6371000")
    >>> [round(abs(number), 6) for number in flat.transform(65, 50)]
    [0.0, 0.0]
    """
    try:
        plane = CRS.from_proj4(f"{projection} +units=km")
    except CRSError as error:
        told = f"The line projection in data/{IN_DEGREES} cannot be used: {projection!r} ({error})."
        raise Mistake(f"{told} Write one as PROJ does, such as '+proj=laea +lat_0=50 +lon_0=65'.") from None
    return Transformer.from_crs(plane.geodetic_crs, plane, always_xy=True)


def flattened(geometry: Geometry, flat: Transformer) -> Geometry:
    """An area in degrees as one in kilometres."""
    return shapely.transform(geometry, lambda points: np.column_stack(flat.transform(points[:, 0], points[:, 1])))


def extent(about: dict[str, Any], areas: list[Geometry]) -> list[float]:
    """The frame of all maps, as the file gives it: west, east, south, north in kilometres; else around our states."""
    given = about.get("windows", {}).get("whole")
    if given:
        return given
    ours = [area for area, one in zip(areas, about["features"], strict=True) if one["properties"]["role"] not in AROUND]
    west, south, east, north = shapely.total_bounds(np.array(ours, dtype=object))
    return [round(float(edge)) for edge in (west, east, south, north)]


def flat_content() -> dict[str, Any]:
    """What `data/outlines_flat.json` holds: each outline in three degrees of detail, in kilometres.

    Raises
    ------
    Mistake
        The file of outlines in degrees cannot be used, or names no projection; the message says what to mend.
    MissingData
        There is no such file.
    """
    source = data_file(IN_DEGREES)
    with said_of(Path(f"data/{IN_DEGREES}"), MEND):
        about = json.loads(source.read_text(encoding="utf-8"))
        flat = transformer(about["projection"])
        areas = [flattened(shape(one["geometry"]), flat) for one in about["features"]]
        whole = extent(about, areas)
        limits = [round((whole[1] - whole[0]) / count) for count in ACROSS]
        details = {limit: shapely.coverage_simplify(areas, max(limit, 1)) for limit in limits}
        shapes = [
            {
                **_said(one["properties"], flat),
                "rings": {str(limit): _rings(details[limit][place], limit) for limit in limits},
            }
            for place, one in enumerate(about["features"])
        ]
    kept = {name: about[name] for name in ("borders", "credit", "projection") if name in about}
    windows = {**about.get("windows", {}), "whole": whole}
    return {"made_from": IN_DEGREES, "fingerprint": fingerprint(), **kept, "windows": windows, "shapes": shapes}


def write_flat() -> Path:
    """Write `data/outlines_flat.json` anew; its path."""
    target = data_folder() / FILE
    lines = json.dumps(flat_content(), ensure_ascii=False, separators=(",", ":")).replace('{"iso3"', '\n{"iso3"')
    write_whole(target, f"{lines}\n".encode())
    return target


def _said(about: dict[str, Any], flat: Transformer) -> dict[str, Any]:
    """What a map needs to know of one outline: its code, its part in the map, where its name stands."""
    found: dict[str, Any] = {name: about[name] for name in ("iso3", "name", "role", "callout_side") if name in about}
    for place in ("label", "callout"):
        if f"{place}_lon" in about:
            x, y = flat.transform(about[f"{place}_lon"], about[f"{place}_lat"])
            found[place] = [round(x), round(y)]
    return found


def _rings(area: Geometry, limit: float) -> list[list[list[int]]]:
    """The rings of an area in whole kilometres; of islands those alone that can be seen. An enclave always stays."""
    parts = list(shapely.get_parts(area))
    largest = max(parts, key=lambda part: part.area)
    seen = [part for part in parts if part.area > limit**2 or part is largest or len(parts) < 9]
    rings = [ring for part in seen for ring in (part.exterior, *part.interiors)]
    return [[[round(x), round(y)] for x, y in ring.coords[:-1]] for ring in rings]
