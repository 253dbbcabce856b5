"""The words of a table in another language: its twin, `data/<code>/TABLE.csv`, with the key and only columns of words.

What a twin lacks stays English. `cst1992 check` reads twins strictly; here nothing of a twin that does not fit is taken.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from cst1992.facts.catalogues import twin_of
from cst1992.facts.files import Version, version_of
from cst1992.facts.lines import lines_of

KEY = "id"


def word_columns(schema: dict[str, Any]) -> list[str]:
    """The columns of words, which a twin may give in another language, in their order.

    Agreed words, ids, days and whatever has a form of its own stay as they are; so does a column that says `"words": false`
    of itself, and one that holds another column in a language of its own, as `term_ru` does.

    Parameters
    ----------
    schema : what the Data Package says of the columns of a table.

    Examples
    --------
    >>> fields = [{"name": name, "type": "string"} for name in ("id", "term", "term_ru", "who_says_so")]
    >>> word_columns({"fields": fields})
    ['term', 'who_says_so']
    """
    names = {field["name"] for field in schema["fields"]}
    tied = {name for key in schema.get("foreignKeys", []) for name in key["fields"]}
    return [
        field["name"]
        for field in schema["fields"]
        if field["type"] == "string"
        and not {"enum", "pattern"} & set(field.get("constraints", {}))
        and field.get("words", True)
        and field["name"] not in tied | {KEY}
        and re.sub(r"_[a-z]{2}$", "", field["name"]) not in names - {field["name"]}
    ]


def told_in_twin(table: str, schema: dict[str, Any]) -> dict[str, dict[str, str]]:
    """For each key of a table the cells of its twin in the language that is spoken; empty in English, or without a twin.

    Raises
    ------
    DamagedTable
        The twin is no CSV file in UTF-8.
    """
    twin = version_of_twin(table)
    return _read(*twin, tuple(word_columns(schema))) if twin else {}


def version_of_twin(table: str) -> tuple[Path, Version] | None:
    """The twin of a table in the language that is spoken, and what changes when it does; None where there is none."""
    twin = twin_of(f"{table}.csv")
    return (twin, version_of(twin)) if twin else None


@cache
def _read(path: Path, version: Version, columns: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The filled cells of a twin by key; `version` makes the cache forget an older one."""
    lines = [cells for _, cells in lines_of(path)]
    header = lines[0] if lines else []
    if KEY not in header:
        return {}
    told = [dict(zip(header, cells, strict=False)) for cells in lines[1:]]
    return {row[KEY]: {name: row[name] for name in columns if row.get(name, "").strip()} for row in told if KEY in row}
