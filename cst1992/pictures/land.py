"""The land of a map: states filled by their standing, what lies around them, and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cst1992.pictures.looks import behind_text, draw_box, fill_shape, text_colour
from cst1992.pictures.outlines import Outline, Point, Window, outlines, path_of
from cst1992.pictures.standings import States, Stood
from cst1992.pictures.style import LIGHT, SMALL

if TYPE_CHECKING:
    from matplotlib.axes import Axes

GAP = {"left": 3, "center": 0, "right": -3}  # between the end of a line and a name, by the edge where the name begins


def draw_land(
    axes: Axes, states: States, window: Window, apart: float = 1.6, above: float = 0, around: bool = True
) -> None:
    """All outlines within a window: neighbours and other land if `around`, and the fifteen states by their standing."""
    from matplotlib.patches import PathPatch

    corner, size = (window.left, window.top), (window.width, window.height)
    draw_box(axes, corner, *size, "ground", zorder=0.5 + above)
    for outline in outlines():
        if not (outline.ours or around):
            continue
        path = path_of(outline, window, apart if outline.ours else 2 * apart)
        if path is None:
            continue
        if outline.ours:
            fill_shape(axes, path, states[outline.name].standing, LIGHT["ground"], above)
        else:
            edge = LIGHT["line"] if outline.role == "neighbour" else "none"
            axes.add_patch(PathPatch(path, facecolor=LIGHT["band"], edgecolor=edge, linewidth=0.6, zorder=1 + above))
    draw_box(axes, corner, *size, edge="ring", line=0.8, zorder=3 + above)


def draw_names(axes: Axes, states: States, window: Window) -> None:
    """Names with a few words: inside large states, beside small ones at the end of a thin line."""
    for outline in outlines():
        if not outline.ours:
            continue
        if outline.callout is None:
            _draw_inside(axes, outline.name, states[outline.name], window.spot(outline.label))
        else:
            ends = window.spot(outline.label), window.spot(outline.callout)
            _draw_beside(axes, outline, states[outline.name], *ends)


def _draw_inside(axes: Axes, name: str, stood: Stood, at: Point) -> None:
    x, y = at
    kind = stood.standing
    look: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": SMALL, "zorder": 6}
    look |= {"color": text_colour(kind), "bbox": behind_text(kind)}
    axes.text(x, y - 7 if stood.short else y, name, fontweight="bold", **look)
    if stood.short:
        axes.text(x, y + 9, stood.short, **look)


def _draw_beside(axes: Axes, outline: Outline, stood: Stood, state: Point, end: Point) -> None:
    (x, y), (end_x, end_y) = state, end
    side, ink = outline.callout_side, LIGHT["ink"]
    line_end = end_y - 8 if side == "center" and end_y > y else end_y
    axes.plot([x, end_x], [y, line_end], color=ink, linewidth=0.8, zorder=5.5)
    dot: dict[str, Any] = {
        "markersize": 3.5,
        "markerfacecolor": ink,
        "markeredgecolor": LIGHT["ground"],
        "markeredgewidth": 0.6,
    }
    axes.plot([x], [y], "o", zorder=6, **dot)
    look: dict[str, Any] = {"ha": side, "va": "center", "fontsize": SMALL, "zorder": 6}
    axes.text(end_x + GAP[side], end_y, outline.name, fontweight="bold", **look)
    if stood.short:
        axes.text(end_x + GAP[side], end_y + 15, stood.short, **look)
