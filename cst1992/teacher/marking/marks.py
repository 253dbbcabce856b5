"""The table of marks: one row a student. What was not marked is an empty cell, never a zero."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.record import Record
from cst1992.teacher.writing import write_if_changed

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def plain_cell(text: str) -> str:
    """A text that no program for tables takes for a formula.

    Examples
    --------
    >>> plain_cell("=1+1"), plain_cell("Anna")
    ("'=1+1", 'Anna')
    """
    return f"'{text}" if text.lstrip()[:1] in FORMULA or text[:1] in ("\t", "\r", "\n") else text


def points_cell(points: float | None) -> str:
    """Points with two decimals; empty where there are none."""
    return "" if points is None else f"{points:.2f}"


def whole_points(record: Record) -> float | None:
    """The points of a sheet of which everything was marked; None where a task has none yet.

    Examples
    --------
    >>> whole_points(Record("Anna", "", "absent"))
    """
    marked = record.tasks and all(task.points is not None for task in record.tasks)
    return record.points if marked else None


def marks_text(records: list[Record], master: Master) -> str:
    """The table as a CSV file.

    Columns: student, state, points, of, one a task, note. The sum of a sheet stands where all of it was marked; where a
    text still waits, its cell is empty and so is the sum.
    """
    tasks = [*master.checks, *master.texts]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)  # a semicolon in a name ends no cell
    writer.writerow(["student", "state", "points", "of", *[task.title or task.identity for task in tasks], "note"])
    for record in records:
        marks = {mark.task: mark.points for mark in record.tasks}
        cells = [points_cell(marks.get(task.identity)) for task in tasks]
        whole = points_cell(whole_points(record))
        notes = " ".join([record.note, *record.remarks]).strip()
        row = [record.student, record.state, whole, f"{master.points:g}", *cells, notes]
        writer.writerow([plain_cell(cell) for cell in row])
    return out.getvalue()


def write_marks(records: list[Record], master: Master, path: Path) -> None:
    """Write the table, with the mark by which Excel knows UTF-8."""
    write_if_changed(path, ("\ufeff" + marks_text(records, master)).encode("utf-8", "replace"))
