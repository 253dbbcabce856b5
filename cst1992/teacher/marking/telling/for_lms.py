"""Files with the points for Moodle and Canvas: the list of the class as it came from there, with one column filled."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from cst1992.facts.mistakes import Mistake
from cst1992.facts.wording import in_a_row
from cst1992.teacher.marking.collecting.class_table import ClassTable
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.marks import plain_cell, points_cell, whole_points
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.record import Record
from cst1992.teacher.marking.telling.ways_back import NUMBER, WayBack, way_back
from cst1992.teacher.writing import write_if_changed

FILES = ("for_moodle.csv", "for_canvas.csv")
EXCUSED = "EX"


def write_for_lms(records: Sequence[Record], master: Master, folder: DeskFolder) -> list[str]:
    """Write the file that the platform of the class takes; sentences say what the teacher should look at.

    Where there is no list of the class, or no platform would take it, no file is left that may be out of date.

    Examples
    --------
    >>> write_for_lms(records, load_master("03_the_signatories"), folder)  # doctest: +SKIP
    ['Moodle counts these points out of 100, and the exercise has 10: ...']
    """
    table = folder.class_table()
    file, content = "", ""
    remarks: list[str] = []
    if table.rows:
        try:
            way = way_back(table, master)
            file = way.file
            content, remarks = filled(table, way, records, master)
        except Mistake as mistake:
            remarks = [f"No file for the learning platform is written: {mistake}."]
    for name in FILES:
        if name != file or not content:
            (folder.place / name).unlink(missing_ok=True)
    if content:
        write_if_changed(folder.place / file, content.encode("utf-8", "replace"))
    return remarks


def filled(table: ClassTable, way: WayBack, records: Sequence[Record], master: Master) -> tuple[str, list[str]]:
    """The list with the points in it, as a CSV file, and what the teacher should look at.

    Raises
    ------
    Mistake
        Two students have one id: the platform would give both marks to one of them.
    """
    known = {record.student: record for record in records}
    title = _title(table, way.key)
    lost = _without_id(table, way)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    more = ["Points", "State"] if way.fills is None else ["State"] if way.with_states else []
    writer.writerow([*[_title(table, place) for place in way.keeps], *more])
    for row, student in zip(table.rows, table.students, strict=True):
        if student not in lost:
            writer.writerow(_row(row, known.get(student), way))
    there = {*table.students, *lost}
    remarks = [
        _told([one.student for one in records if one.student not in there], "on the list of the class", way),
        _told(lost, f"known there: their {title} is empty in the list", way),
        _out_of(way, master),
    ]
    return out.getvalue(), list(filter(None, remarks))


def _title(table: ClassTable, place: int) -> str:
    if place < len(table.head) and table.head[place]:
        return table.head[place]
    mails = [row[place] for row in table.rows if place < len(row) and "@" in row[place]]
    return "Email address" if mails else f"Column {place + 1}"


def _without_id(table: ClassTable, way: WayBack) -> list[str]:
    """The students of whom the list has no id.

    Raises
    ------
    Mistake
        Two have the same.
    """
    whose: dict[str, str] = {}
    lost = []
    for row, student in zip(table.rows, table.students, strict=True):
        key = row[way.key].strip().casefold() if way.key < len(row) else ""
        if not student:
            continue
        if not key:
            lost.append(student)
        elif whose.setdefault(key, student) != student:
            raise Mistake(
                f"{whose[key]} and {student} have the same {_title(table, way.key)} in the list of the class, "
                f"{row[way.key].strip()}, and {way.platform} would take both for one. Mend the list, and give it again with --roster"
            )
    return lost


def _row(row: tuple[str, ...], record: Record | None, way: WayBack) -> list[str]:
    """One row: what names a student unharmed, the points where all is marked, else what stood there before."""
    points = points_cell(whole_points(record)) if record else ""
    cells = []
    for place in way.keeps:
        cell = row[place] if place < len(row) else ""
        if place == way.fills:
            cells.append(points if points and cell.strip() != EXCUSED else cell)
        elif place in way.ids or NUMBER.fullmatch(cell.strip()) or cell.strip() == "-":
            cells.append(cell)
        else:
            cells.append(plain_cell(cell))
    state = record.state if record else ""
    return [*cells, *([points, state] if way.fills is None else [state] if way.with_states else [])]


def _told(students: Sequence[str], why: str, way: WayBack) -> str:
    return f"Not in {way.file}, because not {why}: {in_a_row(students)}." if students else ""


def _out_of(way: WayBack, master: Master) -> str:
    if way.out_of is None or way.out_of == master.points:
        return ""
    return (
        f"{way.platform} counts these points out of {way.out_of:g}, and the exercise has {master.points:g}: set it to "
        f"{master.points:g} there before you give {way.file} back."
    )
