"""The room's own words: first answers beside revised ones, without names and in no order of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from cst1992.page.own_words import MOMENTS
from cst1992.page.record_entries import Entry, last_of
from cst1992.teacher.pulse.counting import FEWEST

LONGEST = 2_000  # letters of one answer


@dataclass(frozen=True)
class Words:
    """What a class wrote in one notebook: the question, and for each learner the first answer and the revised one."""

    notebook: str
    prompt: str
    pairs: tuple[tuple[str, str], ...]


def words_of(learners: Iterable[Sequence[Entry]], notebook: str = "") -> list[Words]:
    """The own words of a class, notebook by notebook, of those who wrote both answers; nothing where fewer than five did.

    Parameters
    ----------
    learners : for each the entries of the record, in order of time.
    notebook : the number of the only notebook that is asked for; empty for all.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    prompts: dict[str, Counter[str]] = {}
    for entries in learners:
        own = [entry for entry in entries if entry["kind"] == "own words"]
        for number in sorted({entry["notebook"] for entry in own}):
            last = [last_of(own, "own words", notebook=number, moment=moment) for moment in MOMENTS]
            first, revised = (str(entry.get("text", "")).strip()[:LONGEST] for entry in last)
            if first and revised and notebook in ("", number):
                found.setdefault(number, []).append((first, revised))
                prompts.setdefault(number, Counter())[str(last[0].get("prompt", ""))] += 1
    return [
        Words(number, prompts[number].most_common(1)[0][0], tuple(sorted(pairs, key=_mixed)))
        for number, pairs in sorted(found.items())
        if len(pairs) >= FEWEST
    ]


def _mixed(pair: tuple[str, str]) -> bytes:
    """An order that comes from the words alone."""
    return sha256("\n".join(pair).encode("utf-8", "replace")).digest()
