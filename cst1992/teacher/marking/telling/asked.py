"""What the sheet says of each task: its heading, what is asked, where its means were shown, and what would be right."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from cst1992.facts.catalogues import in_language
from cst1992.facts.files import module_folder
from cst1992.facts.mistakes import Mistake
from cst1992.facts.page_number import page_number
from cst1992.facts.sections import rows_if_there
from cst1992.teacher.assignments import solution_path
from cst1992.teacher.marking.master import Master, MasterCell, solutions_in
from cst1992.teacher.marking.telling.prose import in_one_line
from cst1992.teacher.marking.texts.rubric import rubric_of

HEADING = re.compile(r"(?m)^#{1,3} +(.+?)\s*#*$")
MODEL = "**Model answer"
Cell = Mapping[str, Any]


@dataclass(frozen=True)
class Place:
    """A section that shows what a task needs: of a notebook by its number, or of the sheet itself (no number)."""

    notebook: str
    section: str


@dataclass(frozen=True)
class Asked:
    """One task as the sheet has it.

    `prompt` is Markdown without its heading; `boxes` are the answer boxes; `right` is Python, or Markdown for a text;
    `skill` is the name of its objective, and what it asks. Of a text, `read_to` is the last word that is read (0 where all
    are), and `criteria` says of each what is wanted, and what its highest level asks.
    """

    heading: str
    prompt: str
    boxes: tuple[str, ...]
    places: tuple[Place, ...]
    skill: tuple[str, str]
    right: str
    read_to: int = 0
    criteria: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def title_of(master: Master) -> str:
    """The title of the sheet: its first heading, else its name."""
    found = next(
        (one for cell in master.cells if cell.kind == "markdown" and (one := HEADING.search(cell.source))), None
    )
    return in_one_line(found[1]) if found else master.name


def asked_of(master: Master) -> dict[str, Asked]:
    """Every marked task of an assignment, by the id of its box.

    Examples
    --------
    >>> from cst1992.teacher.marking.master import load_master
    >>> asked_of(load_master("03_the_signatories"))["t-how-sure"].places
    (Place(notebook='03', section='The skill: corroboration'),)
    """
    whole = {str(cell["id"]): cell for cell in _cells(solution_path(master.name))}
    found: dict[str, Asked] = {}
    group: list[MasterCell] = []
    for cell in master.cells:
        group.append(cell)
        if cell.part in ("check", "text"):
            asked = _asked(cell, group, whole)
            found[cell.identity] = _with_rubric(asked, master, cell) if cell.part == "text" else asked
            group = []
    return found


def _with_rubric(asked: Asked, master: Master, cell: MasterCell) -> Asked:
    """The same for a text; a rubric that does not add up is told where it is marked, and no page needs it before."""
    try:
        rubric = rubric_of(master, cell.identity)
    except Mistake:
        return asked
    criteria = {one.name: (in_one_line(one.more), in_one_line(one.levels[0].words)) for one in rubric.criteria}
    return replace(asked, right=_models(cell.model), read_to=rubric.read_to, criteria=criteria)


def _asked(cell: MasterCell, group: list[MasterCell], whole: Mapping[str, Cell]) -> Asked:
    about = whole[cell.identity]["metadata"].get("cst1992", {})
    heading, prompt = _prompt([one.source for one in group if one.kind == "markdown"])
    boxes = [one for one in group if one.part == "answer"]
    heading = heading or cell.title or cell.identity
    return Asked(
        heading,
        prompt,
        tuple(one.identity for one in boxes),
        tuple(_places(about.get("shown_in", []), heading, list(whole.values()))),
        _skill(str(about.get("objective", ""))),
        "\n".join(_right(whole[one.identity]) for one in boxes),
    )


def _prompt(texts: list[str]) -> tuple[str, str]:
    """The last heading of a group of boxes, and all that is said below it."""
    whole = "\n\n".join(texts)
    found = list(re.finditer(r"(?m)^#{1,2} +(.+?)\s*#*$", whole))
    return (in_one_line(found[-1][1]), whole[found[-1].end() :].strip()) if found else ("", whole)


def _right(cell: Cell) -> str:
    """What the solution has written into a box; the whole box where it marks nothing as a solution."""
    source = _source(cell)
    return "\n".join(solutions_in(source)) or source


def _models(model: str) -> str:
    """Of what stands with a text for the marker the model answers alone."""
    kept, is_model = [], False
    for paragraph in model.split("\n\n"):
        is_model = paragraph.startswith(MODEL) or (is_model and not paragraph.startswith("**"))
        kept += [paragraph] if is_model else []
    return "\n\n".join(kept)


def _skill(objective: str) -> tuple[str, str]:
    row = next((row for row in rows_if_there("objectives") if row.text("id") == objective), None)
    return (row.text("name"), row.text("objective")) if row else ("", "")


def _places(shown_in: list[str], own: str, sheet: list[Cell]) -> list[Place]:
    """The places that are named, those of the notebooks first; the task itself is none."""
    found = []
    for page, _, box in (entry.partition("#") for entry in shown_in):
        section = _sections(page).get(box, "") if page else _sections_of(sheet).get(box, "")
        if section and section != own:
            found.append(Place(page_number(page) if page else "", section))
    return sorted(dict.fromkeys(found), key=lambda place: not place.notebook)


def _sections(page: str) -> dict[str, str]:
    """By the id of each box of a notebook the heading above it; nothing where there is no such notebook."""
    folder = module_folder() / "notebooks"
    path = next(
        (one for one in (in_language(folder) / f"{page}.ipynb", folder / f"{page}.ipynb") if one.is_file()), None
    )
    return _of_a_page(path) if path else {}


@cache
def _of_a_page(path: Path) -> dict[str, str]:
    return _sections_of(_cells(path))


def _sections_of(cells: list[Cell]) -> dict[str, str]:
    """By the id of each box the heading with which it begins, else the last one above it."""
    found, above = {}, ""
    for cell in cells:
        source = _source(cell).strip() if cell["cell_type"] == "markdown" else ""
        own = [in_one_line(heading) for heading in HEADING.findall(source)]
        found[str(cell.get("id", ""))] = own[0] if own and source.startswith("#") else above
        above = own[-1] if own else above
    return found


def _cells(path: Path) -> list[Cell]:
    return list(json.loads(path.read_text(encoding="utf-8"))["cells"])


def _source(cell: Cell) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
