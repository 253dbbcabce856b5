"""One cell of a table: from its text to a value of the type that the Data Package names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from cst1992.facts.nearest import nearest
from cst1992.facts.speech import say, to_be_said

Value = str | int | float | bool | date | None


def _boolean(cell: str) -> bool:
    return {"yes": True, "no": False}[cell]


READERS: dict[str, tuple[Callable[[str], Value], str]] = {
    "string": (str, to_be_said("text")),
    "integer": (int, to_be_said("a whole number")),
    "number": (float, to_be_said("a number")),
    "date": (date.fromisoformat, to_be_said("a date such as 1995-05-31")),
    "boolean": (_boolean, to_be_said("yes or no")),
}


def cell_value(cell: str, field: dict[str, Any]) -> Value:
    """One cell as a value of its column's type; raises ValueError that says what was expected."""
    constraints = field.get("constraints", {})
    if not cell.strip():
        if constraints.get("required"):
            raise ValueError(say("a value is required here, and the cell is empty"))
        return None
    read, expected = READERS[field["type"]]
    try:
        value = read(cell)
    except (ValueError, KeyError):
        raise ValueError(say("expected {expected}, found {cell!r}", expected=say(expected), cell=cell)) from None
    choices = constraints.get("enum")
    if choices and value not in choices:
        raise ValueError(
            say(
                "expected one of the agreed words, found {cell!r}. {choices}", cell=cell, choices=nearest(cell, choices)
            )
        )
    return value
