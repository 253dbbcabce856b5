"""The learner's record: one file, to which lines are only ever added, so that nothing is lost.

Each line is a JSON object. What is not such a line is left where it is, copied aside once, and told.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cst1992.counting import many
from cst1992.mistakes import Mistake
from cst1992.quizzes.entries import Entry, entry_of

FILE, ASIDE = "answers.jsonl", "answers-damaged.txt"


def record_folder() -> Path:
    """Where the record is kept: CST1992_HOME, the drive of the browser edition, or the user's own data folder."""
    named = os.environ.get("CST1992_HOME")
    if named:
        return Path(named)
    if sys.platform == "emscripten":
        return Path("/drive")
    import platformdirs

    return Path(platformdirs.user_data_dir("cst1992", appauthor=False))


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
    line = json.dumps({"kind": kind, "when": now(), **what}, ensure_ascii=False, separators=(",", ":"))
    _add_to_record([line])


def _add_to_record(lines: list[str]) -> None:
    try:
        _append(_file(), [line.encode("utf-8") for line in lines])
    except OSError as error:
        raise Mistake(
            f"Your answers could not be kept in {_file()} ({error.strerror}). "
            "Set CST1992_HOME to a folder that you may write to, then start the kernel again."
        ) from None


def _append(path: Path, lines: list[bytes]) -> None:
    """Add lines to a file; where it ends in the middle of a line, that line is ended first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = (b"\n" if _is_torn(path) else b"") + b"\n".join(lines) + b"\n"
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.write(handle, content)
    finally:
        os.close(handle)


def _is_torn(path: Path) -> bool:
    """Does the file end in the middle of a line?"""
    if not path.exists() or path.stat().st_size == 0:
        return False
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _lines_of(path: Path) -> list[bytes]:
    return [line for line in path.read_bytes().split(b"\n") if line.strip()] if path.exists() else []


def read_lines(path: Path) -> tuple[list[Entry], list[bytes]]:
    """The sound entries of a record, in their order, and the lines that are not."""
    read = [(line, entry_of(line)) for line in _lines_of(path)]
    return [entry for _, entry in read if entry is not None], [line for line, entry in read if entry is None]


def _own_lines() -> tuple[list[Entry], list[bytes]]:
    try:
        return read_lines(_file())
    except OSError as error:
        raise Mistake(
            f"Your record {_file()} could not be read ({error.strerror}). "
            "Move it away, or set CST1992_HOME to another folder, then start the kernel again."
        ) from None


def entries() -> list[Entry]:
    """All sound entries of the record, in order of time.

    Raises
    ------
    ValueError
        The record cannot be read; the message says where it lies.
    """
    return sorted(_own_lines()[0], key=lambda entry: datetime.fromisoformat(entry["when"]))


def last(kind: str, **what: Any) -> Entry:
    """The last entry of a kind that has these values; empty where there is none."""
    found = [
        entry
        for entry in entries()
        if entry["kind"] == kind and all(entry.get(name) == value for name, value in what.items())
    ]
    return found[-1] if found else {}


def damage_told() -> str:
    """A sentence about damaged lines, which are copied aside; empty where there are none."""
    _, damaged = _own_lines()
    if not damaged:
        return ""
    aside = record_folder() / ASIDE
    try:
        known = _lines_of(aside)
        fresh = [line for line in damaged if line not in known]
        if fresh:
            _append(aside, fresh)
    except OSError:
        aside = _file()
    lines = "One line" if len(damaged) == 1 else f"{len(damaged)} lines"
    kept = "It is" if len(damaged) == 1 else "They are"
    return f"{lines} of your record could not be read. {kept} kept in {aside}; all your other answers are here."


def latest_answers(quiz: str) -> dict[str, Entry]:
    """The last answer to each question of a quiz, since it was last started again."""
    found: dict[str, Entry] = {}
    for entry in entries():
        if entry.get("quiz") != quiz:
            continue
        if entry["kind"] == "start again":
            gone = entry.get("questions")
            found = {question: kept for question, kept in found.items() if gone and question not in gone}
        elif entry["kind"] == "answer":
            found[entry["question"]] = entry
    return found


def save_my_record(file: str | Path) -> Path:
    """Copy your record to a file, to take it to another machine.

    Parameters
    ----------
    file : the path of the new file, such as "my_record.jsonl".

    Returns
    -------
    The path of the file.

    Raises
    ------
    ValueError
        The file exists already or cannot be written, or there is no record yet.

    Examples
    --------
    >>> save_my_record("my_record.jsonl")  # doctest: +SKIP
    """
    target, found = Path(str(file)), entries()
    if target.exists():
        raise Mistake(f"{target} exists already. Choose another name, or remove it first.")
    if not found:
        raise Mistake("Your record is empty: nothing has been answered yet on this machine.")
    try:
        _append(target, [json.dumps(entry, ensure_ascii=False).encode("utf-8") for entry in found])
    except OSError as error:
        raise Mistake(
            f"Your record could not be saved as {target} ({error.strerror}). Name a file in a folder that you may write to."
        ) from None
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
    path = Path(str(file))
    if not path.exists():
        raise Mistake(f"There is no file {path}.")
    try:
        arriving, damaged = read_lines(path)
    except OSError as error:
        raise Mistake(
            f"{path} could not be read ({error.strerror}). Choose a file made by cst.save_my_record()."
        ) from None
    if not arriving:
        raise Mistake(f"{path} holds no record. Choose a file made by cst.save_my_record().")
    own = {json.dumps(entry, sort_keys=True) for entry in entries()}
    fresh = [entry for entry in arriving if json.dumps(entry, sort_keys=True) not in own]
    if fresh:
        _add_to_record([json.dumps(entry, ensure_ascii=False) for entry in fresh])
    added, known = many(len(fresh), "answer was", "answers were"), many(len(arriving) - len(fresh), "was", "were")
    left_out = f" {many(len(damaged), 'damaged line was', 'damaged lines were')} left out." if damaged else ""
    return f"{added} added, {known} here already.{left_out}"


def erase() -> None:
    """Remove the record and what was kept aside of it.

    Raises
    ------
    ValueError
        A file cannot be removed.
    """
    for name in (FILE, ASIDE):
        path = record_folder() / name
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Mistake(f"{path} could not be erased ({error.strerror}). Remove it by hand.") from None
