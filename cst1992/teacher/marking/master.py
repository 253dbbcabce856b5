"""The master of an assignment: its boxes with their parts in the marking, from the sheet in solutions/."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

import nbformat

from cst1992.answers.memo import MAGIC
from cst1992.answers.red_box import names_given
from cst1992.answers.self_study import ANSWER
from cst1992.teacher.assignments import assignment_names, solution_path
from cst1992.teacher.release import exercise_of


@dataclass(frozen=True)
class MasterCell:
    """One box of the master.

    `part` is answer, check, text, given (a box that others need) or shown (what the student reads or runs alone).
    `source` is what students received, `marks` the whole check with its hidden part. Of a text, `model` is the model
    answer, and `rubric` says how its rubric adds up.
    """

    identity: str
    part: str
    kind: str
    source: str
    marks: str = ""
    points: float = 0.0
    title: str = ""
    names: tuple[str, ...] = ()
    model: str = ""
    rubric: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Master:
    """An assignment with all its boxes in order; `version` changes whenever one of them does."""

    name: str
    cells: tuple[MasterCell, ...]
    version: str

    @cached_property
    def checks(self) -> list[MasterCell]:
        """The boxes that mark by machine, in order."""
        return [cell for cell in self.cells if cell.part == "check"]

    @cached_property
    def texts(self) -> list[MasterCell]:
        """The boxes whose text a person marks, in order."""
        return [cell for cell in self.cells if cell.part == "text"]

    @property
    def points(self) -> float:
        """All points of the assignment."""
        return sum(cell.points for cell in self.cells)

    def answers_of(self, check: MasterCell) -> list[str]:
        """The names that a student gives a value for a check: those of the answer boxes above it that it looks at."""
        above: list[str] = []
        for cell in self.cells[: self.cells.index(check)]:
            if cell.part in ("answer", "check"):
                above = [*above, *cell.names] if cell.part == "answer" else []
        return [name for name in above if name in check.names] or list(check.names)


def load_master(name: str) -> Master:
    """The master of an assignment.

    Parameters
    ----------
    name : its whole name, such as "03_the_signatories".

    Examples
    --------
    >>> [cell.points for cell in load_master("03_the_signatories").texts]
    [4.0]
    """
    assert name in assignment_names()
    path = solution_path(name)
    whole = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    given = {cell.id: cell.source for cell in exercise_of(whole).cells}
    parts = {cell.id: _part(cell, cell.metadata.get("nbgrader", {})) for cell in whole.cells}
    code = [cell for cell in whole.cells if cell.cell_type == "code" and parts[cell.id] in ("answer", "given", "shown")]
    answers = {cell.id: _all_names(cell.source) for cell in code}
    known = {name for names in answers.values() for name in names}
    needed = "\n".join(_imports(cell.source) for cell in whole.cells if parts[cell.id] == "given")
    cells = []
    for cell in whole.cells:
        about = cell.metadata.get("nbgrader", {})
        part = parts[cell.id]
        names = _asked(cell.source, known) if part == "check" else tuple(answers.get(cell.id, ()))
        ours = cell.metadata.get("cst1992", {})
        marks = f"{needed}\n{cell.source}" if part == "check" else ""
        points = float(about.get("points", 0)) if about.get("grade") else 0.0
        title = str(ours.get("title", ""))
        by_hand: dict[str, Any] = (
            {"model": "\n\n".join(solutions_in(cell.source)), "rubric": _plain(ours.get("rubric", {}))}
            if part == "text"
            else {}
        )
        cells.append(MasterCell(cell.id, part, cell.cell_type, given[cell.id], marks, points, title, names, **by_hand))
    return Master(name, tuple(cells), sha256(path.read_bytes()).hexdigest()[:16])


def _plain(about: Any) -> Any:
    return dict(about) if isinstance(about, Mapping) else about


def solutions_in(source: str) -> list[str]:
    """What a box of the solution marks as such: a model answer, and what stands with it for the marker.

    Examples
    --------
    >>> solutions_in("six = ...\\n### BEGIN SOLUTION\\nsix = 6\\n### END SOLUTION")
    ['six = 6']
    """
    return [part.strip() for part in ANSWER.findall(source)]


def _part(cell: nbformat.NotebookNode, about: dict[str, object]) -> str:
    if about.get("grade"):
        return "text" if about.get("solution") else "check"
    if about.get("solution"):
        return "text for oneself" if cell.source.lstrip().startswith(MAGIC) else "answer"
    return "given" if about.get("locked") else "shown"


def _imports(source: str) -> str:
    """The lines with which a given box brings in what later boxes use."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return ""
    return "\n".join(ast.unparse(node) for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom)))


def _all_names(source: str) -> list[str]:
    """The names that a box gives a value, its unfinished lines and its solution alike."""
    return list(dict.fromkeys(names_given(source)))


def _asked(source: str, known: set[str]) -> tuple[str, ...]:
    """The names of answers that a check looks at: as a text, or as a name."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return tuple(name for name in known if re.search(rf"\b{re.escape(name)}\b", source))
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    found |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return tuple(sorted(found & known))
