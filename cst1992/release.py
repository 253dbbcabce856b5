"""From solutions/ to exercises/: nbgrader's own preprocessors, called directly and without a database.

`exercises/` is never written by hand. The map of objectives in docs/ is written by the same command.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cst1992.mistakes import Mistake, said_of
from cst1992.places import module_folder
from cst1992.writing import write_whole

TEXT_STUB = "*Write here, in place of this line.*"
CODE_STUB = ""


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


def _preprocessors() -> list[Any]:
    try:
        from nbgrader import preprocessors
    except ImportError:
        raise Mistake("This needs nbgrader, which is a teacher's extra: pip install -e '.[grading]'") from None
    from traitlets.config import Config

    config = Config()
    config.ClearSolutions.code_stub = {"python": CODE_STUB}
    config.ClearSolutions.text_stub = TEXT_STUB
    order = (
        "LockCells", "ClearSolutions", "ClearOutput", "CheckCellMetadata", "ComputeChecksums",
        "ClearHiddenTests", "ClearMarkScheme", "ComputeChecksums", "CheckCellMetadata",
    )  # fmt: skip
    return [getattr(preprocessors, step)(config=config) for step in order]


def exercise_of(solution: Any) -> Any:
    """The sheet that students receive, made from a solution; the solution stays as it was."""
    import copy

    notebook = copy.deepcopy(solution)
    resources: dict[str, Any] = {}
    for step in _preprocessors():
        notebook, resources = step.preprocess(notebook, resources)
    return notebook


def exercise_text(name: str) -> str:
    """The sheet of one assignment as the text of its file."""
    import nbformat

    path = solution_path(name)
    with said_of(path, "Open it in JupyterLab and mend that, or take an earlier copy of it."):
        solution = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        return str(nbformat.writes(exercise_of(solution))) + "\n"  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class MarkedTask:
    """One task that is marked: where it stands, its title, its points, and what it trains."""

    assignment: str
    identity: str
    title: str
    points: float
    objective: str
    by_hand: bool


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


def release() -> list[Path]:
    """Write every sheet and the map of objectives anew.

    Returns
    -------
    The files written.
    """
    from cst1992.objective_map import map_text

    written = []
    for name in assignment_names():
        path = exercise_path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, exercise_text(name).encode("utf-8"))
        written.append(path)
    target = module_folder() / "docs" / "objectives.md"
    write_whole(target, map_text(marked_tasks()).encode("utf-8"))
    return [*written, target]
