"""Does a source tell of an event? What the tables say of a source, held against a row of a student's timeline.

A machine can see that a source is older than the event, so that it cannot tell of it. Whether a report holds what a title
says, it cannot see: it names the rows at which the marker should look. The teacher's side: students do not get this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from cst1992.facts.package import Row, fields, rows, table_names
from cst1992.facts.sections import rows_if_there
from cst1992.facts.spelling.dates import Span, as_span
from cst1992.facts.spelling.letters import folded
from cst1992.facts.wording import MONTHS

A_DAY = timedelta(days=1)  # a paper printed on one side of the earth may carry the day before
STEM = 5  # so many letters of two words are compared; shorter words say too little
DAY_IN_TEXT = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(MONTHS)})\b(?: (\d{{4}}))?")
SHOWN = {"year": 4, "month": 7}


@dataclass
class Told:
    """What the tables tell of a source: when it was published, its own words, and each row that cites it.

    `rows` has the days of each row, those that it names in words among them, and its words; `latest` is the last day that a
    row has as its own.
    """

    published: Span | None
    words: set[str]
    rows: list[tuple[list[Span], set[str]]] = field(default_factory=list)
    latest: date = date.min

    def add(self, row: Row, note: str = "") -> None:
        """Take in the days and the words of one row that cites the source, with what the citation says of it."""
        text = " ".join(str(cell) for cell in [*row.values(), note] if cell is not None)
        own = as_span(str(row.get("date") or "")[: SHOWN.get(str(row.get("date_precision")), 10)])
        self.latest = max(self.latest, own[1] if own else date.min)
        around = own or self.published
        days = [*([own] if own else []), *_days_in(text, around[0].year if around else None)]
        self.rows.append((days, stems(text)))

    def words_of(self, asked: Span) -> set[str] | None:
        """The words of the rows that are about these days or name them, and of the source; None where no row does."""
        found = [
            words for days, words in self.rows if any(start <= asked[1] and asked[0] <= end for start, end in days)
        ]
        return self.words.union(*found) if found else None

    def too_old_for(self, asked: Span) -> bool:
        """Was the source made before the event, and does no row of ours take it for something as late?"""
        return self.published is not None and max(self.published[1] + A_DAY, self.latest) < asked[0]


def _days_in(text: str, year: int | None) -> Iterator[Span]:
    """The days and months that a text names; `year` is that of a day without one."""
    for day, month, its_year in DAY_IN_TEXT.findall(text):
        if its_year or year:
            span = as_span(f"{day} {month} {its_year or year}".strip())
            yield from [span] if span else []


def stems(text: str) -> set[str]:
    """The longer words of a text, each by its beginning, so that two forms of a word are one.

    Examples
    --------
    >>> sorted(stems("The borders, at the border"))
    ['borde']
    """
    return {word[:STEM] for word in folded(text).split() if len(word) >= STEM and not word.isdigit()}


def told_of(keys: Iterable[str]) -> dict[str, Told]:
    """What the tables tell of each of these sources.

    Examples
    --------
    >>> told_of(["treaty-1992-en"])["treaty-1992-en"].published[0].year
    1992
    """
    wanted = set(keys)
    found = {row.text("id"): _of_a_source(row) for row in rows("sources") if row["id"] in wanted}
    further: dict[tuple[str, str], list[Row]] = {}
    for citation in rows_if_there("citations"):
        if citation["source"] in found:
            further.setdefault((citation.text("table"), citation.text("row")), []).append(citation)
    for table in table_names():
        if table == "citations" or not any(one["name"] == "source" for one in fields(table)):
            continue
        for row in rows(table):
            if row["source"] in found:
                found[row.text("source")].add(row)
            for citation in further.get((table, row.text("id")), []):
                found[citation.text("source")].add(row, citation.text("note"))
    return found


def _of_a_source(row: Row) -> Told:
    about = " ".join(row.text(column) for column in ("title", "author", "organisation"))
    return Told(as_span(row.text("published")), stems(about))


def what_to_look_at(title: str, asked: Span, told: Told) -> str:
    """Why a marker should look at a row, in a few words; empty where the tables have such a thing from this source."""
    words = told.words_of(asked)
    if words is None:
        return "no row of our tables that cites the source has this day"
    missing = [word for word in folded(title).split() if stems(word) - words]
    return f"our rows that cite the source for this day do not have: {', '.join(missing)}" if missing else ""
