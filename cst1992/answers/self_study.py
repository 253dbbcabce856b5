"""For somebody who works alone: right or wrong, why, and a model answer, where `solutions/` lies beside `exercises/`.

A class bundle has no solutions, so nothing of this is to be found there. Where nbgrader runs a sheet it keeps silent,
whatever lies beside it: marks and feedback come from the master's tests alone.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cst1992.answers.memo import wanted_words, words_of
from cst1992.facts.speech import say, to_be_said

HIDDEN = "### BEGIN HIDDEN TESTS\n"
ANSWER = re.compile(r"### BEGIN SOLUTION\n(.*?)\n### END SOLUTION", re.DOTALL)
AN_ATTEMPT = 0.4
MARK_YOURSELF = to_be_said(
    "**Mark your own text first**, by the lines of points above it: for each line note the points, and the sentence of "
    "yours that earns them. Then unfold the model answer and mark it in the same way. It is one of several good ones; "
    "where yours has fewer points, write that part anew."
)
Cell = Mapping[str, Any]


def solution_beside(here: Path) -> Path | None:
    """The solution of the sheet that is worked on in a folder, or None where there is none to be seen.

    Examples
    --------
    >>> solution_beside(Path("submitted/anna/03_the_signatories")) is None
    True
    """
    folder = next((one for one in (here.parent, here.parent.parent) if one.name == "exercises"), None)
    if "NBGRADER_EXECUTION" in os.environ or folder is None:
        return None
    path = folder.parent / "solutions" / here.relative_to(folder) / f"{here.name}.ipynb"
    return path if path.is_file() else None


def _cells() -> list[Cell]:
    path = solution_beside(Path.cwd())
    if path is None:
        return []
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [{**cell, "source": "".join(cell["source"])} for cell in cells]


def _check_of(title: str, cells: list[Cell]) -> int | None:
    """The place of the check of a task."""
    wanted = f"Task({json.dumps(title, ensure_ascii=False)}"
    return next((place for place, cell in enumerate(cells) if wanted in cell["source"]), None)


def verdicts(title: str, answers: Mapping[str, Any]) -> dict[str, str]:
    """What the hidden part of a check says, by name; empty where no solution lies beside the sheet."""
    cells = _cells()
    place = _check_of(title, cells)
    if place is None:
        return {}
    shown, _, hidden = cells[place]["source"].partition(HIDDEN)
    names: dict[str, Any] = {**answers, "__name__": "self_study"}
    exec(shown.replace("task.tell()", ""), names)
    names["task"].lines.clear()
    exec(hidden.replace("task.score()", ""), names)
    return dict(names["task"].lines)


def model_answer(title: str) -> Any:
    """The model answer of a task, folded, or None."""
    cells = _cells()
    place = _check_of(title, cells)
    if place is None:
        return None
    found: list[str] = []
    for cell in reversed(cells[:place]):
        about = cell["metadata"].get("nbgrader", {})
        if about.get("grade"):
            break
        if about.get("solution"):
            found[:0] = ANSWER.findall(cell["source"])
    return _folded("```python\n" + "\n".join(found) + "\n```") if found else None


def model_memo(first_line: str, text: str) -> Any:
    """The model answer of a memo, folded, once a good part of the words that it asks for is written; else None."""
    wanted = wanted_words(first_line)
    if not wanted or len(text.split()) < AN_ATTEMPT * wanted[0]:
        return None
    for cell in _cells():
        if cell["metadata"].get("nbgrader", {}).get("grade") and wanted_words(cell["source"]) == wanted:
            return _folded("\n".join(ANSWER.findall(words_of(cell["source"]))), f"{say(MARK_YOURSELF)}\n\n")
    return None


def _folded(text: str, lead: str = "") -> Any:
    from IPython.display import Markdown

    summary = say("A model answer, to compare with yours")
    return Markdown(f"{lead}<details><summary>{summary}</summary>\n\n{text}\n\n</details>")  # type: ignore[no-untyped-call]
