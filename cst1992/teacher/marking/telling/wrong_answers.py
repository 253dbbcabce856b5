"""The commonest wrong answers of a class, with the reply that was heard: what to teach again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cst1992.teacher.marking.record import Record, TaskMark
from cst1992.teacher.marking.telling.sentences import OPEN, PARTLY, WRONG, Sentence, sentences

Given = tuple[str, str, str]  # task, name, the answer in words


@dataclass(frozen=True)
class WrongAnswer:
    """One wrong answer: of which task and name, in words (empty where a fact, and no answer, was judged), and who gave it."""

    task: str
    name: str
    answer: str
    reply: str
    students: tuple[str, ...]


def wrong_answers(records: Sequence[Record]) -> dict[str, list[WrongAnswer]]:
    """The wrong answers to each task, the commonest first. Answers that are still open are none.

    Examples
    --------
    >>> wrong_answers([Record("Anna", "", "absent")])
    {}
    """
    students: dict[Given, list[str]] = defaultdict(list)
    replies: dict[Given, str] = {}
    for record in records:
        for given, sentence in wrong_on(record):
            students[given].append(record.student)
            replies.setdefault(given, sentence.words)
    found: dict[str, list[WrongAnswer]] = defaultdict(list)
    for given in sorted(students, key=lambda one: (-len(students[one]), one)):
        task, name, answer = given
        found[task].append(WrongAnswer(task, name, answer, replies[given], tuple(students[given])))
    return dict(found)


def wrong_on(record: Record) -> Iterator[tuple[Given, Sentence]]:
    """The wrong answers of one sheet, each with what was said of it."""
    for task in record.tasks:
        if task.points is None or task.points >= task.of or task.text is not None:
            continue
        answers = dict(task.answers)
        for sentence in _heard(task):
            if sentence.kind in (WRONG, PARTLY) and not is_open(answers.get(sentence.name, "")):
                yield (task.task, sentence.name, _compared(answers.get(sentence.name, ""))), sentence


def left_open(record: Record, task: TaskMark) -> bool:
    """Was nothing answered in a task that was marked?"""
    return task.points == 0 and all(is_open(answer) for _, answer in task.answers)


def is_open(answer: str) -> bool:
    """Does the line still wait with its three dots?"""
    return answer == "..."


def _heard(task: TaskMark) -> list[Sentence]:
    return [one for one in sentences(task.said, [name for name, _ in task.answers]) if one.kind != OPEN]


def _compared(answer: str) -> str:
    """An answer as it is put beside others: a set has no order of its own."""
    if answer.startswith("{") and ": " not in answer:
        return "{" + ", ".join(sorted(answer.strip("{}").split(", "))) + "}"
    return answer
