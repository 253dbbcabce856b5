"""What one learner did with each question: the first try, the last one, and whether the answer was shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cst1992.page.record_entries import Entry


@dataclass(frozen=True)
class Tries:
    """The first and the last answer to one question. `shown`: the learner then had the right answer shown."""

    first: Any
    last: Any
    shown: bool = False


def tries_of(entries: Iterable[Entry]) -> dict[tuple[str, str], Tries]:
    """The tries of one learner by quiz and question, from entries in order of time.

    An answer after the right one was shown is no try any more. To start again takes back nothing: the first try stays the
    first. A question that was shown before any try is left out.

    Examples
    --------
    >>> given = {"kind": "answer", "quiz": "03", "question": "q", "answer": [1]}
    >>> shown = {**given, "answer": None, "shown": True}
    >>> tries_of([given, {**given, "answer": [0]}, shown, {**given, "answer": [2]}])[("03", "q")]
    Tries(first=[1], last=[0], shown=True)
    """
    found: dict[tuple[str, str], Tries] = {}
    over: set[tuple[str, str]] = set()
    for entry in entries:
        if entry["kind"] != "answer":
            continue
        key = entry["quiz"], entry["question"]
        answer = entry.get("answer")
        if key in over:
            continue
        if entry.get("shown"):
            over.add(key)
            if key in found:
                found[key] = Tries(found[key].first, found[key].last, shown=True)
        elif answer is not None:
            found[key] = Tries(found[key].first if key in found else answer, answer)
    return found
