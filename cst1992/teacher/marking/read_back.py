"""Plain values read back from what a sandbox has written: where they are judged."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from cst1992.teacher.marking.inside.values import Written

COLUMN = re.compile(
    r"u?int(8|16|32|64)|U?Int(8|16|32|64)|[fF]loat(32|64)|bool(ean)?|category|string|str|object"
    r"|(datetime64|timedelta64)\[(s|ms|us|ns)(, UTC)?\]"
)
NUMBERS = re.compile(r"[<>|=][biuf][1248]|[<>][mM]8\[(Y|M|W|D|h|m|s|ms|us|ns)\]")
LONGEST_NAME, MOST_COLUMNS = 80, 200


def read_back(value: Written) -> Any:
    """The value that was written. What was no plain value comes back as a stand-in with the name of its type.

    Raises
    ------
    ValueError
        Nothing of ours has written this.

    Examples
    --------
    >>> read_back({"tuple": ["Armenia", 1994]})
    ('Armenia', 1994)
    >>> type(read_back({"other": "Card"})).__name__
    'Card'
    """
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if not isinstance(value, dict):
        raise ValueError(f"not a written value: {type(value).__name__}")
    for kind, reader in READERS.items():
        if kind in value:
            return reader(value)
    raise ValueError(f"not a written value: {sorted(map(str, value))[:3]}")


def _all(values: list[Written]) -> list[Any]:
    return [read_back(one) for one in values]


def _hashed(value: dict[str, Any]) -> dict[Any, Any]:
    return {read_back(key): read_back(item) for key, item in value["dict"]}


def _stand_in(value: dict[str, Any]) -> Any:
    name = str(value["other"])[:LONGEST_NAME]
    if name in ("function", "method", "builtin_function_or_method"):
        return _a_function
    return type(name if name.isidentifier() else "something", (), {})()


def _a_function() -> None:
    """Stands for any function that a student gave as an answer."""


def _missing(value: dict[str, Any]) -> Any:
    import pandas

    return pandas.NA if value["missing"] == "NAType" else pandas.NaT


def _timestamp(value: dict[str, Any]) -> Any:
    import pandas

    return pandas.Timestamp(value["timestamp"])


def _column_of(value: dict[str, Any], index: list[Any] | None = None, name: Any = None) -> Any:
    """A column with its type, where that is one of the usual ones; else as plain objects."""
    import pandas

    values, kind = _all(value["values"]), str(value["type"])
    column: Any = pandas.Series(values, index=index, name=name, dtype=object)
    if not COLUMN.fullmatch(kind):
        return column
    try:
        return column.astype(kind)
    except (TypeError, ValueError):
        return column


def _table(value: dict[str, Any]) -> Any:
    import pandas

    if len(value["table"]) > MOST_COLUMNS:
        raise ValueError(f"a table of {len(value['table'])} columns")
    index = _all(value["index"])
    columns = [_column_of(one, index) for one in value["table"]]
    if not columns:
        return pandas.DataFrame(index=index)
    table = pandas.concat([column.reset_index(drop=True) for column in columns], axis=1)
    table.columns = pandas.Index(_all(value["names"]))
    table.index = pandas.Index(index)
    return table


def _numpy(value: dict[str, Any]) -> Any:
    return _dtype(value["type"]).type(read_back(value["numpy"]))


def _array(value: dict[str, Any]) -> Any:
    import numpy

    return numpy.array(read_back(value["array"]), dtype=_dtype(value["type"]))


def _dtype(kind: object) -> Any:
    """The type of numbers, truth values and times; texts come back as objects, so that one long one costs no more."""
    import numpy

    return numpy.dtype(kind if isinstance(kind, str) and NUMBERS.fullmatch(kind) else object)


def _index(value: dict[str, Any]) -> Any:
    import pandas

    return pandas.Index(_all(value["index_of"]))


READERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "list": lambda value: _all(value["list"]),
    "tuple": lambda value: tuple(_all(value["tuple"])),
    "set": lambda value: set(_all(value["set"])),
    "frozenset": lambda value: frozenset(_all(value["frozenset"])),
    "dict": _hashed,
    "dots": lambda value: ...,
    "int": lambda value: int(value["int"]),
    "float": lambda value: float(value["float"]),
    "datetime": lambda value: datetime.fromisoformat(value["datetime"]),
    "date": lambda value: date.fromisoformat(value["date"]),
    "timedelta": lambda value: timedelta(seconds=value["timedelta"]),
    "timestamp": _timestamp,
    "missing": _missing,
    "table": _table,
    "column": lambda value: _column_of(value["column"], _all(value["index"]), read_back(value["name"])),
    "index_of": _index,
    "numpy": _numpy,
    "array": _array,
    "other": _stand_in,
}
