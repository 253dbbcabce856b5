"""The notebooks and the solutions: their boxes, and what the tasks say of themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cst1992.facts.files import module_folder
from cst1992.facts.module import module
from cst1992.facts.package import nearest, rows
from cst1992.facts.page_number import page_files, page_number
from cst1992.teacher.assignments import assignment_names, solution_path
from cst1992.teacher.check.boxes import Cell, cells_of, code_faults
from cst1992.teacher.check.fault import Fault
from cst1992.teacher.check.places import named, notebooks_folder


def notebook_faults() -> Iterator[Fault]:
    """Everything that is wrong in the notebooks."""
    files = page_files(notebooks_folder())
    if not files:
        told = "no notebook lies in this folder. The name of a page begins with two figures, as in 00_start_here.ipynb."
        yield Fault("notebooks/", told)
    numbers = Counter(page_number(path.name) for path in files)
    for path in files:
        if numbers[page_number(path.name)] > 1:
            yield Fault(named(path), f"another notebook begins with {page_number(path.name)}. Give one another number.")
        yield from faults_of_a_file(path, titled=True)


def faults_of_a_file(path: Path, titled: bool = False) -> Iterator[Fault]:
    """What is wrong in the file of a notebook, and in the Python of its boxes."""
    cells, faults = cells_of(path, titled)
    yield from faults
    for cell in cells:
        yield from code_faults(cell)


def solution_faults() -> Iterator[Fault]:
    """Everything that is wrong in the solutions; none where this is a student's copy."""
    if not (module_folder() / "solutions").is_dir():
        return
    pages = {page_number(path.name) for path in page_files(notebooks_folder())}
    for name in assignment_names():
        path = solution_path(name)
        yield from faults_of_a_file(path)
        page = module().page_of(name)
        if page not in pages:
            told = f"it belongs to page {page}, and there is no such notebook. Give the exercise the number of its page"
            yield Fault(named(path), f"{told}, or name its page in data/module.yaml under exercises.")
        yield from _of_tasks(path)


def _of_tasks(path: Path) -> Iterator[Fault]:
    """What the marked cells of a solution lack: an id of their own, points, a title, an objective."""
    cells, _ = cells_of(path)
    seen: set[str] = set()
    objectives = [row.text("id") for row in rows("objectives")]
    for cell in cells:
        marking = cell.about.get("nbgrader", {})
        identity = str(marking.get("grade_id", ""))
        if marking and (not identity or identity in seen):
            told = f"its grade_id {identity!r} is empty or stands in another cell too. Give each cell one of its own"
            yield Fault(cell.where, f"{told}, in JupyterLab under Create Assignment.")
        seen.add(identity)
        if marking.get("grade"):
            yield from _of_a_task(cell, objectives)


def _of_a_task(cell: Cell, objectives: list[str]) -> Iterator[Fault]:
    points, ours = cell.about["nbgrader"].get("points"), cell.about.get("cst1992", {})
    if not isinstance(points, int | float) or points <= 0:
        yield Fault(cell.where, "the task carries no points. Give it some, in JupyterLab under Create Assignment.")
    if not str(ours.get("title", "")).strip():
        yield Fault(cell.where, 'the task has no title. Write "cst1992": {"title": …} into the metadata of the cell.')
    if ours.get("objective") not in objectives:
        told = f"the objective {ours.get('objective')!r} is not known. {nearest(ours.get('objective'), objectives)}"
        yield Fault(cell.where, f"{told} It stands in the metadata of the cell, under cst1992.")
