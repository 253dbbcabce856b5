"""The threats of the text of 2004 at a glance, by the course that it gives them."""

from __future__ import annotations

import re
from html import escape

from cst1992.cards.card import Card
from cst1992.cards.grouped_table import capital, grouped_table, in_groups, marked
from cst1992.facts.laid_out import Plain
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import in_a_row

HEADS = ("Course", "Threat", "Paragraph", "In the Treaty of 1992")


def _silent(row: Row) -> bool:
    """Is the Treaty of 1992, as far as it was read, silent on the threat?"""
    return row.text("in_treaty_of_1992").startswith("Not named")


def _nearest(row: Row) -> str:
    """The passages of the Treaty that our table sets beside the threat."""
    text = re.sub(r"\(.*?\)", "", row.text("in_treaty_of_1992"))
    articles = list(dict.fromkeys(re.findall(r"Article (\d+)", text)))
    named = [f"{'Article' if len(articles) == 1 else 'Articles'} {in_a_row(articles)}"] if articles else []
    return ", ".join(["preamble"] * ("preamble" in text) + named)


def _cells(row: Row) -> list[str]:
    silent = _silent(row)
    lead = "not named; nearest:" if silent else "touches on it:"
    return [escape(row.text("name")), row.text("paragraph"), marked(not silent, f"{lead} {_nearest(row)}")]


def threats_at_a_glance() -> Card:
    """The thirteen threats that the text of 2004 names, by the course it gives them.

    Returns
    -------
    A card; put the call last in a cell to see it. With all columns: `cst.read(cst.threats())`.

    Examples
    --------
    >>> threats_at_a_glance().text.splitlines()[1].split(":")[0]
    'Table of the 13 threats that the text of 2004 names, by their course'
    """
    threats, courses = rows("threats"), in_groups("threats", "direction")
    counted = ", ".join(f"{len(own)} {course}" for course, own in courses.items())
    shared = "the shared ones are" if all(map(_silent, courses.get("shared", []))) else "not all shared ones are"
    told = (
        f"Table of the {len(threats)} threats that the text of 2004 names, by their course: {counted}. "
        f"{sum(map(_silent, threats))} of them are not named in what was read of the Treaty of 1992; {shared} among these."
    )
    full = Plain(["threat", "in the Treaty of 1992"], [[row["name"], row["in_treaty_of_1992"]] for row in threats])
    return grouped_table(
        "The threats of the text of 2004 by the course it gives them",
        HEADS,
        {capital(course): [_cells(row) for row in own] for course, own in courses.items()},
        told=told,
        note="Not named: not in what was read of the Treaty. Contested labels carry their owner. From data/threats.csv, CC BY 4.0.",
        more=("In full: what was read of the Treaty", full),
    )
