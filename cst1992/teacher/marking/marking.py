"""A whole class: every sheet that is new or changed is marked, by any executor, and kept at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace

from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.one_sheet import Sheet, key_of, mark_sheet, nothing_marked
from cst1992.teacher.marking.record import ABSENT, OURS, UNREAD, Record
from cst1992.teacher.marking.sandbox import Limits, Sandbox


@dataclass
class Done:
    """What a run of marking came to; once it is told, `table` holds everybody's record, `remarks` what to look at."""

    marked: list[Record] = field(default_factory=list)
    kept: int = 0
    changed: list[str] = field(default_factory=list)
    table: list[Record] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def mark_class(
    sheets: list[Sheet],
    master: Master,
    sandbox: Sandbox,
    executor: Executor,
    folder: DeskFolder,
    limits: Limits,
    tell: Callable[[Record], None] = lambda record: None,
) -> Done:
    """Mark what has to be marked; each record is kept as soon as it is there.

    Parameters
    ----------
    executor : where sheets are marked; processes on this machine, or a cluster.
    tell : called with each new record.
    """
    done = Done()
    waiting: dict[Future[Record], tuple[Sheet, Record | None]] = {}
    for sheet in sheets:
        before = folder.read(sheet.student)
        if before is not None and before.key == key_of(sheet, master):
            done.kept += 1
        else:
            waiting[executor.submit(mark_sheet, sheet, master, sandbox, limits)] = sheet, before
    for future in as_completed(waiting):
        sheet, before = waiting[future]
        if isinstance(future.exception(), BrokenExecutor):  # one sheet has ended a process that others needed
            future = _alone(sheet, master, sandbox, limits)
        error = future.exception()
        record = future.result() if error is None else _not_marked(sheet, master, error)
        folder.write(record)
        done.marked.append(record)
        if before is not None and before.points != record.points:
            done.changed.append(f"{record.student}: {_said(before)}, now {_said(record)}")
        tell(record)
    return done


def _alone(sheet: Sheet, master: Master, sandbox: Sandbox, limits: Limits) -> Future[Record]:
    """Mark a sheet in a process that no other sheet needs."""
    with ProcessPoolExecutor(max_workers=1) as own:
        return own.submit(mark_sheet, sheet, master, sandbox, limits)


def _not_marked(sheet: Sheet, master: Master, error: BaseException) -> Record:
    """The record of a sheet on which marking itself has failed: no points, and an empty key, so that it is tried again."""
    note = f"marking it failed ({type(error).__name__}: {error}). Run the command again."
    unread = Record(sheet.student, "", UNREAD, nothing_marked(master), note, sheet.remarks, trouble=OURS)
    return replace(unread, file=sheet.file, handed_in=sheet.handed_in, came_as=sheet.came_as)


def absent(student: str, master: Master) -> Record:
    """The record of somebody of the class who has handed in nothing."""
    return Record(student, "", ABSENT, nothing_marked(master))


def _said(record: Record) -> str:
    return "no points" if record.points is None else f"{record.points:g}"
