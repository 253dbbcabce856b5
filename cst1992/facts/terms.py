"""The terms of the field: the glossary and the concepts, found in a text with their inflected forms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cst1992.facts.languages import columns_in
from cst1992.facts.package import Row
from cst1992.facts.sections import rows_if_there


@dataclass(frozen=True)
class Term:
    """One term in English and in the languages of the module, with a plain definition.

    Parameters
    ----------
    concept : it comes from the table of concepts, not from the glossary.
    others : its form in each other language that has one, by the code of the language.
    ours : the languages whose form is ours, read in no source.
    """

    id: str
    concept: bool
    english: str
    others: dict[str, str]
    ours: frozenset[str]
    definition: str
    forms: tuple[str, ...]


def _forms(name: str, further: str) -> tuple[str, ...]:
    """Every form in which a page may use a term: its name without what stands in brackets, and those of the table."""
    short = re.sub(r" \([^)]*\)", "", name)
    return (short, *(form.strip() for form in further.split(";") if form.strip()))


def _term(row: Row, concept: bool) -> Term:
    name = "concept" if concept else "term"
    others = {code: row.text(column) for code, column in columns_in(name, row).items() if row[column]}
    unchecked = {code for code in others if row.get(f"{code}_checked") is False}
    return Term(
        row.text("id"),
        concept,
        row.text(name),
        others,
        frozenset(others if concept and unchecked else unchecked),
        row.text("in_short" if concept else "definition"),
        _forms(row.text(name), row.text("forms")),
    )


def all_terms() -> list[Term]:
    """The terms of the glossary, then the concepts that are not among them.

    Examples
    --------
    >>> {term.english for term in all_terms()} >= {"accession", "entrapment"}
    True
    """
    named = [_term(row, concept=False) for row in rows_if_there("glossary")]
    known = {term.id for term in named}
    return named + [_term(row, concept=True) for row in rows_if_there("concepts") if row["id"] not in known]


def place_in(text: str, term: Term) -> int:
    """Where a text first uses a term, in any of its forms; -1 where it does not.

    Examples
    --------
    >>> accession = next(term for term in all_terms() if term.id == "accession")
    >>> place_in("Georgia acceded in 1993.", accession)
    8
    """
    plain = [re.escape(form).replace(r"\ ", r"\s+") + ("" if form.endswith("s") else "s?") for form in term.forms]
    found = re.search(rf"(?<![\w-])(?:{'|'.join(plain)})(?![\w-])", text, re.IGNORECASE)
    return found.start() if found else -1


def terms_in(text: str) -> list[Term]:
    """The terms that a text uses, in the order of their first use.

    Examples
    --------
    >>> [term.english for term in terms_in("A treaty is signed, then ratified.")]
    ['treaty', 'ratification']
    """
    found = sorted((place, term.id, term) for term in all_terms() if (place := place_in(text, term)) >= 0)
    return [term for _, _, term in found]
