"""What an entry of the record is: its kind, its moment, and what each kind holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cst1992.facts.package import has_table, rows

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
    >>> entry_of(b'{"kind": "country", "when": "2026-03-02T09:00+00:00", "state": "Narnia"}') is None
    True
    """
    try:
        entry = json.loads(line.decode("utf-8-sig"))
        known_moment = datetime.fromisoformat(entry["when"]).tzinfo is not None
        texts = [entry[name] for name in TEXTS[entry["kind"]]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    sound = known_moment and all(isinstance(text, str) for text in texts)
    return entry if sound and _names_known_things(entry) else None


def _names_known_things(entry: Entry) -> bool:
    """Does a new start name questions, a choice of a country one of the fifteen, and a verdict one of three?"""
    if entry["kind"] == "country":
        return entry["state"] in {row["name"] for row in rows("states")}
    if entry["kind"] == "verdict" and has_table("claims"):
        return entry["verdict"] in {row["verdict"] for row in rows("claims")}
    questions = entry.get("questions")
    if entry["kind"] == "start again" and questions is not None:
        return isinstance(questions, list) and all(isinstance(question, str) for question in questions)
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
