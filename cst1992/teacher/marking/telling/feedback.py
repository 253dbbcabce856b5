"""The feedback of a class: a page a student in `feedback/`, and all of them in one zip file. Only what changed is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cst1992.teacher.marking.desk_folder import DeskFolder, file_name
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.record import ABSENT, Record
from cst1992.teacher.marking.telling.asked import asked_of, title_of
from cst1992.teacher.marking.telling.feedback_page import feedback_page
from cst1992.teacher.marking.telling.feedback_zip import name_in_zip, zipped
from cst1992.teacher.writing import write_if_changed

PAGE = re.compile(r".+_[0-9a-f]{6}\.html")


@dataclass(frozen=True)
class Feedback:
    """What became of the pages: where they stand, how many there are, how many were written anew."""

    pages: Path
    zip_file: Path
    count: int
    written: int


def write_feedback(
    folder: DeskFolder, records: Sequence[Record], master: Master, with_answers: bool = False
) -> Feedback:
    """Write the pages of all who have handed something in; a page whose student is gone is taken away.

    Parameters
    ----------
    records : with what people have marked of their texts; who is absent gets no page.
    with_answers : do the pages show what would have been right?

    Raises
    ------
    OSError
        A page cannot be written; what was there before is there still.

    Examples
    --------
    >>> write_feedback(folder, everybody(folder, master), master).count  # doctest: +SKIP
    60
    """
    title, asked = title_of(master), asked_of(master)
    place, zip_file = folder.place / "feedback", folder.place / "feedback.zip"
    pages: dict[str, bytes] = {}
    in_zip: dict[str, bytes] = {}
    written = 0
    for record in records:
        if record.state == ABSENT:
            continue
        name = f"{file_name(record.student)}.html"
        pages[name] = feedback_page(record, title, asked, with_answers).encode("utf-8", "replace")
        written += write_if_changed(place / name, pages[name])
        inside = name_in_zip(record, master.name)
        in_zip[inside if inside not in in_zip else f"{file_name(record.student)}/{name}"] = pages[name]
    for path in place.glob("*.html"):
        if path.name not in pages and PAGE.fullmatch(path.name):
            path.unlink()
    if pages:
        write_if_changed(zip_file, zipped(in_zip))
    else:
        zip_file.unlink(missing_ok=True)
    return Feedback(place, zip_file, len(pages), written)
