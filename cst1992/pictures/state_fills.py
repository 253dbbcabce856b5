"""Fills of states on a map: each standing has a form of its own, so that it is told apart in grey print too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cst1992.pictures.style import LIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path

NOT_YET = "not yet signed or acceded"


@dataclass(frozen=True)
class Fill:
    """A ground, an edge, and a pattern: lines of one direction, `apart` pixels from each other; dashes may make dots."""

    ground: str
    edge: str
    pattern: str = ""
    ink: str = "accent"
    width: float = 1.2
    apart: float = 6
    dashes: Any = "solid"
    edge_dashes: Any = "solid"


FILLS = {
    "in force": Fill("accent", "accent"),
    "signed or acceded": Fill("signed", "accent", "level", width=1, apart=8),
    "suspended": Fill("ground", "accent", "rising", width=1.4),
    "declared frozen": Fill("ground", "accent", "dots", width=2, apart=5, dashes=(0, (1, 2)), edge_dashes=(0, (3, 2))),
    "did not prolong": Fill("ring", "ring", "upright", ink="ground"),
    NOT_YET: Fill("ground", "ring", "falling", "ring", width=1, apart=12, dashes=(0, (3, 4)), edge_dashes=(0, (1, 2))),
}
OTHERS = Fill("line", "ring")


def text_colour(kind: str) -> str:
    """The colour of text that stands on a fill."""
    return LIGHT["ground"] if kind in ("in force", "did not prolong") else LIGHT["ink"]


def behind_text(kind: str) -> dict[str, Any] | None:
    """A plain field behind text that stands on a pattern; none where the ground is plain."""
    fill = FILLS.get(kind, OTHERS)
    return {"facecolor": LIGHT[fill.ground], "edgecolor": "none", "pad": 1.5} if fill.pattern else None


# For each direction: what stays the same along a line, and the point that lies on it at a height (or a breadth).
ACROSS: dict[str, Callable[[Any, Any], Any]] = {
    "level": lambda x, y: y,
    "dots": lambda x, y: y,
    "upright": lambda x, y: x,
    "rising": lambda x, y: x + y,
    "falling": lambda x, y: x - y,
}


def _spot(pattern: str, across: float, along: float) -> tuple[float, float]:
    if pattern in ("level", "dots"):
        return along, across
    shift = {"upright": 0.0, "rising": -along, "falling": along}[pattern]
    return across + shift, along


def _pattern(path: Path, fill: Fill) -> Path | None:
    """The lines of a fill, cut where they leave the shape: each line enters and leaves it in turn."""
    import numpy as np
    from matplotlib.path import Path as NewPath

    level = fill.pattern in ("level", "dots")
    outlines = [np.asarray(ring, dtype=float).T for ring in path.to_polygons()]
    rings = [(ACROSS[fill.pattern](x, y), x if level else y) for x, y in outlines]
    points: list[tuple[float, float]] = []
    lowest, highest = (round(float(end([end(across) for across, _ in rings]))) for end in (np.min, np.max))
    for place in np.arange(lowest + fill.apart / 2, highest, fill.apart):
        found: list[float] = []
        for across, along in rings:
            before = across[:-1] <= place
            cuts = np.flatnonzero(before != (across[1:] <= place))
            part = (place - across[cuts]) / (across[cuts + 1] - across[cuts])
            found += list(along[cuts] + part * (along[cuts + 1] - along[cuts]))
        points += [_spot(fill.pattern, float(place), spot) for spot in sorted(found)]
    return NewPath(points, [NewPath.MOVETO, NewPath.LINETO] * (len(points) // 2)) if points else None


def fill_shape(axes: Axes, path: Path, kind: str, edge: str = "", above: float = 0) -> None:
    """Draw one shape in the form of its standing; `above` lifts it over others.

    `edge` is the colour between neighbours whose ground is dark.
    """
    from matplotlib.patches import PathPatch

    fill = FILLS.get(kind, OTHERS)
    rim = edge if edge and fill.ground == fill.edge else LIGHT[fill.edge]
    shape = PathPatch(
        path, facecolor=LIGHT[fill.ground], edgecolor=rim, linewidth=0.9, linestyle=fill.edge_dashes, zorder=2 + above
    )
    axes.add_patch(shape)
    pattern = _pattern(path, fill) if fill.pattern else None
    if pattern is not None:
        ink, style = LIGHT[fill.ink], fill.dashes
        lines = PathPatch(pattern, facecolor="none", edgecolor=ink, linewidth=fill.width, linestyle=style)
        lines.set(zorder=2.2 + above, capstyle="butt")
        axes.add_patch(lines)
