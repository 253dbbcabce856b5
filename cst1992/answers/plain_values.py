"""An answer as plain values, by exact type: what a judge may look at without running anything of the student's.

An object that only claims to be a list, or to be equal to everything, is turned away with a sentence.
"""

from __future__ import annotations

import re
import sys
from datetime import date, datetime, timedelta
from typing import Any

from cst1992.facts.speech import say, say_count, to_be_said

MOST = 10_000
MOST_PARTS = 100  # different ones in a list
LONGEST_PART, LONGEST_TEXT = 2_000, 20_000  # letters of one answer, of a text of one's own
LARGEST = 10**15
DEEPEST = 5
AND = re.compile(r"[,;\n]|(?<=\s)(?:and|и|және|мен|пен|бен|&)(?=\s)", re.IGNORECASE)
KINDS: dict[str, tuple[type, ...]] = {
    "simple": (type(None), bool, int, float, str, date, datetime),
    "length of time": (timedelta,),
    "list": (list, tuple),
    "set": (set, frozenset),
    "row": (dict,),
}
TABLES = ("Table", "Column")
WANTED = {
    "number": to_be_said("a number is wanted"),
    "date": to_be_said("a date is wanted"),
    "word": to_be_said("a word is wanted"),
    "text": to_be_said("a text is wanted"),
    "states": to_be_said("a list of states is wanted."),
    "numbers": to_be_said("a list of numbers is wanted."),
    "items": to_be_said("a list of items is wanted."),
    "keys": to_be_said("a list of keys is wanted."),
}


class NotPlain(Exception):
    """Not a value that can be compared; the message says what it is and what would do."""


def _genuine(value: object, library: str) -> bool:
    """Is the type of a value one of a library's own? The library is asked for it by name, the value for nothing."""
    kind = type(value)
    module = str(kind.__module__)
    return module.split(".")[0] == library and getattr(sys.modules.get(module), kind.__name__, None) is kind


def _kind(value: object) -> str:
    """What a value is, by its exact type; empty where it cannot be compared.

    Types are held side by side with `is`: one that claims to be equal to `list` is not asked.
    """
    for kind, types in KINDS.items():
        if any(type(value) is one for one in types):
            return kind
    if _genuine(value, "pandas") or (_genuine(value, "cst1992") and type(value).__name__ in TABLES):
        return "pandas"
    return "numpy" if _genuine(value, "numpy") else ""


def _short(value: Any, most: int = MOST) -> Any:
    if len(value) > most:
        raise NotPlain(
            say_count(
                "it holds {count} item; an answer here is short.",
                "it holds {count} items; an answer here is short.",
                len(value),
            )
        )
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
        raise NotPlain(say("it holds lists in lists in lists. Give one list, or a table."))
    given: Any = value
    match _kind(value):
        case "simple":
            return _simple(given)
        case "length of time":
            return _days(given)
        case "list":
            return _items(given, depth + 1)
        case "set":
            return sorted(_items(given, depth + 1), key=str)
        case "row":
            return [_row(given, depth + 1)]
        case "pandas":
            return _plain_pandas(given, depth + 1)
        case "numpy":
            return _plain_numpy(given, depth + 1)
    raise NotPlain(_what_it_is(value))


def _of_few_letters(value: Any, most: int) -> Any:
    if type(value) is str and len(value) > most:
        raise NotPlain(say("it has {count} letters; an answer here is short.", count=len(value)))
    return value


def _simple(value: Any) -> Any:
    _of_few_letters(value, LONGEST_TEXT)
    if type(value) is int and abs(value) > LARGEST:
        raise NotPlain(say("the number is larger than any number of this module."))
    return None if value != value else value  # nan alone is not equal to itself


def _items(values: Any, depth: int) -> list[Any]:
    return [_row(item, depth) if type(item) is dict else plain(item, depth) for item in _short(values)]


def _what_it_is(value: object) -> str:
    """A sentence on a value that is no answer, with what may have been meant."""
    match type(value).__name__:
        case "ellipsis":
            return say("three dots still stand in it. Write your answer in their place.")
        case "Card":
            return say(
                "it is a card to read. Leave out {verb} and give the table or the value itself.", verb="cst.read()"
            )
        case "function" | "method" | "builtin_function_or_method":
            return say(
                "it is a verb without its brackets. Put brackets after its name, such as {verb}.", verb="cst.articles()"
            )
        case name:
            return say(
                "it is of the type {name!r}. Give a number, a text, a date, a list or a table of such values.",
                name=name,
            )


def _plain_pandas(value: Any, depth: int) -> Any:
    match type(value).__name__:
        case "NAType" | "NaTType":
            return None
        case "Timestamp":
            return value.to_pydatetime()
        case "Timedelta":
            return _days(value.to_pytimedelta())
        case "DataFrame" | "Table":
            rows = _short(value).to_dict("records")
            return [{str(column): plain(cell, depth) for column, cell in row.items()} for row in rows]
        case _ if hasattr(type(value), "tolist"):
            return [plain(item, depth) for item in _short(value).tolist()]
        case name:
            raise NotPlain(say("it is a {name} of pandas. Give a column, a table or a list.", name=name))


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
    match value:
        case float() if value.is_integer():
            return f"{value:.0f}"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
    return str(value)


def one_value(value: Any, what: str) -> Any:
    """One value; a list of one is taken for it. `what` is a key of WANTED."""
    given = plain(value)
    if isinstance(given, list) and len(given) == 1 and not isinstance(given[0], dict):
        given = given[0]
    if given is None or isinstance(given, (list, dict)):
        if given is None:
            raise NotPlain(say("{wanted}, not nothing.", wanted=say(WANTED[what])))
        count = say("len( ) around it counts its rows.") if what == "number" else ""
        raise NotPlain(f"{say('{wanted}, not a list or table.', wanted=say(WANTED[what]))} {count}".rstrip())
    return given if what == "text" else _of_few_letters(given, LONGEST_PART)


def several_values(value: Any, what: str) -> list[Any]:
    """A list of values; a text with commas is taken for one. `what` is a key of WANTED."""
    given: list[Any]
    wanted = say(WANTED[what])
    match plain(value):
        case str(text):
            given = [part.strip() for part in AND.split(text) if part.strip()]
        case list(parts):
            given = parts
        case None:
            raise NotPlain(wanted)
        case one:
            given = [one]
    if given and all(isinstance(row, dict) and len(row) == 1 for row in given):
        given = [cell for row in given for cell in row.values()]
    if any(isinstance(item, dict) for item in given):
        raise NotPlain(
            say("it is a table; {wanted} Take one column, such as {column}.", wanted=wanted, column="table['state']")
        )
    if any(isinstance(item, list) for item in given):
        raise NotPlain(wanted)
    for part in _short(dict.fromkeys(given), MOST_PARTS):
        _of_few_letters(part, LONGEST_PART)
    if not given:
        raise NotPlain(
            say("the list is empty; {wanted} If a query made it, no row has what it asks for.", wanted=wanted)
        )
    return given
