"""The key of a picture: signs with their words, beside or below each other. Laid out first, then painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cst1992.pictures.looks import fill_box
from cst1992.pictures.marks import Mark, draw_mark
from cst1992.pictures.scale import draw_dots, draw_spans
from cst1992.pictures.style import SMALL
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEFT, TO_WORDS, APART, BETWEEN_ROWS, LINE = 12, 7, 16, 6, 15


@dataclass(frozen=True)
class Key:
    """One entry: what draws its sign around a point, its words, and the size of the sign."""

    draw: Callable[[Axes, float, float], object]
    words: str
    wide: float = 12
    tall: float = 12


@dataclass(frozen=True)
class Placed:
    """An entry with its place: the middle of the sign below the top of the key, and the lines of its words."""

    key: Key
    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Legend:
    """A key as it is laid out, and how high it is."""

    placed: tuple[Placed, ...]
    height: float


def filled(look: str, words: str) -> Key:
    """The entry of a shape that is filled in a look."""
    return Key(lambda axes, x, y: fill_box(axes, look, x - 13, x + 13, y - 8, y + 8), words, wide=26, tall=16)


def marked(mark: Mark, words: str) -> Key:
    """The entry of a mark."""
    return Key(lambda axes, x, y: draw_mark(axes, mark, x, y), words)


def dot(words: str) -> Key:
    """The entry of a day."""
    return Key(lambda axes, x, y: draw_dots(axes, [(x, y)], filled=True), words)


def ring(words: str) -> Key:
    """The entry of a day that is not picked out."""
    return Key(lambda axes, x, y: draw_dots(axes, [(x, y)], filled=False), words)


def short_span(words: str) -> Key:
    """The entry of a month or a year."""
    return Key(lambda axes, x, y: draw_spans(axes, [(x - 7, x + 7, y, "accent")]), words, wide=14)


def legend(keys: Iterable[Key], width: float, down: bool = False) -> Legend:
    """Lay out a key on a page of a width: one entry a row where `down`, else as many as fit.

    Examples
    --------
    >>> keys = [Key(print, "in force"), Key(print, "did not prolong")]
    >>> [(place.x, place.y) for place in legend(keys, 288, down=True).placed], legend(keys, 288).height
    ([(18.0, 0.0), (18.0, 18.0)], 18.0)
    """
    x, y, row = float(LEFT), 0.0, 0.0
    placed: list[Placed] = []
    for key in keys:
        beside = key.wide + TO_WORDS
        lines = wrap(key.words, width - LEFT - beside - LEFT, SMALL) if down else [key.words]
        if placed and (down or x + beside + width_of(key.words, SMALL) > width - TO_WORDS):
            x, y, row = float(LEFT), y + row, 0.0
        row = max(row, key.tall + BETWEEN_ROWS + (len(lines) - 1) * LINE)
        placed.append(Placed(key, x + key.wide / 2, y, tuple(lines)))
        x += beside + width_of(key.words, SMALL) + APART
    return Legend(tuple(placed), y + row)


def draw_legend(axes: Axes, laid: Legend, y: float) -> float:
    """Paint a key whose first row has its middle at `y`; gives the middle of the row below it."""
    for place in laid.placed:
        place.key.draw(axes, place.x, y + place.y)
        for number, words in enumerate(place.lines):
            x = place.x + place.key.wide / 2 + TO_WORDS
            axes.text(x, y + place.y + number * LINE, words, va="center", fontsize=SMALL)
    return y + laid.height
