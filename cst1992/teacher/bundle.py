"""`make bundle`: one zip file for students, to hand out through a learning management system.

It holds notebooks, exercises, data, the library and what is needed to install it: no solutions, no hidden tests, and
nothing of the teacher's side. The folder in it is named after the module and its content, and its files bear the day of
the newest fact: a newer zip never writes into the folder of an earlier one, where a learner has worked.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cst1992.answers.memo import MAGIC, words_of
from cst1992.facts.files import module_folder
from cst1992.facts.mistakes import Mistake, said_of
from cst1992.facts.module import module
from cst1992.facts.package import description
from cst1992.facts.page_number import page_files
from cst1992.facts.writing import write_whole
from cst1992.teacher.needed_by_solutions import files_needed

WHOLE = (
    "environment.yml",
    "requirements.lock",
    "LICENSE",
    "LICENSE-CONTENT",
    "CITATION.cff",
    "cst1992/__init__.py",
    "cst1992/__init__.pyi",
    "cst1992/py.typed",
)
ROOMS = ("facts", "answers", "quizzes", "pictures", "cards", "page")
TREES = ("notebooks", "exercises", "data", *(f"cst1992/{room}" for room in ROOMS))
KINDS = (".ipynb", ".py", ".pyi", ".md", ".csv", ".json", ".geojson", ".yaml", ".css", ".js", ".typed", ".mo")
LEFT_OUT = ("/__pycache__/", "/.ipynb_checkpoints/", "/activities/")  # activities tell the teacher what is revealed
FIRST_IN_A_ZIP = date(1980, 1, 1)  # the format knows no earlier day
FILE_FOR_ALL, FOLDER_FOR_ALL = 0o100644 << 16, 0o40755 << 16 | 0x10
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

   With conda: `conda env create -f environment.yml`, then `conda activate {environment}` and `jupyter lab`.
3. Open `notebooks/{first}`. It says how a page works.
4. Exercises are in `exercises/`. Work in the sheet, save it, and hand in the file under the name that it has.

Your answers in the notebooks stay on your own computer, outside this folder.

# When you get a newer file

Unpack it beside the old folder. Its folder has another name, so nothing that you have written is touched. Then:

- Your answers to the quizzes and in the boxes of the notebooks are there again by themselves.
- A sheet that you have begun: copy your file from `exercises/` of the old folder into the same place in the new one. Or
  finish it in the old folder, which goes on working.
- Set up the new folder as above, from step 2. Do the same, after you have removed `.venv`, in a folder that you have
  moved: an environment remembers its place.

When you unpack the same file a second time, your program asks whether to replace files. Answer *No*, *None* or *Skip*:
the files in the folder are those in which you have worked. In a terminal, `unzip -u` skips them by itself.
"""
SELF_STUDY = """
# For somebody who works alone

This file has a folder `solutions/` beside `exercises/`. The check below each answer therefore says right or wrong, and
why; after a first attempt a model answer can be unfolded there. Without the folder `solutions/` it tells the form alone.
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
    """In exercises/ the sheets of assignments alone, each as it was released; in solutions/ theirs alone."""
    if tree not in ("exercises", "solutions"):
        return True
    if path.name != f"{path.parent.name}.ipynb":
        return False
    if tree == "exercises":
        _check_unanswered(path)
    return True


def _check_unanswered(path: Path) -> None:
    """Nobody hands out a sheet that somebody has tried: a Mistake where a box was run or filled in."""
    with said_of(path, "Make it anew with `make exercises`, then make the bundle."):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        source = "".join(cell["source"])
        filled_in = words_of(source) if source.startswith(MAGIC) else "..." not in source
        if cell.get("outputs") or (cell["metadata"].get("nbgrader", {}).get("solution") and filled_in):
            raise Mistake(f"Somebody has worked in {path}. Make it anew with `make exercises`, then make the bundle.")


def files_for_students(self_study: bool = False) -> Iterator[tuple[str, Path]]:
    """Each file that students get: its place in the module, and where it lies; a Mistake where a sheet was worked in."""
    root = module_folder()
    for tree in (*TREES, "solutions") if self_study else TREES:
        if not (root / tree).is_dir():
            if tree == "exercises" and not any((root / "solutions").glob("*/*.ipynb")):
                continue  # a module without exercises
            raise Mistake(f"There is no folder {root / tree}. Run this command in a copy of the whole module.")
        for path in sorted((root / tree).rglob("*")):
            name = path.relative_to(root).as_posix()
            left_out = any(part in f"/{name}/" for part in LEFT_OUT)
            if path.is_file() and path.suffix in KINDS and not left_out and _belongs(path, tree):
                yield name, path
    for name in (*WHOLE, *files_needed(root)) if self_study else WHOLE:
        yield name, root / name


def write_bundle(target: Path, self_study: bool = False) -> int:
    """Write the zip file.

    Parameters
    ----------
    target : the file to write; an earlier one is replaced.
    self_study : with the solutions, for somebody who works alone and whom nobody marks.

    Returns
    -------
    How many files are in it.

    Raises
    ------
    ValueError
        A part of the module is missing.
    """
    texts = {name: path.read_bytes() for name, path in files_for_students(self_study)}
    texts["HOWTO.md"] = _how_to(self_study).encode("utf-8")
    texts["pyproject.toml"] = students_pyproject().encode("utf-8")
    write_whole(target, _zipped(folder_of(texts), texts))
    return len(texts)


def _how_to(self_study: bool) -> str:
    """How to start, with the name of the first notebook and of the environment."""
    pages = page_files(module_folder() / "notebooks")
    if not pages:
        raise Mistake(
            f"No notebook lies in {module_folder() / 'notebooks'}. The name of a page begins with two figures."
        )
    environment = re.search(r"(?m)^name: *(\S+)", (module_folder() / "environment.yml").read_text(encoding="utf-8"))
    named = HOWTO.replace("{first}", pages[0].name).replace("{environment}", environment[1] if environment else "")
    return named + SELF_STUDY * self_study


def folder_of(texts: dict[str, bytes]) -> str:
    """The name of the folder in the zip: the version of the data, and six signs that change when any file does.

    Examples
    --------
    >>> folder_of({"a": b"1"}) == folder_of({"a": b"2"})
    False
    """
    content = hashlib.sha256()
    for name, text in sorted(texts.items()):
        content.update(f"{name}\n{len(text)}\n".encode() + text)
    return f"{module().folder}-{description()['version']}-{content.hexdigest()[:6]}"


def _zipped(folder: str, texts: dict[str, bytes]) -> bytes:
    """The zip file, in which everybody may read every file, whoever unpacks it."""
    names = [f"{folder}/{name}" for name in texts]
    folders = {f"{parent.as_posix()}/" for name in names for parent in Path(name).parents if parent.name}
    packed, day = io.BytesIO(), max(module().facts_to, FIRST_IN_A_ZIP)
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted([*folders, *names]):
            entry = zipfile.ZipInfo(name, (*day.timetuple()[:3], 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = FOLDER_FOR_ALL if name in folders else FILE_FOR_ALL
            content = b"" if name in folders else texts[name.partition("/")[2]]
            archive.writestr(entry, content, None if name in folders else zipfile.ZIP_DEFLATED)
    return packed.getvalue()
