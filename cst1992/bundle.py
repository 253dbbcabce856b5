"""`make bundle`: one zip file for students, to hand out through a learning management system.

It holds notebooks, exercises, data, the library and what is needed to install it: no solutions, no hidden tests, and
nothing of the teacher's side.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from cst1992.mistakes import Mistake
from cst1992.places import module_folder

FOLDER = "collective-security-treaty-1992"
WHOLE = ("environment.yml", "requirements.lock", "LICENSE", "LICENSE-CONTENT", "CITATION.cff")
TREES = ("notebooks", "exercises", "data", "cst1992")
TEACHERS = (
    "cst1992/assets/edition.css",
    "cst1992/assets/edition.js",
    "cst1992/brief.py",
    "cst1992/brief_timeline.py",
    "cst1992/bundle.py",
    "cst1992/cli.py",
    "cst1992/objective_map.py",
    "cst1992/publish/",
    "cst1992/quizzes/export.py",
    "cst1992/release.py",
)
KINDS = (".ipynb", ".py", ".pyi", ".md", ".csv", ".json", ".geojson", ".yaml", ".css", ".js", ".typed")
LEFT_OUT = ("/__pycache__/", "/.ipynb_checkpoints/")
FIRST_DAY = (1992, 5, 15, 0, 0, 0)
HOWTO = """# How to start

1. Unpack this file. You need Python 3.11 or newer and, the first time, the internet.
2. Open a terminal in this folder and write, on Windows:

   ```
   py -m venv .venv
   .venv\\Scripts\\python -m pip install -c requirements.lock -e .
   .venv\\Scripts\\jupyter lab
   ```

   and elsewhere:

   ```
   python3 -m venv .venv
   .venv/bin/python -m pip install -c requirements.lock -e .
   .venv/bin/jupyter lab
   ```

   With conda: `conda env create -f environment.yml`, then `conda activate cst1992` and `jupyter lab`.
3. Open `notebooks/00_start_here.ipynb`. It says how a page works.
4. Exercises are in `exercises/`. Work in the sheet, save it, and hand in the file under the name that it has.

Your answers in the notebooks stay on your own computer.
"""


def _without_section(text: str, name: str) -> str:
    """A TOML text without one of its tables."""
    return re.sub(rf"(?ms)^\[{re.escape(name)}\]\n.*?(?=^\[|\Z)", "", text)


def students_pyproject() -> str:
    """The module's pyproject.toml without the teacher's commands and extras."""
    text = (module_folder() / "pyproject.toml").read_text(encoding="utf-8")
    for name in ("project.scripts", "project.optional-dependencies"):
        text = _without_section(text, name)
    return text.replace('readme = "README.md"', 'readme = "HOWTO.md"').replace('"README.md", ', "")


def _belongs(path: Path, tree: str) -> bool:
    """In exercises/ the sheets of assignments alone, each as it was released."""
    if tree == "exercises":
        if path.name != f"{path.parent.name}.ipynb":
            return False
        _check_unanswered(path)
    return True


def _check_unanswered(path: Path) -> None:
    """Nobody hands out a sheet that somebody has tried: a Mistake where a box was run or filled in."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        answered = cell["metadata"].get("nbgrader", {}).get("solution") and cell["cell_type"] == "code"
        if cell.get("outputs") or (answered and "= ..." not in "".join(cell["source"])):
            raise Mistake(f"Somebody has worked in {path}. Make it anew with `make exercises`, then make the bundle.")


def _files() -> Iterator[tuple[str, Path]]:
    root = module_folder()
    for tree in TREES:
        if not (root / tree).is_dir():
            raise Mistake(f"There is no folder {root / tree}. Run this command in a copy of the whole module.")
        for path in sorted((root / tree).rglob("*")):
            name = path.relative_to(root).as_posix()
            left_out = any(part in f"/{name}/" for part in LEFT_OUT) or name.startswith(TEACHERS)
            if path.is_file() and path.suffix in KINDS and not left_out and _belongs(path, tree):
                yield name, path
    for name in WHOLE:
        yield name, root / name


def write_bundle(target: Path) -> int:
    """Write the zip file.

    Parameters
    ----------
    target : the file to write; an earlier one is replaced.

    Returns
    -------
    How many files are in it.

    Raises
    ------
    ValueError
        A part of the module is missing.
    """
    texts = {name: path.read_bytes() for name, path in _files()}
    texts["HOWTO.md"] = HOWTO.encode("utf-8")
    texts["pyproject.toml"] = students_pyproject().encode("utf-8")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(texts.items()):
            archive.writestr(zipfile.ZipInfo(f"{FOLDER}/{name}", FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return len(texts)
