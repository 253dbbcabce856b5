"""Files sorted by student: of several tries the last counts, and the others are named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cst1992.facts.wording import in_a_row
from cst1992.teacher.marking.aligning import align
from cst1992.teacher.marking.collecting.found import File, Refused, shown
from cst1992.teacher.marking.collecting.whose import Whose, whose
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.one_sheet import FEW, Sheet
from cst1992.teacher.marking.reading import Unreadable, read_sheet
from cst1992.teacher.marking.record import AT_ONE_TIME, THE_FILE


@dataclass(frozen=True)
class Try:
    """One file of a student's, and how much of the exercise is in it (0 where it cannot be read)."""

    file: File
    owner: Whose
    share: float

    @property
    def when(self) -> tuple[str, int]:
        """What tells a later try from an earlier one."""
        return self.owner.when or self.file.when, self.owner.turn


@dataclass(frozen=True)
class Unclear:
    """A student of whom no sheet can be taken: what the teacher hears, the trouble, its reason, and the path of the file."""

    student: str
    told: str
    trouble: str
    reason: str
    came_as: str


@dataclass
class Collected:
    """A sheet a student, the students of whom none can be taken, and a sentence for each file that is no sheet."""

    sheets: list[Sheet] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def collect(files: Iterable[File | Refused], master: Master) -> Collected:
    """Sort files by student.

    Returns
    -------
    The last try of each student as a sheet. `unclear` names students with two different tries of one time, or with a file
    alone that was refused; `remarks` names every file that was refused or that belongs to nobody.
    """
    tries: dict[str, list[Try]] = {}
    refused: dict[str, Unclear] = {}
    collected = Collected()
    for file in files:
        if isinstance(file, Refused):
            told = f"Not taken: {shown(file.path)}: {file.why}."
            collected.remarks.append(told)
            owner = None if file.leads_out else whose(file.parts, master.name)
            if owner and owner.student:
                asked = f"{told} Ask the student for the sheet."
                refused[owner.key] = Unclear(owner.student, asked, THE_FILE, file.why, file.path)
            continue
        owner = whose(file.parts, master.name)
        if owner is None:
            collected.remarks.append(f"Not taken: {shown(file.path)}: its name tells no student.")
            continue
        tries.setdefault(owner.key, []).append(Try(file, owner, _share(file, master)))
    for own in tries.values():
        _choose(own, collected)
    collected.unclear += [told for key, told in refused.items() if key not in tries]
    collected.remarks += _alike_but_for_capitals(tries)
    return collected


def _alike_but_for_capitals(students: Iterable[str]) -> list[str]:
    """A sentence on each group of students whose names differ in nothing else: nobody can tell whether they are one."""
    groups: dict[str, list[str]] = {}
    for student in students:
        groups.setdefault(student.casefold(), []).append(student)
    return [
        f"{in_a_row(sorted(map(shown, group)))} differ only in capitals: each is marked as a student of their own. Ask "
        "whether that is right."
        for group in groups.values()
        if len(group) > 1
    ]


def _share(file: File, master: Master) -> float:
    try:
        return align(read_sheet(file.content), master).share
    except Unreadable:
        return 0.0


def _choose(tries: list[Try], collected: Collected) -> None:
    """The last of those that are sheets of this exercise; where there is none, the last file of all."""
    student = tries[0].owner.student
    good = [one for one in tries if one.share >= FEW] or [one for one in tries if one.owner.kind == "sheet"] or tries
    last = max(one.when for one in good)
    newest = [one for one in good if one.when == last]
    different = {one.file.content for one in newest}
    if len(different) > 1:
        names = in_a_row(sorted(shown(one.file.path) for one in newest))
        told = (
            f"{names} were handed in at one time, and differ. Keep the one that counts: ask the student, unpack the "
            "download, delete the other one, and give the unpacked folder with --from."
        )
        collected.unclear.append(Unclear(student, told, AT_ONE_TIME, "", newest[0].file.path))
        return
    chosen = newest[0]
    others = sorted(shown(one.file.path) for one in tries if one is not chosen)
    remarks = [f"Other files of the same student, not marked: {in_a_row(others)}."] if others else []
    remarks += ["Handed in late."] if chosen.owner.late else []
    if chosen.owner.kind == "text" and chosen.share == 0:
        remarks.append("These are words typed into the platform, not a sheet.")
    name, path = shown(chosen.file.parts[-1]), chosen.file.path
    collected.sheets.append(Sheet(student, chosen.file.content, name, chosen.when[0], tuple(remarks), path))
