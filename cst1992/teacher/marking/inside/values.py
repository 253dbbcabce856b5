"""Answers as plain values that can be written as JSON and read again: by exact type, bounded in size and depth.

Whatever is no plain value is named by its type. So nothing of a student's own runs where answers are judged.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

DEEPEST, MOST, LONGEST = 6, 10_000, 200_000
SAFE = 2**53  # larger whole numbers are written as text: JSON readers round them
Written = Any  # None, a truth value, a number, a text, or {"kind": …}


class TooMuch(ValueError):
    """The value is deeper or longer than an answer can be."""


def written(value: object, depth: int = 0) -> Written:
    """A value as JSON can hold it.

    Raises
    ------
    TooMuch
        It is deeper or longer than an answer can be.

    Examples
    --------
    >>> written(("Armenia", 1994))
    {'tuple': ['Armenia', 1994]}
    >>> written(print)
    {'other': 'builtin_function_or_method'}
    """
    if depth > DEEPEST:
        raise TooMuch("it holds lists in lists in lists")
    writer = WRITERS.get(type(value))
    if writer is not None:
        return writer(value, depth + 1)
    library = _library_of(value)
    if library == "pandas":
        return _pandas(value, depth + 1)
    if library == "numpy":
        return _numpy(value, depth + 1)
    return {"other": type(value).__name__[:80]}


def _library_of(value: object) -> str:
    """pandas or numpy, where the type of the value is one of theirs; our own tables count as pandas."""
    kind = type(value)
    module = str(kind.__module__)
    genuine = getattr(sys.modules.get(module), kind.__name__, None) is kind
    root = module.split(".")[0]
    if root == "cst1992" and kind.__name__ in ("Table", "Column"):
        root = "pandas"
    return root if genuine and root in ("pandas", "numpy") else ""


def _text(value: str, depth: int) -> Written:
    if len(value) > LONGEST:
        raise TooMuch(f"it is a text of {len(value)} letters")
    return value.encode("utf-8", "replace").decode("utf-8")


def _whole(value: int, depth: int) -> Written:
    if abs(value) < SAFE:
        return value
    return {"int": str(value)} if value.bit_length() < 1000 else {"other": "int"}


def _number(value: float, depth: int) -> Written:
    return value if math.isfinite(value) else {"float": str(value)}


def _items(value: Any, depth: int) -> list[Written]:
    if len(value) > MOST:
        raise TooMuch(f"it holds {len(value)} items")
    return [written(item, depth) for item in value]


def _pairs(value: dict[Any, Any], depth: int) -> Written:
    return {
        "dict": [[key, item] for key, item in zip(_items(value, depth), _items(value.values(), depth), strict=True)]
    }


def _in(kind: str) -> Callable[[Any, int], Written]:
    return lambda value, depth: {kind: _items(value, depth)}


WRITERS: dict[type, Callable[[Any, int], Written]] = {
    type(None): lambda value, depth: None,
    bool: lambda value, depth: value,
    type(...): lambda value, depth: {"dots": True},
    str: _text,
    int: _whole,
    float: _number,
    list: _in("list"),
    tuple: _in("tuple"),
    set: _in("set"),
    frozenset: _in("frozenset"),
    dict: _pairs,
    range: _in("list"),
    datetime: lambda value, depth: {"datetime": value.isoformat()},
    date: lambda value, depth: {"date": value.isoformat()},
    timedelta: lambda value, depth: {"timedelta": value.total_seconds()},
}


def _pandas(value: Any, depth: int) -> Written:
    match type(value).__name__:
        case "NAType" | "NaTType":
            return {"missing": type(value).__name__}
        case "Timestamp":
            return {"timestamp": value.isoformat()}
        case "Timedelta":
            return {"timedelta": value.total_seconds()}
        case "DataFrame" | "Table":
            columns = [value.iloc[:, place] for place in range(min(value.shape[1], MOST))]
            return {
                "table": [_column(column, depth) for column in columns],
                "names": _items(list(value.columns), depth),
                "index": _items(list(value.index), depth),
            }
        case "Series" | "Column":
            index = _items(list(value.index), depth)
            return {"column": _column(value, depth), "name": written(value.name, depth), "index": index}
        case name if hasattr(type(value), "tolist"):
            return (
                {"list": _items(value.tolist(), depth)} if name != "Index" else {"index_of": _items(list(value), depth)}
            )
        case name:
            return {"other": name}


def _column(column: Any, depth: int) -> Written:
    return {"values": _items(list(column), depth), "type": str(column.dtype)}


def _numpy(value: Any, depth: int) -> Written:
    numpy = sys.modules["numpy"]
    if isinstance(value, numpy.generic):
        return {"numpy": written(value.item(), depth), "type": value.dtype.str}
    if isinstance(value, numpy.ndarray):
        if value.size > MOST:
            raise TooMuch(f"it holds {value.size} items")
        return {"array": written(value.tolist(), depth), "type": value.dtype.str}
    return {"other": type(value).__name__}
