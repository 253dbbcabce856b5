"""How many chose what: exact numbers, which leave this package only through the rule in shown.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from string import ascii_uppercase as LETTERS
from typing import Any

from cst1992.answers.verdict import Verdict
from cst1992.facts.speech import say
from cst1992.facts.spelling.letters import folded
from cst1992.facts.spelling.numbers import read_number
from cst1992.quizzes.marking import mark, mixed, positions
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question, ShortText
from cst1992.teacher.pulse.tries import Tries

FEWEST = 5
RIGHT = "\0right"  # what nobody can type: the right answer, in whichever form
LONGEST = 200  # letters of an answer that is typed
Pair = tuple[int, int]


@dataclass(frozen=True)
class Line:
    """One choice: how many made it at their first and at their last try, and what the quiz says to it.

    `right`: None where a line gathers several answers.
    """

    text: str
    counts: Pair
    right: bool | None
    reply: str = ""
    letter: str = ""


@dataclass(frozen=True)
class Table:
    """Lines that belong together. `exclusive`: everybody is in exactly one of them, else in at least one.

    `about`: the left side of pairs, else empty.
    """

    lines: tuple[Line, ...]
    exclusive: bool = True
    about: str = ""


@dataclass(frozen=True)
class Count:
    """One question: how many tried it, how many of them had the answer shown, and who chose what."""

    quiz: str
    question: Question
    people: int
    shown: int
    tables: tuple[Table, ...]


def count(quiz: str, question: Question, tries: Sequence[Tries]) -> Count:
    """Count the tries of a class at one question. A try that is no answer to it is left out.

    Examples
    --------
    >>> from cst1992.quizzes.bank import load_bank
    >>> question = load_bank("02_the_treaty_articles").questions[0]
    >>> counted = count("02_the_treaty_articles", question, [Tries([1], [0]), Tries([0], [0])])
    >>> [line.counts for line in counted.tables[0].lines if line.right]
    [(1, 2)]
    """
    read_one = _reader(question)
    read = [(read_one(one.first), read_one(one.last), one.shown) for one in tries]
    sound = [(first, last, shown) for first, last, shown in read if first is not None and last is not None]
    moments = [first for first, _, _ in sound], [last for _, last, _ in sound]
    return Count(quiz, question, len(sound), sum(shown for *_, shown in sound), tuple(_tables(question, moments)))


def _reader(question: Question) -> Callable[[Any], Any]:
    """What gives an answer in the form in which it is compared; None where it is none."""
    match question:
        case Choice(options=options):
            return lambda answer: frozenset(positions(answer, len(options))) or None
        case Order(items=items):
            return lambda answer: order if len(order := tuple(positions(answer, len(items)))) == len(items) else None
        case Match():
            return partial(_given, question)
        case Measure() | ShortText():
            form = cache(partial(_form, question, _named(question)))
            return lambda answer: form(str(answer).strip()) if isinstance(answer, str | int | float) else None
    raise TypeError(f"no question of ours: {question!r}")


def _given(question: Match, answer: Any) -> tuple[str | None, ...] | None:
    """The partner given to each left side; None where there is none."""
    given = question.as_shown(answer[: len(question.pairs)]) if isinstance(answer, list) else []
    given += [None] * (len(question.pairs) - len(given))
    return tuple(given) if any(given) else None


Moments = tuple[list[Any], list[Any]]


@dataclass(frozen=True)
class Tally:
    """How often each thing was met at the first and at the last try."""

    first: Counter[Any]
    last: Counter[Any]

    def of(self, thing: Any) -> Pair:
        """How many people gave it, at the two tries."""
        return self.first[thing], self.last[thing]

    def often(self, known: Collection[Any]) -> list[Any]:
        """What is not known and was given by at least five people at one of the two tries."""
        met = [*self.first, *self.last]
        return [one for one in dict.fromkeys(met) if one not in known and max(self.of(one)) >= FEWEST]

    def others(self, named: Collection[Any]) -> Pair:
        """How many gave something else."""
        first, last = (sum(met.values()) - sum(met[one] for one in named) for met in (self.first, self.last))
        return first, last


def _tally(moments: Moments, parts: Callable[[Any], Iterable[Any]]) -> Tally:
    first, last = (Counter(part for answer in answers for part in parts(answer)) for answers in moments)
    return Tally(first, last)


def _tables(question: Question, moments: Moments) -> Iterator[Table]:
    match question:
        case Choice():
            yield Table(tuple(_options(question, moments)), question.kind == "single choice")
        case Order():
            yield Table(tuple(_orders(question, moments)), exclusive=False)
        case Match():
            for place, (left, _) in enumerate(question.pairs):
                yield Table(tuple(_partners(question, place, moments)), about=left)
        case Measure() | ShortText():
            yield Table(tuple(_typed(question, moments)))


def _options(question: Choice, moments: Moments) -> Iterator[Line]:
    tally = _tally(moments, lambda chosen: chosen)
    for shown, place in enumerate(mixed(question, len(question.options))):
        option = question.options[place]
        yield Line(option.text, tally.of(place), option.correct, option.reply, LETTERS[shown])


def _orders(question: Order, moments: Moments) -> Iterator[Line]:
    """The right order, each slip that the quiz knows, and any other order."""
    items, right = question.items, tuple(range(len(question.items)))

    def met(order: tuple[int, ...]) -> list[Any]:
        slips = [pair for pair in question.replies if _is_before(order, *map(items.index, pair))]
        return [RIGHT] if order == right else slips or [None]

    tally = _tally(moments, met)
    told = f"{' → '.join(items)}. {question.explanation}"
    yield Line(say("In the right order"), tally.of(RIGHT), True, told)
    for (first, then), reply in question.replies.items():
        yield Line(say("“{first}” before “{then}”", first=first, then=then), tally.of((first, then)), False, reply)
    yield Line(say("another order"), tally.of(None), None, question.otherwise)


def _is_before(order: tuple[int, ...], first: int, then: int) -> bool:
    return order.index(first) < order.index(then)


def _partners(question: Match, place: int, moments: Moments) -> Iterator[Line]:
    """The right partner of one left side, wrong ones that were chosen often, and the rest."""
    left, right = question.pairs[place]
    tally = _tally(moments, lambda given: [given[place] if given[place] in question.choices else None])
    often = tally.often((right, None))
    yield Line(right, tally.of(right), True)
    for text in often:
        yield Line(text, tally.of(text), False, question.replies.get((left, text), question.otherwise))
    yield Line(say("another partner, or none"), tally.others((right, *often)), None)


def _typed(question: Measure | ShortText, moments: Moments) -> Iterator[Line]:
    """The right answer, the mistakes that the quiz knows, others that came often, and the rest."""
    named = _named(question)
    tally = _tally(moments, lambda form: [form])
    for form, (text, right, reply) in named.items():
        yield Line(text, tally.of(form), right, reply)
    often = tally.often(named)
    for form in often:
        yield Line(form, tally.of(form), False, question.otherwise)
    yield Line(say("another answer"), tally.others([*named, *often]), None, question.otherwise)


def _named(question: Measure | ShortText) -> dict[str, tuple[str, bool, str]]:
    """What the quiz names itself: by its form the text, whether it is right, and the reply."""
    right = question.answer if isinstance(question, Measure) else question.accepted[0]
    wrong = {_bare(text): (text, False, reply) for text, reply in question.replies.items()}
    return {RIGHT: (right, True, question.explanation)} | wrong


def _form(question: Measure | ShortText, named: dict[str, tuple[str, bool, str]], text: str) -> str | None:
    """What two ways to write one answer have in common; of a mistake that the quiz knows its own words. None: no answer."""
    marked = mark(question, text) if len(text) <= LONGEST else None
    if not isinstance(marked, Verdict):
        return None
    if marked.good:
        return RIGHT
    if isinstance(question, Measure):
        told = marked.replies[0].text if marked.replies else ""
        known = [form for form, (_, right, reply) in named.items() if not right and reply == told]
        value = None if question.dated else read_number(text, asked=question.prompt, unit=question.unit).value
        return known[0] if known else _bare(text) if value is None else f"{value:.10g}"
    return _bare(text)


def _bare(text: str) -> str:
    return folded(text) or text
