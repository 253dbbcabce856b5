"""Which files of the teacher's side the checks in the solutions import; nothing else of it goes to who works alone."""

from __future__ import annotations

import re
from pathlib import Path

IMPORTED = re.compile(r"(?:from|import) (cst1992\.teacher[\w.]*)(?: import (\w+))?")


def files_needed(root: Path) -> list[str]:
    """The files of `cst1992/teacher` that the solutions of a module import, and those that these import in turn.

    Parameters
    ----------
    root : the folder of the module.

    Returns
    -------
    Their paths from that folder, in order; none where no solution imports any.
    """
    waiting = [path for path in sorted((root / "solutions").glob("*/*.ipynb")) if path.stem == path.parent.name]
    found: set[Path] = set()
    while waiting:
        text = waiting.pop().read_text(encoding="utf-8")
        fresh = {file for module, name in IMPORTED.findall(text) for file in _files_of(root, module, name)} - found
        found |= fresh
        waiting += fresh
    return sorted(path.relative_to(root).as_posix() for path in found)


def _files_of(root: Path, module: str, name: str) -> list[Path]:
    """The file of an imported module, and the __init__ of each folder on the way to it."""
    parts = module.split(".")
    ways = [root.joinpath(*parts[:depth]) for depth in range(2, len(parts) + 1)]
    ways += [ways[-1] / name] if name else []
    candidates = [path for way in ways for path in (way / "__init__.py", way.with_suffix(".py"))]
    return [path for path in candidates if path.is_file()]
