"""One sheet, from the file that was handed in to its record: read, aligned, run apart, judged apart."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cst1992.facts.wording import capital, in_a_row
from cst1992.teacher.marking.aligning import Aligned, align, text_of
from cst1992.teacher.marking.answers_in_words import in_words
from cst1992.teacher.marking.judging import judge
from cst1992.teacher.marking.master import Master, MasterCell
from cst1992.teacher.marking.reading import Unreadable, read_sheet
from cst1992.teacher.marking.record import (
    ENDED_ITSELF,
    MARKED,
    STOPPED,
    THE_FILE,
    UNFINISHED,
    UNREAD,
    WAITS,
    Record,
    TaskMark,
    was_stopped,
)
from cst1992.teacher.marking.sandbox import Job, Limits, Ran, Sandbox

FEW = 0.4  # of the master's boxes: a sheet with fewer is not one of this assignment
MARKING = "3"  # changes when the way of marking does, so that every sheet is marked again


@dataclass(frozen=True)
class Sheet:
    """A file that a student handed in; `came_as` is its path in what the learning platform gave."""

    student: str
    content: bytes
    file: str = ""
    handed_in: str = ""
    remarks: tuple[str, ...] = ()
    came_as: str = ""


def key_of(sheet: Sheet, master: Master) -> str:
    """What changes when the sheet, the master or the way of marking does."""
    told = "\n".join([MARKING, master.version, sheet.student, sheet.handed_in, sheet.came_as, *sheet.remarks])
    return sha256(told.encode("utf-8", "replace") + b"\n" + sheet.content).hexdigest()[:24]


def mark_sheet(sheet: Sheet, master: Master, sandbox: Sandbox, limits: Limits) -> Record:
    """Mark one sheet; whatever it is, a record comes back."""
    key = key_of(sheet, master)
    about: dict[str, Any] = {"student": sheet.student, "key": key, "file": sheet.file, "handed_in": sheet.handed_in}
    about["came_as"] = sheet.came_as
    try:
        aligned = align(read_sheet(sheet.content), master)
        _demand_this_assignment(aligned, master)
    except Unreadable as why:
        about |= {"note": capital(f"{why}"), "trouble": THE_FILE, "reason": why.why}
        return Record(state=UNREAD, tasks=nothing_marked(master), remarks=sheet.remarks, **about)
    job = Job(tuple(job_of(aligned, master)))
    ran = _what_was_asked(job, sandbox.run(job, limits))
    if ran == Ran(last=None):  # nothing at all: something else than the sheet may have failed, so it is tried again
        about["key"] = ""
    by_machine = [_marked(check, ran, master.answers_of(check)) for check in master.checks]
    by_hand = [_text(aligned, cell) for cell in master.texts]
    notes = [why for _, why in by_machine if why]
    if not ran.finished:
        about |= {"trouble": STOPPED if ran.stopped else ENDED_ITSELF, "reason": ran.stopped}
    return Record(
        state=_state(ran, by_hand),
        tasks=tuple([mark for mark, _ in by_machine] + by_hand),
        note=" ".join([*([_why_unfinished(ran)] if not ran.finished else []), *notes]),
        remarks=(*sheet.remarks, *aligned.remarks, *_stopped_boxes(ran, master)),
        boxes=tuple(ran.boxes),
        sandbox=sandbox.name,
        **about,
    )


def nothing_marked(master: Master) -> tuple[TaskMark, ...]:
    """The tasks of a sheet of which nothing was marked: each without points."""
    return tuple(TaskMark(cell.identity, cell.title, None, cell.points) for cell in (*master.checks, *master.texts))


def _demand_this_assignment(aligned: Aligned, master: Master) -> None:
    if aligned.share < FEW:
        raise Unreadable(
            f"it is not a sheet of {master.name}: too few of its boxes are there", "Ask the student for the right file."
        )


def job_of(aligned: Aligned, master: Master) -> list[dict[str, Any]]:
    """The boxes to run, in the student's order; what the master needs and the sheet lacks is put back."""
    names = list(dict.fromkeys(name for cell in master.cells if cell.part == "answer" for name in cell.names))
    lost = {cell.identity for cell in aligned.missing}
    order = [cell.identity for cell in master.cells]
    jobs: list[dict[str, Any]] = []
    put_back = [
        cell
        for cell in master.cells
        if cell.identity in lost and cell.kind == "code" and cell.part in ("given", "check")
    ]

    def put_back_before(place: int) -> None:
        while put_back and order.index(put_back[0].identity) < place:
            jobs.append(_task_of(put_back.pop(0), names))

    for number, box in enumerate(aligned.boxes):
        if box.master is not None:
            put_back_before(order.index(box.master.identity))
            if box.master.part in ("check", "given"):
                jobs.append(_task_of(box.master, names))
                continue
            if box.master.part in ("text", "text for oneself"):
                continue
        if box.is_code and box.cell.source.strip() and not box.cell.source.lstrip().startswith("%%memo"):
            jobs.append({"id": box.master.identity if box.master else f"own-{number}", "source": box.cell.source})
    put_back_before(len(order))
    return jobs


def _what_was_asked(job: Job, ran: Ran) -> Ran:
    """Of what a sheet has told what it was asked for: its boxes, and the answers by their names."""
    names = {name for cell in job.cells for name in cell.get("names", ())}
    boxes = {str(cell["id"]) for cell in job.cells}

    def answers(told: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in told.items() if name in names}

    return Ran(
        {check: answers(told) for check, told in ran.checks.items()},
        list({box["box"]: box for box in ran.boxes if box["box"] in boxes}.values()),
        None if ran.last is None else answers(ran.last),
        ran.stopped,
    )


def _task_of(cell: MasterCell, names: list[str]) -> dict[str, Any]:
    """A box of the master itself: a check looks at the answers, with the part of it that the student saw."""
    job: dict[str, Any] = {"id": cell.identity, "source": cell.source}
    if cell.part == "check":
        job["names"] = list(dict.fromkeys([*cell.names, *names]))
    return job


def _marked(check: MasterCell, ran: Ran, asked: list[str]) -> tuple[TaskMark, str]:
    """The points of one check with the answers that were asked, and why it has none if it could not be judged."""
    if check.identity not in ran.checks and ran.last is None:
        return TaskMark(check.identity, check.title, None, check.points, ("This was not reached.",)), ""
    then, last = ran.checks.get(check.identity, {}), ran.last or {}
    late = [
        name for name in check.names if name in last and then.get(name, {"dots": True}) == {"dots": True} != last[name]
    ]
    values = {**then, **{name: last[name] for name in late}}
    judged = judge(check, values)
    said = judged.said + tuple(f"{name} was found in a box further below." for name in late)
    why = f"{check.title}: {judged.why_not}." if judged.why_not else ""
    answers = tuple((name, in_words(values[name])) for name in asked if name in values)
    return TaskMark(check.identity, check.title, judged.points, check.points, said, answers=answers), why


def _text(aligned: Aligned, cell: MasterCell) -> TaskMark:
    text, found = text_of(aligned, cell)
    return TaskMark(
        cell.identity,
        cell.title,
        None if text else 0.0,
        cell.points,
        () if text else ("No text was found.",),
        text,
        found,
    )


def _stopped_boxes(ran: Ran, master: Master) -> list[str]:
    """A sentence on the boxes that were stopped: the boxes after them ran, so that nothing else tells of it."""
    stopped = [str(box["box"]) for box in ran.boxes if was_stopped(str(box.get("error", "")))]
    tasks = in_a_row(dict.fromkeys(_task_with(box, master) for box in stopped))
    return [f"A box ran too long and was stopped, and the others ran: {tasks}."] if stopped else []


def _task_with(box: str, master: Master) -> str:
    """The title of the task to which a box belongs: that of the next check below it."""
    order = [cell.identity for cell in master.cells]
    below = master.cells[order.index(box) :] if box in order else ()
    return next((cell.title for cell in below if cell.part == "check"), "a box of the student's own")


def _why_unfinished(ran: Ran) -> str:
    return f"Stopped: {ran.stopped}." if ran.stopped else "The sheet ended its own run (exit, or a crash)."


def _state(ran: Ran, by_hand: list[TaskMark]) -> str:
    if not ran.finished:
        return UNFINISHED
    return WAITS if any(task.points is None for task in by_hand) else MARKED
