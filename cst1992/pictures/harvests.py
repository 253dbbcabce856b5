"""Harvests by year, drawn as a range of rival figures and not as one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cst1992.facts.agreed import said_title, said_word
from cst1992.facts.headings import column_heading
from cst1992.facts.package import Row
from cst1992.facts.sections import section
from cst1992.facts.speech import say, say_as
from cst1992.facts.wording import from_to, in_figures
from cst1992.pictures.as_tables import harvests_table
from cst1992.pictures.legend import Key, draw_legend, legend, marked
from cst1992.pictures.looks import draw_box
from cst1992.pictures.marks import Mark, draw_mark, marks_of
from cst1992.pictures.scale import Box, pieces
from cst1992.pictures.show import Picture, canvas, drawn_from
from cst1992.pictures.style import LIGHT, NARROW, SMALL, WIDE
from cst1992.pictures.words import width_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROOM, ARROW = 1.04, 16  # above the highest figure, as a share of it; an open end, in pixels


@dataclass(frozen=True)
class Plot:
    """Years on one axis and tonnes on the other: upright on a wide page, lying on a narrow one."""

    upright: bool
    start: float
    length: float
    apart: float
    highest: float

    def point(self, centre: float, tonnes: float) -> tuple[float, float]:
        """Where a figure lies, `centre` pixels along the years."""
        way = tonnes / self.highest * self.length
        return (centre, self.start - way) if self.upright else (self.start + way, centre)

    def beyond(self, centre: float, tonnes: float, pixels: float) -> tuple[float, float]:
        """A point that many pixels above (or right of) a figure."""
        return self.point(centre, tonnes + pixels * self.highest / self.length)


def _by_year() -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in section("harvests"):
        found.setdefault(row.whole("year"), []).append(row)
    return dict(sorted(found.items()))


def _stages() -> dict[str, Mark]:
    """The marks of the stages of a figure."""
    return marks_of("harvests", "stage")


def _ends(row: Row) -> list[float]:
    """The one or two ends of a figure in tonnes."""
    ends = [float(str(row[column])) for column in ("tonnes_low", "tonnes_high") if row[column] is not None]
    return list(dict.fromkeys(ends))


def _range_of(own: list[Row]) -> tuple[float, float, bool]:
    """Lowest and highest figure of a year, and whether its end is open."""
    ends = [end for row in own for end in _ends(row)]
    return min(ends), max(ends), any(row["tonnes_high"] is None for row in own)


def _highest() -> float:
    """The highest of all figures."""
    return max(end for own in _by_year().values() for row in own for end in _ends(row))


def _line(axes: Axes, points: list[tuple[float, float]], name: str, width: float = 1.3) -> None:
    x, y = zip(*points, strict=True)
    axes.plot(x, y, color=LIGHT[name], linewidth=width, zorder=2, solid_capstyle="butt")


def _figure_of(axes: Axes, plot: Plot, centre: float, row: Row) -> None:
    """A figure in the form of its stage; a range has a mark at both ends, an open end an arrow."""
    ends, stage = _ends(row), row.text("stage")
    mark = _stages()[stage]
    if len(ends) == 2:
        inner = [plot.beyond(centre, ends[0], 4), plot.beyond(centre, ends[1], -4)]
        _line(axes, inner, mark.colour)
    if row["tonnes_high"] is None:
        _line(axes, [plot.beyond(centre, ends[0], 4), plot.beyond(centre, ends[0], ARROW)], mark.colour)
        arrow = "^" if plot.upright else ">"
        axes.plot(*plot.beyond(centre, ends[0], ARROW), arrow, markersize=5, color=LIGHT[mark.colour], zorder=3)
    for end in ends:
        draw_mark(axes, mark, *plot.point(centre, end))


def _bar(axes: Axes, plot: Plot, centre: float, own: list[Row]) -> None:
    """The range of all figures of a year: a pale bar with an outline, without its far edge where that is open."""
    low, high, is_open = _range_of(own)
    half = 1.6 * plot.apart
    (x0, y0), (x1, y1) = (
        plot.point(centre - half, low),
        plot.beyond(centre + half, high, ARROW + 4 if is_open else 0),
    )
    draw_box(axes, (x0, y0), x1 - x0, y1 - y0, "tint1")
    corners = [(x0, y1), (x0, y0), (x1, y0), (x1, y1)] if plot.upright else [(x1, y0), (x0, y0), (x0, y1), (x1, y1)]
    _line(axes, corners if is_open else [*corners, corners[0]], "ring", 1)


def _label(axes: Axes, plot: Plot, centre: float, own: list[Row]) -> list[Box]:
    """The ends of a range in figures, above and below its bar or after it; gives the boxes of the texts."""
    low, high, is_open = _range_of(own)
    far = ARROW + 8 if is_open else 10
    last = say_as("the end of a range", "open") if is_open else in_figures(high)
    if plot.upright:
        texts = [(last, *plot.beyond(centre, high, far + 6), "center")]
        if is_open or low != high:
            texts.append((in_figures(low), *plot.beyond(centre, low, -16), "center"))
    else:
        words = _in_one_line(low, high, is_open)
        (after, y), (before, _) = plot.beyond(centre, high, far), plot.beyond(centre, low, -10)
        if after + width_of(words, SMALL) < NARROW - 6:
            texts = [(words, after, y, "left")]
        elif before - width_of(words, SMALL) > plot.start + 4:
            texts = [(words, before, y, "right")]
        else:
            texts = [(say("{figure} to", figure=in_figures(low)), after, y - 8, "left"), (last, after, y + 8, "left")]
    boxes = []
    for words, x, y, side in texts:
        axes.text(x, y, words, va="center", ha=side, fontsize=SMALL)
        wide = width_of(words, SMALL)
        left = {"center": x - wide / 2, "left": x, "right": x - wide}[side]
        boxes.append(Box(left - 2, left + wide + 2, y - 7, y + 7))
    return boxes


def _in_one_line(low: float, high: float, is_open: bool) -> str:
    """A range in figures, for the line beside its bar."""
    if is_open:
        return say("from {figure}", figure=in_figures(low))
    return in_figures(low) if low == high else from_to(in_figures(low), in_figures(high))


def _keys() -> list[Key]:
    """What the forms mean."""

    def of_a_range(axes: Axes, x: float, y: float) -> None:
        draw_box(axes, (x - 6, y - 6), 12, 12, "tint1", "ring")

    stages = [marked(mark, said_word("stage", stage)) for stage, mark in _stages().items()]
    return [*stages, Key(of_a_range, say("from the lowest to the highest"))]


def _grid(axes: Axes, plot: Plot, first: float, last: float, boxes: list[Box]) -> None:
    """Light lines at every thousand tonnes, in pieces that stop at every number, and the thousands themselves."""
    turned = [Box(box.top, box.bottom, box.left, box.right) for box in boxes] if plot.upright else boxes
    for tonnes in range(0, int(plot.highest), 1000):
        x, y = plot.point(first, tonnes)
        for start, end in pieces(first, last, y if plot.upright else x, turned, air=0):
            points = [(start, y), (end, y)] if plot.upright else [(x, start), (x, end)]
            axes.plot(*zip(*points, strict=True), color=LIGHT["line"], linewidth=1, zorder=0.5)
        place, side = ((first - 8, y), "right") if plot.upright else ((x, first - 10), "center")
        axes.text(*place, in_figures(tonnes), ha=side, va="center", fontsize=SMALL, color=LIGHT["soft"])


def _draw(upright: bool) -> Figure:
    by_year = _by_year()
    width, left, tall = (WIDE, 56, 330) if upright else (NARROW, 48, 40 * len(by_year))
    top = 74.0 if upright else 128.0
    step = (width - left - 12) / len(by_year) if upright else 40
    start, length = (top + tall, tall) if upright else (left, width - left - 14)
    plot = Plot(upright, start, length, 13 if upright else 9, _highest() * ROOM)
    with canvas(width, top + tall + (28 if upright else 6)) as (figure, axes):
        below = draw_legend(axes, legend(_keys(), width, down=not upright), 12)
        axes.text(12, below + 8, column_heading("tonnes"), va="center", fontsize=SMALL, color=LIGHT["soft"])
        boxes = []
        for place, (year, own) in enumerate(by_year.items()):
            centre = (left if upright else top) + step * (place + 0.5)
            _bar(axes, plot, centre, own)
            for row in own:
                lane = list(_stages()).index(row.text("stage")) - 1
                _figure_of(axes, plot, centre + lane * plot.apart, row)
            boxes += _label(axes, plot, centre, own)
            x, y = (centre, top + tall + 16) if upright else (left - 10, centre)
            axes.text(x, y, str(year), ha="center" if upright else "right", va="center", fontsize=SMALL)
        _grid(axes, plot, left if upright else top, width - 8 if upright else top + tall, boxes)
    return figure


def harvests_at_a_glance() -> Picture:
    """Harvests: for each year the range of all figures, and the figures themselves.

    Returns
    -------
    A picture, in tonnes. The same as a table: `cst.harvests()`.

    Examples
    --------
    >>> harvests_at_a_glance().alt.split(",")[0]
    'Opium harvests in Afghanistan: ranges by year'
    """
    ranges = {year: _range_of(own) for year, own in _by_year().items()}
    lowest = min(ranges, key=lambda year: ranges[year][1])
    widest = max(ranges, key=lambda year: ranges[year][1] - ranges[year][0])
    (low, high, _), (last_low, last_high, _) = ranges[widest], ranges[max(ranges)]
    title = said_title("harvests")
    alt = say(
        "{title}: ranges by year, {years}, on an axis from 0 to {highest} tonnes. The figures lie furthest apart in {widest}, "
        "{range} tonnes. The lowest year is {lowest}, with {least} tonnes; {last} has {range_of_last}.",
        title=title,
        years=from_to(min(ranges), max(ranges)),
        highest=in_figures(_highest()),
        widest=widest,
        range=from_to(in_figures(low), in_figures(high)),
        lowest=lowest,
        least=in_figures(ranges[lowest][1]),
        last=max(ranges),
        range_of_last=from_to(in_figures(last_low), in_figures(last_high)),
    )
    return Picture(
        _draw(upright=True),
        narrow=_draw(upright=False),
        alt=alt,
        same=harvests_table(_by_year()),
        caption=say(
            "{title}: all figures found. No line joins the years, since the figures come from different hands. Two marks with "
            "a line between them are one figure given as a range; an arrow is an open end.",
            title=title,
        ),
        credit=drawn_from("harvests"),
    )
