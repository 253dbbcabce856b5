"""The assignments: where their solutions and sheets lie, and which of their tasks carry points."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cst1992.facts.files import module_folder
from cst1992.facts.mistakes import Mistake


def assignment_names() -> list[str]:
    """The names of all assignments, in order.

    Raises
    ------
    ValueError
        There is no folder of solutions: this is a student's copy.
    """
    folder = module_folder() / "solutions"
    if not folder.is_dir():
        raise Mistake(f"There is no folder {folder}. Solutions are in the teacher's copy of the module only.")
    return sorted(path.parent.name for path in folder.glob("*/*.ipynb") if path.stem == path.parent.name)


def solution_path(name: str) -> Path:
    """Where the solution of an assignment lies."""
    return module_folder() / "solutions" / name / f"{name}.ipynb"


def exercise_path(name: str) -> Path:
    """Where the sheet of an assignment lies that students receive."""
    return module_folder() / "exercises" / name / f"{name}.ipynb"


@dataclass(frozen=True)
class MarkedTask:
    """One task that is marked: where it stands, its title, its points, and what it trains."""

    assignment: str
    identity: str
    title: str
    points: float
    objective: str
    by_hand: bool


def twins_of_solutions() -> list[Path]:
    """The solutions in other languages, in `solutions/<code>/`, each of an assignment that stands in English too."""
    known = assignment_names()
    found = sorted((module_folder() / "solutions").glob("*/*/*.ipynb"))
    return [path for path in found if path.stem == path.parent.name and path.stem in known]


def sheet_of(solution: Path) -> Path:
    """Where the sheet lies that is made from a solution in another language: in the same place of `exercises/`."""
    return module_folder() / "exercises" / solution.relative_to(module_folder() / "solutions")


def marked_tasks() -> list[MarkedTask]:
    """All tasks of all assignments that carry points, in order."""
    import nbformat

    found = []
    for name in assignment_names():
        for cell in nbformat.read(solution_path(name), as_version=4).cells:  # type: ignore[no-untyped-call]
            about = cell.metadata.get("nbgrader", {})
            if about.get("grade"):
                ours = cell.metadata.get("cst1992", {})
                found.append(
                    MarkedTask(
                        name,
                        str(about["grade_id"]),
                        str(ours.get("title", "")),
                        float(about["points"]),
                        str(ours.get("objective", "")),
                        bool(about.get("solution")),
                    )
                )
    return found
