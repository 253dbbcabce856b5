"""Everything that is told of a class after marking, in one place: only what has changed is written anew."""

from __future__ import annotations

from dataclasses import dataclass

from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.marking import absent
from cst1992.teacher.marking.marks import write_marks
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.record import Record
from cst1992.teacher.marking.telling.feedback import write_feedback
from cst1992.teacher.marking.telling.for_lms import write_for_lms
from cst1992.teacher.marking.telling.report import write_report
from cst1992.teacher.marking.texts.with_texts import records_with_texts


@dataclass(frozen=True)
class Told:
    """What was told: a record for everybody of the class, and what the teacher should look at."""

    records: tuple[Record, ...]
    remarks: tuple[str, ...] = ()


def tell_everything(folder: DeskFolder, master: Master, with_answers: bool = False) -> Told:
    """Write the table of marks and everything else that is told of a class.

    Parameters
    ----------
    with_answers : do the pages of students show the right answers?

    Examples
    --------
    >>> len(tell_everything(folder, load_master("03_the_signatories")).records)  # doctest: +SKIP
    60
    """
    records = everybody(folder, master)
    write_marks(records, master, folder.table)
    write_feedback(folder, records, master, with_answers)
    write_report(records, master, folder)
    return Told(tuple(records), tuple(write_for_lms(records, master, folder)))


def everybody(folder: DeskFolder, master: Master) -> list[Record]:
    """A record for everybody, by name, with what people have marked; who has none of the class is absent."""
    records = records_with_texts(folder, master)
    there = {record.student for record in records}
    records += [absent(student, master) for student in folder.the_class() if student not in there]
    return sorted(records, key=lambda record: record.student.casefold())
