"""The sections of a module: which tables it has, and which verbs it therefore offers."""

from __future__ import annotations

from collections.abc import Iterable

from cst1992.facts.mistakes import AbsentSection
from cst1992.facts.package import Row, has_table, resource, rows, sections, table_names
from cst1992.facts.speech import say


def section(table: str) -> list[Row]:
    """The rows of a table that a verb cannot do without.

    Raises
    ------
    AbsentSection
        The module has no such table, or it has no row; the message says in one sentence what is not there.

    Examples
    --------
    >>> section("articles")[3]["title"]
    'Aggression against one'
    """
    found = rows(table)
    if not found:
        said = sections().get(table, {}).get("said")
        named = say(said) if said else say("row in its table {table}", table=table)
        raise AbsentSection(say("This module has no {section}.", section=named))
    return found


def rows_if_there(table: str) -> list[Row]:
    """The rows of a table that a module may leave out; none where it has.

    Examples
    --------
    >>> len(rows_if_there("articles")), rows_if_there("harvests_of_wheat")
    (11, [])
    """
    return rows(table) if has_table(table) else []


def demand(verb: str) -> None:
    """Raise AbsentSection where the module lacks a table without which a verb is nothing, or the table of that name.

    Examples
    --------
    >>> demand("timeline")
    """
    for table in _lacking(verb):
        resource(table)


def offered(known: Iterable[str]) -> list[str]:
    """Of the verbs that the library knows those that the module can serve, and a verb for every table beside them.

    Examples
    --------
    >>> set(offered(["timeline"])) >= {"timeline", "events", "sources"}
    True
    """
    served = [verb for verb in known if not _lacking(verb)]
    return sorted({*served, *_tables_there()})


def _lacking(verb: str) -> list[str]:
    """The tables that a verb needs and the module lacks; none where nobody can tell which tables there are."""
    there = _tables_there()
    needed = [table for table, told in sections().items() if verb == table or verb in told["verbs"]]
    return [table for table in needed if there and table not in there]


def _tables_there() -> list[str]:
    """The tables of the module; none where its description is missing or damaged, which a table tells when it is read."""
    try:
        return table_names()
    except (ValueError, KeyError, TypeError, OSError):
        return []
