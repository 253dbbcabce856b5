"""States as equal squares in a rough geographical order, without borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.package import rows
from cst1992.pictures.legend import kind_name
from cst1992.pictures.state_fills import fill_shape
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


def draw_tiles(
    axes: Axes, states: dict[str, tuple[str, str]], left: float, top: float, width: float, small: bool
) -> None:
    """Each state as a tile: a band filled by its standing, under it the name (the code in small tiles) and the year."""
    from matplotlib.patches import Rectangle
    from matplotlib.path import Path

    codes = {row.text("name"): row.text("iso3") for row in rows("states")}
    across, down, band = _sizes(width, small)
    for state, (column, line) in PLACES.items():
        kind, said = states[state]
        name = kind_name(kind)
        x, y = left + column * (across + GAP), top + line * (down + GAP)
        corners = [(x, y), (x + across, y), (x + across, y + band), (x, y + band), (x, y)]
        fill_shape(axes, Path(corners, closed=True), name)
        axes.add_patch(
            Rectangle((x, y), across, down, facecolor="none", edgecolor=LIGHT["ring"], linewidth=0.9, zorder=3)
        )
        middle = x + across / 2
        if small:
            axes.text(
                middle,
                y + band + (down - band) / 2,
                codes[state],
                ha="center",
                va="center",
                fontsize=SMALL,
                fontweight="bold",
            )
            continue
        axes.text(middle, y + band + 14, state, ha="center", va="center", fontweight="bold")
        words = (
            said
            if said.startswith(("suspended", "declared")) or not said
            else f"{kind} {said}".replace("prolong until", "prolong")
        )
        for place, text in enumerate(wrap(words or name, across - 8, SMALL)):
            axes.text(
                middle, y + band + 31 + place * 14, text, ha="center", va="center", fontsize=SMALL, color=LIGHT["soft"]
            )
