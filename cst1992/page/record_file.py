"""Where the learner's record lies, and its lines: read and added to, in whatever encoding a program has left it."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from cst1992.facts.files import SOURCE_TREE, NoHome, meant
from cst1992.facts.module import module
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.tab import IN_A_TAB, drive
from cst1992.facts.writing import add_whole

HOMELESS = to_be_said(
    "Your answers cannot be kept: this machine names no home folder for you. "
    "Set CST1992_HOME to a folder that you may write to, then start the kernel again."
)
BLANK = codecs.BOM_UTF8 + b" \t\r"
WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be", b"{\0": "utf-16-le", b"\0{": "utf-16-be"}


def record_folder() -> Path:
    """Where the record is kept: CST1992_HOME, the files of the browser, or the user's own data folder.

    A relative CST1992_HOME is counted from the folder of the module, so that all notebooks share one record.

    Raises
    ------
    NoHome
        The machine names no home folder for this user, or the browser keeps no files.
    """
    named = os.environ.get("CST1992_HOME", "").strip()
    if named:
        folder = SOURCE_TREE.parent
        return meant(named, folder if (folder / "pyproject.toml").exists() else None)
    if IN_A_TAB:
        return drive()
    import platformdirs

    try:
        found = Path(platformdirs.user_data_dir(module().record, appauthor=False))
    except RuntimeError:
        raise NoHome(say(HOMELESS)) from None
    if not found.is_absolute():
        raise NoHome(say(HOMELESS))
    return found


def _encoding_of(head: bytes) -> str:
    """UTF-16 where a file begins as one does: a mark or a brace, and a zero beside the first sign."""
    wide = WIDE.get(head[:2], "")
    return wide if wide and b"\0" in head[2:4] else "utf-8"


def lines_of(path: Path) -> list[bytes]:
    """The lines of a file that are not empty, in UTF-8."""
    return lines_in(path.read_bytes()) if path.exists() else []


def lines_in(content: bytes) -> list[bytes]:
    """The lines of what a file holds that are not empty, in UTF-8.

    Examples
    --------
    >>> lines_in(b'{"kind": "country"}\\n\\n  \\n')
    [b'{"kind": "country"}']
    """
    encoding = _encoding_of(content)
    if encoding != "utf-8":
        content = content.decode(encoding, "replace").encode("utf-8", "replace")
    return [line for line in content.split(b"\n") if line.strip(BLANK)]


def add_lines(path: Path, lines: list[bytes]) -> None:
    """Add lines to a file, in its own encoding and all or none; a line that it ends in the middle of is ended first.

    Raises
    ------
    OSError
        They cannot be written; the file is as it was.
    """
    head, end, size = _ends_of(path)
    encoding = _encoding_of(head)
    content = b"\n".join(lines) + b"\n"
    if encoding != "utf-8":
        content = content.decode("utf-8", "replace").encode(encoding)
    newline = "\n".encode(encoding)
    if size % len(newline) or (size and not end.endswith(newline)):
        content = b"\0" * (size % len(newline)) + newline + content
    add_whole(path, content)


def _ends_of(path: Path) -> tuple[bytes, bytes, int]:
    """The first four bytes of a file, its last two, and its size."""
    if not path.is_file():
        return b"", b"", 0
    with path.open("rb") as file:
        head = file.read(4)
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 2))
        return head, file.read(2), size
