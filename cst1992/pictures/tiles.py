"""States as equal squares in a rough geographical order, without borders."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING, Any

from cst1992.facts.agreed import said_state
from cst1992.facts.package import rows
from cst1992.pictures.looks import draw_box, fill_box
from cst1992.pictures.standings import States
from cst1992.pictures.style import LIGHT, SMALL
from cst1992.pictures.words import cut, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEAST_ACROSS, GAP, LINE = 6, 6, 14
Place = tuple[int, int]


def places() -> dict[str, Place]:
    """Column and row of each state, from 0, in the order of reading; a state without a place of its own stands in the next free tile.

    Examples
    --------
    >>> places()["Estonia"], places()["Kyrgyzstan"]
    ((0, 0), (5, 2))
    """
    known = rows("states")
    found: dict[str, Place] = {}
    for row in known:
        if row["tile_column"] and row["tile_row"]:
            place = row.whole("tile_column") - 1, row.whole("tile_row") - 1
            if place not in found.values():
                found[row.text("name")] = place
    across = _across(found)
    free = ((column, line) for line in count() for column in range(across) if (column, line) not in found.values())
    missing = [row.text("name") for row in known if row["name"] not in found]
    found |= zip(missing, islice(free, len(missing)), strict=True)
    return dict(sorted(found.items(), key=lambda one: one[1][::-1]))


def _across(taken: dict[str, Place]) -> int:
    return max(LEAST_ACROSS, *(column + 1 for column, _ in taken.values())) if taken else LEAST_ACROSS


def _sizes(width: float, small: bool) -> tuple[float, float, float]:
    """Width and height of a tile, and the height of its filled band."""
    across = _across(places())
    wide = (width - GAP * (across - 1)) / across
    return wide, wide, wide / 2 if small else 40.0


def tiles_height(width: float, small: bool) -> float:
    """How high the whole of the tiles is."""
    down = max((line + 1 for _, line in places().values()), default=0)
    return down * (_sizes(width, small)[1] + GAP)


def draw_tiles(axes: Axes, states: States, left: float, top: float, width: float, small: bool) -> None:
    """Each state as a tile: a band filled by its standing, and its name with what is to be said (small: its code)."""
    codes = {row.text("name"): row.text("iso3") for row in rows("states")}
    across, down, band = _sizes(width, small)
    look: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": SMALL}
    for state, (column, line) in places().items():
        x, y = left + column * (across + GAP), top + line * (down + GAP)
        middle, below = x + across / 2, y + band
        fill_box(axes, states[state].look, x, x + across, y, below)
        draw_box(axes, (x, y), across, down, edge="ring", line=0.9, zorder=3)
        if small:
            axes.text(middle, below + (down - band) / 2, codes[state], fontweight="bold", **look)
            continue
        names = wrap(said_state(state), across - 10, SMALL, bold=True)
        for place, words in enumerate(names):
            axes.text(middle, below + LINE * (place + 1), words, fontweight="bold", **look)
        start = below + 3 + LINE * (len(names) + 1)
        most = max(1, int((y + down - 7 - start) / LINE) + 1)
        for place, words in enumerate(cut(states[state].whole, across - 8, most, SMALL)):
            axes.text(middle, start + place * LINE, words, color=LIGHT["soft"], **look)
