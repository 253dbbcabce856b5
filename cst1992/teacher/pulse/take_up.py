"""What to take up next time: the questions that fewest had right at their first try, and why, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cst1992.facts.speech import say
from cst1992.quizzes.questions import Choice
from cst1992.teacher.pulse.shown import FEW, Shown, ShownLine

LEAST, MOST = 3, 5  # so many questions are named
WEAK, POPULAR, GOOD = 0.6, 0.25, 0.8  # shares at the first try: right by few, wrong by many, right by nearly all


@dataclass(frozen=True)
class TakeUp:
    """A question to take up, with the reasons, a sentence each."""

    shown: Shown
    reasons: tuple[str, ...]


def amount(shown: int) -> str:
    """A rounded number of people in words.

    Examples
    --------
    >>> amount(25), amount(0)
    ('about 25', 'fewer than five')
    """
    return say("fewer than five") if shown == FEW else say("about {count}", count=shown)


def take_up(questions: Iterable[Shown]) -> list[TakeUp]:
    """Three to five questions, those that stayed weak and then the weakest first; fewer where nearly all had the others right.

    A question is taken up where at most six of ten had it right at the first try, or where one wrong choice was made by a
    quarter; to come to three, the next ones too, as long as fewer than eight of ten had them right. A question stayed weak
    where at most six of ten had it right at the last try too.
    """
    order = sorted(questions, key=lambda shown: (last_share(shown) > WEAK, right_share(shown), -_popular_share(shown)))
    strong = [one for one in order if right_share(one) <= WEAK or _popular_share(one) >= POPULAR]
    rest = [one for one in order if one not in strong and right_share(one) < GOOD]
    chosen = strong[:MOST] + rest[: max(0, LEAST - len(strong))]
    return [TakeUp(shown, tuple(_reasons(shown))) for shown in chosen]


def right_share(shown: Shown) -> float:
    """The share that had a question right at the first try; of several choices and of pairs that of the weakest."""
    return min(_share_of(line.first, line, shown) for line in _decisive(shown))


def last_share(shown: Shown) -> float:
    """The same at the last try."""
    return min(_share_of(line.last, line, shown) for line in _decisive(shown))


def _share_of(count: int, line: ShownLine, shown: Shown) -> float:
    """The share that treated a choice rightly, of so many who made it."""
    return count / shown.people if line.right else 1 - count / shown.people


def _is_of_several(shown: Shown) -> bool:
    return isinstance(shown.question, Choice) and shown.question.kind == "multiple choice"


def _decisive(shown: Shown) -> list[ShownLine]:
    """The choices by which a question is judged: all of several; else what is right."""
    lines = [line for table in shown.tables for line in table.lines if line.right is not None]
    return lines if _is_of_several(shown) else [line for line in lines if line.right]


def _wrong(shown: Shown) -> list[tuple[str, ShownLine]]:
    """The wrong choices that were made, the most popular first; each with the left side of its pair."""
    found = [
        (table.about, line) for table in shown.tables for line in table.lines if line.right is False and line.first
    ]
    return sorted(found, key=lambda one: -one[1].first)


def _popular_share(shown: Shown) -> float:
    return max((line.first / shown.people for _, line in _wrong(shown)), default=0)


def _reasons(shown: Shown) -> Iterator[str]:
    people = amount(shown.people)
    if _is_of_several(shown):
        line = min((line for line in _decisive(shown) if line.right), key=lambda line: line.first)
        told = say("At the first try {count} of {people} ticked “{choice}”, which is right; at the last: {last}.",
                   count=amount(line.first), people=people, choice=line.text, last=amount(line.last))  # fmt: skip
    elif len(shown.tables) > 1:
        table = min(shown.tables, key=lambda table: table.lines[0].first)
        told = say("At the first try {count} of {people} found the partner of “{left}”; at the last: {last}.",
                   count=amount(table.lines[0].first), people=people, left=table.about, last=amount(table.lines[0].last))  # fmt: skip
    else:
        (line,) = _decisive(shown)
        told = say("Right at the first try: {count} of {people}; at the last: {last}.",
                   count=amount(line.first), people=people, last=amount(line.last))  # fmt: skip
    yield told
    if not _wrong(shown):
        yield say("No wrong answer was given by five people or more.")
    for left, line in _wrong(shown)[:1]:
        about = f"{left} – {line.text}" if left else line.text
        yield say("Wrong, and chosen at the first try by {count}: “{choice}”.", count=amount(line.first), choice=about)
        if line.reply:
            yield line.reply
