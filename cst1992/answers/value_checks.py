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

from cst1992.answers import verdict
from cst1992.answers.agreement import days_agree, numbers_agree
from cst1992.answers.compared_as import text_key
from cst1992.answers.plain_values import as_text, one_value
from cst1992.answers.replies import Replies, not_among, reply_to, reply_where
from cst1992.answers.verdict import Verdict, well_formed
from cst1992.facts.examples import a_day
from cst1992.facts.speech import say, say_count
from cst1992.facts.spelling.dates import as_span, read_date
from cst1992.facts.spelling.numbers import read_number
from cst1992.facts.wording import day_in_words


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
        return Verdict(0.0, say("A comma makes two numbers of one. Write it without, such as 12000."))
    given = one_value(value, "number")
    if isinstance(given, (bool, date)):
        return Verdict(0.0, say("A number is wanted, in figures."))
    read = read_number(given, whole=right is not None and float(right).is_integer())
    found = read.value
    if found is None:
        return Verdict(0.0, read.question)
    if right is not None and numbers_agree(found, right, tolerance):
        return verdict.right()
    reply = reply_where(replies, lambda one: numbers_agree(found, one, tolerance))
    if reply or right is not None:
        return Verdict(0.0, reply or otherwise or say("Another number is right. Count or read it once more."))
    return well_formed(say("A number: {number}.", number=f"{found:g}"))


def day(value: Any, right: str | None = None, replies: Replies | None = None, otherwise: str = "") -> Verdict:
    """A date in any usual form: "2 April 1999", "1999-04-02", a date object. At least as exact as the right one.

    Examples
    --------
    >>> day("2 апреля 1999", right="1999-04-02").good
    True
    """
    bare = one_value(value, "date")
    if isinstance(bare, (int, float)):
        return Verdict(
            0.0,
            say(
                'A date stands in quotation marks, such as "{day}"; without them Python does sums with it.', day=a_day()
            ),
        )
    given = as_text(bare)
    read = read_date(given)
    span = read.value
    if span is None:
        return Verdict(0.0, read.question)
    if right is not None:
        wanted = as_span(right)
        if wanted is not None and days_agree(span, wanted):
            return verdict.right()
    reply = reply_to(given, replies, as_span)
    if reply or right is not None:
        return Verdict(0.0, reply or otherwise or say("Another date is right. Read the question once more."))
    first, last = span
    shown = day_in_words(first) if first == last else say("from {first} to {last}", first=first, last=last)
    return well_formed(say("A date, read as {day}.", day=shown))


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
    given = as_text(one_value(value, "word"))
    accepted = [right] if isinstance(right, str) else list(right or [])
    if accepted and text_key(given) in map(text_key, accepted):
        return verdict.right()
    reply = reply_to(given, replies, text_key) or not_among([given], known)
    if reply or accepted:
        return Verdict(0.0, reply or otherwise or say("Another one is right. Read the question once more."))
    return well_formed(say("A word: {word}.", word=given))


def own_words(value: Any, least: int, most: int) -> Verdict:
    """A text of the learner's own of so many words. Whether it is good is for a reader to say.

    Examples
    --------
    >>> own_words("Too short.", least=20, most=60).good
    False
    """
    written = as_text(one_value(value, "text")).split()
    count = len(written)
    if count and len({word.casefold() for word in written}) < count / 2:
        return Verdict(0.0, say("The same words come again and again. Write sentences."))
    if least <= count <= most:
        return Verdict(1.0, say_count("{count} word.", "{count} words.", count))
    return Verdict(
        0.0,
        say_count(
            "{count} word; between {least} and {most} are wanted.",
            "{count} words; between {least} and {most} are wanted.",
            count,
            least=least,
            most=most,
        ),
    )
