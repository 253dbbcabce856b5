"""Fills of states on a map: standings told apart by form as well as colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cst1992.figures.style import LIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path

NOT_YET = "not yet signed or acceded"
FACES = {"in force": "accent", "signed or acceded": "signed", "did not prolong": "ring"}


def text_colour(kind: str) -> str:
    """The colour of text that stands on a fill."""
    return LIGHT["ground"] if kind in ("in force", "did not prolong") else LIGHT["ink"]


def _pattern(path: Path, kind: str) -> Path | None:
    """Diagonal lines, dots or upright lines over the box of a shape; the shape cuts them."""
    from matplotlib.path import Path as NewPath

    box = path.get_extents()
    points: list[tuple[float, float]] = []
    if kind == "suspended":
        high, x = box.height, box.x0 - box.height
        while x < box.x1:
            points += [(x, box.y1), (x + high, box.y0)]
            x += 6
    elif kind == "declared frozen":
        rows_of_dots = int(box.height // 5) + 2
        for number in range(rows_of_dots):
            x = box.x0 + (number % 2) * 3
            while x < box.x1:
                points += [(x, box.y0 + number * 5), (x + 1.6, box.y0 + number * 5)]
                x += 6
    elif kind == "did not prolong":
        x = box.x0 + 3
        while x < box.x1:
            points += [(x, box.y0), (x, box.y1)]
            x += 6
    if not points:
        return None
    return NewPath(points, [NewPath.MOVETO, NewPath.LINETO] * (len(points) // 2))


def fill_shape(axes: Axes, path: Path, kind: str, edge: str = "", above: float = 0) -> None:
    """Draw one shape in the form of its standing; `above` lifts it over others."""
    from matplotlib.patches import PathPatch

    plain = kind not in (*FACES, "suspended", "declared frozen")
    face = (
        LIGHT[FACES[kind]]
        if kind in FACES
        else LIGHT["tint1" if kind == NOT_YET else "tint2"]
        if plain
        else LIGHT["ground"]
    )
    rim = (
        LIGHT["ring"]
        if plain
        else LIGHT["accent"]
        if kind not in ("in force", "did not prolong")
        else edge or LIGHT[FACES[kind]]
    )
    style: Any = {"declared frozen": (0, (3, 2)), NOT_YET: (0, (1, 2))}.get(kind, "solid")
    axes.add_patch(PathPatch(path, facecolor=face, edgecolor=rim, linewidth=0.9, linestyle=style, zorder=2 + above))
    pattern = _pattern(path, kind)
    if pattern is not None:
        width = {"suspended": 1.4, "declared frozen": 1.8}.get(kind, 1.2)
        colour = LIGHT["ground" if kind == "did not prolong" else "accent"]
        lines = PathPatch(pattern, facecolor="none", edgecolor=colour, linewidth=width, zorder=2.2 + above)
        axes.add_patch(lines)
        lines.set_clip_path(path, axes.transData)
