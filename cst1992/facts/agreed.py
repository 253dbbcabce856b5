"""Agreed words, names of states and names of columns as a learner reads them: in English, or as `agreed_words.csv` says.

Code compares the English word, which stands in every table; only what is shown is looked up here.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache
from pathlib import Path

from cst1992.facts.catalogues import language_or_english, twin_of
from cst1992.facts.files import Version, version_of
from cst1992.facts.lines import lines_of
from cst1992.facts.package import Row, has_table, resource, rows, version_of_rows

FILE = "agreed_words.csv"
COLUMNS = ("column", "word", "said", "heading")
"""The column of a table and one of its words; how it is said, and how as a heading. Without a word: the column itself; without a column: a table."""

Told = dict[tuple[str, str], Row]


def told_words() -> Told:
    """The rows of `agreed_words.csv` in the language that is spoken, by column and word; none in English."""
    there = version_of_told_words()
    return _read(*there) if there else {}


def version_of_told_words() -> tuple[Path, Version] | None:
    """The file from which agreed words are told, and what changes when it does; None in English."""
    path = twin_of(FILE)
    return (path, version_of(path)) if path else None


@cache
def _read(path: Path, version: Version) -> Told:
    """The rows of the file; `version` makes the cache forget an older one."""
    lines = [cells for _, cells in lines_of(path)]
    rows = [Row(dict.fromkeys(COLUMNS, "") | dict(zip(lines[0], cells, strict=False))) for cells in lines[1:]]
    return {(row.text("column"), row.text("word")): row for row in rows}


def _told(column: str, word: str, how: str = "said") -> str:
    row = told_words().get((column, word))
    return row.text(how) if row else ""


def said_word(column: str, word: object) -> str:
    """An agreed word of a column as a learner reads it; any other text as it is.

    Examples
    --------
    >>> said_word("confidence", "high")
    'high'
    """
    if column == "state":
        return said_state(word)
    return _told(column, str(word)) or str(word)


def said_lines(columns: Sequence[str], lines: Sequence[Sequence[object]]) -> Sequence[Sequence[object]]:
    """The lines of a table with its agreed words as a learner reads them."""
    if not told_words():
        return lines
    return [
        [said_word(column, cell) if isinstance(cell, str) else cell for column, cell in zip(columns, line, strict=True)]
        for line in lines
    ]


def said_heading(column: str, word: str) -> str:
    """An agreed word as a heading in the language that is spoken; empty where nothing is told of it."""
    return _told(column, word, "heading")


def said_title(table: str) -> str:
    """The title of a table: in the language that is spoken, else as the Data Package has it.

    Examples
    --------
    >>> said_title("themes")
    'Themes'
    """
    return _told("", table) or str(resource(table).get("title", table))


def said_column(column: str) -> str:
    """The name of a column in the language that is spoken; empty where nothing is told of it."""
    return _told(column, "")


def said_state(name: object) -> str:
    """The name of a state as a learner reads it: as `agreed_words.csv` says, else as the table of states has it.

    Examples
    --------
    >>> said_state("Belarus")
    'Belarus'
    """
    return _told("state", str(name)) or _in_the_table(str(name)) or str(name)


def _in_the_table(name: str) -> str:
    if not has_table("states"):
        return ""
    return _of_states(f"name_{language_or_english()}", version_of_rows("states")).get(name, "")


@cache
def _of_states(column: str, version: Hashable) -> dict[str, str]:
    """What stands in a column for each state that has something there; `version` makes the cache forget an older table."""
    return {row.text("name"): row.text(column) for row in rows("states") if row.get(column)}
