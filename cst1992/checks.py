"""Comparing an answer with what is right: marks between 0 and 1, and messages that teach.

Each function takes the answer as it was given and looks only at its plain values. Without `right` it checks the form
and the typical mistakes: that is what a student's own cell runs. With `right` it also gives a mark: that is what the
hidden tests run, and a judge later. `replies` are sentences for wrong answers that many give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from cst1992.mistakes import Mistake
from cst1992.tables.loading import state_name
from cst1992.typed import as_number, as_span, folded
from cst1992.values import as_text, one_value, plain, several_values

Replies = Mapping[Any, str]
Key = Callable[[Any], Any]
LATER = "Whether it is right is marked later."
RIGHT = "Right."


@dataclass(frozen=True)
class Verdict:
    """What a check says: a mark from 0 to 1 and a sentence."""

    mark: float
    message: str

    @property
    def good(self) -> bool:
        """Nothing is wrong with it."""
        return self.mark == 1


def _reply_to(value: Any, replies: Replies | None, key: Key) -> str:
    """The sentence for a typical wrong answer, if this is one."""
    for wrong, reply in (replies or {}).items():
        if key(wrong) == key(value):
            return reply
    return ""


def _strange(given: list[str], known: Iterable[Any]) -> str:
    """A sentence on answers that are not among the choices; empty where all are, or where there are none."""
    choices = [as_text(choice) for choice in known]
    found = [item for item in given if choices and folded(item) not in set(map(folded, choices))]
    few = f"Choose one of: {', '.join(choices)}." if len(choices) <= 8 else f"A choice is, for instance, {choices[0]}."
    return f"Not among the choices: {', '.join(found[:3])}. {few}" if found else ""


def number(
    value: Any, right: float | None = None, tolerance: float = 0, replies: Replies | None = None, otherwise: str = ""
) -> Verdict:
    """A number, also written as text; `tolerance` in the same unit.

    Examples
    --------
    >>> number("9 states", right=9).mark
    1.0
    """
    given = one_value(value, "a number")
    if isinstance(given, str) and ("/" in given or "%" in given):
        return Verdict(0.0, "Write it as one number, such as 0.25.")
    found = None if isinstance(given, (bool, date)) else as_number(given)
    if found is None:
        return Verdict(0.0, "A number is wanted, such as 9.")
    if right is not None and abs(found - right) <= tolerance:
        return Verdict(1.0, RIGHT)
    reply = _reply_to(found, replies, as_number)
    if reply or right is not None:
        return Verdict(0.0, reply or otherwise or "Another number is right. Count or read it once more.")
    return Verdict(1.0, f"A number: {found:g}. {LATER}")


def day(value: Any, right: str | None = None, replies: Replies | None = None, otherwise: str = "") -> Verdict:
    """A date in any usual form: "2 April 1999", "1999-04-02", a date object. At least as exact as the right one.

    Examples
    --------
    >>> day("2 апреля 1999", right="1999-04-02").good
    True
    """
    given = as_text(one_value(value, "a date"))
    span = as_span(given)
    if span is None:
        return Verdict(0.0, "A date is wanted, such as 31 May 1995 or 1995-05-31.")
    if right is not None:
        wanted = as_span(right)
        if wanted is not None and wanted[0] <= span[0] and span[1] <= wanted[1]:
            return Verdict(1.0, RIGHT)
    reply = _reply_to(given, replies, as_span)
    if reply or right is not None:
        return Verdict(0.0, reply or otherwise or "Another date is right. Look at the row again.")
    first, last = span
    shown = f"{first.day} {first:%B %Y}" if first == last else f"from {first} to {last}"
    return Verdict(1.0, f"A date, read as {shown}. {LATER}")


def word(
    value: Any,
    right: str | Iterable[str] | None = None,
    known: Iterable[str] = (),
    replies: Replies | None = None,
    otherwise: str = "",
) -> Verdict:
    """One word or short phrase; `known` are the words to choose from, `right` one or several accepted forms.

    Examples
    --------
    >>> word("Supported", right="supported", known=["supported", "open"]).good
    True
    """
    given = as_text(one_value(value, "a word"))
    if strange := _strange([given], known):
        return Verdict(0.0, strange)
    accepted = [right] if isinstance(right, str) else list(right or [])
    if accepted and folded(given) in {folded(form) for form in accepted}:
        return Verdict(1.0, RIGHT)
    reply = _reply_to(given, replies, folded)
    if reply or accepted:
        return Verdict(0.0, reply or otherwise or "Another one is right. Read the row again.")
    return Verdict(1.0, f"A word: {given}. {LATER}")


def _compare(given: list[Any], right: list[Any], ordered: bool) -> float:
    if ordered and set(given) == set(right) and len(given) == len(right):
        pairs = list(combinations([right.index(item) for item in given], 2))
        in_order = sum(before < after for before, after in pairs)
        return max(0.0, 2 * in_order / len(pairs) - 1) if pairs else 1.0
    hits = len(set(given) & set(right))
    return max(0.0, (hits - len(set(given) - set(right))) / len(set(right))) * (0.5 if ordered else 1)


def _listed(
    given: list[Any],
    right: list[Any] | None,
    ordered: bool,
    replies: Replies | None,
    key: Key,
    what: str,
    otherwise: str,
) -> Verdict:
    keys = [key(item) for item in given]
    told = list(dict.fromkeys(reply for item in given if (reply := _reply_to(item, replies, key))))
    if right is None:
        many = len(set(keys))
        good = Verdict(1.0, f"{many} {what if many > 1 else what[:-1]}. {LATER}")
        return Verdict(0.0, " ".join(told)) if told else good
    wanted = [key(item) for item in right]
    mark = _compare(keys, wanted, ordered)
    if mark == 1:
        return Verdict(1.0, RIGHT)
    hits, extra = len(set(keys) & set(wanted)), len(set(keys) - set(wanted))
    counted = f"{hits} of {len(set(wanted))} {'is' if hits == 1 else 'are'} right"
    counted += f", {extra} {'does' if extra == 1 else 'do'} not belong." if extra else "."
    if ordered and hits == len(set(wanted)) and not extra:
        counted = "All are there, in another order."
    return Verdict(mark, " ".join([counted, *told, *([otherwise] if otherwise and not told else [])]))


def states(
    value: Any,
    right: Iterable[str] | None = None,
    ordered: bool = False,
    replies: Replies | None = None,
    otherwise: str = "",
) -> Verdict:
    """States by English or Russian name or ISO code, in any list-like form; the order counts only where it is asked.

    Examples
    --------
    >>> states(("Россия", "KAZ"), right=["Kazakhstan", "Russia"]).good
    True
    """
    given = several_values(value, "states")
    try:
        names = [state_name(item) for item in given]
    except Mistake as mistake:
        return Verdict(0.0, str(mistake))
    wanted = None if right is None else [state_name(name) for name in right]
    return _listed(names, wanted, ordered, replies, state_name, "states", otherwise)


def items(
    value: Any,
    right: Iterable[Any] | None = None,
    ordered: bool = False,
    replies: Replies | None = None,
    otherwise: str = "",
    known: Iterable[Any] = (),
) -> Verdict:
    """Texts, numbers or dates in any list-like form, for instance ids of rows; `known` are those to choose from.

    Examples
    --------
    >>> items(["b", "a"], right=["a", "b"]).good, items(["b", "a"], right=["a", "b"], ordered=True).mark
    (True, 0.0)
    """
    given = several_values(value, "items")
    if strange := _strange([as_text(item) for item in given], known):
        return Verdict(0.0, strange)
    wanted = None if right is None else list(right)
    return _listed(given, wanted, ordered, replies, lambda item: folded(as_text(item)), "items", otherwise)


def table(
    value: Any,
    columns: Iterable[str],
    right: Iterable[Iterable[Any]] | None = None,
    otherwise: str = "",
) -> Verdict:
    """A table with these columns, in any order of rows and columns; further columns do not count.

    Examples
    --------
    >>> import pandas as pd
    >>> table(pd.DataFrame({"state": ["Georgia"]}), ["state"], right=[["Georgia"]]).good
    True
    """
    names, rows = list(columns), plain(value)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return Verdict(0.0, f"A table is wanted, with the columns {', '.join(names)}.")
    missing = [name for name in names if not rows or name not in rows[0]]
    if missing:
        return Verdict(0.0, f"The table {'has no rows' if not rows else 'lacks ' + ', '.join(missing)}.")
    if right is None:
        return Verdict(1.0, f"A table of {len(rows)} {'row' if len(rows) == 1 else 'rows'}. {LATER}")

    def key(row: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(folded(as_text(plain(cell))) for cell in row)

    found, wanted = [key([row[name] for name in names]) for row in rows], [key(row) for row in right]
    if len(found) > 2 * len(wanted):
        return Verdict(0.0, f"The table has {len(found)} rows. Keep only those that are asked for.")
    return _listed(found, wanted, False, None, tuple, "rows", otherwise)


def own_words(value: Any, least: int, most: int) -> Verdict:
    """A text of the learner's own of so many words. Whether it is good is for a reader to say.

    Examples
    --------
    >>> own_words("Too short.", least=20, most=60).good
    False
    """
    written = as_text(one_value(value, "a text")).split()
    count = len(written)
    if count and len({word.casefold() for word in written}) < count / 2:
        return Verdict(0.0, "The same words come again and again. Write sentences.")
    if least <= count <= most:
        return Verdict(1.0, f"{count} words.")
    return Verdict(0.0, f"{count} words; between {least} and {most} are wanted.")
