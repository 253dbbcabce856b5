"""A row of the tables as a piece of a card: the text, who said it, on which day, and the source it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cst1992.facts.agreed import said_word
from cst1992.facts.citing import cite
from cst1992.facts.mistakes import Mistake
from cst1992.facts.nearest import closest, nearest
from cst1992.facts.package import Row, fields, rows
from cst1992.facts.speech import say
from cst1992.facts.wording import capital, day_in_words

# Of each table whose rows say something by themselves: who speaks, what stands there, on which day. A module without such a
# table names none of its rows; any other column is named as table/id#column.
SPOKEN = {
    "case_voices": ("who", "said", "said_on"),
    "case_choices": ("position_of", "choice", ""),
    "treaty_actions": ("state", "note", "date"),
    "requests": ("asked_by", "what_was_asked", "date"),
    "disagreements": ("who_says_so", "version", ""),
    "events": ("", "description", "date"),
    "threat_evidence": ("", "what", "date"),
}

QUOTED = ("phrase", "key_phrase")


@dataclass(frozen=True)
class Piece:
    """What stands in one place of a card. `day` is in words; `source` is a line that names it; `language` is that of `text`
    where it is not the one that is spoken; `quoted` says that `text` is in somebody's own words; `note` is said below, softly.

    Examples
    --------
    >>> piece_of("case_voices/kyrgyzstan-2010-medvedev-18").day
    '18 June 2010'
    """

    text: str
    heading: str = ""
    who: str = ""
    day: str = ""
    source: str = ""
    language: str = ""
    note: str = ""
    quoted: bool = False
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pointed:
    """Where a file of an activity points: a row of a table, and one of its columns."""

    table: str
    row: Row
    column: str

    @property
    def day(self) -> date | None:
        """The first day that is known of it; None where the table has no day for it."""
        column = SPOKEN.get(self.table, ("", "", ""))[2]
        given = self.row.text(column) if column else ""
        return date.fromisoformat((given + "-01-01")[:10] if len(given) < 10 else given) if given else None


def pointed_at(place: str) -> Pointed:
    """The row and the column that `table/id` or `table/id#column` names.

    Raises
    ------
    ValueError
        There is no such table, row or column; the message names the nearest one.

    Examples
    --------
    >>> pointed_at("requests/2010-06-12-kyrgyzstan-osh#answer").row.text("answer")
    'other help'
    """
    start, _, column = place.partition("#")
    table, _, identity = start.partition("/")
    found = next((row for row in rows(table) if row["id"] == identity), None)
    if found is None:
        told = say("data/{table}.csv has no row {row!r}.", table=table, row=identity)
        near = closest(identity, (row.text("id") for row in rows(table)))
        raise Mistake(f"{told} {near}".strip())
    return Pointed(table, found, column_of(table, column))


def column_of(table: str, column: str) -> str:
    """The column of a table that is meant, the one that says most where none is named.

    Raises
    ------
    ValueError
        The table has no such column, or none that is read without its name.
    """
    known = [field["name"] for field in fields(table)]
    if not column and table in SPOKEN:
        return SPOKEN[table][1]
    if column not in known:
        told = say("data/{table}.csv has no column {column!r}.", table=table, column=column or "?")
        raise Mistake(f"{told} {nearest(column, known)}")
    return column


def piece_of(place: str, heading: str = "") -> Piece:
    """The piece that a place in the tables gives.

    Raises
    ------
    ValueError
        There is no such place, as in `pointed_at`.

    Examples
    --------
    >>> piece_of("case_choices/kyrgyzstan-2010-forces").text
    'Send military forces from outside, as asked, to stop the violence.'
    """
    return piece_from(pointed_at(place), heading)


def piece_from(pointed: Pointed, heading: str = "") -> Piece:
    """The piece that a row gives which was found."""
    row, table = pointed.row, pointed.table
    who, text, _ = SPOKEN.get(table, ("", pointed.column, ""))
    by_itself = pointed.column == text
    told = said_word(pointed.column, row[pointed.column]) if row[pointed.column] is not None else ""
    if table == "treaty_actions" and by_itself:
        told = " ".join(part for part in (f"{capital(said_word('act', row['act']))}.", told) if part)
    return Piece(
        text=told,
        heading=heading,
        who=row.text(who).rstrip(".") if who and by_itself else "",
        day=when(pointed) if by_itself else "",
        source=cite(row.text("source")) if row.get("source") else "",
        quoted=pointed.column in QUOTED,
    )


def when(pointed: Pointed) -> str:
    """The day of a row in words, as exactly as it is known; empty where it has none.

    Examples
    --------
    >>> when(pointed_at("requests/1994-05-16-georgia-cis-force#what_was_done"))
    '16 May 1994'
    """
    day = pointed.day
    if day is None:
        return ""
    given = pointed.row.text(SPOKEN[pointed.table][2])
    written = {4: "year", 7: "month"}.get(len(given), "day")
    return day_in_words(day, str(pointed.row.get("date_precision") or written))
