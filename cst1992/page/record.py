"""The learner's record: one file, to which lines are only ever added, so that nothing is lost.

It keeps all that a learner does on the pages: answers, own words, verdicts, decisions, and the country followed. Each
line is a JSON object that names its module; what each kind of entry holds stands in record_entries. What another module
has kept in the same file is passed over. What is not such a line is left where it is, copied aside once, and told.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cst1992.facts.files import NoHome
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.speech import say, say_count
from cst1992.facts.writing import is_full, write_whole
from cst1992.page.record_entries import Entry, answers_of, entry_of, is_ours, last_of
from cst1992.page.record_file import add_lines, lines_of, record_folder

FILE, ASIDE = "answers.jsonl", "answers-damaged.txt"


def now() -> str:
    """The present moment, in the form that the record keeps."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _file() -> Path:
    return record_folder() / FILE


def keep(kind: str, **what: Any) -> None:
    """Add one entry to the record, in a single write, whole or not at all.

    Raises
    ------
    ValueError
        The place cannot be written to; the message says which and how to name another.
    """
    entry = {"kind": kind, "when": now(), "module": module().record, **what}
    line = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    add_to_record([line])


def add_to_record(lines: list[str]) -> None:
    """Add lines to the record, all or none; a Mistake where the place cannot be written to."""
    file = _file()
    try:
        add_lines(file, encoded(lines))
    except OSError as error:
        if is_full(error):
            raise Mistake(
                say(
                    "Your answers could not be kept in {file}: the disk, or your share of it, is full. "
                    "Make room, then press the button again. What you kept before is still there.",
                    file=file,
                )
            ) from None
        raise Mistake(
            say(
                "Your answers could not be kept in {file} ({why}). "
                "Set CST1992_HOME to a folder that you may write to, then start the kernel again.",
                file=file,
                why=error.strerror,
            )
        ) from None


def encoded(lines: list[str]) -> list[bytes]:
    """Lines in the encoding of the record; a sign that none has is replaced."""
    return [line.encode("utf-8", "replace") for line in lines]


def read_lines(path: Path) -> tuple[list[Entry], list[bytes]]:
    """The sound entries of a record, in their order, and the lines that are not."""
    read = [(line, entry_of(line)) for line in lines_of(path)]
    return [entry for _, entry in read if entry is not None], [line for line, entry in read if entry is None]


def _own_lines() -> tuple[list[Entry], list[bytes]]:
    try:
        return read_lines(_file())
    except NoHome:
        return [], []
    except OSError as error:
        raise Mistake(
            say(
                "Your record {file} could not be read ({why}). "
                "Move it away, or set CST1992_HOME to another folder, then start the kernel again.",
                file=_file(),
                why=error.strerror,
            )
        ) from None


def entries() -> list[Entry]:
    """All sound entries of the record that were made in this module, in order of time.

    Raises
    ------
    ValueError
        The record cannot be read; the message says where it lies.
    """
    return sorted(filter(is_ours, _own_lines()[0]), key=lambda entry: datetime.fromisoformat(entry["when"]))


def last(kind: str, **what: Any) -> Entry:
    """The last entry of a kind that has these values; empty where there is none."""
    return last_of(entries(), kind, **what)


def damage_told() -> str:
    """A sentence about damaged lines, which are copied aside, or about a place that is missing; empty where all is well."""
    try:
        aside = record_folder() / ASIDE
    except NoHome as told:
        return str(told)
    _, damaged = _own_lines()
    if not damaged:
        return ""
    try:
        known = lines_of(aside)
        fresh = [line for line in damaged if line not in known]
        if fresh:
            add_lines(aside, fresh)
    except OSError:
        aside = _file()
    return say_count(
        "One line of your record could not be read. It is kept in {file}; all your other answers are here.",
        "{count} lines of your record could not be read. They are kept in {file}; all your other answers are here.",
        len(damaged),
        file=aside,
    )


def latest_answers(quiz: str) -> dict[str, Entry]:
    """The last answer to each question of a quiz, since it was last started again."""
    return answers_of(entries(), quiz)


def erase() -> None:
    """Remove the record and what was kept aside of it; what another module has put into the same file stays.

    Raises
    ------
    ValueError
        A file cannot be removed.
    """
    for name in (FILE, ASIDE):
        path = record_folder() / name
        try:
            others = [line for line in lines_of(path) if _of_another_module(line)]
            if others:
                write_whole(path, b"\n".join(others) + b"\n")
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise Mistake(
                say("{file} could not be erased ({why}). Remove it by hand.", file=path, why=error.strerror)
            ) from None


def _of_another_module(line: bytes) -> bool:
    entry = entry_of(line)
    return entry is not None and not is_ours(entry)
