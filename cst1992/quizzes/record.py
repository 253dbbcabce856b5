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

from cst1992.mistakes import Mistake

FILE, ASIDE = "answers.jsonl", "answers-damaged.txt"
KINDS = {"answer", "start again", "own words", "country", "decision"}
Entry = dict[str, Any]


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


def keep(kind: str, **what: Any) -> None:
    """Add one entry to the record, in a single write, whole or not at all.

    Raises
    ------
    ValueError
        The place cannot be written to; the message says which and how to name another.
    """
    line = json.dumps({"kind": kind, "when": now(), **what}, ensure_ascii=False, separators=(",", ":"))
    _append(record_folder() / FILE, [line])


def _append(path: Path, lines: list[str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = ("\n" if _is_torn(path) else "") + "\n".join(lines) + "\n"
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, text.encode("utf-8"))
        finally:
            os.close(handle)
    except OSError as error:
        raise Mistake(
            f"Your answers could not be kept in {path.parent} ({error.strerror}). "
            "Set CST1992_HOME to a folder that you may write to, then start the kernel again."
        ) from None


def _is_torn(path: Path) -> bool:
    """Does the file end in the middle of a line?"""
    if not path.exists() or path.stat().st_size == 0:
        return False
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def read_lines(path: Path) -> tuple[list[Entry], list[str]]:
    """The sound entries of a record, in their order, and the lines that are not."""
    if not path.exists():
        return [], []
    sound, damaged = [], []
    for line in path.read_bytes().split(b"\n"):
        if not line.strip():
            continue
        try:
            entry = json.loads(line.decode("utf-8"))
            if not isinstance(entry, dict) or entry.get("kind") not in KINDS or not isinstance(entry.get("when"), str):
                raise ValueError
            if datetime.fromisoformat(entry["when"]).tzinfo is None:
                raise ValueError
            sound.append(entry)
        except ValueError:
            damaged.append(line.decode("utf-8", errors="replace"))
    return sound, damaged


def entries() -> list[Entry]:
    """All sound entries of the record, in order of time."""
    return sorted(read_lines(record_folder() / FILE)[0], key=lambda entry: datetime.fromisoformat(entry["when"]))


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
    _, damaged = read_lines(record_folder() / FILE)
    if not damaged:
        return ""
    aside = record_folder() / ASIDE
    known = aside.read_text(encoding="utf-8").splitlines() if aside.exists() else []
    fresh = [line for line in damaged if line not in known]
    if fresh:
        _append(aside, fresh)
    lines = "One line" if len(damaged) == 1 else f"{len(damaged)} lines"
    return f"{lines} of your record could not be read. They are kept in {aside}; all your other answers are here."


def latest_answers(quiz: str) -> dict[str, Entry]:
    """The last answer to each question of a quiz, since it was last started again."""
    found: dict[str, Entry] = {}
    for entry in entries():
        if entry.get("quiz") != quiz:
            continue
        if entry["kind"] == "start again":
            gone = entry.get("questions")
            found = {question: kept for question, kept in found.items() if gone and question not in gone}
        elif entry["kind"] == "answer" and isinstance(entry.get("question"), str):
            found[entry["question"]] = entry
    return found


def save_my_record(file: str | Path) -> Path:
    """Copy your record to a file, to take it to another machine.

    Returns
    -------
    The path of the file.

    Raises
    ------
    ValueError
        The file exists already, or there is no record yet.

    Examples
    --------
    >>> save_my_record("my_record.jsonl")  # doctest: +SKIP
    """
    target = Path(file)
    if target.exists():
        raise Mistake(f"{target} exists already. Choose another name, or remove it first.")
    found = entries()
    if not found:
        raise Mistake("Your record is empty: nothing has been answered yet on this machine.")
    _append(target, [json.dumps(entry, ensure_ascii=False) for entry in found])
    return target


def load_my_record(file: str | Path) -> str:
    """Add the record from a file to yours; what you have already is not doubled.

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
    path = Path(file)
    if not path.exists():
        raise Mistake(f"There is no file {path}.")
    arriving, damaged = read_lines(path)
    if not arriving:
        raise Mistake(f"{path} holds no record. Choose a file made by cst.save_my_record().")
    own = {json.dumps(entry, sort_keys=True) for entry in entries()}
    fresh = [entry for entry in arriving if json.dumps(entry, sort_keys=True) not in own]
    if fresh:
        _append(record_folder() / FILE, [json.dumps(entry, ensure_ascii=False) for entry in fresh])
    told = f"{len(fresh)} answers were added, {len(arriving) - len(fresh)} were here already."
    return told + (f" {len(damaged)} damaged lines were left out." if damaged else "")


def erase() -> None:
    """Remove the record and what was kept aside of it."""
    for name in (FILE, ASIDE):
        (record_folder() / name).unlink(missing_ok=True)
