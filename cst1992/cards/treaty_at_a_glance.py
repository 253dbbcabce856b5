"""The eleven articles of the Treaty at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from cst1992.cards.card import Card
from cst1992.cards.grouped_table import capital, grouped_table, in_groups, marked
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import in_a_row, in_words

HEADS = ("What it is for", "Article", "Kind of provision", "Wording")
KNOWN = {"read": "read", "reported": "only reported"}


def _cells(row: Row) -> list[str]:
    basis = row.text("basis")
    name = f"<strong>{row['number']}</strong> {escape(row.text('title'))}"
    return [name, escape(row.text("kind")), marked(basis == "read", KNOWN[basis])]


def _articles(numbers: Sequence[object]) -> str:
    return f"{'Article' if len(numbers) == 1 else 'Articles'} {in_a_row(numbers)}"


def treaty_at_a_glance() -> Card:
    """The eleven articles by what each of them is for, and how well we know its wording.

    Returns
    -------
    A card; put the call last in a cell to see it. Its source are the tables `articles` and `sources`.

    Examples
    --------
    >>> print(treaty_at_a_glance().text.splitlines()[1].split(":")[0])
    Table of the eleven articles in four groups
    """
    parts = in_groups("articles", "part")
    counted = ", ".join(f"{in_words(len(own))} on {part}" for part, own in parts.items())
    helping = [row["number"] for row in rows("articles") if row["kind"] == "mutual assistance"]
    reported = [row["number"] for row in rows("articles") if row["basis"] == "reported"]
    told = f"Table of the {in_words(len(rows('articles')))} articles in {in_words(len(parts))} groups: {counted}."
    if helping:
        told += f" About mutual assistance: {_articles(helping)}."
    if reported:
        told += f" Only reported to us: the wording of {_articles(reported)}."
    return grouped_table(
        "The eleven articles of 1992 by what they are for",
        HEADS,
        {capital(part): [_cells(row) for row in own] for part, own in parts.items()},
        told=told,
        note="The titles and the grouping are ours. From data/articles.csv, CC BY 4.0.",
    )
