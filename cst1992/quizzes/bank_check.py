"""Is one question of a teacher's file sound? If not: what is wrong, in which line, and how to mend it."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any

from cst1992.facts.files import data_file
from cst1992.facts.package import nearest, rows
from cst1992.facts.spelling.dates import as_span
from cst1992.facts.spelling.letters import folded

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


def _ids(table: str) -> frozenset[str]:
    return frozenset(row.text("id") for row in rows(table))


@cache
def _validate() -> Callable[[Any], Any]:
    import json

    import fastjsonschema

    schema = json.loads(data_file("quizzes/schema.json").read_text(encoding="utf-8"))
    schema["$ref"] = "#/$defs/question"
    for whole_file in ("type", "required", "properties", "additionalProperties"):
        schema.pop(whole_file, None)
    return fastjsonschema.compile(schema)


def problem_of(entry: Any) -> tuple[str, int | None]:
    """What is wrong with one question and, where it can be told, in which line; an empty text if nothing is."""
    import fastjsonschema

    try:
        _validate()(entry)
    except fastjsonschema.JsonSchemaValueException as error:
        return _in_words(error), _line_of(entry, error.path[1:])
    endless = _endless(entry)
    if endless:
        return endless
    for column, table in (("objective", "objectives"), ("source", "sources")):
        if entry[column] not in _ids(table):
            hint = nearest(entry[column], _ids(table)) if column == "objective" else "Take a key of data/sources.csv."
            return f"{column} {entry[column]!r} is not known. {hint}", entry.lc.value(column)[0] + 1
    for key, kinds in BELONGS.items():
        if key in entry and entry["kind"] not in kinds:
            belongs = f"`{key}:` belongs to the kind {kinds[0]!r}, not to {entry['kind']!r}. Take it out."
            return belongs, entry.lc.key(key)[0] + 1
    checks = {"put in order": _order, "match pairs": _match, "number or date": _measure, "short text": _short}
    found = checks.get(entry["kind"], _choice)(entry)
    return found or _replies(entry) or ("", None)


def _endless(entry: Any) -> tuple[str, int | None] | None:
    """Is a number of the question none that can be compared, such as .nan or .inf?"""
    parts = [(entry, key) for key in ("answer", "tolerance")]
    parts += [(reply, "answer") for reply in entry.get("replies", [])]
    for part, key in parts:
        number = part.get(key)
        if isinstance(number, (int, float)) and not _is_finite(number):
            told = f"`{key}` is {str(number)[:12]}, which is no number to compare with. Write a number such as 9."
            return told, part.lc.value(key)[0] + 1
    return None


def _is_finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:
        return False


def _choice(entry: Any) -> tuple[str, int | None] | None:
    right = sum(bool(option.get("correct")) for option in entry["options"])
    if entry["kind"] == "single choice" and right != 1:
        return f"a single choice needs exactly one option with `correct: true`; this one has {right}.", None
    if right == 0:
        return "no option is right. Give at least one of them `correct: true`.", None
    return _doubled([option["text"] for option in entry["options"]], "options")


def _order(entry: Any) -> tuple[str, int | None] | None:
    return _doubled(entry["items"], "items")


def _match(entry: Any) -> tuple[str, int | None] | None:
    return _doubled([pair["left"] for pair in entry["pairs"]], "left sides")


def _measure(entry: Any) -> tuple[str, int | None] | None:
    answer = entry["answer"]
    if isinstance(answer, str) and as_span(answer) is None:
        line = entry.lc.value("answer")[0] + 1
        return f'`answer` {answer!r} is neither a number nor a date. Write 9, or "1994-04-20" in quotation marks.', line
    return None


def _short(entry: Any) -> tuple[str, int | None] | None:
    empty = next((form for form in entry["accepted"] if not folded(form)), None)
    return (f"`accepted` has {empty!r}, which has no letter or digit. Take it out.", None) if empty else None


def _doubled(texts: list[str], what: str) -> tuple[str, int | None] | None:
    twice = next((text for text in texts if texts.count(text) > 1), None)
    return (f"two {what} read {twice!r}. Change one of them.", None) if twice else None


def _replies(entry: Any) -> tuple[str, int | None] | None:
    """Does each reply speak of something that the question has?"""
    for position, reply in enumerate(entry.get("replies", [])):
        line = entry["replies"].lc.item(position)[0] + 1
        needed = REPLIES.get(entry["kind"])
        if needed is None:
            return "a choice has its replies with its options. Take `replies:` out.", line
        missing = [key for key in needed if key not in reply]
        if missing:
            return f"reply {position + 1} lacks {', '.join(f'`{key}:`' for key in missing)}. Add it.", line
        known = {
            "first": entry.get("items", []),
            "then": entry.get("items", []),
            "left": [pair["left"] for pair in entry.get("pairs", [])],
            "right": [*(pair["right"] for pair in entry.get("pairs", [])), *entry.get("extra", [])],
        }
        for key in needed:
            if key in known and reply[key] not in known[key]:
                return f"reply {position + 1}: `{key}` is {reply[key]!r}. {nearest(reply[key], known[key])}", line
        if entry["kind"] == "put in order":
            items = list(entry["items"])
            if items.index(reply["first"]) < items.index(reply["then"]):
                return f"reply {position + 1}: {reply['first']!r} does come before {reply['then']!r}. Swap them.", line
    return None


def _in_words(error: Any) -> str:
    """A message of the schema's as a teacher would say it."""
    place = ""
    names = {"options": "option", "pairs": "pair", "items": "item", "replies": "reply"}
    for step in error.path[1:]:
        number = str(step)
        if number.isdigit():
            place += f" {int(number) + 1}"
        else:
            place += f" {names[number]}" if number in names and error.path[-1] != number else f" `{number}`"
    place = place.strip() or "the question"
    if error.rule == "required":
        missing = [name for name in error.rule_definition if name not in error.value]
        return f"{place} lacks {', '.join(f'`{name}:`' for name in missing)}. Add it."
    if error.rule == "additionalProperties":
        allowed = error.definition["properties"]
        extra = next(name for name in error.value if name not in allowed)
        return f"{place} has `{extra}:`, which is not known here. {nearest(extra, allowed)}"
    if error.rule == "enum":
        return f"{place} is {error.value!r}. {nearest(error.value, error.rule_definition)}"
    if error.rule == "minItems":
        return f"{place} has too few entries; at least {error.rule_definition} are needed."
    if error.rule == "type":
        kinds = {
            "string": "text (put it in quotation marks)",
            "boolean": "true or false",
            "array": "a list",
            "object": "a mapping",
        }
        wanted = error.rule_definition
        said = "a number or a text in quotation marks" if isinstance(wanted, list) else kinds.get(wanted, wanted)
        return f"{place} should be {said}; found {as_written(error.value)}."
    if error.rule == "minimum":
        return f"{place} is {error.value}. Write {error.rule_definition} or more."
    if error.rule in ("minLength", "pattern"):
        return f"{place} is {error.value!r}. {error.definition.get('description', 'Write something here.')}"
    return f"{place}: {error.message}."


def as_written(value: Any) -> str:
    """A value as it stands in the file: a date is no text of Python's, true is not True."""
    if value is None:
        return "nothing"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a mapping"
    return str(value).lower() if isinstance(value, (bool, float)) else repr(str(value))


def _line_of(entry: Any, path: list[Any]) -> int | None:
    """The line of the innermost part of a question that a path leads to."""
    line = None
    for step in path:
        try:
            key: Any = int(step) if str(step).isdigit() else step
            position = entry.lc.item(key) if isinstance(key, int) else entry.lc.key(key)
            line = position[0] + 1
            entry = entry[key]
        except (AttributeError, KeyError, IndexError, TypeError):
            break
    return line
