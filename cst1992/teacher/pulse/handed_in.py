"""A folder or a zip file as it was handed in: the learners' records in it, and what was left out, by file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cst1992.facts.mistakes import Mistake
from cst1992.facts.wording import many
from cst1992.teacher.marking.collecting.found import File, Refused, files_in, shown
from cst1992.teacher.pulse.learners import learners_of
from cst1992.teacher.pulse.reading import MADE_BY, Record, is_put_aside, read_record, why_not_opened

PAGES = ("pulse.html", "pulse_projector.html")
MOST_NAMED = 20  # so many files that are no records by their names are named; the others are counted


@dataclass(frozen=True)
class HandedIn:
    """A record a learner; a sentence for each file that was left out or counts only in part; how many files were looked at."""

    records: tuple[Record, ...]
    told: tuple[str, ...]
    files: int


@dataclass
class Reader:
    """Reads a place again and again; a file that has not changed is not read anew."""

    place: Path
    _known: dict[tuple[str, bytes], Record | str] = field(default_factory=dict)

    def read(self) -> HandedIn:
        """What lies there now.

        Raises
        ------
        Mistake
            There is nothing at this place, the zip file is damaged, or it holds no record of this module.
        """
        before, self._known = self._known, {}
        records: list[Record] = []
        told: list[tuple[str, str]] = []
        other: list[tuple[str, str]] = []
        files = 0
        for file in files_in(self.place, why_not_opened):
            if is_put_aside(file.path) or file.path.rpartition("/")[2] in PAGES:
                continue
            files += 1
            found = self._found(file, before)
            if isinstance(found, str):
                (other if why_not_opened(file.path) else told).append((file.path, found))
                continue
            records.append(found)
            told += [(file.path, found.remark)] if found.remark else []
        if not records:
            raise Mistake(_none(self.place, told + other))
        learners = learners_of(records)
        every = [*told, *learners.doubled, *other[:MOST_NAMED]]
        return HandedIn(learners.records, (*map(_line, every), *_more(other)), files)

    def _found(self, file: File | Refused, before: dict[tuple[str, bytes], Record | str]) -> Record | str:
        """The record in a file, or why there is none."""
        why = why_not_opened(file.path)
        if isinstance(file, Refused):
            return why or f"not taken, since {file.why}."
        if why:
            return why
        key = file.path, file.content
        self._known[key] = before[key] if key in before else read_record(file)
        return self._known[key]


def _line(told: tuple[str, str]) -> str:
    """A sentence on a file; its name without signs that would move the lines of a terminal."""
    return f"{shown(told[0])}: {told[1]}"


def _more(other: list[tuple[str, str]]) -> list[str]:
    rest = len(other) - MOST_NAMED
    return [f"{many(rest, 'more file is', 'more files are')} no record by name."] if rest > 0 else []


def _none(place: Path, told: list[tuple[str, str]]) -> str:
    """That there is no record, with the first reason."""
    if not told:
        return f"{place} holds no file. {MADE_BY} Put those of your learners there."
    first = _line(told[0])
    return f"{place} holds no record of this module among {many(len(told), 'file', 'files')}. {first}"
