"""The boxes of a notebook: do they parse, do the verbs exist, and does the module have what they ask for?"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cst1992
from cst1992.facts.arguments import article_number
from cst1992.facts.cases import case_key
from cst1992.facts.filters import filters_of
from cst1992.facts.lines import DamagedTable
from cst1992.facts.mistakes import AbsentSection, MissingData, Mistake
from cst1992.facts.module import BrokenModule, module
from cst1992.facts.package import has_table, nearest, table_names
from cst1992.facts.page_number import page_files, page_number
from cst1992.facts.sections import demand
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.bank_file import BrokenBank
from cst1992.teacher.check.fault import Fault
from cst1992.teacher.check.places import named, notebooks_folder


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook: what it is, its text, its metadata, and how a fault names its place."""

    kind: str
    text: str
    about: dict[str, Any]
    where: str


def cells_of(path: Path, titled: bool = False) -> tuple[list[Cell], list[Fault]]:
    """The cells of a notebook; or none, and what is wrong with the file.

    Parameters
    ----------
    titled : a page needs a title in its metadata.
    """
    mend = "Open it in JupyterLab and save it again, or take an earlier copy of it."
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        cells, title = content["cells"], content.get("metadata", {}).get("title", "")
        found = [
            Cell(
                cell["cell_type"],
                "".join(cell["source"]),
                cell["metadata"],
                f"{named(path)}, cell {number} ({cell.get('id', 'no id')})",
            )
            for number, cell in enumerate(cells, start=1)
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [], [Fault(named(path), f"it cannot be read as a notebook ({type(error).__name__}: {error}). {mend}")]
    if titled and not title:
        told = 'the notebook has no title. Write "title": "the question of the page" into its metadata'
        return found, [Fault(named(path), f"{told} (in JupyterLab: the gears on the right).")]
    return found, []


def code_faults(cell: Cell) -> Iterator[Fault]:
    """Everything that is wrong in the Python of one cell."""
    if cell.kind != "code" or cell.text.startswith("%%"):
        return
    plain = "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in cell.text.splitlines())
    try:
        tree = ast.parse(plain)
    except SyntaxError as error:
        told = f"line {error.lineno} is not Python ({error.msg}): {(error.text or '').strip()!r}. Mend the line."
        yield Fault(cell.where, told)
        return
    verbs = dir(cst1992)
    for node in ast.walk(tree):
        verb = _verb(node)
        if verb and verb not in verbs:
            told = f"there is no cst.{verb} in this module. {_why_not(verb, verbs)}"
            yield Fault(cell.where, f"{told} Change the line, or take it out.")
        if isinstance(node, ast.Call) and (called := _verb(node.func)) in verbs:
            yield from _asked_in_vain(cell, called, node)


def _why_not(verb: str, verbs: list[str]) -> str:
    """Why there is no such verb: the module lacks what it is about; else the nearest one, in a question."""
    try:
        demand(verb)
    except AbsentSection as absent:
        return str(absent)
    return nearest_verb(verb, verbs)


def nearest_verb(name: str, verbs: list[str]) -> str:
    """The nearest verb, in a question; all of them would fill a screen."""
    return nearest(name, verbs).split("There are:")[0].strip()


def _verb(node: ast.AST) -> str:
    """The verb of ours that a piece of code names, as in `cst.events`; empty where it names none."""
    match node:
        case ast.Attribute(value=ast.Name(id="cst"), attr=verb):
            return verb
    return ""


def _asked_in_vain(cell: Cell, verb: str, call: ast.Call) -> Iterator[Fault]:
    """What a call asks for that the module does not have; what stands in it as a name is not looked at."""
    written = [*call.args, *(part.value for part in call.keywords)]
    if not all(isinstance(part, ast.Constant) and part.value is not ... for part in written):
        return
    given = [part.value for part in call.args if isinstance(part, ast.Constant)]
    words = {part.arg: part.value.value for part in call.keywords if part.arg and isinstance(part.value, ast.Constant)}
    try:
        if verb in table_names():
            _filtered(verb, given, words)
        elif verb in READ and given:
            READ[verb](*given, **words)
    except (BrokenBank, BrokenModule, DamagedTable, MissingData):
        return  # told where the file is checked
    except (Mistake, TypeError) as mistake:
        yield Fault(cell.where, f"cst.{verb}: {mistake}")


def _filtered(table: str, given: list[Any], words: dict[str, Any]) -> None:
    filters = filters_of(table)
    asked = dict(zip([one.name for one in filters], given, strict=False)) | words
    for one in filters:
        if asked.get(one.name) is not None:
            one.ids(asked[one.name])


def _page(number: object, *_: object, **__: object) -> None:
    known = [page_number(path.name) for path in page_files(notebooks_folder())]
    if page_number(number) not in known:
        raise Mistake(f"there is no page {number!r}. {nearest(page_number(number), known)}")


def _country(number: object, *_: object, **__: object) -> None:
    if page_number(number) not in module().topics:
        told = f"data/module.yaml names no topic for {number!r} under country.topics. Add one there"
        raise Mistake(f"{told}, or take the line out.")


def _quiz(name: object, section: str | None = None, **_: object) -> None:
    load_bank(str(name)).asked(section)


def _article(number: object, *_: object, **__: object) -> None:
    article_number(number)


def _case(name: object, *_: object, **__: object) -> None:
    if has_table("cases"):
        case_key(name)


READ: dict[str, Callable[..., None]] = {
    **dict.fromkeys(("begin", "done", "words", "my_answer"), _page),
    **dict.fromkeys(("article", "then_and_now"), _article),
    **dict.fromkeys(("decide", "outcome"), _case),
    "country": _country,
    "quiz": _quiz,
}
