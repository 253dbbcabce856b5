"""`cst1992 mark`, step by step: collect, mark what is new, write the table, and say what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from cst1992.facts.files import module_folder
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import nearest
from cst1992.facts.wording import in_a_row
from cst1992.teacher.assignments import assignment_names
from cst1992.teacher.marking.collecting.found import files_in
from cst1992.teacher.marking.collecting.roster import Enrolled, find, read_roster
from cst1992.teacher.marking.collecting.tries import collect
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.marking import Done, mark_class
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.one_sheet import nothing_marked
from cst1992.teacher.marking.record import UNFINISHED, UNREAD, Record
from cst1992.teacher.marking.sandbox import Limits, Sandbox


def assignment(asked: str) -> str:
    """The whole name of an assignment, from its number or its name.

    Raises
    ------
    Mistake
        There is no such assignment; the message names the nearest one.

    Examples
    --------
    >>> assignment("03")
    '03_the_signatories'
    """
    names = assignment_names()
    found = [name for name in names if asked in (name, name[:2], name[:2].lstrip("0"))]
    if not found:
        raise Mistake(f"There is no exercise {asked!r}. {nearest(asked, names)}")
    return found[0]


def folder_of(name: str, to: Path | None = None) -> DeskFolder:
    """Where the marking of an assignment stands: `marks/` beside the module, or a folder that was named."""
    return DeskFolder((to or module_folder() / "marks") / name)


@dataclass(frozen=True)
class Taken:
    """What collecting came to: how many sheets are new or changed, and what the teacher should look at."""

    sheets: int
    remarks: tuple[str, ...]


def take(
    places: list[Path], roster: Path | None, master: Master, folder: DeskFolder, column: str | None = None
) -> Taken:
    """Collect from zip files and folders into the folder of the assignment, and know the class by its list.

    Parameters
    ----------
    column : the name of the column of the list into which points go; without it the one named before.
    """
    listed = read_roster(roster) if roster else None
    enrolled = listed.students if listed else []
    collected = collect((file for place in places for file in files_in(place)), master)
    remarks = [*collected.remarks, *[f"{one.student}: {one.told}" for one in collected.unclear]]
    if places and not collected.sheets and not collected.unclear:
        raise Mistake(
            f"No file of a student was found in {', '.join(map(str, places))}. {' '.join(remarks[:3])}".strip()
        )
    known = {sheet.student: find(sheet.student, enrolled) for sheet in collected.sheets}
    for shown, students in _claimed_twice(known).items():
        known |= dict.fromkeys(students)
        remarks.append(
            f"{in_a_row(students)} all look like {shown} of the list. Each is kept under the name that came with it."
        )
    if enrolled:
        remarks += [f"{student} is not on the list of the class." for student, row in known.items() if row is None]
    kept = folder.class_table()
    if listed or column is not None:
        column = kept.column if column is None else column
        folder.keep_class(replace(listed.table if listed else kept, column=column))
    for sheet in collected.sheets:
        row = known[sheet.student]
        if row and row.shown != sheet.student:
            folder.forget(sheet.student, row.shown)
        folder.keep(replace(sheet, student=row.shown if row else sheet.student))
    for one in collected.unclear:
        row = find(one.student, enrolled)
        unread = Record(row.shown if row else one.student, "", UNREAD, nothing_marked(master), one.told)
        folder.write(replace(unread, came_as=one.came_as, trouble=one.trouble, reason=one.reason))
    return Taken(len(collected.sheets), tuple(remarks))


def _claimed_twice(known: Mapping[str, Enrolled | None]) -> dict[str, list[str]]:
    """Rows of the list that several of those who handed in look like: nobody's sheet may replace another's."""
    rows = {row.shown for row in known.values() if row}
    found = {shown: [student for student, row in known.items() if row and row.shown == shown] for shown in rows}
    return {shown: students for shown, students in found.items() if len(students) > 1}


def mark(
    master: Master,
    folder: DeskFolder,
    sandbox: Sandbox,
    executor: Executor,
    limits: Limits,
    tell: Callable[[Record], None] = lambda record: None,
    with_answers: bool = False,
) -> Done:
    """Mark every kept sheet that is new or changed, and write everything that is told of the class."""
    from cst1992.teacher.marking.telling.everything import tell_everything  # its figures take seconds to load

    done = mark_class(folder.sheets(), master, sandbox, executor, folder, limits, tell)
    told = tell_everything(folder, master, with_answers)
    done.table, done.remarks = list(told.records), [*_nothing_ran(done.marked), *told.remarks]
    return done


def _nothing_ran(marked: list[Record]) -> list[str]:
    """A sentence where the fault cannot lie in the sheets: of several not one has run a single box."""
    stopped = [record for record in marked if record.state == UNFINISHED]
    if len(stopped) < 2 or any(record.boxes for record in marked):
        return []
    return [
        "No box of any sheet has run, so the fault is not in the sheets. Give the command again with the other sandbox "
        "(--sandbox deno or --sandbox bubblewrap): these sheets are marked again."
    ]
