"""Forms that tell kinds apart without colour: fills of bars, and marks of answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cst1992.pictures.scale import Segment, draw_segments
from cst1992.pictures.style import LIGHT, SMALL
from cst1992.pictures.words import width_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def _box(
    axes: Axes, left: float, right: float, top: float, bottom: float, face: str, edge: str, broken: bool = False
) -> None:
    from matplotlib.patches import Rectangle

    style = (0, (3, 2)) if broken else "solid"
    box = Rectangle(
        (left, top),
        right - left,
        bottom - top,
        facecolor=face,
        edgecolor=edge,
        linewidth=1.2,
        linestyle=style,
        zorder=2,
    )
    axes.add_patch(box)


def _hatch(left: float, right: float, top: float, bottom: float, step: float = 6) -> list[Segment]:
    """Diagonal lines inside a box, cut at its edges."""
    height, found, x = bottom - top, [], left - (bottom - top) + step
    while x < right:
        start, end = max(x, left), min(x + height, right)
        found.append((start, bottom - (start - x), end, bottom - (end - x)))
        x += step
    return found


def draw_fill(axes: Axes, kind: str, left: float, right: float, top: float, bottom: float) -> None:
    """One stretch of a bar, in the form of its kind."""
    accent, middle = LIGHT["accent"], (top + bottom) / 2
    if kind == "signed or acceded":
        _box(axes, left, right, top + 3, bottom - 3, LIGHT["signed"], accent)
    elif kind in ("in force", "in force, disputed"):
        _box(axes, left, right, top, bottom, accent, accent)
        if kind == "in force, disputed":
            dashes = [(x, middle, min(x + 6, right - 3), middle) for x in range(int(left) + 5, int(right) - 4, 10)]
            draw_segments(axes, dashes, "ground", 2.4)
    elif kind == "did not prolong":
        draw_segments(axes, [(left, middle, right, middle), (left, top, left, bottom)], "ring", 2)
    elif kind == "suspended":
        _box(axes, left, right, top, bottom, "none", accent)
        draw_segments(axes, _hatch(left, right, top, bottom), "accent", 1.4)
    elif kind == "declared frozen":
        _box(axes, left, right, top, bottom, "none", accent, broken=True)
        spots = [(x, y) for x in range(int(left) + 5, int(right) - 2, 7) for y in (middle - 4, middle + 4)]
        if spots:
            x, y = zip(*spots, strict=True)
            axes.plot(x, y, "o", markersize=2.4, color=accent, zorder=3)


def draw_key(axes: Axes, kinds: Sequence[str], x: float, y: float, down: bool, gap: float = 18) -> None:
    """The kinds with their names, beside or below each other."""
    for kind in kinds:
        draw_fill(axes, kind, x, x + 20, y - 8, y + 8)
        axes.text(x + 25, y, kind, va="center", fontsize=SMALL)
        if down:
            y += 22
        else:
            x += 25 + width_of(kind, SMALL) + gap


def draw_answer(axes: Axes, answer: str, x: float, y: float) -> None:
    """The mark of an answer: full square, half-full square, open diamond, ring."""
    accent, ring = LIGHT["accent"], LIGHT["ring"]
    common: dict[str, Any] = {"markersize": 9.0, "markeredgewidth": 1.6, "zorder": 4}
    if answer == "forces":
        axes.plot([x], [y], "s", markerfacecolor=accent, markeredgecolor=accent, **common)
    elif answer == "other help":
        axes.plot(
            [x],
            [y],
            "s",
            fillstyle="left",
            markerfacecolor=accent,
            markerfacecoloralt="none",
            markeredgecolor=accent,
            **common,
        )
    elif answer == "talks or statements":
        axes.plot([x], [y], "D", markerfacecolor="none", markeredgecolor=accent, **{**common, "markersize": 8.0})
    else:
        axes.plot([x], [y], "o", markerfacecolor="none", markeredgecolor=ring, **common)
