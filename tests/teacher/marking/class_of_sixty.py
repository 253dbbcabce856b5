"""A class of sixty as a learning platform gives it: right sheets, near misses, weak, blank and broken ones, and absent students."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from itertools import takewhile
from pathlib import Path

from cst1992.teacher.marking.collecting.roster import read_roster
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.one_sheet import Sheet, mark_sheet
from cst1992.teacher.marking.record import WAITS
from cst1992.teacher.marking.sandbox import Job, Limits, Ran
from cst1992.teacher.marking.texts.hand_marks import HandMark, keep, now, text_key
from cst1992.teacher.marking.texts.rubric import rubric_of
from tests import sheets
from tests.sheets import handed_in, near_misses
from tests.teacher.marking.at_once import AtOnce
from tests.teacher.marking.sheets import NAME, the_master

STRANGE = [
    '=1+1, "Bob"', "+7 Anna", "-Dana", "@home, Erlan", "Ivanova; Olga", "O'Neill, Sean", "Боб Пример", "Айгүл Сәрсенбаева",
    "أحمد علي", "李雷", "José Ñandú", "<b>Tag</b> & Co", "Anna Example", "Anna Example",
]  # fmt: skip
STUDENTS = [*STRANGE, *[f"Student {place:02}" for place in range(len(STRANGE), 60)]]
# How likely it is that a good student answers a box right.
RIGHT = {
    "a-bound-1994": 0.98, "a-first-signatories": 0.8, "a-two-accounts": 0.9,
    "a-how-sure": 0.55, "a-did-not-prolong": 0.45, "a-reasons": 1.1,
}  # fmt: skip
OPEN = "bound_1994 = len(cst.parties('...'))"
ODD = 'how_sure = "contested"\ndate_of_the_third_witness = "6.7.1993"'
ABSENT, BLANK, ALIKE, ODD_ONE = range(54, 60), range(44, 47), (17, 31), 2
WORD_FILE, EMPTY, OF_ANOTHER, ENDLESS = 50, 51, 52, 53
HEAD = (
    "Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Grade can be changed",
    "Last modified (submission)", "Last modified (grade)", "Feedback comments",
)  # fmt: skip
ENDS = "while True: pass"
MEMO = "%%memo 200 words. Leave this line, and write below it.\n"
WITH_WORDS = (10, 24, 33)
COMMENTS = ("Say who told it, and on which day.",)
WORDS = (
    "Azerbaijan did not sign the Protocol of 2 April 1999 (`protocol-1999`). Its foreign minister gave a reason in February: "
    "it cannot take part in a security system in which Russia gives military support to Armenia "
    "(`jamestown-zulfugarov-1999`). The concept that I try is abandonment: the fear that the ally will not help when help "
    "is needed. A rival is security for autonomy: a state that seeks other partners may not wish to be bound. I am fairly "
    "sure of the act, less of the motive: a reason given in public is what a government wished to be heard."
)


class OneEndless(AtOnce):
    """A sandbox for this class: the sheet with a loop without end is stopped at its box."""

    def run(self, job: Job, limits: Limits) -> Ran:
        before = list(takewhile(lambda cell: cell["source"] != ENDS, job.cells))
        ran = super().run(Job(tuple(before)), limits)
        whole = len(before) == len(job.cells)
        return (
            ran
            if whole
            else replace(ran, last=None, stopped=f"it ran for longer than {limits.seconds_a_sheet:g} seconds")
        )


def number(place: int) -> str:
    """The number by which Moodle knows a student."""
    return str(1001 + place)


@cache
def _misses() -> dict[str, list[dict[str, str]]]:
    """By the box of an answer the wrong answers to it that were prepared, and one that hardly anybody gives."""
    found: dict[str, list[dict[str, str]]] = {box: [] for box in RIGHT}
    for name, case in near_misses():
        if name == NAME:
            found[next(iter(case["answers"]))].append(case["answers"])
    return found


@cache
def _answers(place: int) -> dict[str, str]:
    """What a student wrote: right, nearly right, or nothing at all (the sheet's own line); the later the name, the weaker."""
    chance = random.Random(place)
    answers = dict(_solved())
    for box, right in RIGHT.items():
        if chance.random() > right - place / 150:
            answers.pop(box) if chance.random() < 0.25 else answers.update(chance.choice(_misses()[box] or [{}]))
    if place in ALIKE:
        answers |= {"a-bound-1994": "bound_1994 = 11", "a-how-sure": ODD}
    if place == ODD_ONE:
        answers = {**_solved(), "a-bound-1994": OPEN}
    if place in BLANK:
        answers = {}
    return answers


@cache
def _exercise(name: str) -> str:
    return json.dumps(handed_in(name, {}))


def _written(name: str, answers: dict[str, str]) -> bytes:
    notebook = json.loads(_exercise(name))
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    return json.dumps(notebook).encode()


@cache
def _solved() -> dict[str, str]:
    return sheets.solved(NAME)


@cache
def sheet(place: int) -> bytes:
    """The file that the student at this place of the list has handed in."""
    if place == WORD_FILE:
        return b"PK\x03\x04 a Word file"
    if place == EMPTY:
        return b""
    if place == OF_ANOTHER:
        return _written("01_reading_the_article", {})
    answers = dict(_answers(place))
    if place == ENDLESS:
        answers["a-how-sure"] = ENDS
    words = WORDS if place in WITH_WORDS else " ".join(f"word-{place}-{turn}" for turn in range(180))
    answers["w-memo"] = MEMO + (words if answers.get("a-reasons") and place % 9 else "")
    return _written(NAME, answers)


def folder_of_sixty(place: Path) -> DeskFolder:
    """The folder of this class, marked."""
    folder = DeskFolder(place / NAME)
    folder.keep_class(read_roster(worksheet(place / "worksheet.csv")).table)
    for at, student in enumerate(folder.class_table().students):
        if at not in ABSENT:
            one = Sheet(
                student, sheet(at), f"{NAME}.ipynb", came_as=f"{student}_{number(at)}_assignsubmission_file/03.ipynb"
            )
            folder.keep(one)
            folder.write(mark_sheet(one, the_master(), OneEndless(), Limits()))
    return folder


def mark_texts(folder: DeskFolder, students: Collection[str]) -> None:
    """Mark the texts of some students by hand, each with other levels."""
    rubric = rubric_of(the_master(), "w-memo")
    waiting = [record for record in folder.records() if record.state == WAITS and record.student in students]
    for place, record in enumerate(waiting):
        levels = {
            one.name: one.levels[(place + turn) % (len(one.levels) - 1)].points
            for turn, one in enumerate(rubric.criteria)
        }
        text = text_key(record.tasks[-1].text or "")
        made = HandMark(
            "w-memo", "Ada", text, rubric.version, levels, COMMENTS[: place % 2], rubric.points(levels), now()
        )
        keep(folder.texts(record.student), record.student, made)


def downloads(path: Path) -> Path:
    """All submissions in one zip file, as Moodle gives them."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, student in enumerate(STUDENTS):
            if place not in ABSENT:
                folder = student.replace("/", "").replace('"', "")
                ending = "docx" if place == WORD_FILE else "ipynb"
                archive.writestr(f"{folder}_{number(place)}_assignsubmission_file/{NAME}.{ending}", sheet(place))
    path.write_bytes(whole.getvalue())
    return path


def worksheet(path: Path, most: str = "10.00") -> Path:
    """Moodle's grading worksheet of the class."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for place, student in enumerate(STUDENTS):
            status = "No submission" if place in ABSENT else "Submitted for grading"
            mail = f"student{place}@example.org"
            writer.writerow([f"Participant {number(place)}", student, mail, status, "", most, "Yes", "-", "-", ""])
    return path
