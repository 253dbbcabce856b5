"""A scale of time and what stands on it: where a day lies, where a label fits, where a line may run."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cst1992.pictures.style import LIGHT, SMALL
from cst1992.pictures.words import width_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MARK, GAP, APART = 8.0, 5.0, 14.0
Segment = tuple[float, float, float, float]


@dataclass(frozen=True)
class Box:
    """A piece of the page, in pixels."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Scale:
    """Days from left to right."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day lies; days outside lie at the edge."""
        whole = (self.last - self.first).days or 1
        share = min(max((day - self.first).days / whole, 0.0), 1.0)
        return self.left + share * (self.right - self.left)

    def years(self) -> list[int]:
        """The years to name: every one, every second or every fifth, so that they do not touch."""
        room = (self.right - self.left) / (self.last.year - self.first.year + 1)
        step = 1 if room >= 40 else 2 if room >= 24 else 5
        years = range(self.first.year, self.last.year + 1)
        return [year for year in years if year % step == 0 and date(year, 1, 1) >= self.first]


def last_day(first: date, precision: str) -> date:
    """The last day that a date can mean, which is known to the day, the month or the year."""
    if precision == "year":
        return date(first.year, 12, 31)
    if precision == "month":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first


def placed(
    scale: Scale, start: float, end: float, label: str, size: float, bold: bool = False
) -> tuple[float, float, bool]:
    """The left and right edge of a mark with its label, and whether the label stands on the right.

    `start` and `end` are the edges of the mark. The label goes left where it would pass the right edge of the page.
    """
    width = width_of(label, size, bold) * 1.02 + GAP
    on_the_right = end + width <= scale.right + MARK
    return (start, end + width, True) if on_the_right else (start - width, end, False)


def row_for(left: float, right: float, rows: list[list[tuple[float, float]]]) -> int:
    """The first row where a box keeps its distance from those that stand there; opens a row if there is none."""
    for number, taken in enumerate(rows):
        if all(right + APART <= other_left or other_right + APART <= left for other_left, other_right in taken):
            taken.append((left, right))
            return number
    rows.append([(left, right)])
    return len(rows) - 1


def pieces(top: float, bottom: float, x: float, boxes: Iterable[Box], air: float = 3.0) -> list[tuple[float, float]]:
    """Where an upright line may run between two heights without touching a box."""
    free = [(top, bottom)]
    for box in boxes:
        if not box.left - air <= x <= box.right + air:
            continue
        cut = []
        for upper, lower in free:
            if box.bottom <= upper or box.top >= lower:
                cut.append((upper, lower))
                continue
            cut += [(a, b) for a, b in ((upper, box.top - 1), (box.bottom + 1, lower)) if b - a > 2]
        free = cut
    return free


def draw_segments(
    axes: Axes, segments: Sequence[Segment], name: str, width: float, dashed: bool = False, zorder: float = 3
) -> None:
    """Straight lines (x0, y0, x1, y1) in one path, so that the file stays small."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    if segments:
        points = [point for x0, y0, x1, y1 in segments for point in ((x0, y0), (x1, y1))]
        path = Path(points, [Path.MOVETO, Path.LINETO] * len(segments))
        style = (0, (3, 3)) if dashed else "solid"
        patch = PathPatch(
            path, facecolor="none", edgecolor=LIGHT[name], linewidth=width, linestyle=style, zorder=zorder
        )
        axes.add_patch(patch)


def draw_lines(
    axes: Axes, lines: Iterable[tuple[float, float, float]], name: str, width: float, dashed: bool = False
) -> None:
    """Upright lines (x, top, bottom) behind everything else."""
    draw_segments(axes, [(x, top, x, bottom) for x, top, bottom in lines], name, width, dashed, zorder=0.5)


def draw_years(axes: Axes, scale: Scale, top: float, bottom: float, boxes: Sequence[Box]) -> None:
    """Light lines at the beginnings of years, and the years below."""
    lines = []
    for year in scale.years():
        x = scale.x(date(year, 1, 1))
        lines += [(x, upper, lower) for upper, lower in pieces(top, bottom, x, boxes)]
        axes.text(x, bottom + 14, str(year), ha="center", va="center", fontsize=SMALL, color=LIGHT["soft"])
    draw_lines(axes, lines, "line", 1)


def draw_spans(axes: Axes, spans: Iterable[tuple[float, float, float, str]], tick: float = 4.0) -> None:
    """Bars with end ticks (left, right, y, colour) for dates known to the month or the year."""
    for left, right, y, name in spans:
        ends = [(x, y - tick, x, y + tick) for x in (left, right)]
        draw_segments(axes, [(left, y, right, y), *ends], name, 1.8)


def draw_dots(axes: Axes, places: Sequence[tuple[float, float]], filled: bool) -> None:
    """Dots for days: full ones in the accent colour, or rings."""
    if places:
        x, y = zip(*places, strict=True)
        face, edge = (LIGHT["accent"], LIGHT["accent"]) if filled else ("none", LIGHT["ring"])
        axes.plot(
            x, y, "o", markersize=MARK - 1, markerfacecolor=face, markeredgecolor=edge, markeredgewidth=1.5, zorder=3
        )
