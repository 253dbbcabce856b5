"""How the list of a class goes back to the learning platform that it came from: which columns, and which one is filled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.collecting.class_table import ClassTable
from cst1992.teacher.marking.master import Master

NUMBERED = re.compile(r"(\D{2,})\d+")
OF_CANVAS = re.compile(r".*\(\d+\)")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
# How Moodle calls the column of points in its grading worksheet, in some of its languages.
POINTS = {"grade", "оценка", "bewertung", "note", "nota", "calificación", "valutazione", "betyg"}
MOST = {"maximum grade"}
IDS = {
    "id number", "student id", "id", "email address", "email", "e-mail", "username", "login", "identifier",
    "sis user id", "sis login id", "логин", "адрес электронной почты", "индивидуальный номер",
}  # fmt: skip
NO_IDS = (
    "the list of the class has no column of ids or e-mail addresses, by which Moodle and Canvas know their students. Give "
    "Moodle's grading worksheet or Canvas's exported gradebook with --roster"
)


@dataclass(frozen=True)
class WayBack:
    """How a list goes back.

    `file` is its name, `platform` who takes it. `keeps` are the columns of the list that go back, `key` the one that tells
    students apart, `ids` those that go back unharmed. `fills` is the column that gets the points; None makes a new one.
    `out_of` is what the platform counts the points out of, where the list says so.
    """

    file: str
    platform: str
    keeps: tuple[int, ...]
    key: int
    ids: frozenset[int]
    fills: int | None = None
    out_of: float | None = None
    with_states: bool = True


def way_back(table: ClassTable, master: Master) -> WayBack:
    """How this list goes back, told by its columns.

    Raises
    ------
    Mistake
        No platform would take it, or nothing tells which column is for the points.

    Examples
    --------
    >>> way_back(ClassTable(("Full name", "ID number"), (("Anna", "7"),), ("Anna",)), Master("03_x", (), "")).file
    'for_moodle.csv'
    """
    head = table.head
    if head[:1] in (("Student",), ("LastName",)) and "ID" in head and "Section" in head:
        return _gradebook_of_canvas(table, master)
    numbered = [place for place in range(len(head)) if _is_numbered(_column(table, place))]
    if numbered and {title.casefold() for title in head} & {*POINTS, table.column.casefold()} - {""}:
        return _worksheet_of_moodle(table, numbered[0])
    return _list_for_moodle(table)


def _column(table: ClassTable, place: int) -> list[str]:
    """What stands in a column, in the rows of students."""
    rows = zip(table.rows, table.students, strict=True)
    return [row[place].strip() if place < len(row) else "" for row, student in rows if student]


def _is_numbered(cells: list[str]) -> bool:
    """Cells such as "Participant 1234567", one word and another number in each."""
    words = [found[1] for cell in cells if (found := NUMBERED.fullmatch(cell))]
    return len(words) == len(cells) == len(set(cells)) and len(set(words)) == 1


def _gradebook_of_canvas(table: ClassTable, master: Master) -> WayBack:
    head = table.head
    about = range(head.index("Section") + 1)
    columns = [place for place in range(len(about), len(head)) if OF_CANVAS.fullmatch(head[place])]
    fills = _for_the_exercise(table, columns, master)
    key = head.index("ID")
    points = [row[fills] for row in table.rows if row[0].strip() == "Points Possible" and fills < len(row)]
    return WayBack(
        "for_canvas.csv",
        "Canvas",
        (*about, fills),
        key,
        frozenset(range(key, len(about) - 1)),
        fills,
        _number(points[0]) if points else None,
        with_states=False,
    )


def _for_the_exercise(table: ClassTable, columns: list[int], master: Master) -> int:
    """The column of Canvas's gradebook that is for this exercise: as it was named, by its number or name, or the only one."""
    titles = {place: table.head[place] for place in columns}
    if table.column:
        found = [place for place, title in titles.items() if table.column.casefold() in title.casefold()]
        exact = [place for place in found if titles[place].casefold() == table.column.casefold()]
        found = exact or found
    else:
        number, _, name = master.name.partition("_")
        told = re.compile(rf"\b0*{int(number)}\b|{re.escape(name.replace('_', ' '))}", re.IGNORECASE)
        found = [place for place, title in titles.items() if told.search(title.rpartition("(")[0].replace("_", " "))]
        found = found or (columns if len(columns) == 1 else [])
    if len(found) != 1:
        which = "; ".join(titles.values()) or "it has none, so export the gradebook after you have made the assignment"
        raise Mistake(
            f"nothing tells which column of the gradebook is for {master.name}. Name it with --column, one of: {which}"
        )
    return found[0]


def _worksheet_of_moodle(table: ClassTable, key: int) -> WayBack:
    head = [title.casefold() for title in table.head]
    wanted = {table.column.casefold()} if table.column else POINTS
    fills = next((place for place, title in enumerate(head) if title in wanted), None)
    if fills is None:
        raise Mistake(
            f"the list has no column {table.column!r}. Name the one for the points with --column, one of: {'; '.join(table.head)}"
        )
    most = [value for place, title in enumerate(head) if title in MOST for value in _column(table, place)]
    comments = {place for place, title in enumerate(head) if title == "feedback comments"}
    keeps = tuple(place for place in range(len(head)) if place not in comments)
    others = frozenset(place for place in keeps if place == key or head[place] in IDS)
    return WayBack("for_moodle.csv", "Moodle", keeps, key, others, fills, _number(most[0]) if most else None)


def _list_for_moodle(table: ClassTable) -> WayBack:
    width = max((len(row) for row in table.rows), default=0)
    columns = {place: _column(table, place) for place in range(width)}
    head = {place: table.head[place].casefold() if place < len(table.head) else "" for place in columns}
    mails = {place for place, cells in columns.items() if any(cells) and all("@" in cell for cell in cells if cell)}
    ids = [place for place in columns if place in mails or head[place] in IDS]
    if not ids:
        raise Mistake(NO_IDS)
    best = max(ids, key=lambda place: len({cell for cell in columns[place] if cell}))
    return WayBack("for_moodle.csv", "Moodle", tuple(columns), best, frozenset(ids))


def _number(cell: str) -> float | None:
    return float(cell.strip().replace(",", ".")) if NUMBER.fullmatch(cell.strip()) else None
