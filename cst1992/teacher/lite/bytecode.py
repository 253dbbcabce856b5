"""Wheels that bring what Python has compiled: a browser that need not compile pandas opens a page in half the time."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

from cst1992.teacher.lite.release import release

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file knows: the same files give the same bytes
COMPILE = """
import compileall, pathlib, py_compile, sys
folder, there, beside = sys.argv[1:]
for wheel in sorted(pathlib.Path(folder).iterdir()):
    compileall.compile_dir(
        wheel, maxlevels=99, quiet=2, legacy=bool(beside), stripdir=str(wheel), prependdir=there,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
"""
KEPT_BY_VERSION = (
    ".pyenv/versions/{}.*/bin/python{}",
    ".local/share/uv/python/cpython-{}*/bin/python{}",
    "AppData/Local/Programs/Python/Python{}/python.exe",
)


def python_of_the_release() -> str | None:
    """A Python on this machine that compiles for the browser's one: of the same version; None where there is none."""
    version = release().python
    kept = [pattern.format(version, version) for pattern in KEPT_BY_VERSION[:2]]
    kept.append(KEPT_BY_VERSION[2].format(version.replace(".", "")))
    try:
        found = [str(path) for pattern in kept for path in sorted(Path.home().glob(pattern))]
    except RuntimeError:
        found = []
    candidates = [sys.executable, shutil.which(f"python{version}"), *found]
    return next((one for one in candidates if one and _version_of(one) == version), None)


def _version_of(python: str) -> str:
    """The version of a Python, "3.12"; empty where it does not run."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([python, "-I", "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()


def compiled(folder: Path, python: str, sourceless: bool = False) -> None:
    """Compile all of Python's files in a folder of unpacked wheels, as they will lie in the browser.

    Parameters
    ----------
    folder : its folders are unpacked wheels.
    sourceless : leave out the source of what was compiled: less to fetch, and no lines of it after an error.
    """
    there = f"/lib/python{release().python}/site-packages"
    command = [python, "-I", "-c", COMPILE, str(folder), there, "beside" if sourceless else ""]
    subprocess.run(command, check=False, capture_output=True)  # a sample in a package may be no Python
    for source in folder.rglob("*.py") if sourceless else ():
        if source.with_suffix(".pyc").exists():
            source.unlink()


def unpack_wheel(content: bytes, folder: Path) -> None:
    """Unpack a wheel."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        archive.extractall(folder)


def pack_wheel(folder: Path) -> bytes:
    """Pack a folder into a wheel; the same files give the same bytes."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), FIRST_DAY)
                entry.external_attr = 0o100644 << 16
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
