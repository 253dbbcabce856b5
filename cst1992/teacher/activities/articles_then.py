"""Articles of the treaty as they were in force on a day, as pieces of a card; the day of a wording stands in the tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cst1992.cards.articles import change_of, paragraphs_of
from cst1992.facts.articles import article_name
from cst1992.facts.citing import cite
from cst1992.facts.package import Row, row_with
from cst1992.facts.speech import say
from cst1992.facts.treaty_wordings import Wording, wordings
from cst1992.teacher.activities.pieces import Piece


def wordings_until(day: date | None) -> list[Wording]:
    """The wordings that are in force by a day, the first one first; the first one alone before any of them is in force.

    Without a day it is the first wording.

    Examples
    --------
    >>> [one.id for one in wordings_until(date(2010, 6, 14))], [one.id for one in wordings_until(date(2022, 1, 6))]
    (['1992'], ['1992', '2010'])
    """
    known = wordings()
    begun = [one for one in known if day and one.in_force_on and one.in_force_on <= day]
    return begun or known[:1]


def articles_on(numbers: Iterable[int], day: date | None) -> list[Piece]:
    """Articles in our paraphrase, with what each wording in force by the day had made of them.

    Raises
    ------
    ValueError
        The treaty has no such article.

    Examples
    --------
    >>> [piece.heading for piece in articles_on([4], date(2022, 1, 6))]
    ['Article 4 · Aggression against one', 'Article 4 since 19 December 2012']
    """
    return [piece for number in numbers for piece in _of_one(number, wordings_until(day))]


def _of_one(number: int, begun: list[Wording]) -> list[Piece]:
    entry, name = row_with("articles", "number", number), article_name(number)
    paragraphs = [row.text("paraphrase") for row in paragraphs_of(number)]
    first = Piece(
        text="" if paragraphs else entry.text("summary"),
        heading=f"{name} · {entry.text('title')}",
        points=tuple(paragraphs),
        source=cite(entry.text("source")),
        note=_how_known(entry),
    )
    later = [(wording, change_of(number, wording)) for wording in begun[1:]]
    return [first, *(_changed(name, wording, change) for wording, change in later if change)]


def _how_known(entry: Row) -> str:
    if entry["basis"] == "reported":
        return say("Reported by others; none of the authors of this module has read the wording.")
    return ""


def _changed(name: str, wording: Wording, change: Row) -> Piece:
    heading = say("{article} since {day}", article=name, day=wording.since())
    reported = say("Our paraphrase; the new wording is known from reports.") if change["basis"] == "reported" else ""
    return Piece(text=change.text("change"), heading=heading, source=cite(change.text("source")), note=reported)
