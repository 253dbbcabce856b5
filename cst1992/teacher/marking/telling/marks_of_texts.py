"""What people have marked of the texts of a class, as these texts now stand."""

from __future__ import annotations

from collections.abc import Sequence

from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.record import Record
from cst1992.teacher.marking.texts.hand_marks import HandMark, text_key
from cst1992.teacher.marking.texts.rubric import rubric_of


def marks_of_texts(folder: DeskFolder, records: Sequence[Record], master: Master) -> list[list[HandMark]]:
    """For each text that somebody has marked its marks: those of an older text, or by an older rubric, are left aside.

    Raises
    ------
    Mistake
        A file of marks, or a rubric, cannot be used; the message names it.
    """
    versions = {cell.identity: rubric_of(master, cell.identity).version for cell in master.texts}
    found = []
    for record in records:
        texts = {task.task: text_key(task.text) for task in record.tasks if task.text is not None}
        marks = folder.hand_marks(record.student) if texts else []
        for task, key in texts.items():
            now = [mark for mark in marks if (mark.task, mark.text, mark.rubric) == (task, key, versions.get(task))]
            found += [marked] if (marked := [mark for mark in now if mark.points is not None]) else []
    return found
