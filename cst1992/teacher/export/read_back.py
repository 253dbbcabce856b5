"""An export read back: which questions a file holds, and which answers it takes for right.

Options are told by their positions, numbers as numbers, pairs as (left, right), everything else as texts.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

Answers = dict[str, list[Any]]


def moodle_answers(content: bytes) -> Answers:
    """The right answers of each question of a Moodle XML file."""
    questions = [element for element in ElementTree.fromstring(content) if element.get("type") != "category"]
    return {str(question.findtext("name/text")): _of_moodle(question) for question in questions}


def _of_moodle(question: ElementTree.Element) -> list[Any]:
    shares = [float(answer.get("fraction", 0)) for answer in question.findall("answer")]
    texts = [str(answer.findtext("text")) for answer in question.findall("answer")]
    right = [place for place, share in enumerate(shares) if share > 0]
    match question.get("type"):
        case "matching":
            pairs = [(pair.findtext("text"), pair.findtext("answer/text")) for pair in question.findall("subquestion")]
            return [(unescape(left), partner) for left, partner in pairs if left]
        case "ordering":
            return [unescape(text) for _, text in sorted(zip(shares, texts, strict=True))]
        case "multichoice":
            return list(right)
        case "numerical":
            return [float(texts[place]) for place in right]
    return [texts[place] for place in right]


def qti_answers(content: bytes) -> Answers:
    """The right answers of each question of a QTI archive."""
    with ZipFile(BytesIO(content)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    items = [item for page in pages for item in ElementTree.fromstring(page).iterfind(".//{*}item")]
    return {str(item.get("title")): _of_qti(item) for item in items}


def _of_qti(item: ElementTree.Element) -> list[Any]:
    options = [label.get("ident") for label in item.iterfind(".//{*}response_label")]
    scored = next(part for part in item.iterfind(".//{*}respcondition") if part.find("{*}setvar") is not None)
    wrong = set(scored.iterfind(".//{*}not/{*}varequal"))
    texts = [str(part.text) for part in scored.iterfind(".//{*}varequal") if part not in wrong]
    if scored.find(".//{*}vargte") is not None:
        return [float(text) for text in texts]
    return [options.index(text) if text in options else text for text in texts]
