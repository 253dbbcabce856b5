"""A table as it was written: every line with its number, and everything in it that does not fit its description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cst1992.facts.cells import cell_value
from cst1992.facts.files import data_folder
from cst1992.facts.lines import lines_of
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import Value, fields, has_table, rows
from cst1992.teacher.check.fault import Fault, in_table

Line = tuple[int, dict[str, Value]]


def numbered(table: str) -> list[Line]:
    """The rows of a sound table, each with its line in the file; none where the module has no such table.

    Raises
    ------
    DamagedTable
        The table is not sound.
    """
    if not has_table(table):
        return []
    places = [number for number, _ in lines_of(data_folder() / f"{table}.csv")][1:]
    return list(zip(places, rows(table), strict=True))


@dataclass(frozen=True)
class Written:
    """The rows of a table that can be read, without the cells that cannot; what is wrong; are all its rows there?"""

    lines: list[Line]
    faults: list[Fault]
    whole: bool = False

    def values(self, column: str) -> set[Value] | None:
        """What stands in a column; None where one of its cells is not known, so that nothing can be missed in it."""
        known = self.whole and all(column in row for _, row in self.lines)
        return {row[column] for _, row in self.lines} if known else None


def read_all(table: str) -> Written:
    """A table as it was written, and everything that is wrong in it."""
    path = data_folder() / f"{table}.csv"
    if not path.is_file():
        told = "the table is described in data/datapackage.json, and its file is not there. Add the file"
        return Written([], [Fault(f"data/{table}.csv", f"{told}, or take the table out of datapackage.json.")])
    try:
        lines = list(lines_of(path))
    except Mistake as mistake:
        return Written([], [Fault("", str(mistake))])
    names = [field["name"] for field in fields(table)]
    if not lines or lines[0][1] != names:
        return Written([], [_of_the_head(table)])
    found: list[Line] = []
    faults: list[Fault] = []
    for number, cells in lines[1:]:
        if len(cells) != len(names):
            told = f"expected {len(names)} cells, found {len(cells)}. A comma inside a text needs quotation marks around the text."
            faults.append(Fault(f"data/{table}.csv, line {number}", told))
            continue
        row = _row(table, number, cells, faults)
        found.append((number, row))
    return Written(found, [*faults, *_doubled(table, found)], whole=len(found) == len(lines) - 1)


def _of_the_head(table: str) -> Fault:
    """What the reader of tables says of a first line that does not fit."""
    try:
        rows(table)
    except Mistake as mistake:
        return Fault("", str(mistake))
    return Fault(f"data/{table}.csv, line 1", "the columns are not those of data/datapackage.json. Make them agree.")


def _row(table: str, number: int, cells: list[str], faults: list[Fault]) -> dict[str, Value]:
    """The cells of one line that can be read; what is wrong with the others is added to `faults`."""
    row: dict[str, Value] = {}
    for cell, field in zip(cells, fields(table), strict=True):
        try:
            value = cell_value(cell, field)
        except ValueError as problem:
            faults.append(in_table(table, number, field["name"], f"{str(problem).rstrip('.')}."))
            continue
        row[field["name"]] = value
        told = _limits(cell, value, field.get("constraints", {}))
        if told:
            faults.append(in_table(table, number, field["name"], told))
    return row


def _limits(cell: str, value: Value, limits: dict[str, Any]) -> str:
    """What a value that can be read breaks: a pattern, a lowest or a highest number."""
    if value is None:
        return ""
    pattern, least, most = limits.get("pattern"), limits.get("minimum"), limits.get("maximum")
    if pattern and not re.fullmatch(pattern, cell):
        return f"{cell!r} does not have the agreed form ({pattern}). Write it so; an id is of small letters, figures and hyphens."
    if isinstance(value, int | float) and least is not None and value < least:
        return f"{cell} is less than {least}. Correct it, or change `minimum` in data/datapackage.json."
    if isinstance(value, int | float) and most is not None and value > most:
        return f"{cell} is more than {most}. Correct it, or change `maximum` in data/datapackage.json."
    return ""


def _doubled(table: str, lines: list[Line]) -> Iterator[Fault]:
    """Values that stand twice where each may stand once."""
    for field in fields(table):
        if not field.get("constraints", {}).get("unique"):
            continue
        seen: dict[Value, int] = {}
        for number, row in lines:
            value = row.get(field["name"])
            if value is None:
                continue
            if value in seen:
                told = f"{str(value)!r} stands in line {seen[value]} too. Give one of the two another {field['name']}."
                yield in_table(table, number, field["name"], told)
            seen.setdefault(value, number)
