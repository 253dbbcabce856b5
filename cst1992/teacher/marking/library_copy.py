"""What lies in the sandbox beside a sheet: the library without the teacher's part, the data, and the runner."""

from __future__ import annotations

import compileall
import shutil
from pathlib import Path

from cst1992.facts.files import LIBRARY, data_folder

NOT_FOR_STUDENTS = ("teacher", "_data", "__pycache__")
INSIDE = Path(__file__).parent / "inside"


def write_library_copy(target: Path, for_this_python: bool = True) -> Path:
    """Copy what a student's code may see into a folder; the folder.

    Parameters
    ----------
    for_this_python : compile it, and copy what matplotlib knows of the fonts of this machine.

    Solutions, hidden tests and whatever else lies beside the library stay out of it.
    """
    shutil.copytree(LIBRARY, target / "cst1992", ignore=shutil.ignore_patterns(*NOT_FOR_STUDENTS))
    shutil.copytree(data_folder(), target / "cst1992" / "_data")
    inside = target / "cst1992" / INSIDE.relative_to(LIBRARY)
    shutil.copytree(INSIDE, inside, ignore=shutil.ignore_patterns("__pycache__"))
    for room in (inside.parent, inside.parent.parent):
        shutil.copy(LIBRARY / room.relative_to(target / "cst1992") / "__init__.py", room)
    if for_this_python:
        _copy_fonts(target / "matplotlib")
        compileall.compile_dir(target, quiet=2, workers=1)
    return target


def _copy_fonts(target: Path) -> None:
    """matplotlib's list of fonts, which it would otherwise make anew for every sheet."""
    import matplotlib
    from matplotlib import font_manager

    target.mkdir()
    del font_manager  # its import has made the list
    for path in Path(matplotlib.get_cachedir()).glob("fontlist*.json"):
        shutil.copy(path, target)
