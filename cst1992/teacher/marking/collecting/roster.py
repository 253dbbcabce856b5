"""The list of a class: any CSV file with names or ids. Who is on it and handed in nothing is absent, not forgotten."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.collecting.class_table import ClassTable

NUMBERED = re.compile(r"(?P<word>\D{2,})(?P<number>\d+)")
LARGEST, MOST_COLUMNS, LONGEST = 2 * 2**20, 50, 10_000  # bytes of a list; columns looked at; letters of one line
HEADS = {
    "name", "full name", "first name", "last name", "surname", "forename", "firstname", "lastname", "id", "student",
    "student id", "id number", "email", "email address", "e-mail", "username", "login", "identifier", "section", "group",
    "имя", "фамилия", "студент", "логин", "аты", "тегі", "аты-жөні", "nachname", "vorname",
}  # fmt: skip


@dataclass(frozen=True)
class Enrolled:
    """One row of the list: what it is called in tables, and everything by which its student may be known."""

    shown: str
    known_as: frozenset[str]


@dataclass(frozen=True)
class ClassList:
    """The list of a class as it came, so that it can be given back with points: its head, its rows, whose each row is.

    `head` is empty where the list has none, and `enrolled` has None for a row that is nobody's.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    enrolled: tuple[Enrolled | None, ...]

    @property
    def students(self) -> list[Enrolled]:
        """The students of the list, each once."""
        return list({one.shown: one for one in self.enrolled if one}.values())

    @property
    def table(self) -> ClassTable:
        """The list as it is kept."""
        return ClassTable(self.head, self.rows, tuple(one.shown if one else "" for one in self.enrolled))


def read_roster(path: Path) -> ClassList:
    """The list of a class.

    Parameters
    ----------
    path : a CSV file with commas, semicolons or tabs, with a head or without, in UTF-8 or UTF-16.

    Raises
    ------
    Mistake
        There is no such file, it cannot be read, or it holds nobody.
    """
    found = [row for row in _rows_of(path) if any(map(_in_one_line, row))]
    if found and any(_in_one_line(cell).casefold().strip('" ') in HEADS for cell in found[0]):
        head, found = tuple(map(_in_one_line, found[0])), found[1:]
    else:
        head = ()
    rows = [[_in_one_line(cell) for cell in row[:MOST_COLUMNS]] for row in found]
    whose = [not _is_nobody(row, head) for row in rows]
    own = [row for row, one in zip(rows, whose, strict=True) if one]
    if not own:
        raise Mistake(f"{path} holds no student. It needs a row a student, with names or ids.")
    enrolled = iter(_told_apart(_numbered([_enrolled(row, head) for row in own], own), own))
    return ClassList(head, tuple(map(tuple, found)), tuple(next(enrolled) if one else None for one in whose))


def _rows_of(path: Path) -> list[list[str]]:
    if not path.is_file():
        raise Mistake(f"There is no file {path}. Name a CSV file with a row a student.")
    if path.stat().st_size > LARGEST:
        raise Mistake(
            f"{path} has {path.stat().st_size // 2**20} MB. A list of a class is smaller; is it the right file?"
        )
    text = _decoded(path.read_bytes(), path)
    lines = text.splitlines()
    if any(len(line) > LONGEST for line in lines):
        raise Mistake(f"{path} is no table that can be read (a line without end). Save it as CSV, a row a student.")
    first = lines[0] if lines else ""
    sign = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=None), delimiter=sign))
    except csv.Error as error:
        raise Mistake(f"{path} is no table that can be read ({error}). Save it as CSV, a row a student.") from None


def _is_nobody(row: list[str], head: tuple[str, ...]) -> bool:
    """A row of Canvas's gradebook that is no student's: the points of its columns, what is hidden, the test student."""
    if head[:1] not in (("Student",), ("LastName",)):
        return False
    return row[0] in ("Points Possible", "Student, Test") or not any(
        row[: head.index("Section") if "Section" in head else 2]
    )


def _numbered(enrolled: list[Enrolled], rows: list[list[str]]) -> list[Enrolled]:
    """Students are also known by the number in a column such as "Participant 1234567": Moodle's folders have it alone."""
    for column in zip(*rows, strict=False):
        found = [NUMBERED.fullmatch(cell) for cell in column]
        numbers = [one["number"] for one in found if one]
        if len(set(numbers)) == len(rows) and len({one["word"] for one in found if one}) == 1:
            pairs = zip(enrolled, numbers, strict=True)
            return [replace(one, known_as=one.known_as | {number}) for one, number in pairs]
    return enrolled


def _in_one_line(cell: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in cell).split())


def _decoded(content: bytes, path: Path) -> str:
    utf_16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if utf_16 else ("utf-8-sig", "cp1251"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Mistake(f"The letters of {path} cannot be read. Save it as CSV in UTF-8.")


def _told_apart(enrolled: list[Enrolled], rows: list[list[str]]) -> list[Enrolled]:
    """Two students of one name are shown with what else their rows say, so that nobody stands for another one."""
    count = Counter(one.shown for one in enrolled)
    same = {name: [row for one, row in zip(enrolled, rows, strict=True) if one.shown == name] for name in count}
    return [
        one if count[one.shown] == 1 else replace(one, shown=f"{one.shown} ({_what_differs(row, same[one.shown])})")
        for one, row in zip(enrolled, rows, strict=True)
    ]


def _what_differs(row: list[str], rows: list[list[str]]) -> str:
    """The first cell that is another one in each of the rows; where there is none, all that the row holds."""
    for place, column in enumerate(zip(*rows, strict=False)):
        if all(column) and len(set(column)) == len(rows):
            return row[place]
    return ", ".join(filter(None, row))


def _enrolled(row: list[str], head: tuple[str, ...]) -> Enrolled:
    names = [cell for cell in row if cell and re.search(r"[^\W\d_]", cell) and "@" not in cell]
    known = {plainly(cell) for cell in row if cell}
    known |= {plainly(f"{one} {other}") for one in names for other in names if one != other}
    known |= {re.sub(r"\W", "", one) for one in known}
    whole = " ".join(_of_a_name(row, head)) or " ".join(names[:2]) or row[0]
    return Enrolled(whole, frozenset(filter(None, known)))


def _of_a_name(row: list[str], head: tuple[str, ...]) -> list[str]:
    """The cells that make up a name, by their heads: the first name first."""
    order = ("full name", "name", "student", "first name", "firstname", "forename", "vorname", "имя", "аты")
    later = ("last name", "lastname", "surname", "nachname", "фамилия", "тегі")
    cells = {title.casefold(): cell for title, cell in zip(head, row, strict=False) if cell}
    first = [cells[title] for title in order if title in cells][:1]
    last = [cells[title] for title in later if title in cells][:1]
    return first if "full name" in cells or "student" in cells else [*first, *last]


def plainly(name: str) -> str:
    """A name as it is compared: composed letters, no capitals, single blanks, no commas.

    Examples
    --------
    >>> plainly("  Example,  Anna ")
    'example anna'
    """
    composed = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[\s,]+", " ", composed).strip()


def find(student: str, roster: Iterable[Enrolled]) -> Enrolled | None:
    """The row of a student as collected: by the id in brackets, else by the name, in either order."""
    found = re.fullmatch(r"(?P<name>.*?)(?: \((?P<id>[^()]+)\))?", student, re.DOTALL)
    assert found
    wanted = [plainly(found["id"])] if found["id"] else []
    name = plainly(found["name"])
    turned = " ".join(reversed(name.split(" ", 1)))
    wanted += [name, turned, re.sub(r"\W", "", name)]
    for one in wanted:
        rows = [row for row in roster if one and one in row.known_as]
        if len(rows) == 1:
            return rows[0]
    return None
