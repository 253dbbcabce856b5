"""What a question says in an export, whatever the format: its prompt, its right answers, what is told afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cst1992.facts.citing import cite
from cst1992.facts.spelling.dates import as_span
from cst1992.facts.wording import MONTHS, day_in_words
from cst1992.quizzes.marking import right_answer
from cst1992.quizzes.questions import Match, Measure, Order, Question, ShortText


@dataclass
class Export:
    """A file for a learning management system, the ids of its questions, and what did not fit into it."""

    content: bytes
    ending: str
    questions: list[str]
    left_out: list[str] = field(default_factory=list)


def right_answers(question: Question) -> list[Any]:
    """The right answers of a question, as a file of either format should hold them."""
    match question:
        case Order(items=items):
            return list(items)
        case Match(pairs=pairs):
            return list(pairs)
        case Measure(answer=answer, dated=True):
            return date_forms(answer)
        case Measure(answer=answer):
            return [float(answer)]
        case ShortText(accepted=accepted):
            return list(accepted)
    return list(right_answer(question))


def prompt(question: Question) -> str:
    """The prompt, with the unit in which a number is wanted."""
    unit = question.unit if isinstance(question, Measure) else ""
    return f"{question.prompt} (unit: {unit})" if unit else question.prompt


def told_afterwards(question: Question) -> str:
    """The explanation and the source."""
    return " ".join(part for part in (question.explanation, f"Source: {cite(question.source)}") if part)


def date_forms(answer: str) -> list[str]:
    """The usual ways to write a date, for systems that compare texts; empty for what is no date."""
    span = as_span(answer)
    if span is None:
        return []
    day, last = span
    if day == last:
        return [day_in_words(day), day.isoformat(), f"{MONTHS[day.month - 1]} {day.day}, {day.year}", f"{day:%d.%m.%Y}"]
    return [day_in_words(day, "month"), f"{day:%Y-%m}"] if day.month == last.month else [f"{day.year}"]
