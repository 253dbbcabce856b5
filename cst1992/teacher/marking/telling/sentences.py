"""What a check has said, read back: of which answer, of what kind, in which words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from cst1992.answers.verdict import LATER
from cst1992.facts.speech import say

RIGHT, PARTLY, WRONG, OPEN, NOTE = "right", "partly", "wrong", "open", "note"
KINDS = {"✓": RIGHT, "◐": PARTLY, "✗": WRONG, "○": OPEN, "→": NOTE}
LINE = re.compile(rf"([{''.join(KINDS)}]) (.+?): (.*)")


@dataclass(frozen=True)
class Sentence:
    """What is said of one answer (or of all of them, with no name): its kind and its words."""

    name: str
    kind: str
    words: str


def sentences(said: Iterable[str], answers: Collection[str]) -> list[Sentence]:
    """What a student should hear of a task: one sentence an answer, the last verdict on it, and all that explains it.

    What was said of the form of an answer falls away where a verdict follows; so does what is for the marker alone.

    Parameters
    ----------
    said : the lines of a check, as a record keeps them.
    answers : the names of the answers of the task.

    Examples
    --------
    >>> sentences(["→ bound: A number: 9. Whether it is right is marked later.", "✓ bound: Right."], ["bound"])
    [Sentence(name='bound', kind='right', words='Right.')]
    """
    found: dict[str, list[Sentence]] = {}
    for line in said:
        one = _read(line)
        if one.name and one.kind == NOTE and one.name not in answers:
            continue
        found.setdefault(one.name or one.words, []).append(one)
    return [_as_one(several) for several in found.values()]


def _read(line: str) -> Sentence:
    match = LINE.fullmatch(line)
    if not match:
        return Sentence("", NOTE, line)
    words = match[3]
    for later in (LATER, say(LATER)):
        words = words.replace(later, "").strip()
    return Sentence(match[2], KINDS[match[1]], words)


def _as_one(several: list[Sentence]) -> Sentence:
    verdicts = [one for one in several if one.kind != NOTE] or several
    last = verdicts[-1]
    words = list(dict.fromkeys(one.words for one in ([last] if last.kind == RIGHT else verdicts)))
    told = [one for one in words if not any(one in other and one != other for other in words)]
    return Sentence(last.name, last.kind, " ".join(told))
