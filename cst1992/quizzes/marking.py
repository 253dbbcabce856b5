"""Marking an answer to a quiz: pure, without files and widgets. A mark lies between 0 and 1, and 1 means wholly right.

- Single choice: the right option 1, any other 0.
- Multiple choice: right options chosen minus wrong ones chosen, divided by the number of right options, at least 0.
- Put in order: of all pairs of items, those in the right order minus those in the wrong order, divided by all, at
  least 0. So the reverse order and a half-right one earn nothing or little.
- Match pairs: the share of left sides that have the right partner.
- Number or date, short text: 1 or 0. A number or date that cannot be read for sure is asked back and not marked.

Lists and orders are scored as in the exercises, by `answers/scores.py`. Whether a teacher's file is
sound is another job, that of `bank_check.py`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from cst1992.answers import verdict
from cst1992.answers.agreement import days_agree, numbers_agree
from cst1992.answers.scores import Overlap, order_score, overlap
from cst1992.answers.verdict import Reply, Verdict
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.spelling.dates import Span, as_span, read_date
from cst1992.facts.spelling.letters import folded
from cst1992.facts.spelling.numbers import read_number
from cst1992.facts.spelling.reading import Read
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question, ShortText

NOT_YET = to_be_said("Not yet.")


@dataclass(frozen=True)
class AskedBack:
    """No verdict: an answer that cannot be read for sure stands unmarked, and the reader hears what to write."""

    question: str


def mixed(question: Question, length: int) -> list[int]:
    """Positions in a mixed order, the same for everybody in the room and never the order of the file."""
    order = list(range(length))
    chance = random.Random(question.id)
    while length > 1 and order == sorted(order):
        chance.shuffle(order)
    return order


def mark(question: Question, answer: Any) -> Verdict | AskedBack | None:
    """Mark one answer; None when there is none, a question back where it cannot be read. It never raises.

    Parameters
    ----------
    answer : for a choice a list of positions of options; for an order a list of positions in the right order; for
        pairs a list with the text chosen for each left side; else the text that was typed.

    Examples
    --------
    >>> from cst1992.quizzes.bank import load_bank
    >>> question = load_bank("02_the_treaty_articles").questions[0]
    >>> mark(question, right_answer(question)).mark
    1.0
    """
    match question:
        case Choice():
            return _choice(question, answer)
        case Order():
            return _order(question, answer)
        case Match():
            return _match(question, answer)
        case Measure() if text := _typed(answer):
            return _measure(question, text)
        case ShortText() if text := _typed(answer):
            return _short(question, text)
        case Measure() | ShortText():
            return None
    raise TypeError(f"no question of ours: {question!r}")


def right_answer(question: Question) -> Any:
    """The right answer, in the form that `mark` takes."""
    match question:
        case Choice(options=options):
            return [place for place, option in enumerate(options) if option.correct]
        case Order(items=items):
            return list(range(len(items)))
        case Match(pairs=pairs):
            return [right for _, right in pairs]
        case Measure(answer=answer):
            return answer
        case ShortText(accepted=accepted):
            return accepted[0]
    raise TypeError(f"no question of ours: {question!r}")


def positions(answer: Any, length: int) -> list[int]:
    """What of an answer are positions that exist, each once, in the order given."""
    places = [
        place
        for place in _parts(answer)
        if isinstance(place, int) and not isinstance(place, bool) and 0 <= place < length
    ]
    return list(dict.fromkeys(places))


def _parts(answer: Any) -> list[Any]:
    """The parts of an answer that has several; none where it is a text or one thing."""
    return [] if isinstance(answer, (str, bytes)) or not isinstance(answer, Iterable) else list(answer)


def _typed(answer: Any) -> str:
    """What was typed; empty for anything else."""
    return str(answer).strip() if isinstance(answer, (str, int, float)) else ""


def _choice(question: Choice, answer: Any) -> Verdict | None:
    picked = sorted(positions(answer, len(question.options)))
    if not picked:
        return None
    found = overlap(picked, right_answer(question))
    replies = tuple(
        Reply(option.text, option.correct, option.reply) for option in (question.options[place] for place in picked)
    )
    if not found.extra and not found.missing:
        return verdict.right(*replies)
    if question.kind == "single choice":
        return Verdict(0.0, say(NOT_YET), replies)
    return Verdict(found.score, _counted(found, len(picked)), replies)


def _counted(found: Overlap, picked: int) -> str:
    """How many of the options chosen are right, and how many right ones are missing, as a sentence."""
    if picked == 1:
        told = say("your one choice is right") if found.hits else say("your one choice is not right")
    else:
        told = say_count(
            "{count} of your {picked} choices is right",
            "{count} of your {picked} choices are right",
            found.hits,
            picked=picked,
        )
    if not found.missing:
        return say("Not yet: {counted}.", counted=told)
    missing = say_count(
        "{count} right option is still missing", "{count} right options are still missing", found.missing
    )
    return say("Not yet: {counted}; {missing}.", counted=told, missing=missing)


def _order(question: Order, answer: Any) -> Verdict | None:
    places = positions(answer, len(question.items))
    if len(places) != len(question.items):
        return None
    pairs = list(combinations(places, 2))
    wrong = [(before, after) for before, after in pairs if before > after]
    if not wrong:
        return verdict.right()
    told = [
        Reply(_put(question.items[before], question.items[after]), False, reply)
        for before, after in wrong
        if (reply := question.replies.get((question.items[before], question.items[after])))
    ]
    if not told and question.otherwise:
        told = [Reply("", False, question.otherwise)]
    sentence = say_count(
        "Not yet: compare each item with each other one. {count} of these {whole} pairs stand in the right order.",
        "Not yet: compare each item with each other one. {count} of these {whole} pairs stand in the right order.",
        len(pairs) - len(wrong),
        whole=len(pairs),
    )
    return Verdict(order_score(places), sentence, tuple(told[:2]))


def _put(first: str, then: str) -> str:
    return say("You put “{first}” before “{then}”", first=first, then=then)


def _match(question: Match, answer: Any) -> Verdict | None:
    given = _parts(answer)[: len(question.pairs)]
    given += [None] * (len(question.pairs) - len(given))
    if not any(given):
        return None
    wrong = [(left, chosen) for (left, partner), chosen in zip(question.pairs, given, strict=True) if partner != chosen]
    if not wrong:
        return verdict.right()
    replies = [
        Reply(f"{left} – {chosen}", False, question.replies.get((left, str(chosen)), question.otherwise))
        for left, chosen in wrong
        if chosen
    ]
    whole = len(question.pairs)
    hits = whole - len(wrong)
    return Verdict(hits / whole, _pairs_counted(hits, whole, sum(not chosen for _, chosen in wrong)), tuple(replies))


def _pairs_counted(hits: int, whole: int, left_open: int) -> str:
    """How many pairs are right, and how many lines are still open, as a sentence."""
    told = say_count("{count} of {whole} pairs is right", "{count} of {whole} pairs are right", hits, whole=whole)
    if not left_open:
        return say("Not yet: {counted}.", counted=told)
    missing = say_count("{count} line is still open", "{count} lines are still open", left_open)
    return say("Not yet: {counted}; {missing}.", counted=told, missing=missing)


def _measure(question: Measure, text: str) -> Verdict | AskedBack:
    read = read_date(text) if question.dated else _number_of(question, text)
    if read.value is None:
        return AskedBack(read.question)
    if _agree(question.answer, read.value, question.tolerance):
        return verdict.right()
    replies = (reply for typical, reply in question.replies.items() if _agree(typical, read.value, 0))
    return Verdict(0.0, say(NOT_YET), (Reply(text, False, next(replies, question.otherwise)),))


def _number_of(question: Measure, text: str) -> Read[float]:
    right = read_number(question.answer).value
    whole = right is not None and right.is_integer()
    return read_number(text, asked=question.prompt, unit=question.unit, whole=whole)


def _agree(written: str, found: float | Span, tolerance: float) -> bool:
    """Does what was read agree with a number or date as it is written in the file?"""
    if isinstance(found, float):
        number = read_number(written).value
        return number is not None and numbers_agree(found, number, tolerance)
    span = as_span(written)
    return span is not None and days_agree(found, span, tolerance)


def _short(question: ShortText, text: str) -> Verdict:
    typed = folded(text)
    if typed and typed in {folded(form) for form in question.accepted}:
        return verdict.right()
    reply = next((reply for wrong, reply in question.replies.items() if folded(wrong) == typed), question.otherwise)
    return Verdict(0.0, say(NOT_YET), (Reply(text, False, reply),))
