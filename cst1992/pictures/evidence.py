"""Items of evidence in few words, on a scale of time: what happened, when, which figures, and who says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.module import module
from cst1992.facts.package import Row
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.wording import capital, day_in_words, from_to, in_figures, in_words
from cst1992.pictures.legend import dot, draw_legend, legend, short_span
from cst1992.pictures.scale import GAP, MARK, Box, Scale, draw_dots, draw_spans, draw_years, last_day
from cst1992.pictures.show import canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL, TEXT, WIDE
from cst1992.pictures.words import cut, width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LINE, AIR, WIDEST, STRIP = 15, 9, 400, 30

QUALIFIED = {
    "up to": to_be_said("up to {figure}"),
    "about": to_be_said("about {figure}"),
    "almost": to_be_said("almost {figure}"),
    "over": to_be_said("over {figure}"),
}


def first_sentence(text: object) -> str:
    """The first sentence of a cell, without its stop.

    Examples
    --------
    >>> first_sentence("A court in Astana bans seven groups. After the article.")
    'A court in Astana bans seven groups'
    """
    whole = str(text or "")
    ends = (found.start(1) for found in re.finditer(r"[\w)\"]{3}(\. )(?=\w)", whole) if _begins(whole[found.end()]))
    return whole[: next(ends, len(whole))].rstrip(".")


def _begins(letter: str) -> bool:
    """May a sentence begin with it?"""
    return letter.isupper() or letter.isdecimal()


def when_of(row: Row) -> str:
    """The date as exactly as it is known.

    Examples
    --------
    >>> when_of(Row(date=date(1999, 8, 1), date_precision="month"))
    'August 1999'
    """
    return day_in_words(row.day("date"), row.text("date_precision"))


def figure_of(row: Row) -> str:
    """The figure with its unit: a number, a range, or an open end; empty if there is none.

    Examples
    --------
    >>> figure_of(Row(figure_low=9.0, figure_high=16.0, qualifier=None, unit="dead"))
    '9 to 16 dead'
    >>> figure_of(Row(figure_low=None, figure_high=1500.0, qualifier="up to", unit="US troops"))
    'up to 1,500 US troops'
    >>> figure_of(Row(figure_low=300.0, figure_high=None, qualifier=None, unit="dead"))
    '300 or more dead'
    """
    low, high = row["figure_low"], row["figure_high"]
    if low is None and high is None:
        return ""
    numbers = list(dict.fromkeys(in_figures(float(str(end)), ".10g") for end in (low, high) if end is not None))
    value = from_to(*numbers) if len(numbers) > 1 else numbers[0]
    if row["qualifier"]:
        value = say(QUALIFIED[row.text("qualifier")], figure=value)
    elif high is None:
        value = say("{figure} or more", figure=value)
    elif low is None:
        value = say(QUALIFIED["up to"], figure=value)
    return f"{value} {row.text('unit')}".strip()


def is_range(row: Row) -> bool:
    """Do the figures span a range, or is one of their ends open?"""
    return bool(row["unit"]) and row["figure_low"] != row["figure_high"]


def _stands_in(row: Row, text: str) -> bool:
    """Does the text that is shown give the one number of the row already, in digits or as a word?"""
    number = row["figure_high"] if row["figure_low"] is None else row["figure_low"]
    if number is None or (None not in (row["figure_low"], row["figure_high"]) and is_range(row)):
        return False
    exact = float(str(number))
    shapes = [in_figures(exact, ".10g"), *([in_words(int(exact))] if exact.is_integer() else [])]
    return any(re.search(rf"(?<![\w,.]){re.escape(one)}(?![\w,]|\.\d)", text, re.IGNORECASE) for one in shapes)


def beside(row: Row, shown: str, width: float, most: int) -> list[str]:
    """The soft lines below an item: date, figure, who says so, and that others say otherwise, which is never cut."""
    figure = "" if _stands_in(row, shown) else figure_of(row)
    when = when_of(row)
    if row["later"]:
        when = say("{day}, after {text}", day=when, text=module().text)
    parts = [when, capital(figure)]
    words = (". ".join(filter(None, [*parts, first_sentence(row["who_says_so"])])) + ".").split()
    tail = f" {say('Others say otherwise.')}" if row["who_disputes"] else ""
    lines = wrap(" ".join(words) + tail, width, SMALL)
    while len(lines) > most and len(words) > 1:
        words.pop()
        lines = wrap(" ".join(words).rstrip(" ,;:.(") + " …" + tail, width, SMALL)
    return lines


@dataclass(frozen=True)
class Item:
    """One item of evidence with its lines; `right` says on which side of the mark they stand."""

    row: Row
    x: float
    end: float
    right: bool
    lines: list[tuple[str, bool]]

    @property
    def height(self) -> float:
        """The height of the item with the air below it."""
        return len(self.lines) * LINE + AIR


def _lines(row: Row, width: float, most: int) -> list[tuple[str, bool]]:
    """The lines of one item, each with whether it is soft."""
    what = cut(first_sentence(row["what"]), width, most)
    soft = beside(row, " ".join(what), width, most)
    return [(line, False) for line in what] + [(line, True) for line in soft]


def _item(row: Row, scale: Scale) -> Item:
    """An item on the scale of time: its text stands right of the mark where there is more room, else left."""
    day, half = row["date"], MARK / 2
    assert isinstance(day, date)
    end = scale.x(last_day(day, row.text("date_precision")))
    start, end = (scale.x(day), end) if row["date_precision"] != "day" else (end - half, end + half)
    on_the_right, on_the_left = WIDE - 12 - end - GAP, start - GAP - 12
    width = min(WIDEST, max(on_the_right, on_the_left) / 1.02)
    return Item(row, start, end, on_the_right >= min(WIDEST, on_the_left), _lines(row, width, 2))


def _draw_lines(axes: Axes, item: Item, y: float) -> Box:
    """The lines of one item from its first level down; gives the box that mark and lines fill."""
    widest = max(width_of(line, SMALL if soft else TEXT) for line, soft in item.lines)
    x = item.end + GAP if item.right else item.x - GAP
    for place, (line, soft) in enumerate(item.lines):
        side = "left" if item.right else "right"
        size, colour = (SMALL, LIGHT["soft"]) if soft else (TEXT, LIGHT["ink"])
        axes.text(x, y + place * LINE, line, va="center", ha=side, fontsize=size, color=colour)
    left, right = (item.x, x + widest) if item.right else (x - widest, item.end)
    return Box(left, right, y - 8, y + item.height - 9)


def _draw_marks(axes: Axes, items: list[tuple[Item, float]]) -> None:
    """Dots for days, bars with end ticks for months and years."""
    days = [((item.x + item.end) / 2, y) for item, y in items if item.row["date_precision"] == "day"]
    draw_dots(axes, days, filled=True)
    draw_spans(axes, [(i.x, i.end, y, "accent") for i, y in items if i.row["date_precision"] != "day"])


def _draw_key(axes: Axes, width: float, words: str) -> None:
    """What a dot and a bar mean."""
    draw_legend(axes, legend([dot(say("day")), short_span(words)], width), 12)


def draw_wide(own: list[Row]) -> Figure:
    """Items on a scale of time, a row each, with the text beside the mark."""
    days = [row.day("date") for row in own]
    scale = Scale(date(min(days).year, 1, 1), date(max(days).year, 12, 31), 18, WIDE - 18)
    items = [_item(row, scale) for row in own]
    bottom = STRIP + sum(item.height for item in items) + 4
    with canvas(WIDE, bottom + 26) as (figure, axes):
        _draw_key(axes, WIDE, say("only the month or the year is given; the bar is as long"))
        y, placed, boxes = STRIP + 10.0, [], []
        for item in items:
            boxes.append(_draw_lines(axes, item, y))
            placed.append((item, y))
            y += item.height
        _draw_marks(axes, placed)
        draw_years(axes, scale, STRIP, bottom, boxes)
    return figure


def draw_narrow(own: list[Row]) -> Figure:
    """Items from top to bottom in order of date: equal marks, no scale."""
    left = 66
    items = [Item(row, 49, 57, True, _lines(row, (NARROW - left - 10) / 1.02, 3)) for row in own]
    with canvas(NARROW, STRIP + 18 + sum(item.height for item in items)) as (figure, axes):
        _draw_key(axes, NARROW, say("only month or year is given"))
        axes.text(12, 30, say("in order of time, not on a scale"), va="center", fontsize=SMALL, color=LIGHT["soft"])
        y, placed, year = STRIP + 26.0, [], ""
        for item in items:
            if str(item.row["date"])[:4] != year:
                year = str(item.row["date"])[:4]
                axes.text(10, y, year, va="center", fontsize=SMALL, fontweight="bold", color=LIGHT["soft"])
            _draw_lines(axes, Item(item.row, item.x, left - GAP, True, item.lines), y)
            placed.append((item, y))
            y += item.height
        _draw_marks(axes, placed)
    return figure
