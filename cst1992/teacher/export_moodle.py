"""A bank as Moodle XML: one writer for each kind of question."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from html import escape

from cst1992.quizzes.bank import Bank
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question, ShortText
from cst1992.teacher.export_texts import Export, date_forms, prompt_of, said_after


def _text(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    ElementTree.SubElement(element, "text").text = text
    return element


def moodle(bank: Bank) -> Export:
    """A bank as Moodle XML."""
    root = ElementTree.Element("quiz")
    category = ElementTree.SubElement(root, "question", type="category")
    _text(category, "category", f"$course$/top/{bank.title.replace('/', '-')}")
    left_out = []
    for question in bank.questions:
        left_out += _moodle_question(root, question)
    ElementTree.indent(root)
    written = [question.id for question in bank.questions]
    return Export(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True), "xml", written, left_out)


def _moodle_kind(question: Question) -> str:
    match question:
        case Choice():
            return "multichoice"
        case Order():
            return "ordering"
        case Match():
            return "matching"
        case Measure(dated=False):
            return "numerical"
    return "shortanswer"


def _moodle_question(root: ElementTree.Element, question: Question) -> list[str]:
    """Add one question; what did not fit is returned."""
    element = ElementTree.SubElement(root, "question", type=_moodle_kind(question))
    _text(element, "name", question.id)
    _text(element, "questiontext", f"<p>{escape(prompt_of(question))}</p>", format="html")
    _text(element, "generalfeedback", f"<p>{escape(said_after(question))}</p>", format="html")
    left_out = _moodle_answer_of(element, question)
    if question.hint:
        _text(element, "hint", escape(question.hint), format="html")
    return left_out


def _moodle_answer_of(element: ElementTree.Element, question: Question) -> list[str]:
    """Add what there is to answer, in the way of its kind; what did not fit is returned."""
    match question:
        case Choice():
            return _moodle_choice(element, question)
        case Order():
            return _moodle_order(element, question)
        case Match():
            return _moodle_match(element, question)
        case Measure():
            return _moodle_measure(element, question)
        case ShortText():
            return _moodle_short(element, question)
    return []


def _moodle_order(element: ElementTree.Element, question: Order) -> list[str]:
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
    return [f"{question.id}: the replies to wrong orders; the marks of a half-right order are Moodle's"]


def _moodle_match(element: ElementTree.Element, question: Match) -> list[str]:
    ElementTree.SubElement(element, "shuffleanswers").text = "true"
    for left, right in [*question.pairs, *(("", text) for text in question.extra)]:
        pair = _text(element, "subquestion", escape(left), format="html")
        _text(pair, "answer", right)
    return [f"{question.id}: the replies to wrong pairs"] if question.replies else []


def _moodle_short(element: ElementTree.Element, question: ShortText) -> list[str]:
    ElementTree.SubElement(element, "usecase").text = "0"
    _moodle_answers(element, list(question.accepted), question.replies, question.otherwise)
    return [f"{question.id}: the folding of accents and of Cyrillic and Latin letters; only the listed forms count"]


def _moodle_choice(element: ElementTree.Element, question: Choice) -> list[str]:
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
    return []


def _moodle_measure(element: ElementTree.Element, question: Measure) -> list[str]:
    if question.dated:
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
