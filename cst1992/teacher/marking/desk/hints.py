"""What the desk sees in a text before a person reads it: its length, the sources that it cites, and what is like it.

Hints, no verdicts: nothing here gives or takes a point.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from cst1992.facts.nearest import closest
from cst1992.facts.package import rows, table_names

RUN = 5  # words in a row that make a run
LIKE_RUNS, LIKE_SHARE = 8, 0.1  # as many runs in common, and as large a part of the shorter text, are worth a hint
MOST_KEYS = 40
KEY = re.compile(r"(?<![\w/.-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])")
IN_TICKS = re.compile(r"`([^`\s]{2,80})`")


@dataclass(frozen=True)
class Length:
    """How long a text is, and where reading ends: what is read, what comes after the limit."""

    count: int
    read: str
    not_read: str


def length(text: str, read_to: int) -> Length:
    """Cut a text at the last word that is read.

    Parameters
    ----------
    read_to : the number of that word; 0 where all are read.

    Examples
    --------
    >>> length("one two\\nthree four", 3)
    Length(count=4, read='one two\\nthree', not_read='four')
    """
    words = list(re.finditer(r"\S+", text))
    if not read_to or len(words) <= read_to:
        return Length(len(words), text, "")
    end = words[read_to - 1].end()
    return Length(len(words), text[:end], text[end:].lstrip())


@dataclass(frozen=True)
class Cited:
    """A key that a text cites: the row of the source, or a sentence on what it is instead."""

    key: str
    source: Mapping[str, object] | None
    told: str = ""


def cited(text: str) -> list[Cited]:
    """The keys that a text cites, in the order in which they come.

    A key is a word of the form of a key that our sources have, stands in backticks, or holds a digit.

    Examples
    --------
    >>> [(one.key, one.source is not None) for one in cited("It says so (`protocol-2010`); a well-known act, sorce-2010.")]
    [('protocol-2010', True), ('sorce-2010', False)]
    """
    known = _sources()
    ticked = [found[1] for found in IN_TICKS.finditer(text)]
    found = dict.fromkeys(KEY.findall(text))
    keys = [key for key in found if key in known or key in ticked or re.search(r"\d", key)]
    return [_looked_up(key) for key in keys if not re.fullmatch(r"[\d-]+", key) and len(key) <= 80][:MOST_KEYS]


@cache
def _looked_up(key: str) -> Cited:
    if key in _sources():
        return Cited(key, _sources()[key])
    table = _rows_elsewhere().get(key)
    if table:
        return Cited(key, None, f"a row of our table {table}, not a source")
    return Cited(key, None, f"not in our sources. {closest(key, _sources())}".strip())


@cache
def _sources() -> dict[str, Mapping[str, object]]:
    return {str(row["id"]): row for row in rows("sources")}


@cache
def _rows_elsewhere() -> dict[str, str]:
    """The ids of all other tables, each with its table."""
    return {
        str(row["id"]): table for table in table_names() if table != "sources" for row in rows(table) if row.get("id")
    }


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of five words of a text, whatever their case and their marks.

    Examples
    --------
    >>> len(runs("Georgia did not prolong the Treaty, and its term ended."))
    6
    """
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(*(words[start:] for start in range(RUN)), strict=False))


@dataclass(frozen=True)
class Like:
    """Another text that has runs in common with this one: which, how many, of how many of the shorter, and the longest."""

    place: int
    shared: int
    of: int
    longest: str


def alike(place: int, all_runs: Sequence[frozenset[tuple[str, ...]]], text: str) -> list[Like]:
    """Texts that have much in common with one of them, the most first.

    Parameters
    ----------
    place : which of them is looked at; `text` are its words.
    all_runs : the runs of every text, without those that the sheet itself gave.

    Examples
    --------
    >>> same = "Georgia did not sign the Protocol of April and so its participation ended with the first term"
    >>> [(one.place, one.shared) for one in alike(0, [runs(same), runs("Another text."), runs(same)], same)]
    [(2, 13)]
    """
    own = all_runs[place]
    found = []
    for other, theirs in enumerate(all_runs):
        shared = own & theirs if other != place else frozenset()
        shorter = min(len(own), len(theirs))
        if len(shared) >= LIKE_RUNS and len(shared) >= LIKE_SHARE * shorter:
            found.append(Like(other, len(shared), shorter, longest_shared(text, theirs)))
    return sorted(found, key=lambda like: -like.shared)


def longest_shared(text: str, others: frozenset[tuple[str, ...]]) -> str:
    """The longest stretch of a text whose runs all stand in another one, as it is written."""
    places = list(re.finditer(r"\w+", text))
    words = [place[0].casefold() for place in places]
    best = (0, 0)
    start = 0
    for at in range(len(words) - RUN + 1):
        if tuple(words[at : at + RUN]) not in others:
            start = at + 1
        elif at + RUN - start > best[1] - best[0]:
            best = (start, at + RUN)
    return text[places[best[0]].start() : places[best[1] - 1].end()] if best[1] else ""
