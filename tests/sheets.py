"""A sheet of an assignment, filled in and scored in this process: only the cells that carry answers or points are run."""

from __future__ import annotations

import ast
import contextlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from ruamel.yaml import YAML

from cst1992.answers.memo import MAGIC
from cst1992.answers.unfinished_lines import wait_for_gaps
from cst1992.teacher.assignments import assignment_names, exercise_path, solution_path

NEAR_MISSES = Path(__file__).parent / "near_misses"


@dataclass(frozen=True)
class Scored:
    """Points by test cell, and everything that was printed."""

    points: dict[str, float]
    most: dict[str, float]
    printed: str

    @property
    def total(self) -> float:
        return round(sum(self.points.values()), 2)


def is_check(cell: Any) -> bool:
    """A box that checks and marks by machine."""
    about = cell.metadata.get("nbgrader", {})
    return bool(cell.cell_type == "code" and about.get("grade") and not about.get("solution"))


def master(name: str) -> Any:
    return nbformat.read(solution_path(name), as_version=4)


def near_misses() -> list[tuple[str, dict[str, Any]]]:
    """The prepared near misses of all assignments, each with the name of its assignment."""
    reader = YAML(typ="safe", pure=True)
    return [
        (name, case)
        for name in assignment_names()
        for case in reader.load((NEAR_MISSES / f"{name}.yaml").read_text(encoding="utf-8"))
    ]


def filled(name: str, answers: dict[str, str]) -> Any:
    """The solution with some of its answer cells replaced."""
    notebook = master(name)
    known = {cell.id for cell in notebook.cells}
    assert set(answers) <= known, f"no such cells: {set(answers) - known}"
    for cell in notebook.cells:
        cell.source = answers.get(cell.id, cell.source)
    return notebook


def solved(name: str) -> dict[str, str]:
    """What the solution writes into the boxes of answers, by box."""
    return {cell.id: cell.source for cell in master(name).cells if cell.metadata.get("nbgrader", {}).get("solution")}


def handed_in(name: str, answers: dict[str, str]) -> Any:
    """A student's sheet with answers in its cells: what comes back from a student, without hidden tests."""
    notebook = nbformat.read(exercise_path(name), as_version=4)
    for cell in notebook.cells:
        cell.source = answers.get(cell.id, cell.source)
    return notebook


def blank(name: str) -> Any:
    """What a student hands in who has written nothing, with the tests of the master."""
    from cst1992.teacher.release import exercise_of

    whole = master(name)
    sheet = {cell.id: cell for cell in exercise_of(whole).cells}
    for cell in whole.cells:
        if not cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = sheet[cell.id].source
    return whole


def run_cell(source: str, names: dict[str, Any]) -> Any:
    """Run one cell as a sheet would; the value of its last line, if that is an expression."""
    tree, told = wait_for_gaps(ast.parse(source), [name for name, value in names.items() if value is ...])
    print(*told, sep="\n")
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        exec(compile(tree, "cell", "exec"), names)
        return None
    tree.body.pop()
    exec(compile(tree, "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def score(notebook: Any) -> Scored:
    """Run a sheet with the master's tests in it."""
    names: dict[str, Any] = {"__name__": "sheet"}
    points, most, out = {}, {}, io.StringIO()
    with contextlib.redirect_stdout(out):
        for cell in notebook.cells:
            about = cell.metadata.get("nbgrader", {})
            if cell.cell_type != "code" or cell.source.startswith(MAGIC):
                continue
            value = run_cell(cell.source, names)
            if about.get("grade"):
                points[cell.id], most[cell.id] = float(value), float(about["points"])
    return Scored(points, most, out.getvalue())
