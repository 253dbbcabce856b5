"""All pages of a class in one zip file, each under the name that the learning platform gave at the download.

Moodle (*Upload multiple feedback files in a zip*) knows a student by the number in `Name_123456_assignsubmission_file_`,
Canvas (*Upload submissions*) by the two numbers in `name_41_977_file`; ILIAS and others by the folder of the student.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

from cst1992.teacher.marking.collecting.whose import CANVAS, MOODLE
from cst1992.teacher.marking.desk_folder import file_name
from cst1992.teacher.marking.record import Record

EVERY_FILE = (1980, 1, 1, 0, 0, 0)  # one time for all, so that the same pages make the same file
SHEET = re.compile(r"\.ipynb(?:\.(?:txt|json))?$", re.IGNORECASE)


def name_in_zip(record: Record, assignment: str) -> str:
    """Where the page of a student stands in the zip file.

    Examples
    --------
    >>> name_in_zip(Record("Anna", "", "", came_as="Anna Example_12_assignsubmission_file/03.ipynb"), "03_x")
    'Anna Example_12_assignsubmission_file_/feedback_03_x.html'
    >>> name_in_zip(Record("Anna", "", "", came_as="exampleanna_41_977_03_x.ipynb"), "03_x")
    'exampleanna_41_977_03_x.html'
    >>> name_in_zip(Record("Anna", "", "", came_as="ANNA/03.ipynb"), "03_x")
    'ANNA/feedback_03_x.html'
    """
    parts = [_safe(part) for part in PurePosixPath(record.came_as.replace("\\", "/")).parts if part not in ("/", "..")]
    page = f"feedback_{assignment}.html"
    for part in parts:
        moodle = MOODLE.match(part)
        if moodle:
            return f"{moodle['name'].replace('_', ' ')}_{moodle['id']}_assignsubmission_{moodle['kind']}_/{page}"
    if parts and CANVAS.match(parts[-1]):
        return f"{SHEET.sub('', parts[-1])}.html"
    folders = parts[:-1]
    return "/".join([*folders, page]) if folders else f"{file_name(record.student)}/{page}"


def _safe(part: str) -> str:
    """One name of a path, with nothing that a file may not be called."""
    return re.sub(r'[\x00-\x1f\x7f<>:"|?*]', "_", part)


def zipped(pages: Mapping[str, bytes]) -> bytes:
    """A zip file of pages by their names; the same pages make the same file, byte for byte."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, page in sorted(pages.items()):
            entry = zipfile.ZipInfo(name, EVERY_FILE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, page)
    return whole.getvalue()
