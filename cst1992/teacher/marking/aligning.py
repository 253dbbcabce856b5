"""A sheet beside its master: which box of the student's is which, whatever was copied, moved, deleted or retyped.

What was found is data, in sentences for the teacher; nothing here ends in an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cst1992.answers.memo import MAGIC, words_of
from cst1992.answers.red_box import names_given
from cst1992.facts.wording import in_a_row, many
from cst1992.teacher.marking.master import Master, MasterCell
from cst1992.teacher.marking.reading import Cell

OWN = "of the student's own"
TITLE = re.compile(r"""Task\(\s*["'](.+?)["']""")


@dataclass(frozen=True)
class Box:
    """One box of a sheet in the student's order, with the master's box that it is, if it is one."""

    cell: Cell
    master: MasterCell | None

    @property
    def is_code(self) -> bool:
        """Is it run? Code that stands in a box of another kind is."""
        return self.cell.kind == "code" or (self.master is not None and self.master.part == "answer")


@dataclass(frozen=True)
class Aligned:
    """A sheet in the student's order, what it lacks, and what is worth a sentence."""

    boxes: tuple[Box, ...]
    missing: tuple[MasterCell, ...]
    remarks: tuple[str, ...] = field(default=())

    @property
    def share(self) -> float:
        """How much of the master is there: between 0 and 1, of its checks, answers and texts."""
        own = {
            box.master.identity for box in self.boxes if box.master and box.master.part in ("answer", "check", "text")
        }
        lost = [cell for cell in self.missing if cell.part in ("answer", "check", "text")]
        return len(own) / (len(own) + len(lost)) if own or lost else 0.0


def align(cells: list[Cell], master: Master) -> Aligned:
    """Find the master's boxes in a sheet: by the id that the exercise gave, by the id of the box, then by content.

    Parameters
    ----------
    cells : the boxes as they were handed in.

    Returns
    -------
    Every box of the sheet once. A copy of a box counts as a box of the student's own below it.
    """
    found: dict[int, MasterCell] = {}
    free = {cell.identity: cell for cell in master.cells}
    for same in (_given_id, _own_id, _content):
        for place, cell in enumerate(cells):
            if place not in found:
                match = next((one for one in free.values() if same(cell, one)), None)
                if match:
                    found[place] = free.pop(match.identity)
    boxes = tuple(Box(cell, found.get(place)) for place, cell in enumerate(cells))
    missing = tuple(cell for cell in master.cells if cell.identity in free)
    return Aligned(boxes, missing, tuple(_remarks(boxes, missing, master)))


def _given_id(cell: Cell, master: MasterCell) -> bool:
    return cell.given == master.identity and master.part != "shown" and _fits(cell, master)


def _own_id(cell: Cell, master: MasterCell) -> bool:
    return cell.identity == master.identity and _fits(cell, master)


def _fits(cell: Cell, master: MasterCell) -> bool:
    """A box that holds another check, or another answer, is not this one, whatever its id says."""
    title = TITLE.search(cell.source)
    if master.part == "check" and title:
        return title[1] == _title(master)
    return not (master.part == "answer" and title)


def _title(master: MasterCell) -> str:
    title = TITLE.search(master.source)
    return title[1] if title else master.identity


def _content(cell: Cell, master: MasterCell) -> bool:
    """The same box by what stands in it: a check by its title, an answer by its names, a text by its first line."""
    match master.part:
        case "check":
            title = TITLE.search(cell.source)
            return bool(title and title[1] == _title(master))
        case "answer":
            stub = set(names_given(master.source))
            return bool(stub) and stub <= set(names_given(cell.source)) and not TITLE.search(cell.source)
        case "text" | "text for oneself":
            return cell.source.lstrip().startswith(MAGIC) and _first_line(cell.source) == _first_line(master.source)
        case _:
            return bool(master.source.strip()) and cell.source.strip() == master.source.strip()


def _first_line(source: str) -> str:
    return source.strip().split("\n", 1)[0].strip()


def _remarks(boxes: tuple[Box, ...], missing: tuple[MasterCell, ...], master: Master) -> list[str]:
    """What the teacher should know of a sheet, a sentence each."""
    said: list[str] = []

    def tell(told: str, which: list[str]) -> None:
        if which:
            said.append(told.format(in_a_row(which)))

    tell(
        "Without its box: {}.",
        [cell.title or cell.identity for cell in missing if cell.part == "answer" and not _is_answered(cell, boxes)],
    )
    tell("The text box is gone: {}.", [cell.title or cell.identity for cell in missing if cell.part == "text"])
    tell("Checks put back: {}.", [cell.title for cell in missing if cell.part == "check"])
    tell("Boxes put back: {}.", [cell.identity for cell in missing if cell.part == "given"])
    kinds = [
        box.master.identity for box in boxes if box.master and box.master.part == "answer" and box.cell.kind != "code"
    ]
    tell("Read as code, though the kind of the box was changed: {}.", kinds)
    given = [one for box in boxes if box.master is None and (one := box.cell.given)]
    tell("Boxes that were copied, and run as well: {}.", sorted(set(given)))
    if not any(box.cell.given for box in boxes):
        said.append(
            "The sheet has lost its marks for the machine (saved by another program); boxes were found by what stands in them."
        )
    tell("Given boxes that were changed, and are put back: {}.", [one.identity for one in _changed(boxes, "given")])
    checks = _changed(boxes, "check")
    if len(checks) <= len(master.checks) / 2:  # more are those of another release
        tell("Checks that were changed, and are put back: {}.", [one.title or one.identity for one in checks])
    own = sum(box.master is None and box.is_code and bool(box.cell.source.strip()) for box in boxes) - len(given)
    if own > 0:
        said.append(f"{many(own, 'box', 'boxes')} {OWN}.")
    return said


def _changed(boxes: tuple[Box, ...], part: str) -> list[MasterCell]:
    """The boxes of the master in which something else stands than students have received."""
    known = [(box.master, box.cell.source) for box in boxes if box.master and box.master.part == part]
    return [cell for cell, source in known if source.strip() != cell.source.strip()]


def _is_answered(cell: MasterCell, boxes: tuple[Box, ...]) -> bool:
    """Does another box give the names of this one?"""
    names = {name for box in boxes if box.is_code for name in names_given(box.cell.source)}
    return set(names_given(cell.source)) <= names


def text_of(aligned: Aligned, master: MasterCell) -> tuple[str, str]:
    """The text that a person marks, and where it was found: in its box, in a box below, or nowhere.

    Examples
    --------
    >>> text_of(Aligned((), ()), MasterCell("w-memo", "text", "code", "%%memo 200 words."))
    ('', 'nowhere')
    """
    place = next(
        (at for at, box in enumerate(aligned.boxes) if box.master and box.master.identity == master.identity), None
    )
    if place is None:
        return _stray_text(aligned)
    text = words_of(aligned.boxes[place].cell.source)
    below = _below(aligned.boxes[place + 1 :])
    if text:
        copied = _copied_text(aligned, master)
        return "\n\n".join([text, *copied]), "in its box" if not copied else "in its box and a copy of it"
    return (below, "in a box below") if below else ("", "nowhere")


def _below(boxes: tuple[Box, ...]) -> str:
    """The sentences in new boxes that follow, up to the next box of the master."""
    texts = []
    for box in boxes:
        if box.master is not None:
            break
        texts.append(words_of(box.cell.source))
    return "\n\n".join(text for text in texts if text)


def _copied_text(aligned: Aligned, master: MasterCell) -> list[str]:
    """Other texts in copies of the box."""
    copies = [box.cell for box in aligned.boxes if box.master is None and box.cell.given == master.identity]
    return [text for cell in copies if (text := words_of(cell.source))]


def _stray_text(aligned: Aligned) -> tuple[str, str]:
    """A text whose box is gone: in a box of the student's own that begins as a text does."""
    own = [
        box.cell.source for box in aligned.boxes if box.master is None and box.cell.source.lstrip().startswith(MAGIC)
    ]
    texts = [text for source in own if (text := words_of(source))]
    return ("\n\n".join(texts), "in a box of the student's own") if texts else ("", "nowhere")
