"""A bank as QTI for Canvas and others, by way of text2qti and the text that it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cst1992.facts.mistakes import Mistake
from cst1992.quizzes.bank import Bank
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question
from cst1992.teacher.export.content import Export, prompt, right_answers, told_afterwards

LETTERS = "abcdefghijkl"


def qti(bank: Bank) -> Export:
    """The bank as a QTI archive.

    Raises
    ------
    ValueError
        text2qti is not installed, or it cannot take the bank.
    """
    try:
        from text2qti.config import Config
        from text2qti.err import Text2qtiError
        from text2qti.qti import QTI
        from text2qti.quiz import Quiz
    except ModuleNotFoundError:
        raise Mistake('QTI needs text2qti. Install it with: pip install -e ".[export]"') from None
    parts, written, left_out = [f"Quiz title: {_plain(bank.title)}", "Shuffle answers: true", ""], [], []
    for question in bank.questions:
        lines, told = _question(question)
        parts += lines
        written += [question.id] if lines else []
        left_out += [f"{question.id}: {what}" for what in told]
    try:
        quiz = Quiz("\n".join(parts), config=Config(), source_name=bank.name)
    except Text2qtiError as error:
        reason = str(error).splitlines()[-1]
        raise Mistake(f"text2qti cannot take the quiz {bank.name!r}: {reason}. Change it, or use Moodle XML.") from None
    return Export(QTI(quiz).zip_bytes(), "zip", written, left_out)


def _plain(text: str) -> str:
    """A text without the signs that text2qti would read as Markdown, on one line."""
    return re.sub(r"([\\`*_{}\[\]<>#+\-.!|~^$=])", r"\\\1", " ".join(text.split()))


def _question(question: Question) -> tuple[list[str], list[str]]:
    """The lines for text2qti, and what did not fit."""
    left_out = [] if isinstance(question, Choice) else ["the replies to wrong answers"]
    match question:
        case Order() | Match():
            return [], [f"not exported, since this way to QTI has no {question.kind!r}; use Moodle XML"]
        case Choice():
            answers = list(_options(question))
        case Measure(dated=False):
            answers = [f"= {question.answer} +- {question.tolerance:g}"]
        case _:
            answers = [f"* {form}" for form in right_answers(question)]
    asked = [f"Title: {question.id}", "Points: 1", f"1. {_plain(prompt(question))}"]
    lines = [*asked, f"... {_plain(told_afterwards(question))}", *answers, ""]
    return lines, [*(["the hint"] if question.hint else []), *left_out]


def _options(question: Choice) -> Iterator[str]:
    for letter, option in zip(LETTERS, question.options, strict=False):
        if question.kind == "single choice":
            yield f"{'*' if option.correct else ''}{letter}) {_plain(option.text)}"
        else:
            yield f"[{'*' if option.correct else ' '}] {_plain(option.text)}"
        if option.reply:
            yield f"... {_plain(option.reply)}"
