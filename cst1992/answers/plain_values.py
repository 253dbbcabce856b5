"""An answer as plain values, by exact type: what a judge may look at without running anything of the student's.

An object that only claims to be a list, or to be equal to everything, is turned away with a sentence.
"""

from __future__ import annotations

import re
import sys
from datetime import date, datetime, timedelta
from typing import Any

MOST = 10_000
LARGEST = 10**15
DEEPEST = 5
AND = re.compile(r"[,;\n]|(?<=\s)(?:and|и|және|мен|пен|бен|&)(?=\s)", re.IGNORECASE)
SIMPLE = (bool, int, float, str, date, datetime)
TABLES = ("Table", "Column")
MANY = (list, tuple, set, frozenset)


class NotPlain(Exception):
    """Not a value that can be compared; the message says what it is and what would do."""


def _genuine(value: object, library: str) -> bool:
    """Is the type of a value one of a library's own? The library is asked for it by name, the value for nothing."""
    kind = type(value)
    module = str(kind.__module__)
    return module.split(".")[0] == library and getattr(sys.modules.get(module), kind.__name__, None) is kind


def _short(value: Any) -> Any:
    if len(value) > MOST:
        raise NotPlain(f"it holds {len(value)} items; an answer here is short.")
    return value


def _row(value: dict[Any, Any], depth: int) -> dict[str, Any]:
    return {str(key): plain(cell, depth) for key, cell in _short(value).items()}


def _days(length: timedelta) -> float:
    return length / timedelta(days=1)


def plain(value: object, depth: int = 0) -> Any:
    """A value as None, a number, a text, a date, a list of such values, or a list of rows (dictionaries).

    Parameters
    ----------
    value : None, bool, int, float, str, date, datetime, timedelta, list, tuple, set, dict, or a pandas or numpy object
        of these.
    depth : how deep it lies in another one.

    Returns
    -------
    Sets come back sorted, a Series as a list, a DataFrame as a list of rows, missing values as None, a length of time
    as a number of days.

    Raises
    ------
    NotPlain
        It is something else, it holds more than 10,000 items, or it is larger or deeper than an answer can be.

    Examples
    --------
    >>> plain(("Armenia", "Belarus"))
    ['Armenia', 'Belarus']
    """
    if depth > DEEPEST:
        raise NotPlain("it holds lists in lists in lists. Give one list, or a table.")
    if type(value) is int and abs(value) > LARGEST:
        raise NotPlain("the number is larger than any number of this module.")
    if value is None or type(value) in SIMPLE:
        return None if value != value else value
    if type(value) is timedelta:
        return _days(value)
    if _genuine(value, "pandas") or (_genuine(value, "cst1992") and type(value).__name__ in TABLES):
        return _plain_pandas(value, depth + 1)
    if _genuine(value, "numpy"):
        return _plain_numpy(value, depth + 1)
    if type(value) in MANY:
        items = [_row(item, depth + 1) if type(item) is dict else plain(item, depth + 1) for item in _short(value)]
        return sorted(items, key=str) if type(value) in (set, frozenset) else items
    if type(value) is dict:
        return [_row(value, depth + 1)]
    raise NotPlain(_what_it_is(value))


def _what_it_is(value: object) -> str:
    """A sentence on a value that is no answer, with what may have been meant."""
    if value is ...:
        return "three dots still stand in it. Write your answer in their place."
    if type(value).__name__ == "Card":
        return "it is a card to read. Leave out cst.read() and give the table or the value itself."
    if type(value).__name__ in ("function", "method", "builtin_function_or_method"):
        return "it is a verb without its brackets. Put brackets after its name, such as cst.parties('1995-05-31')."
    return (
        f"it is of the type {type(value).__name__!r}. Give a number, a text, a date, a list or a table of such values."
    )


def _plain_pandas(value: Any, depth: int) -> Any:
    name = type(value).__name__
    if name in ("NAType", "NaTType"):
        return None
    if name == "Timestamp":
        return value.to_pydatetime()
    if name == "Timedelta":
        return _days(value.to_pytimedelta())
    if name in ("DataFrame", "Table"):
        rows = _short(value).to_dict("records")
        return [{str(column): plain(cell, depth) for column, cell in row.items()} for row in rows]
    if hasattr(type(value), "tolist"):
        return [plain(item, depth) for item in _short(value).tolist()]
    raise NotPlain(f"it is a {name} of pandas. Give a column, a table or a list.")


def _plain_numpy(value: Any, depth: int) -> Any:
    numpy = sys.modules["numpy"]
    if not isinstance(value, (numpy.ndarray, numpy.generic)):
        raise NotPlain(_what_it_is(value))
    if value.dtype.kind == "M":  # whole seconds, as nanoseconds would come back as bare numbers
        value = value.astype("datetime64[s]")
    if value.dtype.kind == "m":
        value = value.astype("timedelta64[s]")
    found = value.tolist()
    if isinstance(found, list):
        return [plain(item, depth) for item in _short(found)]
    return plain(found, depth)


def as_text(value: Any) -> str:
    """A plain value as text: a date as 1999-04-02, a whole number without a point."""
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def one_value(value: Any, what: str) -> Any:
    """One value; a list of one is taken for it."""
    given = plain(value)
    if isinstance(given, list) and len(given) == 1 and not isinstance(given[0], dict):
        given = given[0]
    if given is None or isinstance(given, (list, dict)):
        count = " len( ) around it counts its rows." if what == "a number" and given is not None else ""
        raise NotPlain(f"{what} is wanted, not {'nothing' if given is None else 'a list or table'}.{count}")
    return given


def several_values(value: Any, what: str) -> list[Any]:
    """A list of values; a text with commas is taken for one."""
    given = plain(value)
    if isinstance(given, str):
        given = [part.strip() for part in AND.split(given) if part.strip()]
    elif given is not None and not isinstance(given, list):
        given = [given]
    if isinstance(given, list) and given and all(isinstance(row, dict) and len(row) == 1 for row in given):
        given = [cell for row in given for cell in row.values()]
    if isinstance(given, list) and any(isinstance(item, dict) for item in given):
        raise NotPlain(f"it is a table; a list of {what} is wanted. Take one column, such as table['state'].")
    if not isinstance(given, list) or any(isinstance(item, list) for item in given):
        raise NotPlain(f"a list of {what} is wanted.")
    if not given:
        raise NotPlain(
            f"the list is empty; a list of {what} is wanted. If a query made it, no row has what it asks for."
        )
    return given
