"""What the exports share: the file that is made, and the texts of a question."""

from __future__ import annotations

from dataclasses import dataclass, field

from cst1992.facts.citing import cite
from cst1992.facts.spelling.dates import as_span
from cst1992.facts.wording import MONTHS, day_in_words
from cst1992.quizzes.questions import Measure, Question


@dataclass
class Export:
    """A file for a learning management system, the ids of its questions, and what did not fit into it."""

    content: bytes
    ending: str
    questions: list[str]
    left_out: list[str] = field(default_factory=list)


def prompt_of(question: Question) -> str:
    """The prompt, with the unit in which a number is wanted."""
    unit = question.unit if isinstance(question, Measure) else ""
    return f"{question.prompt} (unit: {unit})" if unit else question.prompt


def said_after(question: Question) -> str:
    """What a learner reads after an answer: the reasons and the source."""
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
