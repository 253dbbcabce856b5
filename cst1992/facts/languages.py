"""The languages that stand beside English: those of `data/module.yaml`, each in columns that end in its code."""

from __future__ import annotations

from collections.abc import Iterable

from cst1992.facts.module import module
from cst1992.facts.speech import say, to_be_said

TRANSLATED = {"en": to_be_said("English")}


def language_of(column: str) -> str:
    """The code of the language in which a column stands; empty where its name has none.

    Examples
    --------
    >>> language_of("term_kk"), language_of("title_en"), language_of("term")
    ('kk', 'en', '')
    """
    _, joined, ending = column.rpartition("_")
    return ending if joined and ending in _all() else ""


def named_with_language(column: str) -> str:
    """The name of a column as a reader says it, with the language in brackets.

    Examples
    --------
    >>> named_with_language("key_term_ru"), named_with_language("who_decides")
    ('key term (Russian)', 'who decides')
    """
    code = language_of(column)
    name = column.removesuffix(f"_{code}").replace("_", " ")
    return f"{name} ({say(_all()[code])})" if code else name


def columns_in(name: str, columns: Iterable[str]) -> dict[str, str]:
    """Of these columns those that hold a name or term in a language of the module, by its code.

    Examples
    --------
    >>> columns_in("term", ["term", "term_ru", "term_kk", "definition"])
    {'ru': 'term_ru', 'kk': 'term_kk'}
    """
    known = set(columns)
    return {code: f"{name}_{code}" for code in module().languages if f"{name}_{code}" in known}


def _all() -> dict[str, str]:
    return {**TRANSLATED, **module().languages}
