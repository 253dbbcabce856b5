"""The list of a class, kept as it came: so that it can go back to the learning platform with points in it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from cst1992.teacher.writing import write_json


@dataclass(frozen=True)
class ClassTable:
    """The list of a class: its head (empty where it has none), its rows, and whose each row is ("" where it is nobody's).

    `column` is the name of the column for the points, where the teacher has named one.
    """

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    students: tuple[str, ...] = ()
    column: str = ""

    @property
    def names(self) -> list[str]:
        """The names of the class, each once."""
        return [name for name in dict.fromkeys(self.students) if name]


def write_class(table: ClassTable, path: Path) -> None:
    """Keep the list of a class."""
    write_json(path, asdict(table))


def read_class(path: Path) -> ClassTable:
    """The list that was kept; an empty one where there is none, names alone where an older release has kept no more."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(kept, list):
            return ClassTable(students=tuple(map(str, kept)))
        rows = tuple(tuple(map(str, row)) for row in kept["rows"])
        return ClassTable(tuple(map(str, kept["head"])), rows, tuple(map(str, kept["students"])), str(kept["column"]))
    except (OSError, ValueError, TypeError, KeyError):
        return ClassTable()
