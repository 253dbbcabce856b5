"""Answers as a person reads them: short, on few lines, and as the sheet writes them, with quotation marks and brackets."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from cst1992.teacher.marking.inside.values import Written

LONGEST, LONGEST_TABLE, LONGEST_CELL = 600, 2_000, 60  # letters
MOST, MOST_ROWS, FEWEST_ROWS, MOST_CELLS, DEEPEST = 40, 12, 3, 36, 4  # parts of a list, of a table, lists in lists
MORE = "…"
NOTHING = (None, {"float": "nan"})


def in_words(value: Written) -> str:
    """An answer in words, from what a sandbox has written of it; what nothing of ours has written is `<something>`.

    Examples
    --------
    >>> in_words({"tuple": ["Armenia", 1994]})
    '("Armenia", 1994)'
    >>> in_words({"dots": True}), in_words({"other": "Card"})
    ('...', '<Card>')
    """
    try:
        return _cut(_one(value, 0), LONGEST_TABLE if isinstance(value, dict) and "table" in value else LONGEST)
    except Exception:  # whatever somebody has written into it
        return "<something>"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + MORE


def _one(value: Written, depth: int) -> str:
    match value:
        case str():
            return json.dumps(_cut(value, LONGEST), ensure_ascii=False)
        case float():
            return f"{value:.6g}"
        case None | bool() | int():
            return str(value)
    if depth > DEEPEST:
        return MORE
    return next(writer(value, depth + 1) for kind, writer in WRITERS.items() if kind in value)


def _parts(values: list[Written], depth: int) -> str:
    shown = [_one(value, depth) for value in values[:MOST]]
    return ", ".join([*shown, MORE] if len(values) > MOST else shown)


def _in(begins: str, kind: str, ends: str) -> Callable[[dict[str, Any], int], str]:
    return lambda value, depth: f"{begins}{_parts(value[kind], depth)}{ends}"


def _pairs(value: dict[str, Any], depth: int) -> str:
    pairs = [f"{_one(key, depth)}: {_one(item, depth)}" for key, item in value["dict"][:MOST]]
    return f"{{{', '.join([*pairs, MORE] if len(value['dict']) > MOST else pairs)}}}"


def _as_is(kind: str) -> Callable[[dict[str, Any], int], str]:
    return lambda value, depth: str(value[kind])


def _day(kind: str) -> Callable[[dict[str, Any], int], str]:
    return lambda value, depth: str(value[kind]).removesuffix("T00:00:00")


def _table(value: dict[str, Any], depth: int) -> str:
    """A line for the names of the columns and one for each row; a line that stands for those that are left out."""
    columns = [column["values"] for column in value["table"]]
    most = min(MOST_ROWS, max(FEWEST_ROWS, MOST_CELLS // max(len(columns), 1)))
    rows = [list(row) for row in zip(*(column[:most] for column in columns), strict=True)]
    lines = [" | ".join(_cell(cell, depth) for cell in row) for row in [value["names"], *rows]]
    whole = len(columns[0]) if columns else 0
    return "\n".join([*lines, MORE] if whole > most else lines)


def _cell(value: Written, depth: int) -> str:
    """What stands in a table, without quotation marks and in one line."""
    text = value if isinstance(value, str) else "" if value in NOTHING else _one(value, depth)
    return _cut(" ".join(text.split()), LONGEST_CELL)


WRITERS: dict[str, Callable[[dict[str, Any], int], str]] = {
    "list": _in("[", "list", "]"),
    "tuple": lambda value, depth: f"({_parts(value['tuple'], depth)}{',' * (len(value['tuple']) == 1)})",
    "set": _in("{", "set", "}"),
    "frozenset": _in("{", "frozenset", "}"),
    "dict": _pairs,
    "dots": lambda value, depth: "...",
    "int": _as_is("int"),
    "float": _as_is("float"),
    "datetime": _day("datetime"),
    "date": _as_is("date"),
    "timedelta": lambda value, depth: f"{float(value['timedelta']) / 86_400:g} days",
    "timestamp": _day("timestamp"),
    "missing": lambda value, depth: "",
    "table": _table,
    "column": lambda value, depth: f"[{_parts(value['column']['values'], depth)}]",
    "index_of": _in("[", "index_of", "]"),
    "numpy": lambda value, depth: _one(value["numpy"], depth),
    "array": lambda value, depth: _one(value["array"], depth),
    "other": lambda value, depth: f"<{str(value['other'])[:80]}>",
}
