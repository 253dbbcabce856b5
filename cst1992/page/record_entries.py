"""What an entry of the record is: its kind, its moment, and what each kind holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cst1992.facts.module import module
from cst1992.facts.package import has_table, rows
from cst1992.facts.sections import rows_if_there

Entry = dict[str, Any]
TEXTS = {
    "answer": ("quiz", "question"),
    "start again": ("quiz",),
    "own words": ("notebook", "moment"),
    "country": ("state",),
    "decision": ("case", "choice"),
    "verdict": ("claim", "verdict"),
}


def entry_of(line: bytes) -> Entry | None:
    """The entry that a line of the record holds; None where the line is damaged.

    Examples
    --------
    >>> entry_of(b'{"kind": "country", "when": "2026-03-02T09:00+00:00", "state": "Georgia"}')["state"]
    'Georgia'
    >>> entry_of(b'{"kind": "country", "when": "yesterday", "state": "Georgia"}') is None
    True
    """
    try:
        entry = json.loads(line.decode("utf-8-sig"))
        known_moment = datetime.fromisoformat(entry["when"]).tzinfo is not None
        texts = [entry[name] for name in TEXTS[entry["kind"]]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    sound = known_moment and all(isinstance(text, str) for text in texts)
    return entry if sound and _starts_known_questions(entry) else None


def _starts_known_questions(entry: Entry) -> bool:
    """Does a new start name questions, where it names any?"""
    questions = entry.get("questions") if entry["kind"] == "start again" else None
    if questions is None:
        return True
    return isinstance(questions, list) and all(isinstance(question, str) for question in questions)


def is_ours(entry: Entry, record: str = "") -> bool:
    """Was an entry made on the pages of this module? One that names no module is ours if it names a state that we have.

    Parameters
    ----------
    record : the name of this module in records, for who asks of many entries and has looked it up; without it, it is.

    Examples
    --------
    >>> is_ours({"kind": "own words", "module": "another", "notebook": "00", "moment": "first"})
    False
    >>> is_ours({"kind": "country", "state": "Narnia"}), is_ours({"kind": "country", "state": "Georgia"})
    (False, True)
    """
    ours = record or module().record
    if entry.get("module", ours) != ours:
        return False
    match entry["kind"]:
        case "country":
            return entry["state"] in {row["name"] for row in rows_if_there("states")}
        case "verdict" if has_table("claims"):
            return entry["verdict"] in {row["verdict"] for row in rows("claims")}
    return True


def last_of(known: Iterable[Entry], kind: str, **what: Any) -> Entry:
    """The last entry of a kind that has these values, from entries in order of time; empty where there is none."""
    found: Entry = {}
    for entry in known:
        if entry["kind"] == kind and all(entry.get(name) == value for name, value in what.items()):
            found = entry
    return found


def answers_of(known: Iterable[Entry], quiz: str) -> dict[str, Entry]:
    """The last answer to each question of a quiz, since it was last started again, from entries in order of time."""
    found: dict[str, Entry] = {}
    for entry in known:
        if entry.get("quiz") != quiz:
            continue
        if entry["kind"] == "start again":
            gone = entry.get("questions")
            found = {question: kept for question, kept in found.items() if gone and question not in gone}
        elif entry["kind"] == "answer":
            found[entry["question"]] = entry
    return found
