"""One activity's file as a teacher writes it: read, held against its schema, made into an `Activity`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cst1992.facts.as_json import as_json
from cst1992.facts.files import asset, shown_path
from cst1992.facts.lines import text_of_file
from cst1992.facts.mistakes import Mistake
from cst1992.quizzes.schema_errors import as_written, in_words, line_of
from cst1992.teacher.activities.activity import SESSIONS, Activity, Advice, Ballot, Document, Part, Role, Step

SHOWN = "docs/activities.md shows the form."


class BrokenActivity(Mistake):
    """The file of an activity cannot be used; the message has file, line and mend."""


def activity_in(path: Path) -> Activity:
    """The activity that stands in a file; made once for each text.

    Raises
    ------
    BrokenActivity
        The file is no YAML, or something in it does not fit; the message says where, and how to mend it.
    """
    return _made(text_of_file(path, BrokenActivity), shown_path(path), path.stem)


def line_in(path: Path, *steps: object) -> int | None:
    """The line of a part of the file, by the keys and places that lead to it; None where it has none."""
    return line_of(_parsed(text_of_file(path, BrokenActivity), shown_path(path)), list(steps))


@cache
def _made(text: str, shown: str, name: str) -> Activity:
    content = _parsed(text, shown)
    plain = as_json(content)
    if "day" in plain:
        plain["day"] = str(plain["day"])[:10]  # without the time of the day, if somebody has written one
    _check(shown, content, plain)
    return _activity(name, plain)


@cache
def _parsed(text: str, shown: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        content = YAML(pure=True).load(text)
    except YAMLError as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        told = (getattr(error, "problem", None) or str(error)).strip().splitlines()[0]
        where = f"{shown}, line {mark.line + 1}" if mark else shown
        raise BrokenActivity(
            f"{where}: this is not valid YAML ({told}). Look for a missing quotation mark, a colon inside a text without "
            "quotation marks, or a wrong indent."
        ) from None
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise BrokenActivity(f"{shown}: one of the values cannot be read ({error}). {SHOWN}") from None
    if not isinstance(content, dict):
        raise BrokenActivity(f"{shown}: expected `title:` and the other keys of an activity. {SHOWN}")
    return content


@cache
def _validator() -> Callable[[Any], Any]:
    import fastjsonschema

    return fastjsonschema.compile(json.loads(asset("teacher/activities/activity_schema.json")))


def _check(shown: str, content: Any, plain: Any) -> None:
    import fastjsonschema

    try:
        _validator()(plain)
    except fastjsonschema.JsonSchemaValueException as error:
        line = line_of(content, error.path[1:])
        where = f"{shown}, line {line}" if line else shown
        raise BrokenActivity(f"{where}: {_told(error)} {SHOWN}") from None


def _told(error: Any) -> str:
    """What the schema does not allow; what should stand there is said by its description, where it has one."""
    told, wanted = (
        in_words(error).replace("the question lacks", "the activity lacks"),
        error.definition.get("description"),
    )
    if error.rule == "type" and wanted:
        return f"{told.partition(' should be ')[0]} is {as_written(error.value)}. {wanted}"
    return told


def _activity(name: str, plain: dict[str, Any]) -> Activity:
    first, last = plain["students"]
    return Activity(
        name=name,
        title=plain["title"],
        aim=plain["aim"],
        page=plain["page"],
        day=date.fromisoformat(plain["day"]) if "day" in plain else None,
        objectives=tuple(plain["objectives"]),
        minutes=_minutes(plain["minutes"]),
        students=(first, last),
        material=tuple(plain["material"]),
        sensitive=tuple(plain["sensitive"]),
        documents=tuple(
            Document(one["id"], one["title"], tuple(map(_part, one["parts"]))) for one in plain.get("documents", [])
        ),
        roles=tuple(map(_role, plain["roles"])),
        ballots=tuple(Ballot(**_tuples(one)) for one in plain.get("ballots", [])),
        steps=tuple(Step(**{**_tuples(one), "minutes": _minutes(one["minutes"])}) for one in plain["steps"]),
        debrief=tuple(Advice(one["question"], one["listen_for"]) for one in plain["debrief"]),
        goes_wrong=tuple(Advice(one["what"], one["helps"]) for one in plain["goes_wrong"]),
    )


def _minutes(given: int | dict[str, int]) -> tuple[tuple[int, int], ...]:
    """Minutes by length of session: one number counts in each."""
    if isinstance(given, int):
        return tuple((session, given) for session in SESSIONS)
    return tuple(sorted((int(session), minutes) for session, minutes in given.items()))


def _tuples(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry with its lists as tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def _part(entry: dict[str, Any]) -> Part:
    return Part(**{**_tuples(entry), "where": tuple(entry.get("where", {}).items())})


def _role(entry: dict[str, Any]) -> Role:
    return Role(**{"name": entry.get("state", entry["id"]), **_tuples(entry)})
