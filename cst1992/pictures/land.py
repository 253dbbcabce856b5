"""The land of a map: states filled by their standing, what lies around them, and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cst1992.facts.agreed import said_state
from cst1992.pictures.looks import behind_text, draw_box, fill_shape, text_colour
from cst1992.pictures.outlines import Outline, Point, Window, names_of_outlines, outlines, path_of
from cst1992.pictures.standings import States, Stood
from cst1992.pictures.style import LIGHT, SMALL
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

EDGE = 2
GAP = {"left": 3, "center": 0, "right": -3}  # between the end of a line and a name, by the edge where the name begins


def draw_land(
    axes: Axes, states: States, window: Window, apart: float = 1.6, above: float = 0, around: bool = True
) -> None:
    """All outlines within a window: neighbours and other land if `around`, and our states by their standing."""
    from matplotlib.patches import PathPatch

    corner, size = (window.left, window.top), (window.width, window.height)
    draw_box(axes, corner, *size, "ground", zorder=0.5 + above)
    names = names_of_outlines()
    for outline in outlines():
        ours = outline.iso3 in names
        path = path_of(outline, window, apart) if ours or around else None
        if path is None:
            continue
        if ours:
            fill_shape(axes, path, states[names[outline.iso3]].look, LIGHT["ground"], above)
        else:
            edge = "none" if outline.role == "context" else LIGHT["line"]
            axes.add_patch(PathPatch(path, facecolor=LIGHT["band"], edgecolor=edge, linewidth=0.6, zorder=1 + above))
    draw_box(axes, corner, *size, edge="ring", line=0.8, zorder=3 + above)


def draw_names(axes: Axes, states: States, window: Window) -> None:
    """Names with a few words: inside large states, beside small ones at the end of a thin line."""
    names = names_of_outlines()
    for outline in (one for one in outlines() if one.iso3 in names):
        name = names[outline.iso3]
        if outline.callout is None:
            _draw_inside(axes, said_state(name), states[name], outline, window)
        else:
            ends = window.spot(outline.label), window.spot(outline.callout)
            _draw_beside(axes, said_state(name), states[name], outline.callout_side, *ends, window)


def _draw_inside(axes: Axes, name: str, stood: Stood, outline: Outline, window: Window) -> None:
    x, y = window.spot(outline.label)
    half = max(width_of(name, SMALL, bold=True), width_of(stood.short, SMALL)) / 2
    shape = path_of(outline, window)
    inside = shape is None or all(shape.contains_points([(x - half, y), (x + half, y)]))
    look: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": SMALL, "zorder": 6}
    look |= {"color": text_colour(stood.look), "bbox": behind_text(stood.look, inside)}
    axes.text(x, y - 7 if stood.short else y, name, fontweight="bold", **look)
    if stood.short:
        axes.text(x, y + 9, stood.short, **look)


def _draw_beside(axes: Axes, name: str, stood: Stood, side: str, state: Point, end: Point, window: Window) -> None:
    (x, y), (end_x, end_y) = state, end
    ink = LIGHT["ink"]
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
    at = end_x + GAP[side]
    room = _room(at, side, window)
    short_of = max(0.0, width_of(name, SMALL, bold=True) - room)
    axes.text(at + (short_of if side == "right" else -short_of), end_y, name, fontweight="bold", **look)
    for place, words in enumerate(wrap(stood.short, room, SMALL)):
        axes.text(at, end_y + 15 * (place + 1), words, **look)


def _room(at: float, side: str, window: Window) -> float:
    """How wide words may be that begin, end or have their middle at a place, without leaving the window."""
    before, after = at - window.left - EDGE, window.left + window.width - EDGE - at
    return {"left": after, "right": before, "center": 2 * min(before, after)}[side]
