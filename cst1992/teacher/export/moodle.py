"""A bank as Moodle XML, with one writer for each kind of question."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from html import escape
from typing import Any

from cst1992.quizzes.bank import Bank
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question, ShortText
from cst1992.teacher.export.content import Export, date_forms, prompt, told_afterwards

Element = ElementTree.Element
Writer = Callable[[Element, Any], list[str]]


def moodle(bank: Bank) -> Export:
    """The bank as one category of a Moodle XML file."""
    root = Element("quiz")
    category = _add(root, "question", type="category")
    _text(category, "category", f"$course$/top/{bank.title.replace('/', '-')}")
    left_out = []
    for question in bank.questions:
        left_out += _question(root, question)
    ElementTree.indent(root)
    written = [question.id for question in bank.questions]
    return Export(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True), "xml", written, left_out)


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _text(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    """An element as Moodle wants most of them: its words in one more element `text`."""
    element = _add(parent, tag, **attributes)
    _add(element, "text", text)
    return element


def _question(root: Element, question: Question) -> list[str]:
    """Add one question; what did not fit is returned."""
    kind, write = _writer_of(question)
    element = _add(root, "question", type=kind)
    _text(element, "name", question.id)
    _text(element, "questiontext", f"<p>{escape(prompt(question))}</p>", format="html")
    _text(element, "generalfeedback", f"<p>{escape(told_afterwards(question))}</p>", format="html")
    left_out = [f"{question.id}: {what}" for what in write(element, question)]
    if question.hint:
        _text(element, "hint", escape(question.hint), format="html")
    return left_out


def _writer_of(question: Question) -> tuple[str, Writer]:
    """Moodle's name of a kind, and what writes its answers and says what did not fit."""
    match question:
        case Choice():
            return "multichoice", _choice
        case Order():
            return "ordering", _order
        case Match():
            return "matching", _match
        case Measure(dated=True):
            return "shortanswer", _date
        case Measure():
            return "numerical", _number
        case ShortText():
            return "shortanswer", _short_text
    raise TypeError(f"no question of ours: {question!r}")


def _choice(element: Element, question: Choice) -> list[str]:
    single = question.kind == "single choice"
    _add(element, "single", "true" if single else "false")
    _add(element, "shuffleanswers", "true")
    share = 100 / sum(option.correct for option in question.options)
    for option in question.options:
        fraction = share if option.correct else 0 if single else -share
        shown = f"{fraction:.5f}".rstrip("0").rstrip(".")
        answer = _text(element, "answer", escape(option.text), fraction=shown, format="html")
        _text(answer, "feedback", escape(option.reply), format="html")
    return []


def _order(element: Element, question: Order) -> list[str]:
    for tag, value in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", str(len(question.items))),
        ("gradingtype", "ABSOLUTE_POSITION"),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
    ):
        _add(element, tag, value)
    for place, item in enumerate(question.items, start=1):
        _text(element, "answer", escape(item), fraction=str(float(place)), format="html")
    return ["the replies to wrong orders; the marks of a half-right order are Moodle's"]


def _match(element: Element, question: Match) -> list[str]:
    _add(element, "shuffleanswers", "true")
    for left, right in [*question.pairs, *(("", text) for text in question.extra)]:
        pair = _text(element, "subquestion", escape(left), format="html")
        _text(pair, "answer", right)
    return ["the replies to wrong pairs"] if question.replies else []


def _date(element: Element, question: Measure) -> list[str]:
    wrong = {form: reply for typed, reply in question.replies.items() for form in date_forms(typed) or [typed]}
    _texts(element, date_forms(question.answer), wrong, question.otherwise)
    lost = "; the tolerance in days" if question.tolerance else ""
    return [f"other ways to write the date than the usual ones{lost}"]


def _number(element: Element, question: Measure) -> list[str]:
    answer = _text(element, "answer", question.answer, fraction="100", format="moodle_auto_format")
    _add(answer, "tolerance", f"{question.tolerance:g}")
    for typed, reply in [*question.replies.items(), ("*", question.otherwise)]:
        wrong = _text(element, "answer", typed, fraction="0", format="moodle_auto_format")
        if typed != "*":
            _add(wrong, "tolerance", "0")
        _text(wrong, "feedback", escape(reply), format="html")
    return []


def _short_text(element: Element, question: ShortText) -> list[str]:
    _texts(element, list(question.accepted), question.replies, question.otherwise)
    return ["the folding of accents and of Cyrillic and Latin letters; only the listed forms count"]


def _texts(element: Element, right: list[str], wrong: dict[str, str], otherwise: str) -> None:
    """Answers that Moodle compares as texts, whatever their capitals."""
    _add(element, "usecase", "0")
    for text in right:
        _text(element, "answer", text, fraction="100", format="plain_text")
    for text, reply in [*wrong.items(), ("*", otherwise)]:
        answer = _text(element, "answer", text, fraction="0", format="plain_text")
        _text(answer, "feedback", escape(reply), format="html")
