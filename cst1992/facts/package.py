"""The Data Package: which tables there are, what each column holds, and their rows, read and checked.

Standard library only, so that a quiz or a card does not have to wait for pandas.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cst1992.facts.files import Version, asset, data_file, shown_path, version_of
from cst1992.facts.lines import DamagedTable, hint_on_commas, lines_of
from cst1992.facts.mistakes import AbsentSection, Mistake

Value = str | int | float | bool | date | None


class Row(dict[str, Value]):
    """One row of a table: from column to value, and a reader for each type, so that nobody has to ask twice.

    Examples
    --------
    >>> row = Row(number=4, title="Aggression against one", entry_into_force=date(1994, 4, 20), notes=None)
    >>> row.whole("number"), row.text("title"), row.day("entry_into_force").year, row.text("notes")
    (4, 'Aggression against one', 1994, '')
    """

    def text(self, column: str) -> str:
        """The cell as text; empty where the cell is empty."""
        value = self[column]
        return "" if value is None else str(value)

    def whole(self, column: str) -> int:
        """The cell as a whole number; raises ValueError where it holds none."""
        return int(self.text(column))

    def day(self, column: str) -> date:
        """The cell as a day; raises ValueError where it holds none."""
        return date.fromisoformat(self.text(column))


@cache
def description() -> dict[str, Any]:
    """The content of `data/datapackage.json`."""
    return json.loads(data_file("datapackage.json").read_text(encoding="utf-8"))


def table_names() -> list[str]:
    """The names of all tables, in the order of the Data Package."""
    return [one["name"] for one in description()["resources"] if "schema" in one]


@cache
def sections() -> dict[str, dict[str, Any]]:
    """Every table that the library knows: what it is called in a sentence, and the verbs that are nothing without it.

    Examples
    --------
    >>> sections()["cases"]["said"]
    'cases to decide'
    """
    return json.loads(asset("facts/sections.json"))


def has_table(name: str) -> bool:
    """Does the module have this section? A table may be left out, with every page and verb that needs it.

    Examples
    --------
    >>> has_table("events"), has_table("harvests_of_wheat")
    (True, False)
    """
    return name in table_names()


def closest(given: object, choices: Iterable[object]) -> str:
    """A question that names the nearest valid choice; empty where none is near."""
    close = difflib.get_close_matches(str(given), map(str, choices), n=1, cutoff=0.5)
    return f"Did you mean {close[0]!r}?" if close else ""


def nearest(given: object, choices: Iterable[object]) -> str:
    """A hint that names the nearest valid choice and then all of them; where there is none it says so."""
    known = [str(choice) for choice in choices]
    if not known:
        return "There are none."
    return f"{closest(given, known)} There are: {', '.join(known).rstrip('.')}.".lstrip()


def resource(table: str) -> dict[str, Any]:
    """What the Data Package says of a table: its description, its filters, its schema.

    Raises
    ------
    AbsentSection
        The library knows such a table, and the module has none; the message says so in plain words.
    ValueError
        There is no such table; the message names the nearest one.

    Examples
    --------
    >>> resource("articles")["path"]
    'articles.csv'
    """
    for one in description()["resources"]:
        if one["name"] == table and "schema" in one:
            return one
    if said := sections().get(table):
        raise AbsentSection(f"This module has no {said['said']}.")
    raise Mistake(f"There is no table {table!r}. {nearest(table, table_names())}")


def fields(table: str) -> list[dict[str, Any]]:
    """The columns of a table as the Data Package describes them; there must be such a table, as in `resource`."""
    return resource(table)["schema"]["fields"]


def _boolean(cell: str) -> bool:
    return {"yes": True, "no": False}[cell]


READERS: dict[str, tuple[Callable[[str], Value], str]] = {
    "string": (str, "text"),
    "integer": (int, "a whole number"),
    "number": (float, "a number"),
    "date": (date.fromisoformat, "a date such as 1995-05-31"),
    "boolean": (_boolean, "yes or no"),
}


def cell_value(cell: str, field: dict[str, Any]) -> Value:
    """One cell as a value of its column's type; raises ValueError that says what was expected."""
    constraints = field.get("constraints", {})
    if not cell.strip():
        if constraints.get("required"):
            raise ValueError("a value is required here, and the cell is empty")
        return None
    read, expected = READERS[field["type"]]
    try:
        value = read(cell)
    except (ValueError, KeyError):
        raise ValueError(f"expected {expected}, found {cell!r}") from None
    choices = constraints.get("enum")
    if choices and value not in choices:
        raise ValueError(f"expected one of the agreed words, found {cell!r}. {nearest(cell, choices)}")
    return value


def rows(table: str) -> list[Row]:
    """All rows of a table, each a dictionary from column to value; an empty cell is None.

    The file is read again when it has changed, so that a teacher can correct a row and run the cell again.

    Raises
    ------
    ValueError
        There is no such table.
    DamagedTable
        The file breaks its description: the message says file, line, column and what was expected.

    Examples
    --------
    >>> rows("articles")[3]["title"]
    'Aggression against one'
    """
    fields(table)
    path = data_file(f"{table}.csv")
    return [Row(row) for row in _read_table(table, path, version_of(path))]


def row_with(table: str, column: str, value: Value) -> Row:
    """The first row of a table that has a value in a column.

    Raises
    ------
    ValueError
        No row has it; the message names the table, the column and the nearest value.

    Examples
    --------
    >>> row_with("articles", "number", 4)["title"]
    'Aggression against one'
    """
    known = rows(table)
    for row in known:
        if row[column] == value:
            return row
    raise Mistake(
        f"No row of {table} has {value!r} under {column}. {closest(value, (row[column] for row in known))}".strip()
    )


@cache
def _read_table(table: str, path: Path, version: Version) -> list[Row]:
    """Read and check a file; `version` makes the cache forget an older one."""
    columns, where = fields(table), shown_path(path)
    names = [field["name"] for field in columns]
    lines = lines_of(path)
    _, header = next(lines, (1, []))
    if header != names:
        raise DamagedTable(
            f"{where}, line 1: expected the columns {', '.join(names)}; found {', '.join(header) or 'nothing'}.{hint_on_commas(header)}"
        )
    found: list[Row] = []
    for line, cells in lines:
        if len(cells) != len(names):
            raise DamagedTable(
                f"{where}, line {line}: expected {len(names)} cells, found {len(cells)}. "
                "A comma inside a text needs quotation marks around the text."
            )
        row = Row()
        for cell, field in zip(cells, columns, strict=True):
            try:
                row[field["name"]] = cell_value(cell, field)
            except ValueError as problem:
                told = str(problem).rstrip(".")
                raise DamagedTable(f"{where}, line {line}, column {field['name']}: {told}.") from None
        found.append(row)
    return found
