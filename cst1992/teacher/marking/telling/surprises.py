"""Sheets at which it is worth looking twice. They are hints with their grounds, and no verdict on anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from cst1992.teacher.marking.record import Record
from cst1992.teacher.marking.telling.figures import FEWEST, TaskFigures
from cst1992.teacher.marking.telling.wrong_answers import Given, wrong_on

HARD, EASY = 0.4, 0.8  # of the points of a task that the class has got
RARE, AT_LEAST = 0.05, 2  # of the sheets; tasks with a wrong answer in common


@dataclass(frozen=True)
class OddSheet:
    """A sheet that is right where few are, and has nothing where nearly all have something."""

    student: str
    right: tuple[str, ...]
    nothing: tuple[str, ...]


@dataclass(frozen=True)
class AlikePair:
    """Two sheets with the same wrong answers, which hardly anybody else has given."""

    students: tuple[str, str]
    answers: tuple[Given, ...]


def odd_sheets(records: Sequence[Record], figures: Sequence[TaskFigures]) -> list[OddSheet]:
    """Sheets with all points on a task that is hard for the class and none on one that is easy for it.

    Examples
    --------
    >>> odd_sheets([], [])
    []
    """
    known = {one.task: one for one in figures if one.facility is not None and one.sheets >= FEWEST}
    hard = {task for task, one in known.items() if (one.facility or 0) <= HARD}
    easy = {task for task, one in known.items() if (one.facility or 0) >= EASY}
    found = []
    for record in records:
        right = [known[mark.task].title for mark in record.tasks if mark.task in hard and mark.points == mark.of]
        nothing = [known[mark.task].title for mark in record.tasks if mark.task in easy and mark.points == 0]
        if right and nothing:
            found.append(OddSheet(record.student, tuple(right), tuple(nothing)))
    return found


def alike_pairs(records: Sequence[Record]) -> list[AlikePair]:
    """Pairs of sheets with rare wrong answers to several tasks in common, those with most of them first."""
    given = {record.student: {one for one, _ in wrong_on(record) if one[2]} for record in records}
    rare = _rare(given)
    own = {student: answers & rare for student, answers in given.items() if _tasks(answers & rare) >= AT_LEAST}
    pairs = [
        AlikePair((one, other), tuple(sorted(own[one] & own[other])))
        for one, other in combinations(sorted(own), 2)
        if _tasks(own[one] & own[other]) >= AT_LEAST
    ]
    return sorted(pairs, key=lambda pair: (-len(pair.answers), pair.students))


def _tasks(answers: set[Given]) -> int:
    """To how many tasks these are answers."""
    return len({task for task, _, _ in answers})


def _rare(given: Mapping[str, set[Given]]) -> set[Given]:
    """The wrong answers that hardly anybody has given."""
    count: dict[Given, int] = {}
    for answers in given.values():
        for one in answers:
            count[one] = count.get(one, 0) + 1
    most = max(AT_LEAST, int(len(given) * RARE))
    return {one for one, times in count.items() if times <= most}
