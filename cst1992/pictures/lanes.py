"""Lanes of events on a scale of time: every label on a row of its own, so that none ever meets another.

Laid out first (`laid_out`), then painted (`draw_lane`, `draw_marks`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cst1992.pictures.chosen_events import Shown
from cst1992.pictures.scale import GAP, MARK, Box, Scale, draw_dots, draw_spans, last_day, placed, row_for
from cst1992.pictures.style import LIGHT, TEXT
from cst1992.pictures.words import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEFT, NAMES, ROW, PAD, LINE = 12, 96, 18, 7, 15


@dataclass(frozen=True)
class Spot:
    """One event with its place: the edges and the height of its mark, the side of its label, and the box of both."""

    shown: Shown
    left: float
    right: float
    y: float
    label_on_the_right: bool
    box: Box

    @property
    def exact(self) -> bool:
        """Is the day known?"""
        return self.shown.precision == "day"

    def takes_part(self, state: str | None) -> bool:
        """Is it an event of this state? Without a state every event is picked out."""
        return state is None or state in self.shown.states


@dataclass(frozen=True)
class Lane:
    """One lane with its place: the lines of its name, its events, its upper edge and its height."""

    titles: list[str]
    spots: list[Spot]
    top: float
    height: float


def _spot(shown: Shown, scale: Scale, top: float, rows: list[list[tuple[float, float]]]) -> Spot:
    """An event in the first row of its lane where mark and label are free of others."""
    half = MARK / 2 if shown.precision == "day" else 0
    left = scale.x(shown.first) - half
    right = scale.x(last_day(shown.first, shown.precision)) + half
    start, end, on_the_right = placed(scale, left, right, shown.label, TEXT, shown.turning)
    y = top + PAD + ROW / 2 + row_for(start, end, rows) * ROW
    return Spot(shown, left, right, y, on_the_right, Box(start, end, y - 8, y + 8))


def laid_out(lanes: Sequence[tuple[str, Sequence[Shown]]], scale: Scale, top: float) -> list[Lane]:
    """The lanes below each other from a height down, each as high as its rows or its name need.

    Examples
    --------
    >>> from datetime import date
    >>> signed, ended = (Shown(day, date.fromisoformat(day), "day", "an event", (), frozenset()) for day in ("1992-05-15", "1992-06-01"))
    >>> lane, = laid_out([("Treaty", [signed, ended])], Scale(date(1992, 1, 1), date(1992, 12, 31), 108, 740), 40)
    >>> [spot.y for spot in lane.spots], lane.height
    ([56.0, 74.0], 50)
    """
    found: list[Lane] = []
    for name, own in lanes:
        rows: list[list[tuple[float, float]]] = []
        spots = [_spot(shown, scale, top, rows) for shown in own]
        titles = wrap(name, NAMES - 8, bold=True)
        found.append(Lane(titles, spots, top, max(len(rows) * ROW, len(titles) * LINE + 2) + 2 * PAD))
        top += found[-1].height
    return found


def draw_lane(axes: Axes, lane: Lane, picked: str | None) -> None:
    """The name of a lane and the labels of its events; those without the picked state are paler."""
    for place, words in enumerate(lane.titles):
        axes.text(LEFT, lane.top + PAD + 9 + place * LINE, words, va="center", fontweight="bold")
    for spot in lane.spots:
        x, side = (spot.right + GAP, "left") if spot.label_on_the_right else (spot.left - GAP, "right")
        weight = "bold" if spot.shown.turning else "normal"
        ink = LIGHT["ink" if spot.takes_part(picked) else "soft"]
        axes.text(x, spot.y, spot.shown.label, ha=side, va="center", fontweight=weight, color=ink)


def draw_marks(axes: Axes, spots: Sequence[Spot], picked: str | None) -> None:
    """Dots for days, full or as rings; bars with end ticks for months and years."""
    for full in (True, False):
        days = [spot for spot in spots if spot.exact and spot.takes_part(picked) == full]
        draw_dots(axes, [((spot.left + spot.right) / 2, spot.y) for spot in days], filled=full)
    partial = [spot for spot in spots if not spot.exact]
    colours = ["accent" if spot.takes_part(picked) else "ring" for spot in partial]
    draw_spans(axes, [(spot.left, spot.right, spot.y, colour) for spot, colour in zip(partial, colours, strict=True)])
