"""Files of teachers' tools: written whole or not at all, and only where something in them has changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cst1992.facts.writing import write_whole


def json_text(content: Any) -> str:
    """Plain values as the text of a JSON file that a person can read.

    Examples
    --------
    >>> json_text(["Анна"])
    '[\\n "Анна"\\n]\\n'
    """
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n"


def write_json(path: Path, content: Any) -> None:
    """Write plain values as a JSON file, in a folder that is made where there is none.

    Raises
    ------
    OSError
        The file cannot be written; what was there before is there still.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json_text(content).encode("utf-8", "replace"))


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write a file whole, unless it holds just this already.

    Returns
    -------
    Was it written? The time of a file that was not stays as it was.

    Raises
    ------
    OSError
        The file cannot be written; what was there before is there still.

    Examples
    --------
    >>> write_if_changed(Path("report.html"), b"<!doctype html>")  # doctest: +SKIP
    True
    """
    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
    return True
