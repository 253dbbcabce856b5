"""The words above days that matter to the whole picture: each leans where there is room, and none meets another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cst1992.pictures.scale import Scale
from cst1992.pictures.style import SMALL
from cst1992.pictures.words import width_of

APART = 4

Days = list[tuple[date, str]]


@dataclass(frozen=True)
class Said:
    """The words of a day: where its line stands, at which of their edges, and in which row above the picture, from 0."""

    words: str
    x: float
    side: str
    row: int


def said_above(days: Days, scale: Scale) -> list[Said]:
    """The words of days in order, in as few rows as they need.

    Examples
    --------
    >>> scale = Scale(date(1992, 1, 1), date(2026, 12, 31), 112, 746)
    >>> days = [(date(1994, 4, 20), "in force for all of those who had signed"), (date(1996, 4, 20), "another day")]
    >>> [said.row for said in said_above(days, scale)]
    [0, 1]
    """
    found: list[Said] = []
    rows: list[float] = []
    ends_of_room = [*(scale.x(day) for day, _ in days[1:]), scale.right + 14]
    for (day, words), end in zip(days, ends_of_room, strict=True):
        x, wide = scale.x(day), width_of(words, SMALL)
        free = next((row for row, taken in enumerate(rows) if taken + APART <= x - wide), len(rows))
        leaves_the_page = x + wide > scale.right + 14 - APART
        leans_left = x + wide > end - APART and x - wide > APART and (free < len(rows) or not rows)
        if leans_left or leaves_the_page:
            found.append(Said(words, x, "right", free))
        else:
            free = next((row for row, taken in enumerate(rows) if taken + APART <= x), len(rows))
            found.append(Said(words, x, "left", free))
        rows += [0.0] * (found[-1].row + 1 - len(rows))
        rows[found[-1].row] = x if found[-1].side == "right" else x + wide
    return found
