"""A file as a student handed it in, read as a notebook; or one sentence on why it cannot be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST = 30 * 2**20  # bytes; a sheet with pictures has less than one million
MOST_BOXES = 2_000
BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
AGAIN = "Ask the student for the file of the exercise, the one that ends in .ipynb."
OTHERS = {
    b"PK\x03\x04": "it is a Word file or a zip file",
    b"%PDF": "it is a PDF",
    b"<!DO": "it is a web page",
    b"<htm": "it is a web page",
    b"\xd0\xcf\x11\xe0": "it is an old Word file",
}


class Unreadable(ValueError):
    """The file is no sheet that could be marked: `why`, and in the message also what the teacher does now."""

    def __init__(self, why: str, mend: str = AGAIN) -> None:
        super().__init__(f"{why}. {mend}")
        self.why = why


@dataclass(frozen=True)
class Cell:
    """One box of a sheet: what kind it is, its words, the id of the box and the id that the exercise gave it."""

    kind: str
    source: str
    identity: str = ""
    given: str = ""
    locked: bool = False


def read_sheet(content: bytes) -> list[Cell]:
    """The boxes of a sheet, in their order.

    Parameters
    ----------
    content : the file as it was handed in; with a byte order mark or in UTF-16 as well.

    Raises
    ------
    Unreadable
        It is empty, too large, another kind of file, damaged, or a notebook without boxes.

    Examples
    --------
    >>> read_sheet(b'{"cells": [{"cell_type": "code", "source": "x = 1", "id": "a"}]}')
    [Cell(kind='code', source='x = 1', identity='a', given='', locked=False)]
    """
    if not content.strip(b" \t\r\n\x00"):
        raise Unreadable("the file is empty")
    if len(content) > MOST:
        raise Unreadable(
            f"the file has {len(content) // 2**20} MB, and a sheet never has more than {MOST // 2**20}. {AGAIN}"
        )
    text = _text(content)
    if "<<<<<<<" in text and ">>>>>>>" in text:
        raise Unreadable(
            "two versions of the file were laid into one (<<<<<<< stands in it)", "Ask the student to choose one."
        )
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("it is damaged, or no notebook") from None
    cells = found.get("cells") if isinstance(found, dict) else None
    if cells is None and isinstance(found, dict) and isinstance(found.get("worksheets"), list):
        sheets = [sheet.get("cells") for sheet in found["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for boxes in sheets if isinstance(boxes, list) for cell in boxes]
    if not isinstance(cells, list) or not cells:
        raise Unreadable("there is no box in it")
    if len(cells) > MOST_BOXES:
        raise Unreadable(f"it has {len(cells)} boxes, and a sheet never has more than {MOST_BOXES}")
    return [_cell(one) for one in cells if isinstance(one, dict)]


def _text(content: bytes) -> str:
    for begins, told in OTHERS.items():
        if content.lstrip()[:4].startswith(begins):
            raise Unreadable(f"{told}, not a notebook")
    try:
        return content.decode(_encoding(content))
    except UnicodeDecodeError:
        raise Unreadable("its letters cannot be read (it is not UTF-8)") from None


def _encoding(content: bytes) -> str:
    """By the mark at its beginning; without one, a nought beside the first letter tells of UTF-16."""
    for mark, name in BOMS.items():
        if content.startswith(mark):
            return name
    return {b"\x00": "utf-16-be"}.get(content[:1], "utf-16-le" if content[1:2] == b"\x00" else "utf-8")


def _word(value: object) -> str:
    """An id as one is: short, and of letters that can be shown."""
    return value if isinstance(value, str) and len(value) <= 100 and value.isprintable() else ""


def _cell(cell: Mapping[str, Any]) -> Cell:
    source = cell.get("source", cell.get("input", ""))
    about = cell.get("metadata")
    ours = about.get("nbgrader") if isinstance(about, dict) else None
    ours = ours if isinstance(ours, dict) else {}
    return Cell(
        _word(cell.get("cell_type")),
        source
        if isinstance(source, str)
        else "".join(one for one in source if isinstance(one, str))
        if isinstance(source, list)
        else "",
        _word(cell.get("id")),
        _word(ours.get("grade_id")),
        bool(ours.get("locked")),
    )
