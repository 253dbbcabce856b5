"""One thing that is wrong in the module: where it stands, what it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`where` is a file with line and column, or a box; `what` says what is wrong there and how to mend it.

    Examples
    --------
    >>> print(Fault("data/events.csv, line 3, column date", "the cell is empty. Write a day."))
    data/events.csv, line 3, column date: the cell is empty. Write a day.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


def in_table(table: str, line: int, column: str, what: str) -> Fault:
    """A fault in a cell of a table."""
    return Fault(f"data/{table}.csv, line {line}, column {column}", what)
