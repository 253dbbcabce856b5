"""What the Makefile asks before it starts anything: was the folder moved, is the port a port, and is it free?

Run as a file and with the standard library alone, because the environment may not know the module any more.
"""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path

FIRST, LAST = 1024, 65535
FIRST_LINE = re.compile(rb"\A(?:#!/bin/sh\n'''exec' [^\n]*\n' '''|#![^\n]*python[^\n]*)\n")
LONGEST = 127


def settle(folder: Path) -> str:
    """Tell an environment that was moved or copied where it is now.

    Parameters
    ----------
    folder : the folder of the module, with `.venv` in it.

    Returns
    -------
    A sentence about what was done; empty where nothing had to be.
    """
    venv = folder / ".venv"
    places = [*venv.glob("lib/python*/site-packages/*cst1992*.pth"), *venv.glob("Lib/site-packages/*cst1992*.pth")]
    known = [place for place in places if Path(place.read_text(encoding="utf-8").strip()) != folder]
    for place in known:
        _write(place, str(folder).encode())
    if known:
        for script in (venv / "bin").glob("*"):
            if script.is_file() and not script.is_symlink():
                _readdress(script, venv / "bin" / "python")
    return f"The folder was moved or copied: its environment is set to {folder} now." if known else ""


def _readdress(script: Path, python: Path) -> None:
    """Let a script of the environment begin with the Python that lies beside it now."""
    content = script.read_bytes()
    begun = FIRST_LINE.match(content)
    if begun:
        _write(script, first_lines(str(python)).encode() + content[begun.end() :])


def first_lines(python: str) -> str:
    """How a script names its Python; one with a blank in its path, or a long one, needs the help of the shell.

    Examples
    --------
    >>> first_lines("/here/python")
    '#!/here/python\\n'
    """
    if " " not in python and len(python) < LONGEST:
        return f"#!{python}\n"
    return f"#!/bin/sh\n'''exec' \"{python}\" \"$0\" \"$@\"\n' '''\n"


def _write(path: Path, content: bytes) -> None:
    """Put a new file in the place of one: the old one may be shared with other environments."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.chmod(path.stat().st_mode)
    part.replace(path)


def trouble_with_port(given: str) -> str:
    """What is wrong with a port, and which one to take; empty where it is free.

    Examples
    --------
    >>> trouble_with_port("abc")
    'PORT=abc is not a port. Write a number from 1024 to 65535, such as: make lab PORT=8889'
    """
    number = int(given) if re.fullmatch("[0-9]{1,9}", given) else 0
    if not FIRST <= number <= LAST:
        return (
            f"PORT={given} is not a port. Write a number from {FIRST} to {LAST}, such as: make lab PORT={_free(8889)}"
        )
    if not _is_free(number):
        return (
            f"Port {number} is in use, perhaps by another JupyterLab. Close that one, or say: "
            f"make lab PORT={_free(number + 1)}"
        )
    return ""


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def _free(start: int) -> int:
    """The next port that is free."""
    return next((port for port in range(start, LAST) if _is_free(port)), FIRST)


if __name__ == "__main__":
    asked = sys.argv[1]
    told = settle(Path.cwd()) if asked == "place" else trouble_with_port(os.environ.get("PORT", ""))
    if told:
        print(told, file=sys.stderr)
        sys.exit(0 if asked == "place" else 1)
