"""What to review, and when: a plain Leitner scheme, pure.

Every question stands in a box from 1 to 5. A right answer moves it one box up, at most once a day; a wrong one, or a
look at the answer, puts it back into box 1. A question comes back after the days of its box.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

DAYS = {1: 0, 2: 1, 3: 3, 4: 7, 5: 21}


@dataclass(frozen=True)
class Standing:
    """Where one question stands."""

    quiz: str
    question: str
    box: int
    last: datetime
    right: bool

    @property
    def due(self) -> datetime:
        """When it comes back."""
        return self.last + timedelta(days=DAYS[self.box])


def standings(entries: Iterable[dict[str, Any]]) -> dict[tuple[str, str], Standing]:
    """Where each answered question stands, from the entries of the record in order of time."""
    found: dict[tuple[str, str], Standing] = {}
    for entry in entries:
        if entry["kind"] != "answer":
            continue
        quiz, question = entry["quiz"], entry["question"]
        when, right = datetime.fromisoformat(entry["when"]), entry.get("mark") == 1
        before = found.get((quiz, question))
        if not right:
            box = 1
        elif before is None:
            box = 2
        else:
            same_day = before.right and before.last.date() == when.date()
            box = before.box if same_day else min(before.box + 1, max(DAYS))
        found[quiz, question] = Standing(quiz, question, box, when, right)
    return found


def due(entries: Iterable[dict[str, Any]], at: datetime, most: int) -> list[Standing]:
    """The questions to review now: the missed ones first, then those that have waited longest."""
    waiting = [standing for standing in standings(entries).values() if standing.due <= at]
    return sorted(waiting, key=lambda standing: (standing.box, standing.due))[:most]
