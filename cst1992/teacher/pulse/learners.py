"""Whose record is it? Files of one learner are put together, and a record that was handed in twice counts once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import PurePosixPath

from cst1992.page.record_entries import Entry
from cst1992.teacher.marking.collecting.whose import whose
from cst1992.teacher.pulse.reading import Record, moment

Sign = tuple[str, str, str]
MOST_OF_ONE = 3  # so many records in a folder may be one learner's; a folder with more is that of a group


@dataclass(frozen=True)
class Learners:
    """A record a learner, and a sentence for each file that does not count for itself, with the file."""

    records: tuple[Record, ...]
    doubled: tuple[tuple[str, str], ...]


def learners_of(records: Iterable[Record]) -> Learners:
    """A record a learner.

    Files with one owner (as a learning platform or a folder a learner tells) are put together, as `cst.load_my_record` would.
    Of two records that share at least half of the lesser one's answers, to the millisecond, the fuller counts.
    """
    doubled: list[tuple[str, str]] = []
    own: dict[str, list[Record]] = defaultdict(list)
    known = list(records)
    for owner, record in zip(_owners(known), known, strict=True):
        own[owner or record.path].append(record)
    joined = [_joined(files, doubled) for files in own.values()]
    return Learners(tuple(_each_once(joined, doubled)), tuple(doubled))


def _owners(records: Sequence[Record]) -> list[str]:
    """For each record whose it is, by the names of the platform or of its folder; empty where nothing tells."""
    places = [PurePosixPath(record.path).parts for record in records]
    platform = [whose(parts, "") for parts in places]
    if any(owner and owner.identity for owner in platform):
        return [owner.student if owner and owner.identity else "" for owner in platform]
    while places and len({parts[0] for parts in places}) == 1 and all(len(parts) > 2 for parts in places):
        places = [parts[1:] for parts in places]
    folders = [parts[0] if len(parts) > 1 else "" for parts in places]
    count = Counter(folders)
    is_one_each = len(count) > 1 and "" not in count and max(count.values()) <= MOST_OF_ONE
    return folders if is_one_each else [""] * len(places)


def _joined(files: Sequence[Record], doubled: list[tuple[str, str]]) -> Record:
    """All files of one learner as one record; each entry once, in order of time."""
    fullest, *others = sorted(files, key=lambda record: -len(record.answers))
    if not others:
        return fullest
    entries = {_sign(entry): entry for record in reversed(files) for entry in record.entries}
    known = set(map(_sign, fullest.answers))
    for record in others:
        more = sum(_sign(entry) not in known for entry in record.answers)
        told = "together with it, as one learner" if more else "once: it holds nothing more"
        doubled.append((record.path, f"of the same learner as {fullest.path}, and counts {told}."))
    return replace(fullest, entries=tuple(sorted(entries.values(), key=moment)))


def _sign(entry: Entry) -> Sign:
    """What two copies of an entry have in common: its moment, to the millisecond, and what was answered."""
    return entry["when"], entry["kind"], str(entry.get("question", entry.get("notebook")))


def _each_once(records: Sequence[Record], doubled: list[tuple[str, str]]) -> list[Record]:
    """The records without those that a fuller one holds for the most part."""
    order = sorted(range(len(records)), key=lambda place: -len(records[place].answers))
    answers = [frozenset(map(_sign, record.answers)) for record in records]
    shared = _shared(answers)
    kept: list[int] = []
    for place in order:
        fuller = next(
            (one for one in kept if 2 * shared[min(one, place), max(one, place)] >= len(answers[place])), None
        )
        if fuller is None:
            kept.append(place)
        else:
            told = f"the same record as {records[fuller].path}, which is at least as full; it counts once."
            doubled.append((records[place].path, told))
    return [records[place] for place in sorted(kept)]


def _shared(answers: Sequence[frozenset[Sign]]) -> Counter[tuple[int, int]]:
    """For each two records that have an answer in common, how many."""
    holders: dict[Sign, list[int]] = defaultdict(list)
    for place, held in enumerate(answers):
        for answer in held:
            holders[answer].append(place)
    return Counter(pair for places in holders.values() for pair in combinations(sorted(places), 2))
