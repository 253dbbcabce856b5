"""What treaties promise on one topic, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from cst1992.cards.card import Card, from_tables, plain_card
from cst1992.cards.grouped_table import grouped_table
from cst1992.facts.agreed import said_word
from cst1992.facts.arguments import agreed_words, choice
from cst1992.facts.laid_out import cell_text
from cst1992.facts.module import module
from cst1992.facts.package import Row, rows
from cst1992.facts.sections import rows_if_there, section
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.wording import in_a_list, in_a_row, in_words

NONE = "–"
ASK = to_be_said("Must the victim ask?")
HEADS = (
    to_be_said("Treaty"),
    to_be_said("Article"),
    to_be_said("What it promises"),
    to_be_said("Who decides"),
    ASK,
    to_be_said("Area"),
)
ASKS = HEADS.index(ASK)
NUMBER = re.compile(r"\d+[a-z]*|[IVXLC]+")
"""The number of an article as treaties print it; whatever else names a clause, such as a preamble, stands as it is."""


def _treaty(row: Row) -> str:
    """The name of a treaty with its year, once."""
    name = row.text("treaty")
    return name if row.text("year") in name else f"{name}, {row['year']}"


def _short(name: str) -> str:
    """The short name of a treaty for a sentence: a name in brackets instead of the long one, the later form alone."""
    for plain in {row.text("treaty") for row in rows("clauses")}:
        name = name.removeprefix(f"{plain} ") if name.startswith(f"{plain} as ") else name
    name = re.sub(r", (\d{4})$", r" (\1)", name)
    return re.sub(r".*\((\D+)\)", r"\1", name)


def _article(row: Row, topic: str) -> str:
    """The article; what else a reader has to know of it: another topic, or a wording that nobody here has read."""
    number = row.text("article")
    name = say("Article {number}", number=number) if NUMBER.fullmatch(number) else number
    notes = [said_word("topic", row["topic"])] if row["topic"] != topic else []
    notes += [say("only reported")] if row["basis"] == "reported" else []
    return f"{name} ({', '.join(notes)})" if notes else name


def _cells(row: Row, topic: str) -> list[str]:
    """The texts of a row in the order of the heads, without the treaty."""
    asks, decides, area = (cell_text(row[column]) or NONE for column in ("request_needed", "who_decides", "area_limit"))
    return [*map(escape, (_article(row, topic), row.text("what_it_promises"), decides, asks, area))]


def beside_topic(topic: str) -> list[Row]:
    """The rows that tie clauses on another topic to this one; none where the module has no such table."""
    return [row for row in rows_if_there("clause_topics") if row["topic"] == topic]


def _clauses(topic: str) -> dict[str, list[Row]]:
    """The clauses by treaty: those on the topic, then those that belong beside it."""
    known, beside = section("clauses"), {row["clause"] for row in beside_topic(topic)}
    found = [row for row in known if row["topic"] == topic]
    found += [row for row in known if row["id"] in beside and row not in found]
    return {name: [row for row in found if _treaty(row) == name] for name in dict.fromkeys(map(_treaty, found))}


def _finding(found: list[Row]) -> str:
    """Who needs a request, where the topic asks for it; else how often nobody is recorded who decides."""
    if all(row["request_needed"] is None for row in found):
        gaps = sum(not row["who_decides"] for row in found)
        if not gaps:
            return say("The column on who decides has no gap.")
        return say_count(
            "For {count} of them nothing is recorded on who decides.",
            "For {count} of them nothing is recorded on who decides.",
            gaps,
        )
    need = [_short(_treaty(row)) for row in found if row["request_needed"]]
    if not need:
        return say("None of them is recorded to need a request of the victim.")
    return say_count(
        "Only {number} needs a request of the victim: {treaties}.",
        "Only {number} need a request of the victim: {treaties}.",
        len(need),
        number=in_words(len(need)),
        treaties=in_a_row(need),
    )


def _told(topic: str, treaties: Iterable[str], found: list[Row], heads: Iterable[str]) -> str:
    """The table in a few sentences: how many clauses, of which treaties, and what is found."""
    aside = sum(row["topic"] != topic for row in found)
    places = {"topic": said_word("topic", topic), "treaties": "; ".join(map(_short, treaties))}
    columns = say("Columns: {columns}.", columns=in_a_list(heads))
    return f"{_counted(len(found) - aside, aside, places)} {columns} {_finding(found)}"


def _counted(own: int, aside: int, places: dict[str, str]) -> str:
    """How many clauses on the topic and, where there are any, on another one."""
    if not aside:
        return say_count(
            "Table of {count} clause on {topic}: {treaties}.",
            "Table of {count} clauses on {topic}: {treaties}.",
            own,
            **places,
        )
    return say_count(
        "Table of {count} clause on {topic}, and {others} on another: {treaties}.",
        "Table of {count} clauses on {topic}, and {others} on another: {treaties}.",
        own,
        others=in_words(aside),
        **places,
    )


def _first_topic() -> str:
    """The topic of the promise to help, else that of the first clause."""
    topics = [row.text("topic") for row in section("clauses")]
    promise = module().promise
    return promise if promise in topics else topics[0]


def clauses_at_a_glance(topic: str | None = None) -> Card:
    """What the treaty, its amended text and other treaties promise on one topic, side by side.

    Parameters
    ----------
    topic : one of the topics in `cst.clauses()`; left out, the promise to help.

    Returns
    -------
    A card; put the call last in a cell to see it. With all columns: `cst.read(cst.clauses("mutual assistance"))`.

    Raises
    ------
    ValueError
        There is no such topic; the message names the nearest one.

    Examples
    --------
    >>> clauses_at_a_glance("consultation").text.splitlines()[1].split(":")[0]
    'Table of 3 clauses on consultation'
    """
    topic = choice(_first_topic() if topic is None else topic, agreed_words("clauses", "topic"), to_be_said("topic"))
    groups = _clauses(topic)
    if not groups:
        told = say("No clause on {topic} stands in {file}.", topic=said_word("topic", topic), file="data/clauses.csv")
        return plain_card(told)
    found = [row for own in groups.values() for row in own]
    lines = {name: [_cells(row, topic) for row in own] for name, own in groups.items()}
    heads = list(map(say, HEADS))
    if all(row["request_needed"] is None for row in found):
        del heads[ASKS]
        lines = {name: [[*cells[: ASKS - 1], *cells[ASKS:]] for cells in own] for name, own in lines.items()}
    beside = [row.text("said") for row in beside_topic(topic)]
    return grouped_table(
        say("Clauses on {topic}, in our paraphrase", topic=said_word("topic", topic)),
        heads,
        lines,
        told=_told(topic, groups, found, heads[1:]),
        note=" ".join([say("A dash: nothing recorded."), *beside, from_tables("clauses")]),
    )
