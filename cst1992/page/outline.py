"""The pages of the walk as files: their boxes, the headings above them, and what each box names."""

from __future__ import annotations

import ast
import json
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cst1992.facts.catalogues import in_language
from cst1992.facts.files import Version, module_folder, version_of
from cst1992.facts.mistakes import Mistake
from cst1992.facts.page_number import page_files, page_number
from cst1992.facts.speech import say, to_be_said

STOP, SPARE = to_be_said("*A good place to stop.*"), to_be_said("If you have time")
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Box:
    """One box of Python: its id in the file, its text, and the heading above it, with the cell that has the heading.

    `core`: it stands above *If you have time*.
    """

    id: str
    code: str
    heading: str
    under: str
    core: bool = True


@dataclass(frozen=True)
class Page:
    """One page: its file, its question, its boxes, and the headings with which its parts begin (text and cell)."""

    file: Path
    title: str
    boxes: tuple[Box, ...]
    parts: tuple[tuple[str, str], ...]

    @property
    def number(self) -> str:
        """Its number in the walk, such as "02"."""
        return page_number(self.file.name)

    def box_with(self, *words: str) -> Box | None:
        """The first box that holds all these words; None where there is none."""
        return next((box for box in self.boxes if all(word in box.code for word in words)), None)


def walk_folder() -> Path:
    """Where the pages lie: beside the learner, where a kernel stands in their folder; else in the module's folder.

    Pages in another language lie in a folder inside it, which is named after its code.
    """
    here = Path.cwd()
    if not page_files(here):
        return module_folder() / "notebooks"
    return here.parent if here == in_language(here.parent) else here


def walk_pages() -> list[Page]:
    """All pages of the walk that are found, in their order; none where only the library is at hand.

    A page that the language lacks which is spoken is there in English.
    """
    folder = walk_folder()
    twins = {page_number(file.name): file for file in page_files(in_language(folder))}
    files = [twins.get(page_number(file.name), file) for file in page_files(folder)]
    return [page for file in files if (page := page_of(file)) is not None]


def page_numbered(notebook: str) -> Page:
    """One page of the walk by its number.

    Raises
    ------
    ValueError
        There is no such page; the message lists those that exist.
    """
    number, known = page_number(notebook), walk_pages()
    found = [page for page in known if page.number == number]
    if not found:
        numbers = ", ".join(page.number for page in known)
        if not known:
            raise Mistake(
                say("There is no page {given!r}. No page lies in {folder}.", given=notebook, folder=walk_folder())
            )
        example = known[min(2, len(known) - 1)].number
        raise Mistake(
            say(
                "There is no page {given!r}. The pages found in {folder} are {numbers}. "
                'Write the number of a page, such as "{example}".',
                given=notebook,
                folder=walk_folder(),
                numbers=numbers,
                example=example,
            )
        )
    return found[0]


def page_of(file: Path) -> Page | None:
    """What a notebook's file says; None where it cannot be read as one."""
    try:
        return _read_page(file, version_of(file), (STOP, say(STOP)), (SPARE, say(SPARE)))
    except (OSError, ValueError, KeyError, TypeError):
        return None


@cache
def _read_page(file: Path, version: Version, stops: tuple[str, ...], spare: tuple[str, ...]) -> Page:
    """Read a page; `version` makes the cache forget an older one.

    Parameters
    ----------
    stops, spare : how a page says that it is a good place to stop, and what is no core, in English and as it is spoken.
    """
    boxes: list[Box] = []
    parts: list[tuple[str, str]] = []
    title = heading = under = ""
    core = True
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
        text, identity = "".join(cell["source"]), str(cell.get("id", ""))
        if cell["cell_type"] == "code":
            boxes.append(Box(identity, text, heading, under, core))
            continue
        for found in HEADING.finditer(text) if cell["cell_type"] == "markdown" else ():
            heading, under = found.group(2).strip(), identity
            title, core = title or heading, core and heading not in spare
            if text[: found.start()].rstrip().endswith(stops):
                parts.append((heading, under))
    return Page(file, title, tuple(boxes), tuple(parts))


def names_of(code: str) -> set[str]:
    """The names that a box gives to something, imports included; none where it is no Python yet.

    Examples
    --------
    >>> sorted(names_of("import cst1992 as cst\\nnotes = cst.references()"))
    ['cst', 'notes']
    """
    try:
        lines = ast.parse(code).body
    except SyntaxError:
        return set()
    found: set[str] = set()
    for line in lines:
        if isinstance(line, ast.Import | ast.ImportFrom):
            found |= {name.asname or name.name.split(".")[0] for name in line.names}
        elif isinstance(line, ast.FunctionDef | ast.ClassDef):
            found.add(line.name)
        else:
            found |= {
                name.id for name in ast.walk(line) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
            }
    return found


def running_file() -> Path | None:
    """The notebook that runs this kernel, as far as Jupyter tells; None where it does not."""
    told = os.environ.get("JPY_SESSION_NAME", "")
    if not told:
        return None
    for file in (Path(told), Path.cwd() / Path(told).name):
        if file.suffix == ".ipynb" and file.is_file():
            return file.resolve()
    return None
