"""The lines of a CSV file, and the text of any file that somebody may have saved in another program."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from cst1992.facts.files import shown_path
from cst1992.facts.mistakes import Mistake


class DamagedTable(Mistake):
    """A table does not hold what the Data Package says; the message has file, line, column and mend."""


def text_of_file(path: Path, damage: type[Mistake]) -> str:
    """The text of a file in UTF-8, with or without the mark that Excel puts before it.

    Parameters
    ----------
    damage : what to raise where the file cannot be read or is not in UTF-8; the message names the file and the mend.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise damage(
            f"{shown_path(path)} is not in UTF-8. Save it once more as UTF-8: in Excel as the file type “CSV UTF-8”, in an "
            "editor with the encoding “UTF-8”."
        ) from None
    except OSError as error:
        raise damage(f"{shown_path(path)} cannot be read ({error.strerror}). Put a file in its place.") from None


def lines_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file that are not empty, each with the number of its last line."""
    reader = csv.reader(StringIO(text_of_file(path, DamagedTable), newline=""))
    try:
        for cells in reader:
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise DamagedTable(
            f"{shown_path(path)}, line {reader.line_num}: {error}. Look for a quotation mark that is not closed."
        ) from None


def hint_on_commas(header: list[str]) -> str:
    """A hint for a file whose columns are separated by another sign than a comma."""
    signs = {";": "semicolons", "\t": "tabs"}
    found = next((name for sign, name in signs.items() if sign in "".join(header)), "")
    return f" The columns are separated by {found}. Save the file with commas between the columns." if found else ""
