"""What a person has marked of a student's texts: a JSON file a student, written whole or not at all.

It stands apart from the records, so that the machine can mark again and touches none of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.writing import write_json

FORM = 1  # of the file; a newer release may write another one


@dataclass(frozen=True)
class HandMark:
    """One marker's mark of one text.

    `levels` has the points of the level of each criterion that was chosen, `points` what they give (None while one is
    open), `text` and `rubric` tell which text was read and by which rubric. `decides` is the third look, where two
    markers differ.
    """

    task: str
    marker: str
    text: str
    rubric: str
    levels: Mapping[str, float] = field(default_factory=dict)
    comments: tuple[str, ...] = ()
    points: float | None = None
    when: str = ""
    decides: bool = False

    @property
    def whose(self) -> tuple[str, str, bool]:
        """What no two marks of a student share."""
        return self.task, self.marker, self.decides

    @property
    def is_empty(self) -> bool:
        """Was nothing chosen and nothing said?"""
        return not self.levels and not self.comments


def text_key(text: str) -> str:
    """What tells one text from another.

    Examples
    --------
    >>> text_key("Georgia did not prolong.")
    '3632e609b57c5eba'
    """
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def now() -> str:
    """The time, to the second, with its distance from Greenwich."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def read_hand_marks(path: Path) -> list[HandMark]:
    """All marks of a student's texts, the first marker's first; none where there is no file.

    Raises
    ------
    Mistake
        The file cannot be read, or another release has written it; nothing of it is lost or changed.
    """
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except ValueError as error:
        raise Mistake(f"{path} cannot be read: {error}. Mend it, or move it away and mark its text again.") from None
    if not isinstance(kept, dict) or kept.get("form") != FORM:
        raise Mistake(f"{path} was written by another release of the module. Mark with that release, or move it away.")
    try:
        return [_mark(one) for one in kept["marks"]]
    except (KeyError, TypeError, ValueError) as error:
        told = f"{type(error).__name__}: {error}"
        raise Mistake(f"{path} is damaged ({told}). Mend it, or move it away and mark its text again.") from None


def _mark(kept: Mapping[str, Any]) -> HandMark:
    for name in ("task", "marker", "text", "rubric", "when"):
        if not isinstance(kept[name], str):
            raise ValueError(f"{name} is no text")
    levels = {str(name): _points(value) for name, value in kept["levels"].items()}
    points = None if kept["points"] is None else _points(kept["points"])
    comments = tuple(str(one) for one in kept["comments"])
    return HandMark(
        **{**kept, "levels": levels, "points": points, "comments": comments, "decides": kept["decides"] is True}
    )


def _points(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{value!r} are no points")
    return float(value)


def keep(path: Path, student: str, mark: HandMark) -> None:
    """Keep a mark: the same marker's earlier one of the same text is replaced, an empty one is taken away.

    Everything else in the file stays as it is, also what another marker has kept a moment ago.

    Raises
    ------
    Mistake
        The file that is there cannot be read.
    OSError
        The file cannot be written; what was there before is there still.
    """
    marks = read_hand_marks(path)
    at = next((at for at, one in enumerate(marks) if one.whose == mark.whose), len(marks))
    marks[at : at + 1] = [] if mark.is_empty else [mark]
    write_json(path, {"form": FORM, "student": student, "marks": [asdict(one) for one in marks]})
