"""Agreed words, the words of the module and of its outlines in another language, and places in braces in cells of words."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from cst1992.facts.agreed import COLUMNS, FILE
from cst1992.facts.files import data_file, data_folder
from cst1992.facts.lines import lines_of
from cst1992.facts.module_twin import words_in
from cst1992.facts.package import as_written, fields, has_table, nearest, resource, rows, table_names
from cst1992.facts.twins import KEY, word_columns
from cst1992.teacher.check.fault import Fault
from cst1992.teacher.check.places import named
from cst1992.teacher.check.twins import languages_begun

PLACE = re.compile(r"\{\w+\}")
OF_OUTLINES = ("borders", "credit")


def agreed_faults() -> Iterator[Fault]:
    """Everything that is wrong in them, in every language that was begun."""
    for code in languages_begun():
        folder = data_folder() / code
        yield from _of_agreed_words(folder / FILE)
        yield from _of_the_module(folder / "module.yaml")
        yield from _of_outlines(folder / "outlines.json")
        for path in sorted(folder.glob("*.csv")):
            if has_table(path.stem):
                yield from _of_places(path)


def rows_of(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The lines of a file of words with their numbers, by column; none where there is no such file."""
    lines = list(lines_of(path)) if path.is_file() else []
    return [(number, dict(zip(lines[0][1], cells, strict=False))) for number, cells in lines[1:]]


def agreed_everywhere() -> dict[str, list[str]]:
    """The agreed words of each column, over all tables, and the names of states under `state`."""
    found: dict[str, dict[str, None]] = {}
    for table in table_names():
        for field in fields(table):
            found.setdefault(field["name"], {}).update(dict.fromkeys(field.get("constraints", {}).get("enum", [])))
            if field.get("words") is False:
                found[field["name"]].update(dict.fromkeys(row.text(field["name"]) for row in rows(table)))
    states = [row.text("name") for row in rows("states")] if has_table("states") else []
    return {column: list(words) for column, words in found.items()} | {"state": states}


def _of_agreed_words(path: Path) -> Iterator[Fault]:
    known, tables = agreed_everywhere(), table_names()
    lines = rows_of(path)
    if any(set(COLUMNS) - set(row) for _, row in lines):
        return  # told with the head of the file
    twice = {place for place, count in Counter(_place(row) for _, row in lines).items() if count > 1}
    for number, row in lines:
        column, word = _place(row)
        where = f"{named(path)}, line {number}"
        if not column and word not in tables:
            yield Fault(where, f"there is no table {word!r}. {nearest(word, tables)}")
        elif column and column not in known:
            yield Fault(where, f"no table has a column {column!r}. Correct it, or take the line out.")
        elif column and word and word not in known[column]:
            yield Fault(where, f"{word!r} is no agreed word of the column {column}. {nearest(word, known[column])}")
        elif (column, word) in twice:
            yield Fault(where, f"the word {word!r} of the column {column!r} stands here twice. Take one line out.")


def _place(row: dict[str, str]) -> tuple[str, str]:
    return row["column"], row["word"]


def _of_the_module(path: Path) -> Iterator[Fault]:
    """Lines that the English file does not have, and lines without words that say something else."""
    if not path.is_file():
        return
    try:
        told = content_of_module(path)
    except YAMLError as error:
        yield Fault(named(path), f"it cannot be read ({' '.join(str(error).split())}). Mend the line.")
        return
    english = content_of_module(data_file("module.yaml"))
    words, whole = words_in(told), dict(_leaves(english))
    for place, value in _leaves(told):
        if place not in whole:
            yield Fault(named(path), f"data/module.yaml has no line {'.'.join(place)}. Correct it, or take it out.")
        elif place not in words and value != whole[place]:
            yield Fault(named(path), f"{'.'.join(place)} holds no words. Write {whole[place]!r}, or take the line out.")


def content_of_module(path: Path) -> dict[str, Any]:
    """What a module.yaml says, with days and keys as texts; empty where there is no such file."""
    content = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8-sig")) if path.is_file() else {}
    return json.loads(json.dumps(_with_texts(content or {})))


def _with_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_texts(entry) for key, entry in value.items()}
    return value if isinstance(value, str | int | bool | list) else str(value)


def _leaves(content: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if not isinstance(content, dict):
        yield place, content
        return
    for key, entry in content.items():
        yield from _leaves(entry, (*place, key))


def _of_outlines(path: Path) -> Iterator[Fault]:
    try:
        told = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except ValueError as error:
        yield Fault(named(path), f"it cannot be read ({error}). Look for a comma or a quotation mark too few.")
        return
    for name in told:
        if name not in OF_OUTLINES:
            yield Fault(named(path), f"{name!r} is nothing that the outlines say. {nearest(name, OF_OUTLINES)}")


def _of_places(path: Path) -> Iterator[Fault]:
    """Keys that stand twice, and cells that have lost or changed a word in braces, which a sentence fills in."""
    english = {row.text(KEY): row for row in as_written(path.stem) if KEY in row}
    columns = word_columns(resource(path.stem)["schema"])
    lines = rows_of(path)
    twice = {key for key, count in Counter(row.get(KEY) for _, row in lines).items() if count > 1}
    for number, row in lines:
        own = english.get(row.get(KEY, ""))
        if row.get(KEY) in twice:
            yield Fault(
                f"{named(path)}, line {number}", f"the {KEY} {row[KEY]!r} stands here twice. Take one line out."
            )
        for column in columns if own else ():
            wanted, found = (sorted(PLACE.findall(text)) for text in (own.text(column), row.get(column, "")))  # type: ignore[union-attr]
            if row.get(column, "").strip() and wanted != found:
                told = f"the words in braces are {', '.join(wanted) or 'none'} in English. Keep them as they are."
                yield Fault(f"{named(path)}, line {number}, column {column}", told)


def agreed_counted(code: str) -> tuple[int, int]:
    """How many agreed words and names of states are said in a language, and how many there are."""
    told = {_place(row) for _, row in rows_of(data_folder() / code / FILE) if row.get("said") and "word" in row}
    enums = {
        (field["name"], word)
        for table in table_names()
        for field in fields(table)
        for word in field.get("constraints", {}).get("enum", [])
    }
    states = {("state", row.text("name")): row for row in rows("states")} if has_table("states") else {}
    told |= {place for place, row in states.items() if row.get(f"name_{code}")}
    whole = enums | set(states)
    return len(told & whole), len(whole)


def module_counted(code: str) -> tuple[int, int]:
    """How many lines of words of the module are said in a language, and how many there are."""
    whole = words_in(content_of_module(data_file("module.yaml")))
    return len(set(words_in(content_of_module(data_folder() / code / "module.yaml"))) & set(whole)), len(whole)
