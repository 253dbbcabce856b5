"""The articles of the treaty at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from cst1992.cards.card import Card, from_tables
from cst1992.cards.grouped_table import grouped_table, in_groups, in_groups_of, marked
from cst1992.facts.agreed import said_word
from cst1992.facts.articles import articles_named, printed
from cst1992.facts.module import module
from cst1992.facts.package import Row
from cst1992.facts.sections import section
from cst1992.facts.speech import say, say_as, say_count, to_be_said
from cst1992.facts.treaty_wordings import wordings
from cst1992.facts.wording import capital, in_a_list, in_words

HEADS = (to_be_said("What it is for"), to_be_said("Article"), to_be_said("Kind of provision"), to_be_said("Wording"))


def _cells(row: Row) -> list[str]:
    read = row["basis"] == "read"
    known = say_as("a wording", "read") if read else say("only reported")
    name = f"<strong>{escape(printed(row))}</strong> {escape(row.text('title'))}"
    return [name, escape(said_word("kind", row["kind"])), marked(read, known)]


def _of_the_treaty() -> str:
    """The first wording of the treaty for a caption, or the treaty itself where no wordings are told apart."""
    return next((one.said for one in wordings()), module().treaty)


def _told(parts: Mapping[str, Sequence[Row]], articles: Sequence[Row]) -> str:
    """The table in a few sentences: how many articles on what, which of them promise help, which are only reported."""
    told = say_count(
        "Table of the {number} article in {groups}: {parts}.",
        "Table of the {number} articles in {groups}: {parts}.",
        len(articles),
        number=in_words(len(articles)),
        groups=in_groups_of(len(parts)),
        parts=in_a_list(
            say("{number} on {part}", number=in_words(len(own)), part=said_word("part", part))
            for part, own in parts.items()
        ),
    )
    helping = [row for row in articles if row["kind"] == module().promise]
    reported = [row for row in articles if row["basis"] == "reported"]
    said = [told]
    if helping:
        promise = said_word("kind", module().promise)
        said.append(say("About {promise}: {articles}.", promise=promise, articles=articles_named(helping)))
    if reported:
        said.append(say("Only reported to us: the wording of {articles}.", articles=articles_named(reported)))
    return " ".join(said)


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
    name = say_count(
        "The {number} article of {treaty} by what it is for",
        "The {number} articles of {treaty} by what they are for",
        len(articles),
        number=in_words(len(articles)),
        treaty=_of_the_treaty(),
    )
    return grouped_table(
        name,
        [*map(say, HEADS)],
        {capital(said_word("part", part)): [_cells(row) for row in own] for part, own in parts.items()},
        told=_told(parts, articles),
        note=f"{say('The titles and the grouping are ours.')} {from_tables('articles')}",
    )
