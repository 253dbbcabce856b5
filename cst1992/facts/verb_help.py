"""What `help(cst.events)` says: made from the Data Package, with the number of rows and an example taken from them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

from cst1992.facts.filters import ARTICLE, STATE, Filter, filters_of
from cst1992.facts.languages import columns_in
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.package import Row, Value, fields, resource, rows
from cst1992.facts.wording import in_runs, many

TYPES = {"string": "text", "integer": "whole number", "number": "number", "date": "day", "boolean": "True or False"}
WIDE = 112


def help_of(table: str) -> str:
    """The docstring of a table's verb: what the table is, its filters and columns, errors, and an example.

    Raises
    ------
    ValueError
        There is no such table; the message names the nearest one.

    Examples
    --------
    >>> print(help_of("themes").splitlines()[0])
    The lanes of the timeline.
    """
    filters, known = filters_of(table), _rows_if_whole(table)
    parts = [summary_of(table), _wrapped(_description(table).partition(". ")[2])]
    if filters:
        parts.append(_section("Parameters", (f"{one.name} : {one.about} {_taken(one)}" for one in filters)))
    size = f" of {many(len(known), 'row', 'rows')} in the order of the file" if known else ""
    columns = (f"{field['name']} : {_held(field)} {field.get('description', '')}" for field in fields(table))
    returned = f"A DataFrame{size}, a fresh one at every call, with these columns:"
    parts.append(_section("Returns", [returned, "", *columns]))
    parts.append(f"{_heading('Raises')}\n{_errors(filters)}")
    if known:
        parts.append(f"{_heading('Examples')}\n{_example(table, known, filters)}")
    return textwrap.indent("\n\n".join(filter(None, parts)), "    ").lstrip() + "\n    "


def summary_of(table: str) -> str:
    """What a table is, in one sentence."""
    return _description(table).partition(". ")[0].rstrip(".") + "."


def _description(table: str) -> str:
    return str(resource(table).get("description", f"The table {table}."))


def _rows_if_whole(table: str) -> list[Row]:
    """The rows of a table; none where a file is damaged, which its verb tells when it is called."""
    try:
        for one in filters_of(table):
            rows(one.table)
        return rows(table)
    except Mistake:
        return []


def _heading(name: str) -> str:
    return f"{name}\n{'-' * len(name)}"


def _wrapped(text: str) -> str:
    return textwrap.fill(text.strip(), WIDE, subsequent_indent="    ", break_on_hyphens=False, break_long_words=False)


def _section(name: str, entries: Iterable[str]) -> str:
    return "\n".join([_heading(name), *map(_wrapped, entries)])


def _taken(one: Filter) -> str:
    """How a filter is given."""
    if one.target == STATE:
        spoken = ["English", *(module().languages[code] for code in columns_in("name", _names(STATE[0])))]
        return f"By its {_or(spoken)} name or its ISO code."
    if one.target == ARTICLE:
        return f"A number: {in_runs(row.whole('number') for row in rows('articles'))}."
    words = ", ".join(map(repr, one.words()))
    return f"One of {words}." if words else "There are none yet."


def _names(table: str) -> list[str]:
    return [field["name"] for field in fields(table)]


def _or(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if names[1:] else names[0]


def _held(field: dict[str, Any]) -> str:
    """What a column holds."""
    constraints = field.get("constraints", {})
    kind = TYPES[field["type"]]
    if words := constraints.get("enum"):
        kind += (", ordered: " if field.get("categoriesOrdered") else ", one of: ") + "; ".join(words)
    return kind + ("." if constraints.get("required") else ", or missing.")


def _errors(filters: list[Filter]) -> str:
    damaged = (
        "DamagedTable\n    The file breaks its description; the message names file, line and column, and the mend."
    )
    unknown = "ValueError\n    A filter does not know what it is given; the message names the nearest valid choice."
    return f"{unknown}\n{damaged}" if filters else damaged


def _example(table: str, known: list[Row], filters: list[Filter]) -> str:
    """A call that gives at least one row, with its answer."""
    first, given = known[0], {}
    for row in known:
        found = {one.name: _value_in(one, row) for one in filters}
        if None not in found.values():
            first, given = row, found
            break
    call = ", ".join(f"{name}={value!r}" for name, value in given.items()).replace("'", '"')
    return f'>>> import cst1992 as cst\n>>> cst.{table}({call})["id"].iloc[0]\n{first.text("id")!r}'


def _value_in(one: Filter, row: Row) -> Value:
    """What has to be given to a filter to find a row; None where nothing finds it."""
    return next((place[one.column] for place in one.places() if place[one.key] == row["id"]), None)
