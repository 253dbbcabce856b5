"""The threats that the text names, at a glance, by the course that it gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from cst1992.cards.card import Card, from_tables
from cst1992.cards.grouped_table import grouped_table, in_groups, marked
from cst1992.facts.agreed import said_word
from cst1992.facts.laid_out import Plain
from cst1992.facts.module import module
from cst1992.facts.package import Row, as_written
from cst1992.facts.sections import section
from cst1992.facts.speech import say, say_count
from cst1992.facts.wording import capital, in_a_list, in_a_row


@dataclass(frozen=True)
class Held:
    """A threat, with what was read of the treaty: is it silent on the threat, and what stands nearest to it."""

    row: Row
    silent: bool
    nearest: str


def _held() -> list[Held]:
    """The threats, each held against the treaty; the sentence on it is read in English whatever is spoken."""
    return [Held(row, _silent(english), _nearest(english)) for row, english in zip(*_both(), strict=True)]


def _both() -> tuple[list[Row], list[Row]]:
    return section("threats"), as_written("threats")


def _silent(row: Row) -> bool:
    """Is the treaty, as far as it was read, silent on the threat?"""
    return row.text("in_the_treaty").startswith("Not named")


def _nearest(row: Row) -> str:
    """The passages of the treaty that our table sets beside the threat."""
    text = re.sub(r"\(.*?\)", "", row.text("in_the_treaty"))
    articles = list(dict.fromkeys(re.findall(r"Article (\d+)", text)))
    numbers = in_a_row(articles)
    named = [say_count("Article {numbers}", "Articles {numbers}", len(articles), numbers=numbers)] if articles else []
    return in_a_list([say("preamble"), *named] if "preamble" in text else named)


def _cells(held: Held) -> list[str]:
    if held.silent:
        told = say("not named; nearest: {places}", places=held.nearest)
    else:
        told = say("touches on it: {places}", places=held.nearest)
    return [escape(held.row.text("name")), held.row.text("paragraph"), marked(not held.silent, told)]


def _told(threats: list[Held], courses: dict[str, list[Held]]) -> str:
    """The table in a few sentences: how many threats of which course, and of how many the treaty is silent."""
    text = say_count(
        "Table of the {count} threat that {text} names, by their course: {courses}.",
        "Table of the {count} threats that {text} names, by their course: {courses}.",
        len(threats),
        text=module().text,
        courses=in_a_list(f"{len(own)} {said_word('direction', course)}" for course, own in courses.items()),
    )
    return f"{text} {_told_of_silence(courses.get('shared', []), sum(held.silent for held in threats))}"


def _told_of_silence(shared: list[Held], silent: int) -> str:
    """On how many threats the treaty is silent, and whether the shared ones are among these."""
    treaty = module().treaty
    if not (shared and silent):
        return say_count(
            "{count} of them is not named in what was read of {treaty}.",
            "{count} of them are not named in what was read of {treaty}.",
            silent,
            treaty=treaty,
        )
    if all(held.silent for held in shared):
        return say_count(
            "{count} of them is not named in what was read of {treaty}; the shared ones are among these.",
            "{count} of them are not named in what was read of {treaty}; the shared ones are among these.",
            silent,
            treaty=treaty,
        )
    return say_count(
        "{count} of them is not named in what was read of {treaty}; not all shared ones are among these.",
        "{count} of them are not named in what was read of {treaty}; not all shared ones are among these.",
        silent,
        treaty=treaty,
    )


def threats_at_a_glance() -> Card:
    """The threats that the text names, by the course it gives them.

    Returns
    -------
    A card; put the call last in a cell to see it. With all columns: `cst.read(cst.threats())`.

    Examples
    --------
    >>> threats_at_a_glance().text.splitlines()[1].split(":")[0]
    'Table of the 13 threats that the text of 2004 names, by their course'
    """
    threats = _held()
    courses = {
        course: [held for held in threats if held.row["direction"] == course]
        for course in in_groups("threats", "direction")
    }
    beside = say("in {treaty}", treaty=module().treaty)
    full = Plain([say("threat"), beside], [[held.row["name"], held.row["in_the_treaty"]] for held in threats])
    note = say(
        "Not named: not in what was read of {treaty}. Contested labels carry their owner.", treaty=module().short
    )
    return grouped_table(
        say("The threats of {text} by the course it gives them", text=module().text),
        (say("Course"), say("Threat"), say("Paragraph"), capital(beside)),
        {capital(said_word("direction", course)): [*map(_cells, own)] for course, own in courses.items()},
        told=_told(threats, courses),
        note=f"{note} {from_tables('threats')}",
        more=(say("In full: what was read of {treaty}", treaty=module().short), full),
    )
