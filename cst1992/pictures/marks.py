"""Marks that tell kinds apart without colour: a form, full, half or empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cst1992.pictures.style import LIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True)
class Mark:
    """A form as matplotlib names it, its colour, how much of it is filled ("full", "left" or "none"), and its size."""

    form: str
    colour: str = "accent"
    filled: Any = "none"
    size: float = 9


ANSWERS = {
    "forces": Mark("s", filled="full"),
    "other help": Mark("s", filled="left"),
    "talks or statements": Mark("D", size=8),
    "nothing found": Mark("o", "ring"),
}
STAGES = {
    "first reported": Mark("o", filled="full", size=7),
    "revised": Mark("D", size=6),
    "rival": Mark("s", "orange", size=6),
}


def draw_mark(axes: Axes, mark: Mark, x: float, y: float) -> None:
    """Draw a mark around a point."""
    colour = LIGHT[mark.colour]
    axes.plot(
        [x],
        [y],
        mark.form,
        fillstyle=mark.filled,
        markersize=mark.size,
        markerfacecolor=colour,
        markerfacecoloralt="none",
        markeredgecolor=colour,
        markeredgewidth=1.5,
        zorder=4,
    )
