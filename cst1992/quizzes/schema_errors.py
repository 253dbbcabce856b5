"""Errors of the schema of quiz files as a teacher would say them, with the line where they stand."""

from __future__ import annotations

from typing import Any

from cst1992.facts.package import nearest

ONE_OF = {"options": "option", "pairs": "pair", "items": "item", "replies": "reply"}
TYPES = {
    "string": "text (put it in quotation marks)",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
}


def in_words(error: Any) -> str:
    """What the schema does not allow in a question, and how to mend it.

    Parameters
    ----------
    error : a `JsonSchemaValueException` of fastjsonschema.
    """
    place, wanted, found = _place(error.path[1:]), error.rule_definition, error.value
    match error.rule:
        case "required":
            missing = [name for name in wanted if name not in found]
            return f"{place} lacks {', '.join(f'`{name}:`' for name in missing)}. Add it."
        case "additionalProperties":
            allowed = error.definition["properties"]
            extra = next(name for name in found if name not in allowed)
            return f"{place} has `{extra}:`, which is not known here. {nearest(extra, allowed)}"
        case "enum":
            return f"{place} is {found!r}. {nearest(found, wanted)}"
        case "minItems":
            return f"{place} has too few entries; at least {wanted} are needed."
        case "type":
            several = isinstance(wanted, list)
            said = "a number or a text in quotation marks" if several else TYPES.get(wanted, wanted)
            return f"{place} should be {said}; found {as_written(found)}."
        case "minimum":
            return f"{place} is {found}. Write {wanted} or more."
        case "minLength" | "pattern":
            return f"{place} is {found!r}. {error.definition.get('description', 'Write something here.')}"
    return f"{place}: {error.message}."


def _place(path: list[Any]) -> str:
    """Where in a question: "option 2 `reply`"."""
    place = ""
    for step in map(str, path):
        if step.isdigit():
            place += f" {int(step) + 1}"
        else:
            place += f" {ONE_OF[step]}" if step in ONE_OF and path[-1] != step else f" `{step}`"
    return place.strip() or "the question"


def as_written(value: Any) -> str:
    """A value as it stands in the file: a date is no text of Python's, true is not True.

    Examples
    --------
    >>> as_written(True), as_written(None), as_written(["a"]), as_written("nine")
    ('true', 'nothing', 'a list', "'nine'")
    """
    match value:
        case None:
            return "nothing"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case bool() | float():
            return str(value).lower()
    return repr(str(value))


def line_of(entry: Any, path: list[Any]) -> int | None:
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
