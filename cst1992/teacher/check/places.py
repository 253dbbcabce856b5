"""Where the notebooks and solutions lie that are checked, and how their places are named."""

from __future__ import annotations

from pathlib import Path

from cst1992.facts.files import module_folder


def notebooks_folder() -> Path:
    """The folder of the notebooks, whether it is there or not."""
    return module_folder() / "notebooks"


def named(path: Path) -> str:
    """A file as a fault names it: from the folder of the module."""
    return path.relative_to(module_folder()).as_posix()
