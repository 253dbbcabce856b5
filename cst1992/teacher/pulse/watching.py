"""A place looked at again and again while learners hand in: bounded, and never after one of them alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from cst1992.facts.mistakes import Mistake
from cst1992.facts.wording import many
from cst1992.teacher.pulse.handed_in import HandedIn, Reader
from cst1992.teacher.pulse.reading import Record, why_not_opened
from cst1992.teacher.pulse.shown import changed_enough

EVERY, HOURS, MOST_FILES = (
    2.0,
    4,
    20_000,
)  # seconds between two looks; hours after which it ends; files that are looked at


def look(place: Path) -> dict[str, tuple[int, int]]:
    """Time and size of each file that may be a record; what cannot be looked at for now is left out."""
    paths = [place] if place.is_file() else place.rglob("*")
    seen: dict[str, tuple[int, int]] = {}
    for path in paths:
        if len(seen) >= MOST_FILES:
            break
        if why_not_opened(path.name):
            continue
        try:
            about = path.stat()
        except OSError:
            continue
        if path.is_file():
            seen[str(path)] = about.st_mtime_ns, about.st_size
    return seen


def watched(
    reader: Reader,
    tell: Callable[[str], None],
    wait: Callable[[float], None] = time.sleep,
    now: Callable[[], float] = time.monotonic,
) -> Iterator[HandedIn]:
    """What lies at a place, each time that five learners have added something; it ends after four hours.

    Parameters
    ----------
    tell : is given a sentence while nothing can be drawn.
    wait, now : how it waits, and what the clock says.
    """
    end, seen, told = now() + HOURS * 3600, None, ""
    drawn: dict[str, bytes] = {}
    while now() < end:
        there = look(reader.place)
        if there != seen:
            seen = there
            handed_in, trouble = _read(reader)
            marks = {record.path: _mark(record) for record in handed_in.records} if handed_in else {}
            if handed_in and changed_enough(drawn, marks):
                drawn, told = marks, ""
                yield handed_in
            elif not drawn and not trouble:
                trouble = f"{many(len(marks), 'learner', 'learners')} so far: the pages are drawn with the fifth."
            if trouble and trouble != told:
                told = trouble
                tell(told)
        wait(EVERY)


def _read(reader: Reader) -> tuple[HandedIn | None, str]:
    """What lies there; or nothing, and a sentence that says why."""
    try:
        return reader.read(), ""
    except Mistake as mistake:
        return None, str(mistake)
    except OSError as error:
        return None, f"{reader.place} cannot be read for now ({error.strerror}). It is tried again."


def _mark(record: Record) -> bytes:
    """What tells whether a record has changed."""
    return sha256("\n".join(entry["when"] for entry in record.answers).encode()).digest()
