"""What the sandbox is made of, kept once in the user's cache: the core of Pyodide, and the packages that sheets need."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from platformdirs import user_cache_path

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.lite.bytecode import unpack_wheel
from cst1992.teacher.lite.packages import with_ours
from cst1992.teacher.lite.release import LOCK, Lock, check_files, found, needed, packages_of, release
from cst1992.teacher.lite.wheels import FROM_HERE, NEEDED_BY_OURS, OURS, lay_out_installed
from cst1992.teacher.marking.deno.fetching import fetch

CORE, PACKAGES = "core", "packages"


def place_of_kept() -> Path:
    """The folder in the user's cache; its name changes with the release and with the packages that go in from here."""
    versions = [f"{name} {metadata.version(name)}" for name in sorted(FROM_HERE)]
    told = "\n".join([release().version, release().sha256[LOCK], *versions])
    name = f"pyodide-{release().version}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"
    return user_cache_path("cst1992", appauthor=False) / name


def keep(pyodide: Path | None) -> Path:
    """The kept folder, made where it is not there yet.

    Parameters
    ----------
    pyodide : a folder or a packed file of the tested release; without it, it is fetched from its own project.

    Raises
    ------
    Mistake
        Pyodide is not there, not whole, damaged or of another release, or there is no room for it.
    """
    if pyodide is not None and not pyodide.exists():
        raise Mistake(f"There is no {pyodide}. Name the folder or the packed file of Pyodide {release().version}.")
    place = place_of_kept()
    if not place.is_dir():
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".making-", dir=place.parent, ignore_cleanup_errors=True) as room:
                _lay_out(Path(room), pyodide)
                _move(Path(room) / "kept", place)
        except OSError as error:
            raise Mistake(f"Pyodide could not be kept in {place} ({error}). It needs about 150 MB there.") from None
    return place


def _lay_out(room: Path, pyodide: Path | None) -> None:
    core, packages = room / "kept" / CORE, room / "kept" / PACKAGES
    core.mkdir(parents=True)
    packages.mkdir()
    if pyodide is None:
        (room / "fetched").mkdir()
        print(f"Pyodide {release().version} is fetched once from {release().address} ...", file=sys.stderr)
        source = fetch(room / "fetched", _from_the_release)
    else:
        source = found(pyodide, room / "unpacked")
    lock = packages_of(source)
    names = _from_the_release(lock)
    files = check_files(source, lock, names)
    for name in release().sha256:
        shutil.copyfile(files[name], core / name)
    for name in names:
        file = files[lock["packages"][name]["file_name"]]
        if file.suffix == ".whl":
            unpack_wheel(file.read_bytes(), packages)
    for package in lay_out_installed(room / "installed"):
        shutil.copytree(package.folder, packages, dirs_exist_ok=True)


def _from_the_release(lock: Lock) -> list[str]:
    """What sheets need of the release's packages."""
    ours = {name: {"depends": list(depends)} for name, depends in FROM_HERE.items()}
    ours[OURS] = {"depends": list(NEEDED_BY_OURS)}
    return [name for name in needed(with_ours(lock, ours), (OURS, "ipython")) if name not in ours]


def _move(made: Path, place: Path) -> None:
    """Put it in its place; somebody else who was faster has made the same."""
    try:
        made.rename(place)
    except OSError:
        if not place.is_dir():
            raise
