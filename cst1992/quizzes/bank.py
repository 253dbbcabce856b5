"""A bank of questions: one YAML file a teacher can edit, read and checked question by question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cst1992.datapackage import nearest, rows
from cst1992.places import data_file, data_folder, shown_path


class BrokenBank(ValueError):
    """A quiz file cannot be used; the message has file, question, line and mend."""


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen, and what a reader hears who chooses it."""

    text: str
    reply: str
    correct: bool = False


@dataclass(frozen=True)
class Question:
    """One question of a bank."""

    id: str
    kind: str
    section: str
    objective: str
    core: bool
    prompt: str
    options: tuple[Option, ...]
    source: str
    hint: str = ""
    explanation: str = ""


@dataclass(frozen=True)
class Bank:
    """All questions of one notebook, in the order of the file."""

    name: str
    title: str
    questions: tuple[Question, ...]

    def sections(self) -> list[str]:
        """The names of the sections, in the order in which they first appear."""
        return list(dict.fromkeys(question.section for question in self.questions))

    def section(self, name: str) -> tuple[Question, ...]:
        """The questions of one section.

        Raises
        ------
        ValueError
            There is no such section; the message names those that exist.
        """
        if name not in self.sections():
            raise ValueError(f"The quiz {self.name!r} has no section {name!r}. {nearest(name, self.sections())}")
        return tuple(question for question in self.questions if question.section == name)


def bank_names() -> list[str]:
    """The names of the quizzes that come with the module.

    Examples
    --------
    >>> "02_the_treaty_articles" in bank_names()
    True
    """
    return sorted(path.stem for path in (data_folder() / "quizzes").glob("*.yaml"))


def load_bank(name: str | Path) -> Bank:
    """A bank by its name, or from any YAML file by its path.

    The file is read again when it has changed, so that a teacher can edit it and run the cell again.

    Raises
    ------
    ValueError
        There is no quiz of that name; the message lists those that exist.
    BrokenBank
        The file cannot be used; the message says file, question, line and how to mend it.

    Examples
    --------
    >>> load_bank("02_the_treaty_articles").questions[0].kind
    'single choice'
    """
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        if name not in bank_names():
            raise ValueError(f"There is no quiz {str(name)!r}. {nearest(name, bank_names())}")
        path = data_file(f"quizzes/{name}.yaml")
    if not path.exists():
        raise ValueError(f"There is no quiz file {path}.")
    return _read_bank(path, path.stat().st_mtime_ns)


@cache
def _read_bank(path: Path, changed: int) -> Bank:
    """Read a file; `changed` makes the cache forget an older state of it."""
    content = _parse(path)
    where = shown_path(path)
    if not isinstance(content, dict) or not isinstance(content.get("questions"), list):
        raise BrokenBank(f"{where}: expected `title:` and then `questions:` with a list of questions.")
    known = {"objective": _ids("objectives"), "source": _ids("sources")}
    seen: dict[str, int] = {}
    questions = []
    for position, entry in enumerate(content["questions"]):
        line = content["questions"].lc.item(position)[0] + 1
        name = entry.get("id", f"number {position + 1}") if isinstance(entry, dict) else f"number {position + 1}"
        place = f"{where}, question {name!r}, line {line}"
        problem, offset = _problem(entry, known)
        if problem:
            raise BrokenBank(f"{place if offset is None else f'{where}, question {name!r}, line {offset}'}: {problem}")
        if entry["id"] in seen:
            raise BrokenBank(f"{place}: line {seen[entry['id']]} has the same id. Give one of them another id.")
        seen[entry["id"]] = line
        questions.append(_question(entry))
    return Bank(path.stem, str(content.get("title", path.stem)), tuple(questions))


def _parse(path: Path) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    try:
        return YAML(pure=True).load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else "?"
        what = (error.problem or error.context or "it cannot be read").strip().splitlines()[0]
        raise BrokenBank(
            f"{shown_path(path)}, line {line}: this is not valid YAML ({what}). "
            "Look for a missing quotation mark, a colon inside a text without quotation marks, or a wrong indent."
        ) from None


@cache
def _ids(table: str) -> frozenset[str]:
    return frozenset(str(row["id"]) for row in rows(table))


@cache
def _validate() -> Callable[[Any], Any]:
    import json

    import fastjsonschema

    schema = json.loads(data_file("quizzes/schema.json").read_text(encoding="utf-8"))
    schema["$ref"] = "#/$defs/question"
    for whole_file in ("type", "required", "properties", "additionalProperties"):
        schema.pop(whole_file, None)
    return fastjsonschema.compile(schema)


def _problem(entry: Any, known: dict[str, frozenset[str]]) -> tuple[str, int | None]:
    """What is wrong with one question and, where it can be told, in which line; an empty text if nothing is."""
    import fastjsonschema

    try:
        _validate()(entry)
    except fastjsonschema.JsonSchemaValueException as error:
        return _in_words(error), _line_of(entry, error.path[1:])
    for column, choices in known.items():
        if entry[column] not in choices:
            hint = nearest(entry[column], choices) if column == "objective" else "Take a key of data/sources.csv."
            return f"{column} {entry[column]!r} is not known. {hint}", entry.lc.value(column)[0] + 1
    right = sum(bool(option.get("correct")) for option in entry["options"])
    if entry["kind"] == "single choice" and right != 1:
        return f"a single choice needs exactly one option with `correct: true`; this one has {right}.", None
    if right == 0:
        return "no option is right. Give at least one of them `correct: true`.", None
    texts = [option["text"] for option in entry["options"]]
    doubled = next((text for text in texts if texts.count(text) > 1), None)
    if doubled:
        return f"two options read {doubled!r}. Change one of them.", None
    return "", None


def _in_words(error: Any) -> str:
    """A message of the schema's as a teacher would say it."""
    place = ""
    for step in error.path[1:]:
        number = str(step)
        place += f" option {int(number) + 1}" if number.isdigit() else ("" if number == "options" else f" `{number}`")
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
        return f"{place} should be {kinds.get(error.rule_definition, error.rule_definition)}; found {error.value!r}."
    if error.rule in ("minLength", "pattern"):
        return f"{place} is {error.value!r}. {error.definition.get('description', 'Write something here.')}"
    return f"{place}: {error.message}."


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


def _question(entry: Any) -> Question:
    options = tuple(
        Option(str(option["text"]), str(option["reply"]), bool(option.get("correct", False)))
        for option in entry["options"]
    )
    plain = {
        key: str(entry.get(key, ""))
        for key in ("id", "kind", "section", "objective", "prompt", "source", "hint", "explanation")
    }
    return Question(core=bool(entry["core"]), options=options, **plain)
