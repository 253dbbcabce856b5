"""The threats that the text names, at a glance, by the course that it gives them."""

from __future__ import annotations

import re
from html import escape

from cst1992.cards.card import Card
from cst1992.cards.grouped_table import grouped_table, in_groups, marked
from cst1992.facts.laid_out import Plain
from cst1992.facts.module import module
from cst1992.facts.package import Row
from cst1992.facts.sections import section
from cst1992.facts.wording import capital, in_a_row, many


def _silent(row: Row) -> bool:
    """Is the treaty, as far as it was read, silent on the threat?"""
    return row.text("in_the_treaty").startswith("Not named")


def _nearest(row: Row) -> str:
    """The passages of the treaty that our table sets beside the threat."""
    text = re.sub(r"\(.*?\)", "", row.text("in_the_treaty"))
    articles = list(dict.fromkeys(re.findall(r"Article (\d+)", text)))
    named = [f"{'Article' if len(articles) == 1 else 'Articles'} {in_a_row(articles)}"] if articles else []
    return ", ".join(["preamble"] * ("preamble" in text) + named)


def _cells(row: Row) -> list[str]:
    silent = _silent(row)
    lead = "not named; nearest:" if silent else "touches on it:"
    return [escape(row.text("name")), row.text("paragraph"), marked(not silent, f"{lead} {_nearest(row)}")]


def _told(threats: list[Row], courses: dict[str, list[Row]]) -> str:
    """The table in a few sentences: how many threats of which course, and of how many the treaty is silent."""
    counted = ", ".join(f"{len(own)} {course}" for course, own in courses.items())
    shared, silent = courses.get("shared", []), sum(map(_silent, threats))
    also = f"; {'the shared ones are' if all(map(_silent, shared)) else 'not all shared ones are'} among these"
    return (
        f"Table of the {many(len(threats), 'threat', 'threats')} that {module().text} names, by their course: {counted}. "
        f"{silent} of them {'is' if silent == 1 else 'are'} not named in what was read of {module().treaty}"
        f"{also * bool(shared and silent)}."
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
    threats, courses = section("threats"), in_groups("threats", "direction")
    beside = f"in {module().treaty}"
    full = Plain(["threat", beside], [[row["name"], row["in_the_treaty"]] for row in threats])
    return grouped_table(
        f"The threats of {module().text} by the course it gives them",
        ("Course", "Threat", "Paragraph", capital(beside)),
        {capital(course): [_cells(row) for row in own] for course, own in courses.items()},
        told=_told(threats, courses),
        note="Not named: not in what was read of the Treaty. Contested labels carry their owner. From data/threats.csv, CC BY 4.0.",
        more=("In full: what was read of the Treaty", full),
    )
