"""The pile of texts on the desk: every text of an exercise, without names, with what has been marked of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import sha256

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.aligning import align
from cst1992.teacher.marking.desk.hints import Like, alike, runs
from cst1992.teacher.marking.desk_folder import DeskFolder, file_name
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.reading import Unreadable, read_sheet
from cst1992.teacher.marking.texts.hand_marks import HandMark, keep, text_key
from cst1992.teacher.marking.texts.rubric import Rubric, rubric_of
from cst1992.teacher.marking.texts.standing import CHANGED, DIFFER, MARKED, NO_TEXT, WAITING, Standing, standing

WAITS, SECOND, THIRD, EMPTY, ALL = "waits", "second", "third", "empty", "all"
SHOWN = {
    WAITS: "what waits",
    SECOND: "second look: what others have marked and I have not",
    THIRD: "third look: where two markers differ",
    EMPTY: "no text handed in",
    ALL: "all",
}


@dataclass(frozen=True)
class Text:
    """One text of one student: its words, and where they were found in the sheet."""

    student: str
    task: str
    words: str
    found: str


@dataclass
class Pile:
    """All texts of an exercise, task by task, in an order that no name tells."""

    folder: DeskFolder
    master: Master
    texts: dict[str, list[Text]]
    rubrics: dict[str, Rubric]
    _marks: dict[str, list[HandMark]] = field(default_factory=dict)

    def marks(self, text: Text) -> list[HandMark]:
        """All marks of the student of a text, as they were read last."""
        if text.student not in self._marks:
            self.read_again(text)
        return self._marks[text.student]

    def read_again(self, text: Text) -> None:
        """Read the marks of a student from the file: another marker may have marked meanwhile."""
        self._marks[text.student] = self.folder.hand_marks(text.student)

    def keep(self, text: Text, mark: HandMark) -> None:
        """Keep a mark in the file, whole or not at all."""
        keep(self.folder.texts(text.student), text.student, mark)
        self.read_again(text)

    def standing(self, text: Text) -> Standing:
        """Where the marking of a text stands.

        Raises
        ------
        Mistake
            Its marks cannot be used; the message names the file.
        """
        try:
            return standing(self.marks(text), text.words, self.rubrics[text.task])
        except Mistake as mistake:
            path = str(self.folder.texts(text.student))
            raise Mistake(f"{mistake}" if path in f"{mistake}" else f"{path}: {mistake}") from None

    def current(self, text: Text) -> list[HandMark]:
        """The marks of a text as it now stands, by its rubric as it now stands."""
        what = text.task, text_key(text.words), self.rubrics[text.task].version
        return [mark for mark in self.marks(text) if (mark.task, mark.text, mark.rubric) == what]

    def belongs(self, text: Text, show: str, marker: str) -> bool:
        """Is a text one of those that are shown to a marker?"""
        state = self.standing(text).state
        if show == SECOND:
            mine = any(mark.marker == marker and mark.points is not None for mark in self.current(text))
            return state in (MARKED, DIFFER) and not mine and not any(mark.decides for mark in self.current(text))
        return state in {WAITS: (WAITING, CHANGED), THIRD: (DIFFER,), EMPTY: (NO_TEXT,)}.get(show, (state,))

    def count(self, task: str) -> Counter[str]:
        """How many texts of a task are in which state."""
        return Counter(self.standing(text).state for text in self.texts[task])

    def markers(self) -> list[str]:
        """Everybody who has marked a text of the exercise, by name."""
        every = (mark.marker for texts in self.texts.values() for text in texts for mark in self.marks(text))
        return sorted(set(every), key=str.casefold)

    def like(self, text: Text) -> list[Like]:
        """Texts that have much in common with this one; its model answer has the place after the last one."""
        return alike(self.texts[text.task].index(text), self._runs[text.task], text.words)

    @cached_property
    def _runs(self) -> dict[str, list[frozenset[tuple[str, ...]]]]:
        """The runs of all texts of a task and of its model answer, without those that the sheet has given everybody."""
        given = runs("\n".join(cell.source for cell in self.master.cells))
        models = {cell.identity: cell.model for cell in self.master.texts}
        return {
            task: [runs(text) - given for text in [*(one.words for one in texts), models[task]]]
            for task, texts in self.texts.items()
        }

    def own_boxes(self, text: Text) -> list[str]:
        """The boxes of the student's own in the sheet: where a text that was not found may stand."""
        sheet = self.folder.place / "handed_in" / f"{file_name(text.student)}.ipynb"
        try:
            boxes = align(read_sheet(sheet.read_bytes()), self.master).boxes
        except (OSError, Unreadable):
            return []
        return [box.cell.source.strip() for box in boxes if box.master is None and box.cell.source.strip()]


def pile_of(folder: DeskFolder, master: Master) -> Pile:
    """The texts of an exercise from its records.

    Raises
    ------
    Mistake
        The exercise has no texts, its rubric does not add up, nothing has been marked yet, or records are of another
        release; the message says what to do first.
    """
    number = master.name[:2]
    if not master.texts:
        raise Mistake(f"Exercise {number} has no text: cst1992 mark {number} has marked all of it.")
    rubrics = {cell.identity: rubric_of(master, cell.identity) for cell in master.texts}
    records = folder.records()
    lost = sum(1 for _ in (folder.place / "records").glob("*.json")) - len(records)
    known = {cell.identity for cell in master.texts}
    old = lost + sum(not known <= {task.task for task in record.tasks} for record in records)
    if old:
        raise Mistake(
            f"{old} of {len(records) + lost} records in {folder.place} are damaged or of another release. "
            f"Give cst1992 mark {number}: it marks those sheets again, and your marks of texts stay."
        )
    if not records:
        raise Mistake(
            f"No sheet of exercise {number} has been marked. First: cst1992 mark {number} --from downloads.zip"
        )
    every = [
        Text(record.student, task.task, task.text, task.found)
        for record in records
        for task in record.tasks
        if task.task in known and task.text is not None
    ]
    texts = {task: _without_names(text for text in every if text.task == task) for task in rubrics}
    pile = Pile(folder, master, texts, rubrics)
    for text in every:
        pile.standing(text)
    return pile


def _without_names(texts: Iterable[Text]) -> list[Text]:
    return sorted(texts, key=lambda text: _mixed(text.student))


@cache
def _mixed(student: str) -> str:
    return sha256(f"order {student}".encode("utf-8", "replace")).hexdigest()
