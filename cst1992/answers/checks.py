"""Comparing an answer with what is right: marks between 0 and 1, and messages that teach.

Each function takes the answer as it was given and looks only at its plain values. Without `right` it checks the form
and the typical mistakes: that is what a student's own cell runs. With `right` it also gives a mark: that is what the
hidden tests run, and a judge later. `replies` are sentences for wrong answers that many give.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from cst1992.answers.lists_compared import (
    LATER,
    RIGHT,
    Replies,
    Verdict,
    key_for,
    listed,
    number_key,
    reply_to,
    reply_where,
    row_keys,
    state_key,
    strange,
    text_key,
    unknown_states,
)
from cst1992.answers.plain_values import as_text, one_value, plain, several_values
from cst1992.facts.arguments import state_name
from cst1992.facts.spelling.dates import as_span, read_date
from cst1992.facts.spelling.lists import read_numbers
from cst1992.facts.spelling.numbers import read_number
from cst1992.facts.wording import day_in_words, many

NO_ROWS = "The table has no rows: none has the words that you asked for. Copy them from the column to the letter."
NO_QUOTES = 'A date stands in quotation marks, such as "31 May 1995"; without them Python does sums with it.'
NO_ORDER = "A set, in { }, has no order. Write a list, in [ ]."


def number(
    value: Any, right: float | None = None, tolerance: float = 0, replies: Replies | None = None, otherwise: str = ""
) -> Verdict:
    """A number, also written as text; `tolerance` in the same unit.

    Examples
    --------
    >>> number("9 states", right=9).mark
    1.0
    """
    if type(value) is tuple and len(value) > 1 and all(type(part) is int for part in value):
        return Verdict(0.0, "A comma makes two numbers of one. Write it without, such as 12000.")
    given = one_value(value, "a number")
    if isinstance(given, (bool, date)):
        return Verdict(0.0, "A number is wanted, in figures.")
    read = read_number(given, whole=right is not None and float(right).is_integer())
    found = read.value
    if found is None:
        return Verdict(0.0, read.question)
    if right is not None and abs(found - right) <= tolerance:
        return Verdict(1.0, RIGHT)
    reply = reply_where(replies, lambda one: bool(abs(one - found) <= tolerance))
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
    bare = one_value(value, "a date")
    if isinstance(bare, (int, float)):
        return Verdict(0.0, NO_QUOTES)
    given = as_text(bare)
    read = read_date(given)
    span = read.value
    if span is None:
        return Verdict(0.0, read.question)
    if right is not None:
        wanted = as_span(right)
        if wanted is not None and wanted[0] <= span[0] and span[1] <= wanted[1]:
            return Verdict(1.0, RIGHT)
    reply = reply_to(given, replies, as_span)
    if reply or right is not None:
        return Verdict(0.0, reply or otherwise or "Another date is right. Read the question once more.")
    first, last = span
    shown = day_in_words(first) if first == last else f"from {first} to {last}"
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
    accepted = [right] if isinstance(right, str) else list(right or [])
    if accepted and text_key(given) in map(text_key, accepted):
        return Verdict(1.0, RIGHT)
    reply = reply_to(given, replies, text_key) or strange([given], known)
    if reply or accepted:
        return Verdict(0.0, reply or otherwise or "Another one is right. Read the question once more.")
    return Verdict(1.0, f"A word: {given}. {LATER}")


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
    if ordered and type(value) in (set, frozenset):
        return Verdict(0.0, NO_ORDER)
    given = several_values(value, "states")
    unknown = unknown_states(given)
    if unknown and right is None:
        return Verdict(0.0, unknown)
    wanted = None if right is None else [state_name(name) for name in right]
    verdict = listed(given, wanted, ordered, replies, state_key, "states", otherwise)
    return Verdict(verdict.mark, f"{verdict.message} {unknown}".strip()) if unknown else verdict


def numbers(
    value: Any,
    right: Iterable[int] | None = None,
    replies: Replies | None = None,
    otherwise: str = "",
) -> Verdict:
    """Whole numbers in any list-like form and in any order, for instance those of articles.

    Examples
    --------
    >>> numbers("Articles 6 and 7", right=[6, 7]).good, numbers(["5-6", "eight"], right=[5, 6, 8]).good
    (True, True)
    """
    given = plain(value)
    read = read_numbers(given if isinstance(given, str) and given.strip() else several_values(value, "numbers"))
    if read.value is None:
        return Verdict(0.0, read.question)
    wanted = None if right is None else list(right)
    verdict = listed(read.value, wanted, False, replies, number_key, "numbers", otherwise)
    if right is None and verdict.good:
        return Verdict(1.0, f"Read as {', '.join(map(as_text, read.value))}. {LATER}")
    return verdict


def items(
    value: Any,
    right: Iterable[Any] | None = None,
    ordered: bool = False,
    replies: Replies | None = None,
    otherwise: str = "",
    known: Iterable[Any] = (),
    most: int | None = None,
) -> Verdict:
    """Texts or dates in any list-like form, `most` at most; `known` are those to choose from, for instance ids of rows.

    Examples
    --------
    >>> items(["b", "a"], right=["a", "b"]).good, items(["b", "a"], right=["a", "b"], ordered=True).mark
    (True, 0.0)
    """
    if ordered and type(value) in (set, frozenset):
        return Verdict(0.0, NO_ORDER)
    given = several_values(value, "items")
    if most and len(given) > most:
        return Verdict(0.0, f"{len(given)} stand in it; {most} at most are wanted.")
    unexpected = [as_text(item) for item in given if not reply_to(item, replies, text_key)]
    if told := strange(unexpected, known):
        return Verdict(0.0, told)
    wanted = None if right is None else list(right)
    return listed(given, wanted, ordered, replies, text_key, "items", otherwise)


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
    missing = [name for name in names if not rows or any(name not in row for row in rows)]
    if missing:
        return Verdict(0.0, f"The table lacks {', '.join(missing)}. Columns stand in [[ ]]." if rows else NO_ROWS)
    if right is None:
        return Verdict(1.0, f"A table of {many(len(rows), 'row', 'rows')}. {LATER}")

    wanted = [list(row) for row in right]
    keys = [key_for(column) for column in zip(*wanted, strict=True)]
    if len(rows) > 2 * len(wanted):
        return Verdict(0.0, f"The table has {len(rows)} rows. Keep only those that are asked for.")
    found = row_keys([[row[name] for name in names] for row in rows], keys)
    return listed(found, row_keys(wanted, keys), False, None, tuple, "rows", otherwise)


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
    counted = many(count, "word", "words")
    if least <= count <= most:
        return Verdict(1.0, f"{counted}.")
    return Verdict(0.0, f"{counted}; between {least} and {most} are wanted.")
