"""Marking an answer: pure, without files and widgets. A mark lies between 0 and 1, and 1 means wholly right.

- Single choice: the right option 1, any other 0.
- Multiple choice: right options chosen minus wrong ones chosen, divided by the number of right options, at least 0.
- Put in order: of all pairs of items, those in the right order minus those in the wrong order, divided by all, at
  least 0. So the reverse order and a half-right one earn nothing or little.
- Match pairs: the share of left sides that have the right partner.
- Number or date, short text: 1 or 0. A number or date that cannot be read for sure is asked back and not marked.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import Any

from cst1992.facts.spelling.dates import Span, as_span, read_date
from cst1992.facts.spelling.letters import folded
from cst1992.facts.spelling.numbers import read_number
from cst1992.facts.spelling.reading import Read
from cst1992.facts.wording import many
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question, ShortText


@dataclass(frozen=True)
class Reply:
    """What the reader hears about one part of the answer."""

    about: str
    right: bool
    text: str


@dataclass(frozen=True)
class Marked:
    """The result of one answer: the mark, a sentence, and the replies to its parts."""

    mark: float
    sentence: str
    replies: tuple[Reply, ...] = ()

    @property
    def right(self) -> bool:
        """Is the answer wholly right?"""
        return self.mark == 1


@dataclass(frozen=True)
class AskedBack:
    """An answer that cannot be read for sure: it stands unmarked, and the reader hears what to write."""

    question: str


def mixed(question: Question, length: int) -> list[int]:
    """Positions in a mixed order, the same for everybody in the room and never the order of the file."""
    order = list(range(length))
    chance = random.Random(question.id)
    while length > 1 and order == sorted(order):
        chance.shuffle(order)
    return order


def mark(question: Question, answer: Any) -> Marked | AskedBack | None:
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
    if isinstance(question, Choice):
        return _choice(question, answer)
    if isinstance(question, Order):
        return _order(question, answer)
    if isinstance(question, Match):
        return _match(question, answer)
    text = str(answer).strip() if isinstance(answer, (str, int, float)) else ""
    if not text:
        return None
    if isinstance(question, Measure):
        return _measure(question, text)
    return _short(question, text) if isinstance(question, ShortText) else None


def right_answer(question: Question) -> Any:
    """The right answer, in the form that `mark` takes."""
    if isinstance(question, Choice):
        return [place for place, option in enumerate(question.options) if option.correct]
    if isinstance(question, Order):
        return list(range(len(question.items)))
    if isinstance(question, Match):
        return [right for _, right in question.pairs]
    return question.answer if isinstance(question, Measure) else question.accepted[0]  # type: ignore[attr-defined]


def positions(answer: Any, length: int) -> list[int]:
    """What of an answer are positions that exist, each once, in the order given."""
    if isinstance(answer, (str, bytes)) or not isinstance(answer, Iterable):
        return []
    places = [
        place for place in answer if isinstance(place, int) and not isinstance(place, bool) and 0 <= place < length
    ]
    return list(dict.fromkeys(places))


def _choice(question: Choice, answer: Any) -> Marked | None:
    picked = sorted(positions(answer, len(question.options)))
    if not picked:
        return None
    right = right_answer(question)
    hits = len(set(picked) & set(right))
    misses = len(picked) - hits
    chosen = [question.options[place] for place in picked]
    replies = tuple(Reply(option.text, option.correct, option.reply) for option in chosen)
    if question.kind == "single choice":
        score = float(len(picked) == 1 and hits == 1)
        return Marked(score, "Right." if score == 1 else "Not yet.", replies)
    if hits == len(right) and not misses:
        return Marked(1.0, "Right.", replies)
    if len(picked) == 1:
        parts = ["your one choice is right" if hits else "your one choice is not right"]
    else:
        parts = [f"{hits} of your {len(picked)} choices {'is' if hits == 1 else 'are'} right"]
    missing = len(right) - hits
    if missing:
        parts.append(f"{many(missing, 'right option is', 'right options are')} still missing")
    return Marked(max(0, hits - misses) / len(right), f"Not yet: {'; '.join(parts)}.", replies)


def _order(question: Order, answer: Any) -> Marked | None:
    places = positions(answer, len(question.items))
    if len(places) != len(question.items):
        return None
    pairs = list(combinations(places, 2))
    wrong = [(before, after) for before, after in pairs if before > after]
    if not wrong:
        return Marked(1.0, "Right.")
    told = [
        Reply(f"You put “{question.items[before]}” before “{question.items[after]}”", False, reply)
        for before, after in wrong
        if (reply := question.replies.get((question.items[before], question.items[after])))
    ]
    if not told and question.otherwise:
        told = [Reply("", False, question.otherwise)]
    share = (len(pairs) - len(wrong)) / len(pairs)
    sentence = "Not yet: compare each item with each other one. " + (
        f"{len(pairs) - len(wrong)} of these {len(pairs)} pairs stand in the right order."
    )
    return Marked(max(0.0, 2 * share - 1), sentence, tuple(told[:2]))


def _match(question: Match, answer: Any) -> Marked | None:
    if isinstance(answer, (str, bytes)) or not isinstance(answer, Iterable):
        return None
    given = list(answer)[: len(question.pairs)]
    given += [None] * (len(question.pairs) - len(given))
    if not any(given):
        return None
    hits = sum(right == chosen for (_, right), chosen in zip(question.pairs, given, strict=True))
    if hits == len(question.pairs):
        return Marked(1.0, "Right.")
    replies = [
        Reply(f"{left} – {chosen}", False, question.replies.get((left, str(chosen)), question.otherwise))
        for (left, right), chosen in zip(question.pairs, given, strict=True)
        if chosen and chosen != right
    ]
    sentence = f"Not yet: {hits} of {len(question.pairs)} pairs {'is' if hits == 1 else 'are'} right."
    return Marked(hits / len(question.pairs), sentence, tuple(replies))


def _measure(question: Measure, text: str) -> Marked | AskedBack:
    read = read_date(text) if question.dated else _number_of(question, text)
    if read.value is None:
        return AskedBack(read.question)
    if _agree(question.answer, read.value, question.tolerance):
        return Marked(1.0, "Right.")
    replies = (reply for typical, reply in question.replies.items() if _agree(typical, read.value, 0))
    return Marked(0.0, "Not yet.", (Reply(text, False, next(replies, question.otherwise)),))


def _number_of(question: Measure, text: str) -> Read[float]:
    right = read_number(question.answer).value
    whole = right is not None and right.is_integer()
    return read_number(text, asked=question.prompt, unit=question.unit, whole=whole)


def _agree(right: str, found: float | Span, tolerance: float) -> bool:
    """Is what was read right? A date must be at least as exact as the right one."""
    if isinstance(found, float):
        wanted = read_number(right).value
        return wanted is not None and abs(wanted - found) <= tolerance
    span = as_span(right)
    if span is None:
        return False
    try:
        slack = timedelta(days=min(tolerance, 36_500))
        return span[0] - slack <= found[0] and found[1] <= span[1] + slack
    except OverflowError:
        return False


def _short(question: ShortText, text: str) -> Marked:
    typed = folded(text)
    if typed and typed in {folded(form) for form in question.accepted}:
        return Marked(1.0, "Right.")
    reply = next((reply for wrong, reply in question.replies.items() if folded(wrong) == typed), question.otherwise)
    return Marked(0.0, "Not yet.", (Reply(text, False, reply),))
