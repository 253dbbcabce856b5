"""Where the marking of one text stands, and whose mark of it counts.

One marker is enough. Where there are several, the first one's mark counts as long as no other is more than half a point
away from it; where one is, the text waits for a third look, and what that says counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.texts.hand_marks import HandMark, text_key
from cst1992.teacher.marking.texts.rubric import Rubric

WAITING, MARKED, CHANGED, DIFFER, NO_TEXT = "waits", "marked", "changed since", "markers differ", "no text"
ALIKE = 0.5  # points: so far apart two markers agree


@dataclass(frozen=True)
class Standing:
    """The state of a text, the mark that counts (if one does), and a sentence for the teacher where one is needed."""

    state: str
    counts: HandMark | None = None
    told: str = ""


def standing(marks: Sequence[HandMark], text: str, rubric: Rubric) -> Standing:
    """Where the marking of a text stands.

    Parameters
    ----------
    marks : of this student; those of other texts are left aside.
    text : as it stands now; empty where none was handed in, which gives 0 until somebody has marked it.

    Raises
    ------
    Mistake
        A mark in a file is out of the rubric's range.

    Examples
    --------
    >>> standing([], "Georgia did not prolong.", Rubric("w-memo", "Memo", 4, ())).state
    'waits'
    """
    ours = [mark for mark in marks if mark.task == rubric.task and mark.points is not None]
    current = [mark for mark in ours if mark.text == text_key(text) and mark.rubric == rubric.version]
    for mark in current:
        demand_in_range(mark, rubric)
    decided = next((mark for mark in reversed(current) if mark.decides), None)
    if decided:
        return Standing(MARKED, decided)
    if current:
        first, *others = current
        apart = [mark for mark in others if abs((mark.points or 0) - (first.points or 0)) > ALIKE]
        if not apart:
            return Standing(MARKED, first)
        told = ", ".join(f"{mark.marker} {mark.points:g}" for mark in [first, *apart])
        return Standing(DIFFER, None, f"{rubric.title}: the markers differ ({told}). A third look decides.")
    state = WAITING if text else NO_TEXT
    if not ours:
        return Standing(state)
    what = "its rubric" if any(mark.text == text_key(text) for mark in ours) else "the text"
    return Standing(CHANGED if text else NO_TEXT, None, f"{rubric.title}: {what} has changed since it was marked.")


def demand_in_range(mark: HandMark, rubric: Rubric) -> None:
    """What somebody has written into a file must be what the rubric gives.

    Raises
    ------
    Mistake
        A level or the points are not; the message says which.
    """
    if mark.points is None:
        return
    given = rubric.points(mark.levels)
    if given != mark.points:
        raise Mistake(
            f"{rubric.title}: {mark.marker} has {mark.points:g} points, and the levels give {given:g}. "
            f"Write {given:g}, or other levels."
        )
