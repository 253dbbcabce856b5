"""Marks that tell kinds apart without colour: a form, full, half or empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cst1992.facts.arguments import agreed_words
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import fields, nearest
from cst1992.facts.speech import say
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


MARKS = {
    "full square": Mark("s", filled="full"),
    "half square": Mark("s", filled="left"),
    "diamond": Mark("D", size=8),
    "ring": Mark("o", "ring"),
    "full disc": Mark("o", filled="full", size=7),
    "small diamond": Mark("D", size=6),
    "small square": Mark("s", "orange", size=6),
}


def marks_of(table: str, column: str) -> dict[str, Mark]:
    """The mark that the Data Package gives each agreed word of a column, in the order of its list.

    Raises
    ------
    ValueError
        A word has no mark, or one that does not exist; the message says how to mend it.

    Examples
    --------
    >>> marks_of("requests", "answer")["talks or statements"].form
    'D'
    """
    return {word: _mark_of(table, column, word) for word in agreed_words(table, column)}


def _mark_of(table: str, column: str, word: str) -> Mark:
    field = next(field for field in fields(table) if field["name"] == column)
    given = field.get("marks", {}).get(word)
    if given not in MARKS:
        raise Mistake(
            say(
                "data/datapackage.json gives {word!r}, a word of the column {column} of {table}, the mark {given!r}. Write one "
                "under `marks` of that column. {choices}",
                word=word,
                column=column,
                table=table,
                given=given,
                choices=nearest(given, MARKS),
            )
        )
    return MARKS[given]


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
