"""States as equal squares in a rough geographical order, without borders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cst1992.facts.package import rows
from cst1992.pictures.looks import draw_box, fill_box
from cst1992.pictures.standings import States
from cst1992.pictures.style import LIGHT, SMALL
from cst1992.pictures.words import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PLACES = {
    "Estonia": (0, 0),
    "Russia": (3, 0),
    "Latvia": (0, 1),
    "Belarus": (1, 1),
    "Kazakhstan": (4, 1),
    "Lithuania": (0, 2),
    "Ukraine": (1, 2),
    "Uzbekistan": (4, 2),
    "Kyrgyzstan": (5, 2),
    "Moldova": (0, 3),
    "Georgia": (2, 2),
    "Azerbaijan": (3, 3),
    "Turkmenistan": (4, 3),
    "Tajikistan": (5, 3),
    "Armenia": (2, 3),
}
ACROSS, DOWN, GAP = 6, 4, 6


def _sizes(width: float, small: bool) -> tuple[float, float, float]:
    """Width and height of a tile, and the height of its filled band."""
    across = (width - GAP * (ACROSS - 1)) / ACROSS
    return across, across, across / 2 if small else 40.0


def tiles_height(width: float, small: bool) -> float:
    """How high the whole of the tiles is."""
    return DOWN * (_sizes(width, small)[1] + GAP)


def draw_tiles(axes: Axes, states: States, left: float, top: float, width: float, small: bool) -> None:
    """Each state as a tile: a band filled by its standing, and its name with what is to be said (small: its code)."""
    codes = {row.text("name"): row.text("iso3") for row in rows("states")}
    across, down, band = _sizes(width, small)
    look: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": SMALL}
    for state, (column, line) in PLACES.items():
        x, y = left + column * (across + GAP), top + line * (down + GAP)
        middle, below = x + across / 2, y + band
        fill_box(axes, states[state].standing, x, x + across, y, below)
        draw_box(axes, (x, y), across, down, edge="ring", line=0.9, zorder=3)
        if small:
            axes.text(middle, below + (down - band) / 2, codes[state], fontweight="bold", **look)
            continue
        axes.text(middle, below + 14, state, fontweight="bold", **look)
        for place, words in enumerate(wrap(states[state].whole, across - 8, SMALL)):
            axes.text(middle, below + 31 + place * 14, words, color=LIGHT["soft"], **look)
