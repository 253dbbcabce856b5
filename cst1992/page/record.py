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

from cst1992.facts.files import NoHome, meant
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.wording import many
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
    _add_to_record([line])


def _add_to_record(lines: list[str]) -> None:
    file = _file()
    try:
        add_lines(file, _encoded(lines))
    except OSError as error:
        if is_full(error):
            raise Mistake(
                f"Your answers could not be kept in {file}: the disk, or your share of it, is full. "
                "Make room, then press the button again. What you kept before is still there."
            ) from None
        raise Mistake(
            f"Your answers could not be kept in {file} ({error.strerror}). "
            "Set CST1992_HOME to a folder that you may write to, then start the kernel again."
        ) from None


def _encoded(lines: list[str]) -> list[bytes]:
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
            f"Your record {_file()} could not be read ({error.strerror}). "
            "Move it away, or set CST1992_HOME to another folder, then start the kernel again."
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
    lines = "One line" if len(damaged) == 1 else f"{len(damaged)} lines"
    kept = "It is" if len(damaged) == 1 else "They are"
    return f"{lines} of your record could not be read. {kept} kept in {aside}; all your other answers are here."


def latest_answers(quiz: str) -> dict[str, Entry]:
    """The last answer to each question of a quiz, since it was last started again."""
    return answers_of(entries(), quiz)


def save_my_record(file: str | Path) -> Path:
    """Copy your record to a file, to take it to another machine.

    Parameters
    ----------
    file : the path of the new file, such as "my_record.jsonl" (beside the notebook) or "~/Desktop/my_record.jsonl".

    Returns
    -------
    The whole path of the file.

    Raises
    ------
    ValueError
        The file exists already or cannot be written, or there is no record yet.

    Examples
    --------
    >>> save_my_record("my_record.jsonl")  # doctest: +SKIP
    """
    target, found = meant(file), entries()
    try:
        if target.exists():
            raise Mistake(f"{target} exists already. Choose another name, or remove it first.")
        if not found:
            raise Mistake("Your record is empty: nothing has been answered yet on this machine.")
        if not target.parent.exists():
            raise Mistake(f"There is no folder {target.parent}. Name a file in a folder that exists.")
        add_lines(target, _encoded([json.dumps(entry, ensure_ascii=False) for entry in found]))
    except OSError as error:
        mend = (
            "Make room, or name a file on another disk."
            if is_full(error)
            else "Name a file in a folder that you may write to."
        )
        raise Mistake(f"Your record could not be saved as {target} ({error.strerror}). {mend}") from None
    return target


def load_my_record(file: str | Path) -> str:
    """Add the record from a file to yours; what you have already is not doubled.

    Parameters
    ----------
    file : the path of a file made by `cst.save_my_record`.

    Returns
    -------
    A sentence that says how many answers were added.

    Raises
    ------
    ValueError
        There is no such file, or it holds no record.

    Examples
    --------
    >>> load_my_record("my_record.jsonl")  # doctest: +SKIP
    """
    path = meant(file)
    try:
        if not path.exists():
            raise Mistake(f"There is no file {path}.")
        arriving, damaged = read_lines(path)
    except OSError as error:
        raise Mistake(
            f"{path} could not be read ({error.strerror}). Choose a file made by cst.save_my_record()."
        ) from None
    if not arriving:
        raise Mistake(f"{path} holds no record. Choose a file made by cst.save_my_record().")
    ours = [entry for entry in arriving if is_ours(entry)]
    own = {_same(entry) for entry in entries()}
    fresh = [entry for entry in ours if _same(entry) not in own]
    if fresh:
        _add_to_record([json.dumps(entry, ensure_ascii=False) for entry in fresh])
    added, known = many(len(fresh), "answer was", "answers were"), many(len(ours) - len(fresh), "was", "were")
    others, several = len(arriving) - len(ours), "lines belong to another module and were"
    left_out = f" {many(others, 'line belongs to another module and was', several)} left out." if others else ""
    left_out += f" {many(len(damaged), 'damaged line was', 'damaged lines were')} left out." if damaged else ""
    return f"{added} added, {known} here already.{left_out}"


def _same(entry: Entry) -> str:
    """What two copies of an entry have in common, whether or not the older one names its module."""
    return json.dumps({name: value for name, value in entry.items() if name != "module"}, sort_keys=True)


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
            raise Mistake(f"{path} could not be erased ({error.strerror}). Remove it by hand.") from None


def _of_another_module(line: bytes) -> bool:
    entry = entry_of(line)
    return entry is not None and not is_ours(entry)
