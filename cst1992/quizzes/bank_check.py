"""The check of a teacher's quiz file, question by question: what is wrong, in which line, and how to mend it.

It looks at questions, never at an answer: answers to a quiz are marked in `marking.py`, those of an exercise are
checked in `answers/value_checks.py` and `answers/list_checks.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cst1992.facts.files import Version, data_file, version_of
from cst1992.facts.package import nearest, rows
from cst1992.facts.spelling.dates import as_span
from cst1992.facts.spelling.letters import folded
from cst1992.quizzes.schema_errors import in_words, line_of

BELONGS = {
    "options": ("single choice", "multiple choice"),
    "items": ("put in order",),
    "pairs": ("match pairs",),
    "extra": ("match pairs",),
    "answer": ("number or date",),
    "tolerance": ("number or date",),
    "unit": ("number or date",),
    "accepted": ("short text",),
    "otherwise": ("put in order", "match pairs", "number or date", "short text"),
}
REPLIES = {
    "put in order": ("first", "then"),
    "match pairs": ("left", "right"),
    "number or date": ("answer",),
    "short text": ("answer",),
}


class Problem(NamedTuple):
    """What is wrong with a question and how to mend it; and where it can be told, in which line."""

    sentence: str
    line: int | None = None


def _ids(table: str) -> frozenset[str]:
    return frozenset(row.text("id") for row in rows(table))


@cache
def _validator(path: Path, version: Version) -> Callable[[Any], Any]:
    """The schema of a file, compiled; `version` makes the cache forget an older one."""
    import json

    import fastjsonschema

    schema = json.loads(path.read_text(encoding="utf-8"))
    schema["$ref"] = "#/$defs/question"
    for whole_file in ("type", "required", "properties", "additionalProperties"):
        schema.pop(whole_file, None)
    return fastjsonschema.compile(schema)


def problem_of(entry: Any) -> Problem | None:
    """What is wrong with one question of a file; None where nothing is."""
    import fastjsonschema

    schema = data_file("quizzes/schema.json")
    try:
        _validator(schema, version_of(schema))(entry)
    except fastjsonschema.JsonSchemaValueException as error:
        return Problem(in_words(error), line_of(entry, error.path[1:]))
    for check in (_endless, _keys, _belonging, _of_its_kind, _replies):
        if problem := check(entry):
            return problem
    return None


def _endless(entry: Any) -> Problem | None:
    """Is a number of the question none that can be compared, such as .nan or .inf?"""
    parts = [(entry, key) for key in ("answer", "tolerance")]
    parts += [(reply, "answer") for reply in entry.get("replies", [])]
    for part, key in parts:
        number = part.get(key)
        if isinstance(number, (int, float)) and not _is_finite(number):
            told = f"`{key}` is {str(number)[:12]}, which is no number to compare with. Write a number such as 9."
            return Problem(told, part.lc.value(key)[0] + 1)
    return None


def _keys(entry: Any) -> Problem | None:
    """Do its objective and its source stand in our tables?"""
    for column, table in (("objective", "objectives"), ("source", "sources")):
        if entry[column] not in _ids(table):
            hint = nearest(entry[column], _ids(table)) if column == "objective" else "Take a key of data/sources.csv."
            return Problem(f"{column} {entry[column]!r} is not known. {hint}", entry.lc.value(column)[0] + 1)
    return None


def _belonging(entry: Any) -> Problem | None:
    """Does it hold only what its kind has?"""
    for key, kinds in BELONGS.items():
        if key in entry and entry["kind"] not in kinds:
            told = f"`{key}:` belongs to the kind {kinds[0]!r}, not to {entry['kind']!r}. Take it out."
            return Problem(told, entry.lc.key(key)[0] + 1)
    return None


def _of_its_kind(entry: Any) -> Problem | None:
    match entry["kind"]:
        case "put in order":
            return _doubled(entry["items"], "items")
        case "match pairs":
            return _doubled([pair["left"] for pair in entry["pairs"]], "left sides")
        case "number or date":
            return _measure(entry)
        case "short text":
            return _short(entry)
    return _choice(entry)


def _is_finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:
        return False


def _choice(entry: Any) -> Problem | None:
    right = sum(bool(option.get("correct")) for option in entry["options"])
    if entry["kind"] == "single choice" and right != 1:
        return Problem(f"a single choice needs exactly one option with `correct: true`; this one has {right}.")
    if right == 0:
        return Problem("no option is right. Give at least one of them `correct: true`.")
    cautious = [option for option in entry["options"] if option.get("cautious")]
    if cautious and entry["kind"] != "single choice":
        told = "`cautious:` belongs to the kind 'single choice', not to 'multiple choice'. Take it out."
        return Problem(told, cautious[0].lc.key("cautious")[0] + 1)
    if len(cautious) > 1:
        told = f"{len(cautious)} options are marked `cautious: true`. Keep the mark of the one that claims least."
        return Problem(told, cautious[1].lc.key("cautious")[0] + 1)
    return _doubled([option["text"] for option in entry["options"]], "options")


def _measure(entry: Any) -> Problem | None:
    answer = entry["answer"]
    if isinstance(answer, str) and as_span(answer) is None:
        told = f'`answer` {answer!r} is neither a number nor a date. Write 9, or "1995-05-31" in quotation marks.'
        return Problem(told, entry.lc.value("answer")[0] + 1)
    return None


def _short(entry: Any) -> Problem | None:
    empty = next((form for form in entry["accepted"] if not folded(form)), None)
    return Problem(f"`accepted` has {empty!r}, which has no letter or digit. Take it out.") if empty else None


def _doubled(texts: list[str], what: str) -> Problem | None:
    twice = next((text for text in texts if texts.count(text) > 1), None)
    return Problem(f"two {what} read {twice!r}. Change one of them.") if twice else None


def _replies(entry: Any) -> Problem | None:
    """Does each reply speak of something that the question has?"""
    known = {
        "first": entry.get("items", []),
        "then": entry.get("items", []),
        "left": [pair["left"] for pair in entry.get("pairs", [])],
        "right": [*(pair["right"] for pair in entry.get("pairs", [])), *entry.get("extra", [])],
    }
    for position, reply in enumerate(entry.get("replies", [])):
        if told := _of_a_reply(entry, reply, f"reply {position + 1}", known):
            return Problem(told, entry["replies"].lc.item(position)[0] + 1)
    return None


def _of_a_reply(entry: Any, reply: Any, name: str, known: dict[str, list[str]]) -> str:
    """What is wrong with one reply, in a sentence; empty where nothing is."""
    needed = REPLIES.get(entry["kind"])
    if needed is None:
        return "a choice has its replies with its options. Take `replies:` out."
    missing = [key for key in needed if key not in reply]
    if missing:
        return f"{name} lacks {', '.join(f'`{key}:`' for key in missing)}. Add it."
    for key in needed:
        if key in known and reply[key] not in known[key]:
            return f"{name}: `{key}` is {reply[key]!r}. {nearest(reply[key], known[key])}"
    if entry["kind"] == "put in order":
        items = list(entry["items"])
        if items.index(reply["first"]) < items.index(reply["then"]):
            return f"{name}: {reply['first']!r} does come before {reply['then']!r}. Swap them."
    return ""
