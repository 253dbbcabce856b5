"""A bank for a learning management system: Moodle XML, or QTI for Canvas and others.

What a format cannot hold is left out and said, question by question. Whatever is written is read back: it must hold
the same questions with the same right answers.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from html import escape
from typing import Any

from cst1992.facts.citing import cite
from cst1992.facts.mistakes import Mistake
from cst1992.facts.spelling.dates import as_span
from cst1992.facts.wording import MONTHS, day_in_words
from cst1992.quizzes.bank import Bank
from cst1992.quizzes.marking import right_answer
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question, ShortText
from cst1992.teacher.export_read_back import moodle_answers, qti_answers

FORMATS = ("moodle-xml", "qti")


@dataclass
class Export:
    """A file for a learning management system, the ids of its questions, and what did not fit into it."""

    content: bytes
    ending: str
    questions: list[str]
    left_out: list[str] = field(default_factory=list)


def export(bank: Bank, form: str) -> Export:
    """A bank in one of the two formats, read back and compared.

    Raises
    ------
    ValueError
        The format is not known, or text2qti is not installed.
    """
    if form not in FORMATS:
        raise Mistake(f"There is no format {form!r}. There are: {', '.join(FORMATS)}.")
    made = _moodle(bank) if form == "moodle-xml" else _qti(bank)
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


def _prompt(question: Question) -> str:
    """The prompt, with the unit in which a number is wanted."""
    unit = question.unit if isinstance(question, Measure) else ""
    return f"{question.prompt} (unit: {unit})" if unit else question.prompt


def _after(question: Question) -> str:
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


# Moodle XML -----------------------------------------------------------------


def _text(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    ElementTree.SubElement(element, "text").text = text
    return element


def _moodle(bank: Bank) -> Export:
    root = ElementTree.Element("quiz")
    category = ElementTree.SubElement(root, "question", type="category")
    _text(category, "category", f"$course$/top/{bank.title.replace('/', '-')}")
    left_out = []
    for question in bank.questions:
        left_out += _moodle_question(root, question)
    ElementTree.indent(root)
    written = [question.id for question in bank.questions]
    return Export(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True), "xml", written, left_out)


KINDS = {"put in order": "ordering", "match pairs": "matching", "short text": "shortanswer"}


def _moodle_question(root: ElementTree.Element, question: Question) -> list[str]:
    """Add one question; what did not fit is returned."""
    dated = isinstance(question, Measure) and question.dated
    kind = KINDS.get(question.kind) or (
        "multichoice" if isinstance(question, Choice) else "shortanswer" if dated else "numerical"
    )
    element = ElementTree.SubElement(root, "question", type=kind)
    _text(element, "name", question.id)
    _text(element, "questiontext", f"<p>{escape(_prompt(question))}</p>", format="html")
    _text(element, "generalfeedback", f"<p>{escape(_after(question))}</p>", format="html")
    left_out = []
    if isinstance(question, Choice):
        _moodle_choice(element, question)
    elif isinstance(question, Order):
        for tag, value in (
            ("layouttype", "VERTICAL"),
            ("selecttype", "ALL"),
            ("selectcount", str(len(question.items))),
            ("gradingtype", "ABSOLUTE_POSITION"),
            ("showgrading", "SHOW"),
            ("numberingstyle", "none"),
        ):
            ElementTree.SubElement(element, tag).text = value
        for place, item in enumerate(question.items, start=1):
            _text(element, "answer", escape(item), fraction=str(float(place)), format="html")
        left_out = [f"{question.id}: the replies to wrong orders; the marks of a half-right order are Moodle's"]
    elif isinstance(question, Match):
        ElementTree.SubElement(element, "shuffleanswers").text = "true"
        for left, right in [*question.pairs, *(("", text) for text in question.extra)]:
            pair = _text(element, "subquestion", escape(left), format="html")
            _text(pair, "answer", right)
        left_out = [f"{question.id}: the replies to wrong pairs"] if question.replies else []
    elif isinstance(question, Measure):
        left_out = _moodle_measure(element, question, dated)
    elif isinstance(question, ShortText):
        ElementTree.SubElement(element, "usecase").text = "0"
        _moodle_answers(element, list(question.accepted), question.replies, question.otherwise)
        left_out = [
            f"{question.id}: the folding of accents and of Cyrillic and Latin letters; only the listed forms count"
        ]
    if question.hint:
        _text(element, "hint", escape(question.hint), format="html")
    return left_out


def _moodle_choice(element: ElementTree.Element, question: Choice) -> None:
    single = question.kind == "single choice"
    ElementTree.SubElement(element, "single").text = "true" if single else "false"
    ElementTree.SubElement(element, "shuffleanswers").text = "true"
    share = 100 / sum(option.correct for option in question.options)
    for option in question.options:
        fraction = share if option.correct else 0 if single else -share
        answer = _text(
            element, "answer", escape(option.text), fraction=f"{fraction:.5f}".rstrip("0").rstrip("."), format="html"
        )
        _text(answer, "feedback", escape(option.reply), format="html")


def _moodle_measure(element: ElementTree.Element, question: Measure, dated: bool) -> list[str]:
    if dated:
        ElementTree.SubElement(element, "usecase").text = "0"
        wrong = {form: reply for typed, reply in question.replies.items() for form in date_forms(typed) or [typed]}
        _moodle_answers(element, date_forms(question.answer), wrong, question.otherwise)
        lost = "; the tolerance in days" if question.tolerance else ""
        return [f"{question.id}: other ways to write the date than the usual ones{lost}"]
    answer = _text(element, "answer", question.answer, fraction="100", format="moodle_auto_format")
    ElementTree.SubElement(answer, "tolerance").text = f"{question.tolerance:g}"
    for typed, reply in [*question.replies.items(), ("*", question.otherwise)]:
        wrong_answer = _text(element, "answer", typed, fraction="0", format="moodle_auto_format")
        if typed != "*":
            ElementTree.SubElement(wrong_answer, "tolerance").text = "0"
        _text(wrong_answer, "feedback", escape(reply), format="html")
    return []


def _moodle_answers(element: ElementTree.Element, right: list[str], wrong: dict[str, str], otherwise: str) -> None:
    for text in right:
        _text(element, "answer", text, fraction="100", format="plain_text")
    for text, reply in [*wrong.items(), ("*", otherwise)]:
        answer = _text(element, "answer", text, fraction="0", format="plain_text")
        _text(answer, "feedback", escape(reply), format="html")


# QTI, by way of text2qti ----------------------------------------------------


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
    lines = [f"Title: {question.id}", "Points: 1", f"1. {_plain(_prompt(question))}", f"... {_plain(_after(question))}"]
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
