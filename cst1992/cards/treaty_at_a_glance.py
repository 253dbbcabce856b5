"""The articles of the treaty at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from cst1992.cards.card import Card
from cst1992.cards.grouped_table import grouped_table, in_groups, marked
from cst1992.facts.articles import articles_named, printed
from cst1992.facts.module import module
from cst1992.facts.package import Row
from cst1992.facts.sections import section
from cst1992.facts.treaty_wordings import wordings
from cst1992.facts.wording import capital, in_words, many_in_words

HEADS = ("What it is for", "Article", "Kind of provision", "Wording")
KNOWN = {"read": "read", "reported": "only reported"}


def _cells(row: Row) -> list[str]:
    basis = row.text("basis")
    name = f"<strong>{escape(printed(row))}</strong> {escape(row.text('title'))}"
    return [name, escape(row.text("kind")), marked(basis == "read", KNOWN[basis])]


def _of_the_treaty() -> str:
    """The first wording of the treaty for a caption, or the treaty itself where no wordings are told apart."""
    return next((one.said for one in wordings()), module().treaty)


def _told(parts: Mapping[str, Sequence[Row]], articles: Sequence[Row]) -> str:
    """The table in a few sentences: how many articles on what, which of them promise help, which are only reported."""
    counted = ", ".join(f"{in_words(len(own))} on {part}" for part, own in parts.items())
    groups = many_in_words(len(parts), "group", "groups")
    told = f"Table of the {many_in_words(len(articles), 'article', 'articles')} in {groups}: {counted}."
    helping = [row for row in articles if row["kind"] == module().promise]
    reported = [row for row in articles if row["basis"] == "reported"]
    if helping:
        told += f" About {module().promise}: {articles_named(helping)}."
    if reported:
        told += f" Only reported to us: the wording of {articles_named(reported)}."
    return told


def treaty_at_a_glance() -> Card:
    """The articles by what each of them is for, and how well we know its wording.

    Returns
    -------
    A card; put the call last in a cell to see it. Its source are the tables `articles` and `sources`.

    Examples
    --------
    >>> print(treaty_at_a_glance().text.splitlines()[1].split(":")[0])
    Table of the eleven articles in four groups
    """
    articles, parts = section("articles"), in_groups("articles", "part")
    counted = many_in_words(len(articles), "article", "articles")
    return grouped_table(
        f"The {counted} of {_of_the_treaty()} by what {'it is' if len(articles) == 1 else 'they are'} for",
        HEADS,
        {capital(part): [_cells(row) for row in own] for part, own in parts.items()},
        told=_told(parts, articles),
        note="The titles and the grouping are ours. From data/articles.csv, CC BY 4.0.",
    )
