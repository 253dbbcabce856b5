"""The lines of a CSV file, and the text of any file that somebody may have saved in another program."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from cst1992.facts.files import shown_path
from cst1992.facts.mistakes import Mistake
from cst1992.facts.speech import say, say_as


class DamagedTable(Mistake):
    """A table does not hold what the Data Package says; the message has file, line, column and mend."""


def place_in(path: Path, line: int | None = None, column: str = "") -> str:
    """Where something is wrong in a file, as a message begins.

    Examples
    --------
    >>> place_in(Path("mine.csv"), 3, "date")
    'mine.csv, line 3, column date'
    """
    file = shown_path(path)
    if line is None:
        return file
    if not column:
        return say("{file}, line {line}", file=file, line=line)
    return say("{file}, line {line}, column {column}", file=file, line=line, column=column)


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
            say(
                "{file} is not in UTF-8. Save it once more as UTF-8: in Excel as the file type “CSV UTF-8”, in an editor with "
                "the encoding “UTF-8”.",
                file=shown_path(path),
            )
        ) from None
    except OSError as error:
        why = error.strerror
        raise damage(
            say("{file} cannot be read ({why}). Put a file in its place.", file=shown_path(path), why=why)
        ) from None


def lines_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file that are not empty, each with the number of its last line."""
    reader = csv.reader(StringIO(text_of_file(path, DamagedTable), newline=""))
    try:
        for cells in reader:
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        place = place_in(path, reader.line_num)
        raise DamagedTable(
            say("{place}: {told}. Look for a quotation mark that is not closed.", place=place, told=error)
        ) from None


def hint_on_commas(header: list[str]) -> str:
    """A hint for a file whose columns are separated by another sign than a comma; empty where they are not."""
    signs = {";": say_as("signs between columns", "semicolons"), "\t": say_as("signs between columns", "tabs")}
    found = next((name for sign, name in signs.items() if sign in "".join(header)), "")
    if not found:
        return ""
    return say("The columns are separated by {signs}. Save the file with commas between the columns.", signs=found)
