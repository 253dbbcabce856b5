"""`make lite`: the web site as a whole, built beside its place and moved there when nothing is missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from cst1992.facts.files import asset
from cst1992.facts.mistakes import Mistake
from cst1992.teacher.bundle import files_for_students
from cst1992.teacher.lite import settings, start_page
from cst1992.teacher.lite.bytecode import compiled, python_of_the_release
from cst1992.teacher.lite.packages import compile_stock, lay_in, pack, taken_from_the_release, write_list
from cst1992.teacher.lite.release import LOCK, check_files, found, packages_of, release
from cst1992.teacher.lite.wheels import lay_out_installed, lay_out_kernel, lay_out_ours

BUILDERS = {"jupyterlite-core": "0.6.4", "jupyterlite-pyodide-kernel": "0.6.1"}
EXTENSIONS = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
KERNEL = EXTENSIONS / "@jupyterlite" / "pyodide-kernel-extension"
WIDGETS = EXTENSIONS / "@jupyter-widgets" / "jupyterlab-manager"
APPS = ("lab", "notebooks", "tree", "edit")
CONTENTS = ("notebooks/", "exercises/", "data/")
SIGN = "serve.py"  # in every site of ours, and in no folder that somebody else has filled


@dataclass(frozen=True)
class Site:
    """A built site: where it is, how large, where its pages get Pyodide from, and which Python compiled for it."""

    folder: Path
    megabytes: int
    from_network: bool
    python: str | None


def build(target: Path, pyodide: Path | None = None, compile_too: bool = True) -> Site:
    """Build the site.

    Parameters
    ----------
    target : its folder; an earlier site there is replaced, anything else is left alone.
    pyodide : a folder or a packed file of Pyodide, which goes into the site; without it the pages fetch Pyodide from
        the network of its own project.
    compile_too : let the wheels bring what Python has compiled, where a Python of the right version is found.

    Raises
    ------
    ValueError
        Something is missing, damaged, or cannot be written; the message says what and how to mend it. An earlier site
        is still there, and no half of a new one.
    """
    _check_builders()
    _check_target(target)
    python = python_of_the_release() if compile_too else None
    with _room_beside(target) as room:
        _build_in(room, pyodide, python)
        size = megabytes_of(room / "site")
        _move(room / "site", target, room)
    return Site(target, size, pyodide is None, python)


def megabytes_of(folder: Path) -> int:
    """The size of all files in a folder."""
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000_000)


def _check_builders() -> None:
    for name, version in BUILDERS.items():
        try:
            there = metadata.version(name)
        except metadata.PackageNotFoundError:
            there = "none"
        if there != version:
            raise Mistake(
                f"The site is built with {name} {version}; installed here is {there}. Say: make lite, or "
                "pip install -c requirements.lock -e '.[lite]'"
            )


def _check_target(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise Mistake(f"{target} is a file. Name a folder for the site.")
    if target.is_dir() and any(target.iterdir()) and not (target / SIGN).is_file():
        raise Mistake(f"{target} holds files that are not of a site made here. Name another folder, or empty it.")


@contextmanager
def _room_beside(target: Path) -> Iterator[Path]:
    """A folder to work in, on the same disk as the target; gone at the end, whatever happened."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        room = tempfile.mkdtemp(prefix=".lite-", dir=target.parent)
    except OSError as error:
        raise Mistake(f"{target} cannot be written ({error.strerror}). Name another place.") from None
    try:
        yield Path(room)
    except OSError as error:
        raise Mistake(
            f"The site could not be written to {target} ({error}). Make room, or name another place."
        ) from None
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _build_in(room: Path, pyodide: Path | None, python: str | None) -> None:
    """All steps, in a folder of their own: `site` in it is the result."""
    static, laid_out = room / "inputs" / "static" / "pyodide", room / "wheels"
    static.mkdir(parents=True)
    source = found(pyodide, room / "unpacked") if pyodide else None
    lock = packages_of(source) if source else {}
    packages = [
        lay_out_ours(laid_out),
        *lay_out_installed(laid_out),
        *lay_out_kernel(laid_out, KERNEL / "static" / "pypi"),
    ]
    names = taken_from_the_release(lock, packages) if source else []
    if source:
        lay_in(check_files(source, lock, names), static)
    if python:
        compiled(laid_out, python)
    entries = pack(packages, static)
    if source:
        stock = compile_stock(lock, names, static, room / "stock", python) if python else {}
        write_list(lock, {**stock, **entries}, static / LOCK)
    else:
        settings.write_network_start(static, entries)
    _lay_out_contents(room / "contents")
    settings.write_settings(room / "inputs", [KERNEL, WIDGETS])
    _run_builder(room)
    fetched = megabytes_of(room / "site") + (0 if source else release().megabytes)
    start_page.write(room / "site", fetched, versions_told())
    (room / "site" / SIGN).write_text(asset("teacher/lite/serve.py"), encoding="utf-8")


def _lay_out_contents(folder: Path) -> None:
    """Copy what a learner opens: notebooks, sheets and data, byte for byte."""
    for name, path in files_for_students():
        if name.startswith(CONTENTS):
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


def _run_builder(room: Path) -> None:
    """Let JupyterLite put its pages together."""
    apps = [word for app in APPS for word in ("--apps", app)]
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", str(room / "inputs")]
    command += ["--contents", str(room / "contents"), "--output-dir", str(room / "site"), *apps]
    done = subprocess.run(
        [*command, "--no-sourcemaps", "--no-unused-shared-packages"],
        cwd=room / "inputs",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not (room / "site" / "lab" / "index.html").is_file():
        told = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()][-1:] or ["no word of why"]
        raise Mistake(f"JupyterLite could not build the site: {told[0].strip()}")


def _move(built: Path, target: Path, room: Path) -> None:
    """Put the new site in the place of an earlier one, which goes with the folder in which we worked."""
    built.chmod(0o755)
    if target.exists():
        target.rename(room / "earlier")
    try:
        built.rename(target)
    except OSError:
        if (room / "earlier").exists():
            (room / "earlier").rename(target)
        raise


def versions_told() -> str:
    """What the site is made of, in one line.

    Examples
    --------
    >>> versions_told()[:8]
    'Pyodide '
    """
    made_of = [f"Pyodide {release().version}", *(f"{name} {version}" for name, version in BUILDERS.items())]
    return ", ".join(made_of)
