"""What may be shown of a class: the rule by which nobody is recognised.

1. Nothing is shown of fewer than five people, and nothing of a question that fewer than five tried.
2. Every number of people is rounded to the nearest five. Below five stands "fewer than five", which may be nobody.
3. Numbers are shown only together with others: choices with their total, first tries with last ones. Before a question is
   shown, its rounded numbers are held against each other. If it would follow from them that some group has one to four
   people, the number that betrays it is lowered by five; where none can be, the question is not shown. So every page is also
   the page of a class in which nobody at all is in that group, whichever of its small groups one asks for.
4. A page that is drawn again while answers come changes only when at least five learners have added something.

What draws a page receives `Shown` alone, never a count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cst1992.quizzes.questions import Question
from cst1992.teacher.pulse.counting import FEWEST, Count, Table

FEW = 0  # how "fewer than five" is written down
STEP = 5


@dataclass(frozen=True)
class ShownLine:
    """One choice with its rounded numbers of the first and of the last try; FEW stands for fewer than five."""

    text: str
    first: int
    last: int
    right: bool | None
    reply: str
    letter: str


@dataclass(frozen=True)
class ShownTable:
    """Lines that belong together; `about` as in counting."""

    lines: tuple[ShownLine, ...]
    about: str


@dataclass(frozen=True)
class Shown:
    """One question as it may be shown. `people` tried it; `looked` of them had the right answer shown (FEW: not told)."""

    quiz: str
    question: Question
    people: int
    looked: int
    tables: tuple[ShownTable, ...]


def rounded(count: int) -> int:
    """A number of people as it is shown: to the nearest five, FEW below five.

    Examples
    --------
    >>> [rounded(count) for count in (0, 4, 5, 7, 8, 12, 13)]
    [0, 0, 5, 5, 10, 10, 15]
    """
    return FEW if count < FEWEST else max(FEWEST, STEP * ((count + 2) // STEP))


def bounds(shown: int) -> tuple[int, int]:
    """The least and the largest number of people of which this is shown.

    Examples
    --------
    >>> bounds(0), bounds(5), bounds(10)
    ((0, 4), (5, 7), (8, 12))
    """
    return (0, FEWEST - 1) if shown == FEW else (max(FEWEST, shown - 2), shown + 2)


def shown_of(count: Count) -> Shown | None:
    """A question as it may be shown; None where too few tried it, or too few made any one choice."""
    if count.people < FEWEST:
        return None
    columns = [[rounded(line.counts[moment]) for line in table.lines] for table in count.tables for moment in (0, 1)]
    if any(not any(column) for column in columns):
        return None
    people = safe(rounded(count.people), columns, [table.exclusive for table in count.tables for _ in (0, 1)])
    if people == FEW:
        return None
    pairs = zip(columns[::2], columns[1::2], strict=True)
    tables = tuple(_table(table, *pair) for table, pair in zip(count.tables, pairs, strict=True))
    return Shown(count.quiz, count.question, people, rounded(count.shown), tables)


def _table(table: Table, first: Sequence[int], last: Sequence[int]) -> ShownTable:
    lines = [
        ShownLine(line.text, early, late, line.right, line.reply, line.letter)
        for line, early, late in zip(table.lines, first, last, strict=True)
    ]
    return ShownTable(tuple(lines), table.about)


def safe(people: int, columns: Sequence[list[int]], exclusive: Sequence[bool]) -> int:
    """Lower rounded numbers until nothing follows from them about a group of one to four people.

    Parameters
    ----------
    people : the rounded number of those who tried the question.
    columns : the rounded numbers of each table at each try; they are lowered in place.
    exclusive : for each column whether everybody is in exactly one of its lines.

    Returns
    -------
    The number of people, lowered where it had to be; FEW where the question cannot be shown at all.

    Examples
    --------
    >>> columns = [[25, 0], [25, 0]]  # 27 and 1 of 28 would be shown as 25, fewer than five, and 30
    >>> safe(30, columns, [True, True]), columns
    (25, [[25, 0], [25, 0]])
    """
    while True:
        lows = [_least(column, alone) for column, alone in zip(columns, exclusive, strict=True)]
        most = min(bounds(people)[1], *map(_most, columns))
        if max(bounds(people)[0], *lows) <= most:
            return people
        if bounds(people)[0] >= max(lows):
            people -= STEP
        else:
            column = columns[lows.index(max(lows))]
            if max(column) == FEWEST:
                return FEW
            column[column.index(max(column))] -= STEP


def _least(column: Sequence[int], exclusive: bool) -> int:
    """How many people there are at least, by one column."""
    lows = [bounds(shown)[0] for shown in column]
    return sum(lows) if exclusive else max(lows)


def _most(column: Sequence[int]) -> int:
    """How many people there can be by one column if nobody is in any one of its small groups that one may ask for."""
    return sum(bounds(shown)[1] for shown in column) - (FEWEST - 1 if FEW in column else 0)


def changed_enough(before: Mapping[str, object], now: Mapping[str, object]) -> bool:
    """Have at least five learners come, gone or changed? `before` and `now`: for each learner what tells a change.

    Examples
    --------
    >>> changed_enough({}, dict.fromkeys("abcd")), changed_enough({}, dict.fromkeys("abcde"))
    (False, True)
    """
    missing = object()
    return sum(before.get(one, missing) != now.get(one, missing) for one in {*before, *now}) >= FEWEST


def shown_and_not(counts: Iterable[Count]) -> tuple[list[Shown], list[Count]]:
    """The questions that may be shown, and those that were tried but may not."""
    read = [(count, shown_of(count)) for count in counts if count.people]
    return [shown for _, shown in read if shown], [count for count, shown in read if not shown]
