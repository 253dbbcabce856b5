"""A question that the teacher asks on the spot: a word, a number, or a choice."""

from __future__ import annotations

from typing import Any

from cst1992.facts.speech import say
from cst1992.teacher.room.steps import Number, Position, Step, Vote, Word

LONGEST_PROMPT = 300
MOST_OPTIONS = 8


def own_step(kind: str, prompt: str, options: str, number: int) -> Step | None:
    """The step for such a question; None where it asks nothing, or offers no choice.

    Parameters
    ----------
    options : of a choice what there is to choose, with semicolons between.
    number : how many questions were asked so before it.

    Examples
    --------
    >>> own_step("choice", "Which?", "this; that;", 0).options
    (Position(text='this', stance='', reply=''), Position(text='that', stance='', reply=''))
    >>> own_step("choice", "Which?", "this", 0), own_step("word", " ", "", 0)
    (None, None)
    """
    asked = " ".join(prompt.split())[:LONGEST_PROMPT]
    given = tuple(Position(text) for one in options.split(";") if (text := " ".join(one.split())[:LONGEST_PROMPT]))
    common: dict[str, Any] = {"id": f"own-{number + 1}", "title": say("A question"), "text": asked}
    if not asked:
        return None
    match kind:
        case "word":
            return Word(**common)
        case "number":
            return Number(**common)
        case "choice" if 2 <= len(given) <= MOST_OPTIONS:
            return Vote(**common, options=given)
    return None
