"""From solutions/ to exercises/: nbgrader's own preprocessors, called directly and without a database.

`exercises/` is never written by hand. The map of objectives in docs/ is written by the same command.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cst1992.facts.files import module_folder
from cst1992.facts.mistakes import Mistake, said_of
from cst1992.facts.writing import write_whole
from cst1992.teacher.assignments import (
    assignment_names,
    exercise_path,
    marked_tasks,
    sheet_of,
    solution_path,
    twins_of_solutions,
)
from cst1992.teacher.objective_map import map_text

TEXT_STUB = "*Write here, in place of this line.*"
CODE_STUB = ""


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


def _sheet_text(solution: Path) -> str:
    """The sheet that is made from a solution, as the text of its file."""
    import nbformat

    with said_of(solution, "Open it in JupyterLab and mend that, or take an earlier copy of it."):
        whole = nbformat.read(solution, as_version=4)  # type: ignore[no-untyped-call]
        return str(nbformat.writes(exercise_of(whole))) + "\n"  # type: ignore[no-untyped-call]


def release() -> list[Path]:
    """Write every sheet, in every language in which its solution stands, and the map of objectives anew.

    Returns
    -------
    The files written.
    """
    sheets = {solution_path(name): exercise_path(name) for name in assignment_names()}
    sheets |= {twin: sheet_of(twin) for twin in twins_of_solutions()}
    for solution, path in sheets.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, _sheet_text(solution).encode("utf-8"))
    target = module_folder() / "docs" / "objectives.md"
    target.parent.mkdir(exist_ok=True)
    write_whole(target, map_text(marked_tasks()).encode("utf-8"))
    return [*sheets.values(), target]
