"""The site's own list of packages: the release's, with our wheels in it and in the place of what they replace."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cst1992.teacher.lite.bytecode import compiled, pack_wheel, unpack_wheel
from cst1992.teacher.lite.release import Lock, needed, sha256
from cst1992.teacher.lite.wheels import OF_THE_KERNEL, OURS, Package

FROM_THE_START = ("micropip", "ssl", "sqlite3", "jedi", "ipython", "comm", *OF_THE_KERNEL, OURS)
Entries = dict[str, dict[str, Any]]


def pack(packages: Iterable[Package], target: Path) -> Entries:
    """Write our packages as wheels into a folder, and give their entries by name."""
    entries = {}
    for package in packages:
        content = pack_wheel(package.folder)
        entry = package.entry(content)
        (target / entry["file_name"]).write_bytes(content)
        entries[package.name] = entry
    return entries


def taken_from_the_release(lock: Lock, packages: Iterable[Package]) -> list[str]:
    """The names of what the site takes from the release: all that is needed and that our packages do not bring."""
    ours = {package.name: {"depends": list(package.depends)} for package in packages}
    return [name for name in needed(with_ours(lock, ours), FROM_THE_START) if name not in ours]


def lay_in(files: Mapping[str, Path], target: Path) -> None:
    """Copy files of the release into the site, as they are."""
    for name, path in files.items():
        shutil.copyfile(path, target / name)


def compile_stock(lock: Lock, names: Iterable[str], target: Path, room: Path, python: str) -> Entries:
    """Let the release's wheels in a folder bring what Python has compiled; give their entries, with new checksums.

    Parameters
    ----------
    lock, names : the release's own list, and which of its packages lie in the folder.
    target : the folder.
    room, python : where to compile, and with which Python.
    """
    files = {name: target / lock["packages"][name]["file_name"] for name in names}
    wheels = {name: path for name, path in files.items() if path.suffix == ".whl"}
    for name, path in wheels.items():
        unpack_wheel(path.read_bytes(), room / name)
    compiled(room, python, sourceless=True)
    changed = {}
    for name, path in wheels.items():
        content = pack_wheel(room / name)
        path.write_bytes(content)
        changed[name] = {**lock["packages"][name], "sha256": sha256(content)}
    return changed


def with_ours(lock: Lock, entries: Entries) -> Lock:
    """The list with other entries; each takes the place of the one that has its name.

    Examples
    --------
    >>> with_ours({"packages": {"a": 1}}, {"a": {}, "b": {}})
    {'packages': {'a': {}, 'b': {}}}
    """
    return {**lock, "packages": {**lock["packages"], **entries}}


def write_list(lock: Lock, entries: Entries, file: Path) -> None:
    """Write the site's own list."""
    file.write_text(json.dumps(with_ours(lock, entries)), encoding="utf-8")
