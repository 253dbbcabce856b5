"""A bank for a learning management system: Moodle XML, or QTI for Canvas and others.

What a format cannot hold is left out and said, question by question. Whatever is written is read back: it must hold
the same questions with the same right answers.
"""

from __future__ import annotations

import re
from typing import Any

from cst1992.facts.mistakes import Mistake
from cst1992.quizzes.bank import Bank
from cst1992.quizzes.marking import right_answer
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question
from cst1992.teacher.export_moodle import moodle
from cst1992.teacher.export_read_back import moodle_answers, qti_answers
from cst1992.teacher.export_texts import Export, date_forms, prompt_of, said_after

FORMATS = ("moodle-xml", "qti")


def export(bank: Bank, form: str) -> Export:
    """A bank in one of the two formats, read back and compared.

    Raises
    ------
    ValueError
        The format is not known, or text2qti is not installed.
    """
    if form not in FORMATS:
        raise Mistake(f"There is no format {form!r}. There are: {', '.join(FORMATS)}.")
    made = moodle(bank) if form == "moodle-xml" else _qti(bank)
    found = moodle_answers(made.content) if form == "moodle-xml" else qti_answers(made.content)
    written = {question.id: _right(question) for question in bank.questions if question.id in made.questions}
    different = [name for name in {**written, **found} if written.get(name) != found.get(name)]
    if different:
        raise Mistake(
            f"The export does not read back as written, in these questions: {', '.join(different)}. Please report this."
        )
    return made


def _right(question: Question) -> list[Any]:
    """The right answers of a question, as a file of either format should hold them."""
    if isinstance(question, Choice):
        return list(right_answer(question))
    if isinstance(question, Order):
        return list(question.items)
    if isinstance(question, Match):
        return list(question.pairs)
    if isinstance(question, Measure):
        return date_forms(question.answer) if question.dated else [float(question.answer)]
    return list(question.accepted)  # type: ignore[attr-defined]


def _plain(text: str) -> str:
    """A text without the signs that text2qti would read as Markdown, on one line."""
    return re.sub(r"([\\`*_{}\[\]<>#+\-.!|~^$=])", r"\\\1", " ".join(text.split()))


def _qti(bank: Bank) -> Export:
    try:
        from text2qti.config import Config
        from text2qti.err import Text2qtiError
        from text2qti.qti import QTI
        from text2qti.quiz import Quiz
    except ModuleNotFoundError:
        raise Mistake('QTI needs text2qti. Install it with: pip install -e ".[export]"') from None
    parts, written, left_out = [f"Quiz title: {_plain(bank.title)}", ""], [], []
    for question in bank.questions:
        lines, told = _qti_question(question)
        parts += lines
        written += [question.id] if lines else []
        left_out += told
    try:
        quiz = Quiz("\n".join(parts), config=Config(), source_name=bank.name)
    except Text2qtiError as error:
        reason = str(error).splitlines()[-1]
        raise Mistake(f"text2qti cannot take the quiz {bank.name!r}: {reason}. Change it, or use Moodle XML.") from None
    return Export(QTI(quiz).zip_bytes(), "zip", written, left_out)


def _qti_question(question: Question) -> tuple[list[str], list[str]]:
    """The lines for text2qti, and what did not fit."""
    if isinstance(question, (Order, Match)):
        return [], [f"{question.id}: not exported, since this way to QTI has no {question.kind!r}; use Moodle XML"]
    lines = [
        f"Title: {question.id}",
        "Points: 1",
        f"1. {_plain(prompt_of(question))}",
        f"... {_plain(said_after(question))}",
    ]
    left_out = [f"{question.id}: the hint"] if question.hint else []
    if isinstance(question, Choice):
        for letter, option in zip("abcdefghijkl", question.options, strict=False):
            if question.kind == "single choice":
                lines.append(f"{'*' if option.correct else ''}{letter}) {_plain(option.text)}")
            else:
                lines.append(f"[{'*' if option.correct else ' '}] {_plain(option.text)}")
            lines.append(f"... {_plain(option.reply)}")
        return [*lines, ""], left_out
    if isinstance(question, Measure) and not question.dated:
        lines.append(f"= {question.answer} +- {question.tolerance:g}")
    else:
        lines += [f"* {form}" for form in _right(question)]
    return [*lines, ""], [*left_out, f"{question.id}: the replies to wrong answers"]
