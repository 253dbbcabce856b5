"""Printing in a terminal of any code page: what it has no sign for is printed in another way, never an error."""

from __future__ import annotations

import codecs
import io
import os
import sys
from contextlib import suppress

INSTEAD = {
    "✓": "OK:", "✗": "Wrong:", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-", "\u00a0": " ",
}  # fmt: skip


def _instead(error: UnicodeError) -> tuple[str, int]:
    """Other signs for those that the code page lacks; where there are none, the number of the sign."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    found = [INSTEAD.get(sign) or sign.encode("ascii", "backslashreplace").decode("ascii") for sign in lacking]
    return "".join(found), error.end


def print_anywhere() -> None:
    """Let `print` do without the signs that the terminal does not have."""
    codecs.register_error("cst1992", _instead)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="cst1992")


def leave_the_pipe() -> None:
    """Nobody reads on, as after `| head`: let Python end without a word about it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
