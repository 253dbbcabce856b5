"""Pyodide from the network of its own project, file by file, each checked before it is kept."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from pathlib import Path

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.lite.release import LOCK, Lock, packages_of, release

SECONDS = 60


def fetch(room: Path, wanted: Callable[[Lock], Iterable[str]]) -> Path:
    """Bring what is needed of the tested release into a folder; the folder.

    Parameters
    ----------
    room : an empty folder.
    wanted : the names of the packages, from the release's own list.

    Raises
    ------
    Mistake
        The network does not give it; the message says the other way.
    """
    _bring(LOCK, room)
    lock = packages_of(room)
    files = [name for name in release().sha256 if name != LOCK]
    for file in [*files, *(lock["packages"][name]["file_name"] for name in wanted(lock))]:
        _bring(file, room)
    return room


def _bring(file: str, room: Path) -> None:
    try:
        with urllib.request.urlopen(release().address + file, timeout=SECONDS) as answer:
            (room / file).write_bytes(answer.read())
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        raise Mistake(
            f"Pyodide {release().version} could not be fetched from {release().address} ({error}). Look at the network and "
            f"run the command again; or get that release on another way and name its folder or packed file: --pyodide PLACE"
        ) from None
