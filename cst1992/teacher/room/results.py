"""What came of a step: how many chose what in each vote, how many rightly, and what the rule makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase as LETTERS
from typing import Any

from cst1992.facts.speech import say
from cst1992.facts.spelling.letters import folded
from cst1992.facts.spelling.numbers import read_number
from cst1992.quizzes.marking import AskedBack, mark
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question
from cst1992.teacher.room.answers import order_shown
from cst1992.teacher.room.ballots import Ballots
from cst1992.teacher.room.steps import ROUNDS, Ask, Number, Step, Vote

MOST_LINES = 6


@dataclass(frozen=True)
class Line:
    """One line of a result: how many chose it in each vote.

    `letter` is empty where nothing is chosen by letter. `right`: None where nothing is right or wrong.
    """

    letter: str
    text: str
    counts: tuple[int, ...]
    right: bool | None = None
    reply: str = ""


@dataclass(frozen=True)
class Result:
    """The lines, and for each vote how many voted and how many of them rightly (None where nothing is right).

    `numbers`: what was written in each vote, for a strip. `more`: lines that are left out. `counts_what`: what a bar counts
    where it is not who chose the line. `of_delegations`: the voters are delegations. `open_vote`: the place of the vote
    that is open, shown even before anybody has voted; None when none is.
    """

    lines: tuple[Line, ...]
    voters: tuple[int, ...]
    rightly: tuple[int | None, ...]
    numbers: tuple[tuple[float, ...], ...] = ()
    more: int = 0
    counts_what: str = ""
    of_delegations: bool = False
    open_vote: int | None = None


def result_of(step: Step, ballots: Ballots) -> Result:
    """What came of a step so far. It is for the teacher alone until the step is told.

    Examples
    --------
    >>> from cst1992.teacher.room.steps import Position
    >>> ballots = Ballots()
    >>> _ = ballots.put(1, "a phone", [1], None, turn=1)
    >>> [line.counts for line in result_of(Vote(id="v", title="?", options=(Position("A"), Position("B"))), ballots).lines]
    [(0,), (1,)]
    """
    votes = [ROUNDS[phase] for phase in step.phases if phase in ROUNDS]
    voters = tuple(ballots.counted(vote) for vote in votes)
    rightly = tuple(_rightly(step, ballots, vote) for vote in votes)
    answers = [[cast.answer for cast in ballots.of(vote).values()] for vote in votes]
    by_hand = [ballots.by_hand.get(vote, ()) for vote in votes]
    match step:
        case Ask(question=Choice() as question):
            return Result(tuple(_options(question, answers, by_hand)), voters, rightly)
        case Ask(question=Order() as question):
            told = say("The right order. Counted: who has put the line at its place.")
            return Result(tuple(_places(question, answers)), voters, rightly, counts_what=told)
        case Ask(question=Match() as question):
            told = say("The right pairs. Counted: who has matched the pair.")
            return Result(tuple(_pairs(question, answers)), voters, rightly, counts_what=told)
        case Ask(question=question):
            lines = list(_typed(question, answers))
            numbers = _numbers(question, answers)
            return Result(tuple(lines[:MOST_LINES]), voters, rightly, numbers, max(0, len(lines) - MOST_LINES))
        case Vote(options=options):
            lines = [
                Line(LETTERS[place], one.text, _counts(place, answers, by_hand), None, one.reply)
                for place, one in enumerate(options)
            ]
            return Result(tuple(lines), voters, rightly)
        case Number():
            return Result((), voters, rightly, tuple(tuple(sorted(one)) for one in answers))
    return Result((), voters, rightly)


def _rightly(step: Step, ballots: Ballots, vote: int) -> int | None:
    """How many answered wholly rightly; of letters held up those for the one right option."""
    if not isinstance(step, Ask):
        return None
    found = sum(cast.right is True for cast in ballots.of(vote).values())
    counts = ballots.by_hand.get(vote, ())
    if not counts or not isinstance(step.question, Choice):
        return found
    if step.question.kind != "single choice":
        return found if not sum(counts) else None
    shown = order_shown(step.question)
    return found + sum(
        count for place, count in zip(shown, counts, strict=True) if step.question.options[place].correct
    )


def _counts(
    place: int, answers: list[list[Any]], by_hand: list[tuple[int, ...]], shown: int | None = None
) -> tuple[int, ...]:
    """How often a place was chosen in each vote."""
    held = place if shown is None else shown
    return tuple(
        sum(place in answer for answer in one) + (counted[held] if counted else 0)
        for one, counted in zip(answers, by_hand, strict=True)
    )


def _options(question: Choice, answers: list[list[Any]], by_hand: list[tuple[int, ...]]) -> Iterator[Line]:
    for shown, place in enumerate(order_shown(question)):
        option = question.options[place]
        counts = _counts(place, answers, by_hand, shown)
        yield Line(LETTERS[shown], option.text, counts, option.correct, option.reply)


def _places(question: Order, answers: list[list[Any]]) -> Iterator[Line]:
    """The items in the right order, and how many put each of them at its place."""
    for place, item in enumerate(question.items):
        counts = tuple(sum(answer[place] == place for answer in one) for one in answers)
        wrong = Counter(
            reply for one in answers for answer in one for reply in _misplaced(question, answer, item)
        ).most_common(1)
        yield Line(str(place + 1), item, counts, None, wrong[0][0] if wrong else "")


def _misplaced(question: Order, answer: list[int], item: str) -> Iterator[str]:
    """What is said to an answer that put this item too early."""
    told = [question.items[place] for place in answer]
    for later in told[told.index(item) + 1 :]:
        if (item, later) in question.replies:
            yield question.replies[item, later]


def _pairs(question: Match, answers: list[list[Any]]) -> Iterator[Line]:
    """The pairs, and how many matched each of them rightly; with what is said to the commonest mistake."""
    for place, (left, right) in enumerate(question.pairs):
        counts = tuple(sum(answer[place] == right for answer in one) for one in answers)
        wrong = Counter(answer[place] for one in answers for answer in one if answer[place] != right).most_common(1)
        reply = question.replies.get((left, wrong[0][0]), question.otherwise) if wrong else ""
        told = f"“{wrong[0][0]}”: {reply}" if wrong and reply else ""
        yield Line("", f"{left} – {right}", counts, None, told)


def _typed(question: Question, answers: list[list[Any]]) -> list[Line]:
    """What was typed, the commonest first; two ways to write the same count together."""
    forms: dict[str, list[str]] = {}
    for text in (text for one in answers for text in one):
        forms.setdefault(_same(question, text), []).append(text)
    lines = []
    for same, texts in forms.items():
        text = same if _is_number(question) else Counter(texts).most_common(1)[0][0]
        counts = tuple(sum(_same(question, other) == same for other in one) for one in answers)
        marked = mark(question, text)
        if marked is None or isinstance(marked, AskedBack):
            continue
        reply = next((reply.text for reply in marked.replies), "")
        lines.append(Line("", text, counts, marked.good, reply))
    return sorted(lines, key=lambda line: (-sum(line.counts), line.text))


def _is_number(question: Question) -> bool:
    return isinstance(question, Measure) and not question.dated


def _same(question: Question, text: str) -> str:
    if isinstance(question, Measure) and _is_number(question):
        value = read_number(text, asked=question.prompt, unit=question.unit).value
        return text if value is None else f"{value:g}"
    return folded(text) or text


def _numbers(question: Question, answers: list[list[Any]]) -> tuple[tuple[float, ...], ...]:
    if not isinstance(question, Measure) or question.dated:
        return ()
    read = [[read_number(text, asked=question.prompt, unit=question.unit).value for text in one] for one in answers]
    return tuple(tuple(sorted(_known(one))) for one in read)


def _known(values: Iterable[float | None]) -> Iterator[float]:
    return (value for value in values if value is not None)
