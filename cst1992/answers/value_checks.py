"""The checks of an exercise's answers: marks between 0 and 1, and sentences that teach. Here those of one value.

Each check takes the answer as it was given and looks only at its plain values. Without `right` it checks the form
and the typical mistakes: that is what a student's own cell runs. With `right` it also gives a mark: that is what the
hidden tests run, and a judge later. `replies` are sentences for wrong answers that many give.

A quiz has its own marking in `quizzes/marking.py`; the check of a teacher's quiz file is `quizzes/bank_check.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from cst1992.answers.agreement import days_agree, numbers_agree
from cst1992.answers.compared_as import text_key
from cst1992.answers.plain_values import as_text, one_value
from cst1992.answers.replies import Replies, not_among, reply_to, reply_where
from cst1992.answers.verdict import LATER, RIGHT, Verdict
from cst1992.facts.examples import A_DAY
from cst1992.facts.spelling.dates import as_span, read_date
from cst1992.facts.spelling.numbers import read_number
from cst1992.facts.wording import day_in_words, many

NO_QUOTES = f'A date stands in quotation marks, such as "{A_DAY}"; without them Python does sums with it.'


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
    if right is not None and numbers_agree(found, right, tolerance):
        return Verdict(1.0, RIGHT)
    reply = reply_where(replies, lambda one: numbers_agree(found, one, tolerance))
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
        if wanted is not None and days_agree(span, wanted):
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
    reply = reply_to(given, replies, text_key) or not_among([given], known)
    if reply or accepted:
        return Verdict(0.0, reply or otherwise or "Another one is right. Read the question once more.")
    return Verdict(1.0, f"A word: {given}. {LATER}")


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
