"""The looks of which the table of standings names one for each, and the one way to fill a shape: told apart in grey print too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cst1992.facts.arguments import choice
from cst1992.facts.speech import to_be_said
from cst1992.pictures.style import LIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path


@dataclass(frozen=True)
class Look:
    """A face, an edge, and a pattern: lines of one direction, `apart` pixels from each other; dashes may make dots."""

    face: str
    edge: str
    pattern: str = ""
    ink: str = "accent"
    width: float = 1.2
    apart: float = 6
    dashes: Any = "solid"
    edge_dashes: Any = "solid"


LOOKS = {
    "full": Look("accent", "accent"),
    "full with dots": Look("accent", "accent", "level", "ground", width=3, apart=16, dashes=(2.7, (2.3, 1))),
    "level lines": Look("signed", "accent", "level", width=1, apart=8),
    "rising lines": Look("ground", "accent", "rising", width=1.4),
    "falling lines": Look("ground", "accent", "falling", width=3, apart=12, edge_dashes=(0, (6, 2))),
    "dots": Look("ground", "accent", "dots", width=2, apart=5, dashes=(0, (1, 2)), edge_dashes=(0, (3, 2))),
    "grey with upright lines": Look("ring", "ring", "upright", "ground"),
    "grey with level lines": Look("ring", "ring", "level", "ground", width=2, apart=5, edge_dashes=(0, (3, 3))),
    "short strokes": Look(
        "ground", "ring", "falling", "ring", width=1, apart=12, dashes=(0, (3, 4)), edge_dashes=(0, (1, 2))
    ),
    "pale": Look("line", "ring"),
}


def look_named(name: str) -> Look:
    """The look of a name, as the table of standings gives it.

    Raises
    ------
    ValueError
        There is none of this name; the message names the nearest one.

    Examples
    --------
    >>> look_named("rising lines").pattern
    'rising'
    """
    return LOOKS[choice(name, LOOKS, to_be_said("look"))]


def text_colour(look: str) -> str:
    """The colour of text that stands on a shape in a look."""
    return LIGHT["ground"] if look_named(look).face in ("accent", "ring") else LIGHT["ink"]


def behind_text(look: str, inside: bool = True) -> dict[str, Any] | None:
    """A plain field behind text that stands on a pattern, or leaves its shape; none where the face is plain."""
    own = look_named(look)
    return {"facecolor": LIGHT[own.face], "edgecolor": "none", "pad": 1.5} if own.pattern or not inside else None


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


def _pattern(path: Path, look: Look) -> Path | None:
    """The lines of a pattern, cut where they leave the shape: each line enters and leaves it in turn."""
    import numpy as np
    from matplotlib.path import Path as NewPath

    level = look.pattern in ("level", "dots")
    outlines = [np.asarray(ring, dtype=float).T for ring in path.to_polygons()]
    rings = [(ACROSS[look.pattern](x, y), x if level else y) for x, y in outlines]
    if not rings:
        return None
    points: list[tuple[float, float]] = []
    lowest, highest = (round(float(end([end(across) for across, _ in rings]))) for end in (np.min, np.max))
    for place in np.arange(lowest + look.apart / 2, highest, look.apart):
        found: list[float] = []
        for across, along in rings:
            before = across[:-1] <= place
            cuts = np.flatnonzero(before != (across[1:] <= place))
            part = (place - across[cuts]) / (across[cuts + 1] - across[cuts])
            found += list(along[cuts] + part * (along[cuts + 1] - along[cuts]))
        points += [_spot(look.pattern, float(place), spot) for spot in sorted(found)]
    return NewPath(points, [NewPath.MOVETO, NewPath.LINETO] * (len(points) // 2)) if points else None


def fill_shape(axes: Axes, path: Path, name: str, edge: str = "", above: float = 0) -> None:
    """Draw one shape in the look of a name; `above` lifts it over others.

    `edge` is the colour between neighbours whose face is dark.
    """
    from matplotlib.patches import PathPatch

    look = look_named(name)
    rim = edge if edge and look.face == look.edge else LIGHT[look.edge]
    shape = PathPatch(
        path, facecolor=LIGHT[look.face], edgecolor=rim, linewidth=0.9, linestyle=look.edge_dashes, zorder=2 + above
    )
    axes.add_patch(shape)
    pattern = _pattern(path, look) if look.pattern else None
    if pattern is not None:
        ink, style = LIGHT[look.ink], look.dashes
        lines = PathPatch(pattern, facecolor="none", edgecolor=ink, linewidth=look.width, linestyle=style)
        lines.set(zorder=2.2 + above, capstyle="butt")
        axes.add_patch(lines)


def fill_box(axes: Axes, look: str, left: float, right: float, top: float, bottom: float) -> None:
    """Draw an upright box in a look: a stretch of a bar, a tile, the sign in a key."""
    from matplotlib.path import Path

    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    fill_shape(axes, Path(corners, closed=True), look)


def draw_box(
    axes: Axes,
    corner: tuple[float, float],
    wide: float,
    tall: float,
    face: str = "none",
    edge: str = "none",
    line: float = 1,
    zorder: float = 1,
) -> None:
    """Draw a plain box from its upper left corner; face and edge are names of colours."""
    from matplotlib.patches import Rectangle

    inside, rim = (LIGHT.get(name, name) for name in (face, edge))
    axes.add_patch(Rectangle(corner, wide, tall, facecolor=inside, edgecolor=rim, linewidth=line, zorder=zorder))


def band(axes: Axes, top: float, height: float, colour: str = "band") -> None:
    """A pale band over the whole width, behind everything else."""
    draw_box(axes, (0, top), axes.get_xlim()[1], height, colour, zorder=0)
