"""The filters of a table: by what its rows can be chosen, as the Data Package says, and how what is given is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cst1992.facts.agreed import said_column
from cst1992.facts.arguments import agreed_words, article_number, choice, state_name
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import Row, Value, has_table, resource, rows, sections
from cst1992.facts.speech import say

STATE, ARTICLE = ("states", "name"), ("articles", "number")


@dataclass(frozen=True)
class Filter:
    """One way to choose rows of a table.

    Parameters
    ----------
    name : the keyword of the verb.
    about : what is chosen, in a sentence.
    table, column : where to look for what is given: in the table itself, or in one that ties it to another.
    key : the column there that holds the id of the row to choose.
    where : what else must stand there, a word for each column or a list of words.
    called : what a message calls it.
    target : the table and column whose values it repeats, such as `STATE`; None where it has agreed words of its own.
    """

    name: str
    about: str
    table: str
    column: str
    key: str
    where: Mapping[str, str | list[str]]
    called: str
    target: tuple[str, str] | None

    def ids(self, given: object) -> set[Value]:
        """The ids of the rows to choose; a Mistake names the nearest choice where there is none of that name."""
        wanted = self._read(given)
        return {row[self.key] for row in self.places() if row[self.column] == wanted}

    def _read(self, given: object) -> Value:
        if self.target == STATE:
            return state_name(given)
        if self.target == ARTICLE:
            return article_number(given)
        return choice(given, self.words(), said_column(self.called) or self.called)

    def places(self) -> list[Row]:
        """The rows to look in."""
        return [row for row in rows(self.table) if all(_fits(row[column], told) for column, told in self.where.items())]

    def words(self) -> list[str]:
        """What can be given: the agreed words, or those keys of the other table that stand in the column."""
        if self.target is None:
            return agreed_words(self.table, self.column)
        table, column = self.target
        used = {row[self.column] for row in self.places()}
        return [row.text(column) for row in rows(table) if row[column] in used]


def _fits(cell: Value, told: str | list[str]) -> bool:
    """Does a cell hold the word, or one of the words?"""
    return cell in told if isinstance(told, list) else cell == told


def filters_of(table: str) -> list[Filter]:
    """The filters of a table that the module can serve, in the order in which its verb takes them.

    Raises
    ------
    ValueError
        There is no such table; the message names the nearest one.

    Examples
    --------
    >>> [one.name for one in filters_of("requests")]
    ['asked_by', 'answered']
    """
    return [_filter(table, told) for told in resource(table).get("filters", []) if not _lacks_its_tie(told)]


def _lacks_its_tie(told: dict[str, Any]) -> bool:
    """Does a filter look in a table that the library knows and this module has left out?"""
    tie = told.get("through")
    return tie in sections() and not has_table(tie)


def _filter(table: str, told: dict[str, Any]) -> Filter:
    """One filter as the Data Package tells it; the column is called like the filter where nothing else is said."""
    tie, column = told.get("through"), told.get("column", told["name"])
    return Filter(
        name=told["name"],
        about=told["description"],
        table=tie or table,
        column=column,
        key=_column_that_points_to(table, tie) if tie else "id",
        where=told.get("where", {}),
        called=told.get("called", column),
        target=_target(tie or table, column),
    )


def _references(table: str) -> list[tuple[str, tuple[str, str]]]:
    """The columns of a table that repeat the values of another one, each with that table and column."""
    keys = resource(table)["schema"].get("foreignKeys", [])
    return [(key["fields"][0], (key["reference"]["resource"], key["reference"]["fields"][0])) for key in keys]


def _target(table: str, column: str) -> tuple[str, str] | None:
    return dict(_references(table)).get(column)


def _column_that_points_to(table: str, tie: str) -> str:
    for column, (pointed_to, _) in _references(tie):
        if pointed_to == table:
            return column
    raise Mistake(
        say(
            "data/datapackage.json ties {tie} to {table} by no column (foreignKeys): it cannot be filtered so.",
            tie=tie,
            table=table,
        )
    )
