"""The release of Pyodide with which the module was tested: found on this machine, and checked file by file."""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import tarfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cst1992.facts.files import asset
from cst1992.facts.mistakes import Mistake

LOCK = "pyodide-lock.json"
Lock = dict[str, Any]


@dataclass(frozen=True)
class Release:
    """One release: its version, the Python in it, its address in the project's own network, its files' checksums.

    `megabytes` is the size of what the module needs of it.
    `sha256` has the files that the release's own list of packages does not name, and that list itself.
    """

    version: str
    python: str
    address: str
    megabytes: int
    sha256: Mapping[str, str]


def release() -> Release:
    """The release with which the module was tested.

    Examples
    --------
    >>> release().version in release().address
    True
    """
    return Release(**json.loads(asset("teacher/lite/pyodide.json")))


def found(place: Path, room: Path) -> Path:
    """The folder that holds Pyodide: the one named, one inside it, or one unpacked from the file that is named.

    Parameters
    ----------
    place : a folder, or a file as Pyodide's own releases are (`.tar.bz2`, `.tar.xz`, `.tar.gz`).
    room : where to unpack a file.

    Raises
    ------
    ValueError
        There is no such place, it cannot be unpacked, or it holds no Pyodide.
    """
    if not place.exists():
        raise Mistake(f"There is no {place}. Name the folder or the packed file of Pyodide {release().version}.")
    folder = _unpacked(place, room) if place.is_file() else place
    for one in (folder, *sorted(folder.glob("*")), *sorted(folder.glob("*/*"))):
        if (one / LOCK).is_file():
            return one
    raise Mistake(
        f"{place} holds no Pyodide: no {LOCK} is in it. Name the folder or the packed file of Pyodide {release().version}."
    )


def _unpacked(file: Path, room: Path) -> Path:
    careful = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    try:
        with tarfile.open(file) as archive:
            archive.extractall(room, **careful)  # type: ignore[arg-type]
    except (tarfile.TarError, lzma.LZMAError, zlib.error, EOFError, ValueError):
        raise Mistake(f"{file} could not be unpacked. It is damaged, or no packed folder: get it again.") from None
    return room


def packages_of(folder: Path) -> Lock:
    """The release's own list of packages, with their files and checksums.

    Raises
    ------
    ValueError
        It is of another release, or damaged.
    """
    _check(folder, {LOCK: release().sha256[LOCK]})
    return dict(json.loads((folder / LOCK).read_text(encoding="utf-8")))


def normal(name: str) -> str:
    """The name of a package as lists of packages write it.

    Examples
    --------
    >>> normal("prompt_toolkit")
    'prompt-toolkit'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(lock: Lock, names: Iterable[str]) -> list[str]:
    """These packages of the list and all that they need, in order of the alphabet.

    Examples
    --------
    >>> needed({"packages": {"a": {"depends": ["b"]}, "b": {"depends": []}, "c": {"depends": []}}}, ["a"])
    ['a', 'b']
    """
    waiting, known = [normal(name) for name in names], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in known:
            known.add(name)
            waiting += map(normal, lock["packages"][name]["depends"])
    return sorted(known)


def check_files(folder: Path, lock: Lock, names: Iterable[str]) -> dict[str, Path]:
    """Look at every file that the site needs.

    Parameters
    ----------
    lock : the release's own list.
    names : the packages of which the files are needed.

    Returns
    -------
    Each file's place by its name.

    Raises
    ------
    ValueError
        A file is missing or is not what the project published; the message names all of them.
    """
    wanted = {lock["packages"][name]["file_name"]: lock["packages"][name]["sha256"] for name in names}
    wanted |= release().sha256
    _check(folder, wanted)
    return {name: folder / name for name in wanted}


def _check(folder: Path, wanted: Mapping[str, str]) -> None:
    missing = [name for name in wanted if not (folder / name).is_file()]
    other = [name for name in wanted if name not in missing and sha256((folder / name).read_bytes()) != wanted[name]]
    told = [f"not there: {', '.join(missing)}"] * bool(missing) + [f"damaged: {', '.join(other)}"] * bool(other)
    if told:
        raise Mistake(
            f"{folder} is not the whole of Pyodide {release().version} ({'; '.join(told)}). "
            f"Get that release again, from the project's own page, and name it with PYODIDE=."
        )


def sha256(content: bytes) -> str:
    """The checksum that lists of packages give.

    Examples
    --------
    >>> sha256(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(content).hexdigest()
