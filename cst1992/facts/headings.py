"""The names under which a reader meets what the tables call in short: agreed words and columns."""

from __future__ import annotations

from cst1992.facts.agreed import said_column, said_heading, said_word
from cst1992.facts.languages import language_of, named_with_language
from cst1992.facts.package import description, fields
from cst1992.facts.sections import rows_if_there
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.wording import capital

COUNTED = (
    to_be_said("since"),
    to_be_said("disputed"),
    to_be_said("status"),
    to_be_said("last act"),
    to_be_said("adds"),
)
"""Columns that stand in no table: verbs such as `cst.parties()` make them, each called by its name."""


def heading_of(table: str, column: str, word: str) -> str:
    """The heading that the Data Package gives an agreed word, else the word itself with a capital letter.

    Examples
    --------
    >>> heading_of("references", "side", "Russia"), heading_of("clauses", "topic", "accession")
    ('Voices of Russia', 'Accession')
    """
    if told := said_heading(column, word):
        return told
    named = [field.get("headings", {}) for field in fields(table) if field["name"] == column]
    return next((str(one[word]) for one in named if word in one), capital(said_word(column, word)))


def column_heading(column: str) -> str:
    """The name of a column as a reader says it: the title that the Data Package gives it, else its words.

    Examples
    --------
    >>> [column_heading(name) for name in ("from_to_note", "title_ru", "russia_gave", "who_decides")]
    ['in office', 'title (Russian)', 'Russia gave', 'who decides']
    """
    if told := said_column(column):
        return told
    titles = {
        field["name"]: field["title"]
        for table in description()["resources"]
        for field in table.get("schema", {}).get("fields", [])
        if "title" in field
    }
    if column in titles:
        return titles[column]
    return named_with_language(column) if language_of(column) else say(_spoken(column))


def _spoken(column: str) -> str:
    """A column in words; the name of a state at its beginning keeps its capital letters."""
    words = column.replace("_", " ")
    for state in _states():
        if words.startswith(f"{state.casefold()} "):
            return state + words[len(state) :]
    return words


def _states() -> list[str]:
    """The names of the states, the longest first."""
    return sorted((row.text("name") for row in rows_if_there("states")), key=len, reverse=True)
