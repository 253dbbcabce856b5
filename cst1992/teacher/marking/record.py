"""What is kept of one student's sheet: a JSON file, written whole or not at all."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cst1992.teacher.writing import write_json

MARKED, WAITS, UNREAD, UNFINISHED, ABSENT = "marked", "text waits", "could not be read", "did not finish", "absent"
THE_FILE, AT_ONE_TIME, OURS = "the file", "two files at one time", "marking failed"
STOPPED, ENDED_ITSELF = "stopped", "ended itself"


@dataclass(frozen=True)
class Chosen:
    """The level that a text has in one criterion of its rubric."""

    criterion: str
    points: float
    of: float
    words: str


@dataclass(frozen=True)
class TaskMark:
    """One task of a sheet: its points (None where nothing was marked), of how many, what was said, and the answers by name.

    Of a text also the text itself and where it was `found`; once a person has marked it, the `levels` that were chosen,
    the `comments` to the student and the `markers`.
    """

    task: str
    title: str
    points: float | None
    of: float
    said: tuple[str, ...] = ()
    text: str | None = None
    found: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    levels: tuple[Chosen, ...] = ()
    comments: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record:
    """All that is known of one student's sheet.

    `key` tells whether it has to be marked again; `came_as` is the path of its file in what the learning platform gave.
    `note` tells the teacher what to look at, and what to do. What went wrong is the `trouble` (of a file that could not be
    read one of `THE_FILE`, `AT_ONE_TIME` and `OURS`; of a sheet that did not finish `STOPPED` or `ENDED_ITSELF`; else empty),
    and `reason` says of a file or of a stop why, without a word of what the teacher should do.
    """

    student: str
    key: str
    state: str
    tasks: tuple[TaskMark, ...] = ()
    note: str = ""
    remarks: tuple[str, ...] = ()
    boxes: tuple[dict[str, Any], ...] = ()
    file: str = ""
    handed_in: str = ""
    sandbox: str = ""
    came_as: str = ""
    trouble: str = ""
    reason: str = ""

    @property
    def points(self) -> float | None:
        """The sum of what was marked; None where nothing was."""
        known = [task.points for task in self.tasks if task.points is not None]
        return round(sum(known), 2) if known else None

    @property
    def of(self) -> float:
        """All points of the assignment."""
        return sum(task.of for task in self.tasks)


def was_stopped(error: str) -> bool:
    """Did a box end because it ran longer than a box may? Its error says so in the words of the sandbox.

    Examples
    --------
    >>> was_stopped("TooLong: the box ran for longer than a box may"), was_stopped("NameError: name 'x' is not defined")
    (True, False)
    """
    return error.startswith("TooLong:")


def write_record(record: Record, path: Path) -> None:
    """Keep a record."""
    write_json(path, asdict(record))


def read_record(path: Path) -> Record | None:
    """A record that was kept; None where there is none, or where it cannot be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        tasks = tuple(map(_task, kept.pop("tasks")))
        lists: dict[str, Any] = {name: tuple(kept.pop(name)) for name in ("remarks", "boxes")}
        return Record(tasks=tasks, **lists, **kept)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _task(kept: dict[str, Any]) -> TaskMark:
    answers = tuple((str(name), str(shown)) for name, shown in kept.get("answers", ()))
    levels = tuple(Chosen(**one) for one in kept.get("levels", ()))
    lists: dict[str, Any] = {name: tuple(kept.get(name, ())) for name in ("said", "comments", "markers")}
    return TaskMark(**{**kept, **lists, "answers": answers, "levels": levels})
