"""Where the module runs in a tab of a browser: whether files are kept, whether what was written has arrived.

Nowhere else does the library ask whether it runs on a disk or in a tab.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from cst1992.facts.files import NoHome
from cst1992.facts.speech import say, to_be_said

IN_A_TAB = sys.platform == "emscripten"
DRIVE = Path("/drive")  # the files that the browser keeps, where it keeps any
NOTHING_KEPT = to_be_said(
    "In this tab your answers cannot be kept: the browser gives the page no room. Open it in a window that is not private, "
    "by an address that begins with https:// or http://localhost. Everything else works."
)


def drive() -> Path:
    """The folder of a tab whose files the browser keeps.

    Raises
    ------
    NoHome
        The browser keeps no files for this page.
    """
    if not DRIVE.is_dir():
        raise NoHome(say(NOTHING_KEPT))
    return DRIVE


def check_arrived(path: Path, size: int) -> None:
    """Look whether a file has grown to its size: a browser without room tells a tab nothing.

    Raises
    ------
    OSError
        It has not: there is no room.
    """
    if IN_A_TAB and not (path.exists() and path.stat().st_size >= size):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def quiet(program: str) -> None:
    """In a tab, let a program say only what went wrong: each visit is a first one there, and it would tell of its preparations.

    Parameters
    ----------
    program : the name under which it speaks, such as "matplotlib.font_manager".
    """
    if IN_A_TAB:
        import logging

        logging.getLogger(program).setLevel(logging.ERROR)
