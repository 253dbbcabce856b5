"""What treaties promise on one topic, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from cst1992.cards.card import Card
from cst1992.cards.grouped_table import grouped_table
from cst1992.facts.arguments import agreed_words, choice
from cst1992.facts.laid_out import cell_text
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import in_a_row, in_words, many

NONE = "–"
HEADS = ("Treaty", "Article", "What it promises", "Who decides", "Must the victim ask?", "Area")
ASKS = HEADS.index("Must the victim ask?")
BESIDE = {"mutual assistance": ("un-charter-art-51",)}
"""Clauses on another topic that belong beside a topic: the Treaty's Article 4 refers to Article 51 of the UN Charter."""


def _treaty(row: Row) -> str:
    """The name of a treaty with its year, once."""
    name = row.text("treaty")
    return name if row.text("year") in name else f"{name}, {row['year']}"


def _short(name: str) -> str:
    """The short name of a treaty, for a sentence."""
    name = re.sub(r", (\d{4})$", r" (\1)", name.replace("Collective Security Treaty as", "as"))
    return re.sub(r".*\((\D+)\)", r"\1", name)


def _article(row: Row, topic: str) -> str:
    """The article; what else a reader has to know of it: another topic, or a wording that nobody here has read."""
    name = f"Article {row['article']}" if row.text("article").isdigit() else row.text("article")
    notes = [row.text("topic")] * (row["topic"] != topic) + ["only reported"] * (row["basis"] == "reported")
    return f"{name} ({', '.join(notes)})" if notes else name


def _cells(row: Row, topic: str) -> list[str]:
    """The texts of a row in the order of the heads, without the treaty."""
    asks, decides, area = (cell_text(row[column]) or NONE for column in ("request_needed", "who_decides", "area_limit"))
    return [*map(escape, (_article(row, topic), row.text("what_it_promises"), decides, asks, area))]


def _clauses(topic: str) -> dict[str, list[Row]]:
    """The clauses by treaty: those on the topic, then those that belong beside it."""
    known = rows("clauses")
    found = [row for row in known if row["topic"] == topic]
    found += [row for row in known if row["id"] in BESIDE.get(topic, ())]
    return {name: [row for row in found if _treaty(row) == name] for name in dict.fromkeys(map(_treaty, found))}


def _finding(found: list[Row]) -> str:
    """Who needs a request, where the topic asks for it; else how often nobody is recorded who decides."""
    if all(row["request_needed"] is None for row in found):
        return f"For {sum(not row['who_decides'] for row in found)} of them nothing is recorded on who decides."
    need = [_short(_treaty(row)) for row in found if row["request_needed"]]
    if not need:
        return "None of them is recorded to need a request of the victim."
    return (
        f"Only {in_words(len(need))} {'needs' if len(need) == 1 else 'need'} a request of the victim: {in_a_row(need)}."
    )


def _told(topic: str, treaties: Iterable[str], found: list[Row], heads: Iterable[str]) -> str:
    """The table in a few sentences: how many clauses, of which treaties, and what is found."""
    aside = sum(row["topic"] != topic for row in found)
    also = f", and {in_words(aside)} on another" if aside else ""
    return (
        f"Table of {many(len(found) - aside, 'clause', 'clauses')} on {topic}{also}: {'; '.join(map(_short, treaties))}. "
        f"Columns: {', '.join(heads)}. {_finding(found)}"
    )


def clauses_at_a_glance(topic: str = "mutual assistance") -> Card:
    """What the Treaty, its amended text and other treaties promise on one topic, side by side.

    Parameters
    ----------
    topic : one of the topics in `cst.clauses()`.

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
    topic = choice(topic, agreed_words("clauses", "topic"), "topic")
    groups = _clauses(topic)
    found = [row for own in groups.values() for row in own]
    lines = {name: [_cells(row, topic) for row in own] for name, own in groups.items()}
    heads = list(HEADS)
    if all(row["request_needed"] is None for row in found):
        heads.remove(HEADS[ASKS])
        lines = {name: [[*cells[: ASKS - 1], *cells[ASKS:]] for cells in own] for name, own in lines.items()}
    beside = " Beside them stands Article 51 of the UN Charter, a right on which Article 4 of 1992 builds."
    return grouped_table(
        f"Clauses on {topic}, in our paraphrase",
        heads,
        lines,
        told=_told(topic, groups, found, heads[1:]),
        note=f"A dash: nothing recorded.{beside * (topic in BESIDE)} From data/clauses.csv, CC BY 4.0.",
    )
