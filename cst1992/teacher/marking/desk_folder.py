"""Where the marking of an assignment stands: what was handed in, the records, the table of marks."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from cst1992.facts.writing import write_whole
from cst1992.teacher.marking.collecting.class_table import ClassTable, read_class, write_class
from cst1992.teacher.marking.one_sheet import Sheet
from cst1992.teacher.marking.record import Record, read_record, write_record
from cst1992.teacher.marking.texts.hand_marks import HandMark, read_hand_marks
from cst1992.teacher.writing import write_json


def file_name(student: str) -> str:
    """A name for the files of a student, on any system: no two students share one, whatever their names have in common.

    Examples
    --------
    >>> file_name("Anna Example (1234567)")
    'Anna_Example_1234567_3a4999'
    """
    told_apart = sha256(student.encode("utf-8", "replace")).hexdigest()[:6]
    plain = re.sub(r"[^\w-]+", "_", student).strip("_")[:60]
    return f"{plain}_{told_apart}"


@dataclass(frozen=True)
class DeskFolder:
    """The folder `marks/NN_name`."""

    place: Path

    @property
    def table(self) -> Path:
        """The table of marks."""
        return self.place / "marks.csv"

    def keep(self, sheet: Sheet) -> None:
        """Keep what a student handed in: the file, and beside it what is known of it."""
        folder = self.place / "handed_in"
        folder.mkdir(parents=True, exist_ok=True)
        name = file_name(sheet.student)
        about = {key: value for key, value in asdict(sheet).items() if key != "content"}
        write_whole(folder / f"{name}.ipynb", sheet.content)
        write_json(folder / f"{name}.json", about)

    def texts(self, student: str) -> Path:
        """The file of what people have marked of a student's texts."""
        return self.place / "texts" / f"{file_name(student)}.json"

    def hand_marks(self, student: str) -> list[HandMark]:
        """What people have marked of a student's texts; none where nobody has.

        Raises
        ------
        Mistake
            The file cannot be used; the message names it.
        """
        return read_hand_marks(self.texts(student))

    def forget(self, student: str, now: str) -> None:
        """Take away what is kept under a name, when the list of the class gives the student another one, `now`.

        What people have marked goes with the student.
        """
        name = file_name(student)
        if self.texts(student).exists() and not self.texts(now).exists():
            self.texts(student).replace(self.texts(now))
        for path in (
            self.place / "handed_in" / f"{name}.ipynb",
            self.place / "handed_in" / f"{name}.json",
            self._record(student),
        ):
            path.unlink(missing_ok=True)

    def how_many_sheets(self) -> int:
        """How many sheets are kept, without reading them."""
        return sum(1 for _ in (self.place / "handed_in").glob("*.json"))

    def sheets(self) -> list[Sheet]:
        """Everything that was handed in and is kept, by student."""
        found = []
        for path in sorted((self.place / "handed_in").glob("*.json")):
            sheet = path.with_suffix(".ipynb")
            try:
                about = json.loads(path.read_text(encoding="utf-8"))
                found.append(Sheet(**{**about, "remarks": tuple(about["remarks"]), "content": sheet.read_bytes()}))
            except (OSError, ValueError, TypeError, KeyError):
                continue
        return found

    def keep_class(self, listed: ClassTable) -> None:
        """Keep the list of the class."""
        write_class(listed, self.place / "class.json")

    def class_table(self) -> ClassTable:
        """The list of the class as it came; an empty one where none was given."""
        return read_class(self.place / "class.json")

    def the_class(self) -> list[str]:
        """The names of the class; none where no list was given."""
        return self.class_table().names

    def _record(self, student: str) -> Path:
        return self.place / "records" / f"{file_name(student)}.json"

    def write(self, record: Record) -> None:
        """Keep a record."""
        write_record(record, self._record(record.student))

    def read(self, student: str) -> Record | None:
        """The record of a student; None where there is none."""
        return read_record(self._record(student))

    def records(self) -> list[Record]:
        """All records, by student."""
        found = [read_record(path) for path in sorted((self.place / "records").glob("*.json"))]
        return sorted((one for one in found if one), key=lambda record: record.student.casefold())
