"""The Data Package: which tables there are, what each column holds, and their rows, read and checked.

Standard library only, so that a quiz or a card does not have to wait for pandas.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cst1992.facts.cells import Value as Value
from cst1992.facts.cells import cell_value
from cst1992.facts.files import Version, asset, data_file_now
from cst1992.facts.lines import DamagedTable, hint_on_commas, lines_of, place_in
from cst1992.facts.mistakes import AbsentSection, Mistake
from cst1992.facts.nearest import closest as closest
from cst1992.facts.nearest import nearest as nearest
from cst1992.facts.speech import say
from cst1992.facts.twins import KEY, told_in_twin, version_of_twin
from cst1992.facts.wording import in_a_list


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


def description() -> dict[str, Any]:
    """The content of `data/datapackage.json`, read again when the file has changed."""
    return _read_description(*version_of_description())


def version_of_description() -> tuple[Path, Version]:
    """The file that describes the data, and what changes when it does."""
    return data_file_now("datapackage.json")


@cache
def _read_description(path: Path, version: Version) -> dict[str, Any]:
    """Read the file; `version` makes the cache forget an older one."""
    return json.loads(path.read_text(encoding="utf-8"))


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
        raise AbsentSection(say("This module has no {section}.", section=say(said["said"])))
    there = nearest(table, table_names())
    raise Mistake(say("There is no table {table!r}. {choices}", table=table, choices=there))


def fields(table: str) -> list[dict[str, Any]]:
    """The columns of a table as the Data Package describes them; there must be such a table, as in `resource`."""
    return resource(table)["schema"]["fields"]


def rows(table: str) -> list[Row]:
    """All rows of a table, each a dictionary from column to value; an empty cell is None.

    The file is read again when it has changed, so that a teacher can correct a row and run the cell again. Where another
    language is spoken, cells of words come from the twin of the table (`cst1992/facts/twins.py`).

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
    told = told_in_twin(table, resource(table)["schema"])
    found = _written(table)
    return [Row(row | told.get(str(row.get(KEY)), {})) for row in found] if told else found


def as_written(table: str) -> list[Row]:
    """All rows of a table in English whatever language is spoken, for what code reads in a sentence.

    Examples
    --------
    >>> as_written("articles") == rows("articles")
    True
    """
    resource(table)
    return _written(table)


def _written(table: str) -> list[Row]:
    """The rows of a table that the module is known to have."""
    return [Row(row) for row in _read_table(table, *data_file_now(f"{table}.csv"), version_of_description())]


def version_of_rows(table: str) -> Hashable:
    """What changes when the rows of a table do: a cache of what was made of them is asked with it.

    Raises
    ------
    MissingData
        There is no such file.

    Examples
    --------
    >>> version_of_rows("articles") == version_of_rows("articles")
    True
    """
    return version_of_description(), data_file_now(f"{table}.csv"), version_of_twin(table)


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
    near = closest(value, (row[column] for row in known))
    told = say("No row of {table} has {value!r} under {column}.", table=table, value=value, column=column)
    raise Mistake(f"{told} {near}".strip())


@cache
def _read_table(table: str, path: Path, version: Version, described: tuple[Path, Version]) -> list[Row]:
    """Read and check a file; `version` and `described` make the cache forget an older one, or an older description."""
    columns = fields(table)
    names = [field["name"] for field in columns]
    lines = lines_of(path)
    _, header = next(lines, (1, []))
    if header != names:
        told = say(
            "{place}: expected the columns {expected}; found {found}.",
            place=place_in(path, 1),
            expected=in_a_list(names),
            found=in_a_list(header) or say("nothing"),
        )
        raise DamagedTable(f"{told} {hint_on_commas(header)}".strip())
    found: list[Row] = []
    for line, cells in lines:
        if len(cells) != len(names):
            raise DamagedTable(
                say(
                    "{place}: expected {expected} cells, found {found}. A comma inside a text needs quotation marks around "
                    "the text.",
                    place=place_in(path, line),
                    expected=len(names),
                    found=len(cells),
                )
            )
        row = Row()
        for cell, field in zip(cells, columns, strict=True):
            try:
                row[field["name"]] = cell_value(cell, field)
            except ValueError as problem:
                told = str(problem).rstrip(".")
                raise DamagedTable(f"{place_in(path, line, field['name'])}: {told}.") from None
        found.append(row)
    return found
