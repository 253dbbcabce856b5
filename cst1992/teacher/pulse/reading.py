"""One file that was handed in, read as a learner's record; or the sentence that says why it is none."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from cst1992.facts.module import module
from cst1992.facts.wording import many
from cst1992.page.record import ASIDE
from cst1992.page.record_entries import Entry, entry_of, is_ours
from cst1992.page.record_file import lines_in
from cst1992.teacher.marking.collecting.found import File

LARGEST = 20 * 2**20  # bytes of one record; a year of answers has a few hundred thousand
ENDINGS = (".jsonl", ".ndjson", ".json", ".txt", ".text", ".log", ".gz", ".zip", "")
PACKED = b"\x1f\x8b"
COUNTED = ("answer", "own words")
AGAIN = "Ask for the file once more."
MADE_BY = 'A record is the file that cst.save_my_record("mine.jsonl") writes.'


@dataclass(frozen=True)
class Record:
    """What one file holds: its entries in order of time, and a remark on what of it could not be used."""

    path: str
    entries: tuple[Entry, ...]
    remark: str = ""

    @property
    def answers(self) -> tuple[Entry, ...]:
        """The answers to questions and the own words."""
        return tuple(entry for entry in self.entries if entry["kind"] in COUNTED)


def why_not_opened(path: str) -> str:
    """Why a file is no record by its name alone; empty where it may be one.

    Examples
    --------
    >>> why_not_opened("anna/mine (1).jsonl"), why_not_opened("anna/mine.jsonl.txt"), bool(why_not_opened("memo.docx"))
    ('', '', True)
    """
    name = PurePosixPath(path).name.casefold()
    if PurePosixPath(name).suffix in ENDINGS or ".jsonl" in name:
        return ""
    what = "a notebook" if name.endswith(".ipynb") else f"a file {PurePosixPath(name).suffix}"
    return f"{what}, and no record. {MADE_BY}"


def is_put_aside(path: str) -> bool:
    """Is it the file of damaged lines that lies beside a record? It tells nothing of its own."""
    return PurePosixPath(path).name == ASIDE


def read_record(file: File) -> Record | str:
    """The record that a file holds.

    Parameters
    ----------
    file : as it was handed in; packed by gzip or not, in UTF-8 or UTF-16.

    Returns
    -------
    The record, or a sentence that says why there is none, with the mend.

    Examples
    --------
    >>> read_record(File("mine.jsonl", "", b""))
    'it is empty. Ask for the file once more.'
    """
    content = _unpacked(file.content)
    if content is None:
        return f"it is damaged, or it grows to more than {LARGEST // 2**20} MB. {AGAIN}"
    lines = lines_in(content)
    if not lines:
        return f"it is empty. {AGAIN}"
    sound = [entry for entry in map(entry_of, lines) if entry is not None]
    if not sound:
        return _nothing_sound(content, len(lines))
    name = module().record
    ours = [entry for entry in sound if is_ours(entry, name)]
    if not ours:
        others = Counter(str(entry.get("module", "")) for entry in sound).most_common(1)[0][0]
        return f"it is a record of another module ({others or 'unnamed'}). Ask for the one of {module().title}."
    record = Record(file.path, tuple(sorted(ours, key=moment)), _remark(len(lines), len(sound), len(ours)))
    if not record.answers:
        return f"it holds no answer yet. {AGAIN}"
    return record


def moment(entry: Entry) -> datetime:
    """When an entry was made."""
    return datetime.fromisoformat(entry["when"])


def _unpacked(content: bytes) -> bytes | None:
    """What is in it, unpacked; None where it is damaged or too large."""
    if content.startswith(PACKED):
        reader = zlib.decompressobj(wbits=31)
        try:
            content = reader.decompress(content, LARGEST + 1)
        except zlib.error:
            return None
    return content if len(content) <= LARGEST else None


def _nothing_sound(content: bytes, lines: int) -> str:
    if b"kind" in content.replace(b"\0", b"") and b"when" in content.replace(b"\0", b""):
        return f"{many(lines, 'line', 'lines')}, none of which could be read. {AGAIN}"
    return f"it is no record. {MADE_BY}"


def _remark(lines: int, sound: int, ours: int) -> str:
    """What of a record could not be used, as a sentence; empty where all could."""
    told = []
    if lines - sound:
        told.append(f"{many(lines - sound, 'line', 'lines')} of {lines} could not be read")
    if sound - ours:
        told.append(f"{many(sound - ours, 'line', 'lines')} of {lines} are of another module")
    return f"{' and '.join(told)}; the others count." if told else ""
