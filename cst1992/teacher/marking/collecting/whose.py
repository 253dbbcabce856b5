"""Whose file is it? Read from the names that Moodle, Canvas, ILIAS and plain folders give."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?P<kind>file|onlinetext)_?(?P<file>.*)$")
CANVAS = re.compile(r"^(?P<name>[^_]+)_(?P<late>LATE_)?(?P<id>\d+)_(?P<turn>\d+)_(?P<file>.+)$")
ILIAS_FOLDER = re.compile(r"^(?P<name>[^_]+_[^_]+)_(?P<login>[^_]+)_(?P<id>\d+)$")
ILIAS_FILE = re.compile(r"^(?P<when>\d{14})_(?P<file>.+)$")
SHEET = re.compile(r"\.ipynb(?:\.(?:txt|json))?$", re.IGNORECASE)
COPY = re.compile(r"(?:[ _-]|\(\d+\)|copy|копия|көшірме|\d)+$", re.IGNORECASE)


@dataclass(frozen=True)
class Whose:
    """A student as the place of a file tells: a name, an id (empty where there is none), a turn and a time.

    `kind` is "sheet", "text" for words typed into the platform, or "other".
    """

    name: str
    identity: str
    kind: str
    when: str = ""
    turn: int = 0
    late: bool = False

    @property
    def student(self) -> str:
        """What the student is called in tables: the name, with the id in brackets where both are known."""
        return f"{self.name} ({self.identity})" if self.name and self.identity else self.name or self.identity

    @property
    def key(self) -> str:
        """What two files of one student have in common."""
        return self.identity or self.name


def whose(parts: tuple[str, ...], assignment: str) -> Whose | None:
    """The owner of a file, from the names of its folders and its own; None where nothing tells.

    Examples
    --------
    >>> whose(("Anna Example_1234567_assignsubmission_file", "03.ipynb"), "03_the_signatories").student
    'Anna Example (1234567)'
    >>> whose(("exampleanna_LATE_41_977_03_the_signatories-1.ipynb",), "03_the_signatories").student
    'exampleanna (41)'
    """
    for place in range(len(parts)):
        found = _canvas(parts, place) or _moodle(parts, place) or _ilias(parts, place)
        if found:
            return found
    return _plain(parts, assignment)


def _kind(file: str) -> str:
    return "sheet" if SHEET.search(file) else "other"


def _moodle(parts: tuple[str, ...], place: int) -> Whose | None:
    found = MOODLE.match(parts[place])
    if not found:
        return None
    kind = "text" if found["kind"] == "onlinetext" else _kind(parts[-1])
    return Whose(_plainly(found["name"]), found["id"], kind)


def _canvas(parts: tuple[str, ...], place: int) -> Whose | None:
    found = CANVAS.match(parts[place])
    if not found or place != len(parts) - 1:
        return None
    kind = "text" if found["file"].endswith(("text.html", "url.html")) else _kind(found["file"])
    return Whose(_plainly(found["name"]), found["id"], kind, turn=int(found["turn"]), late=bool(found["late"]))


def _ilias(parts: tuple[str, ...], place: int) -> Whose | None:
    found = ILIAS_FOLDER.match(parts[place])
    if not found or place == len(parts) - 1:
        return None
    stamped = ILIAS_FILE.match(parts[-1])
    when = ""
    if stamped:
        told = stamped["when"]
        when = f"{told[:4]}-{told[4:6]}-{told[6:8]}T{told[8:10]}:{told[10:12]}:{told[12:]}"
    return Whose(_plainly(found["name"].replace("_", ", ")), found["login"], _kind(parts[-1]), when)


def _plain(parts: tuple[str, ...], assignment: str) -> Whose | None:
    """A folder a student, as nbgrader has it; or one file a student, with the name of the exercise or without."""
    kind, folders = _kind(parts[-1]), list(parts[:-1])
    while folders and _is_of_the_exercise(folders[-1], assignment):
        folders.pop()
    if folders:
        return Whose(_plainly(folders[-1]), "", kind)
    stem = SHEET.sub("", parts[-1]) if kind == "sheet" else PurePosixPath(parts[-1]).stem
    name = re.sub(re.escape(assignment), "", stem, flags=re.IGNORECASE)
    name = COPY.sub("", name).strip(" _-.")
    return Whose(_plainly(name), "", kind) if name else None


def _is_of_the_exercise(name: str, assignment: str) -> bool:
    return name.casefold() in (assignment.casefold(), assignment[:2], "submitted", "submissions", "abgaben")


def _plainly(name: str) -> str:
    """A name in one spelling: accents composed, blanks single, nothing that is no letter of a name at its ends."""
    composed = unicodedata.normalize("NFC", name)
    shown = "".join(letter for letter in composed if unicodedata.category(letter)[0] != "C")
    return re.sub(r"\s+", " ", shown).strip(" ._-")
