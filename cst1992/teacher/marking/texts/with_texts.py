"""A record with what people have marked of its texts: whatever shows marks shows these, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.record import MARKED, WAITS, Chosen, Record, TaskMark
from cst1992.teacher.marking.texts.hand_marks import HandMark
from cst1992.teacher.marking.texts.rubric import Rubric, rubric_of
from cst1992.teacher.marking.texts.standing import Standing, standing


def with_texts(record: Record, marks: Sequence[HandMark], master: Master) -> Record:
    """The same record with the points, levels and comments of its texts; `marked` where nothing waits any more.

    A mark of a text that has changed since does not count, and a remark says so; so it is where two markers differ.

    Parameters
    ----------
    marks : of this student, as `DeskFolder.hand_marks` gives them.

    Raises
    ------
    Mistake
        A mark is not one that the rubric can give.

    Examples
    --------
    >>> with_texts(Record("Anna", "", "absent"), [], Master("03_the_signatories", (), "")).state
    'absent'
    """
    texts = {cell.identity for cell in master.texts} & {mark.task for mark in marks}
    tasks, remarks = [], list(record.remarks)
    for task in record.tasks:
        if task.task in texts and task.text is not None:
            rubric = rubric_of(master, task.task)
            now = standing(marks, task.text, rubric)
            remarks += [now.told] if now.told else []
            task = _filled(task, now, rubric, marks)
        tasks.append(task)
    waits = any(task.points is None for task in tasks)
    state = MARKED if record.state == WAITS and not waits else record.state
    return replace(record, tasks=tuple(tasks), remarks=tuple(remarks), state=state)


def _filled(task: TaskMark, now: Standing, rubric: Rubric, marks: Sequence[HandMark]) -> TaskMark:
    if now.counts is None:
        return task
    chosen = [
        Chosen(criterion.name, level.points, criterion.most, level.words)
        for criterion in rubric.criteria
        if (level := criterion.level(now.counts.levels[criterion.name]))
    ]
    markers = dict.fromkeys(
        mark.marker
        for mark in marks
        if (mark.task, mark.text) == (now.counts.task, now.counts.text) and mark.points is not None
    )
    return replace(
        task,
        points=now.counts.points,
        said=(),
        levels=tuple(chosen),
        comments=now.counts.comments,
        markers=tuple(markers),
    )


def records_with_texts(folder: DeskFolder, master: Master) -> list[Record]:
    """All records of an assignment, by student, with what people have marked.

    Raises
    ------
    Mistake
        A file of marks by hand cannot be used; the message names it.
    """
    return [_of_a_file(record, folder, master) for record in folder.records()]


def _of_a_file(record: Record, folder: DeskFolder, master: Master) -> Record:
    marks = folder.hand_marks(record.student)
    try:
        return with_texts(record, marks, master)
    except Mistake as mistake:
        raise Mistake(f"{folder.texts(record.student)}: {mistake}") from None
