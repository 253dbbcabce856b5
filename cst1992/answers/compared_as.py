"""As what two values are compared: as states, days, numbers or texts, so that two spellings of one thing are equal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from cst1992.answers.plain_values import as_text, plain
from cst1992.facts.arguments import state_name
from cst1992.facts.mistakes import Mistake
from cst1992.facts.spelling.dates import as_span
from cst1992.facts.spelling.letters import folded
from cst1992.facts.spelling.numbers import read_number

Key = Callable[[Any], Any]


def text_key(value: Any) -> str:
    """What two spellings of a text have in common; a text of signs alone stays as it is."""
    return folded(as_text(value)) or as_text(value).strip().casefold()


def state_key(value: Any) -> str:
    """The name of a state, or the text itself where no state is called so."""
    try:
        return state_name(value)
    except Mistake:
        return text_key(value)


def day_key(value: Any) -> Any:
    """The first and the last day that a value names, or the text itself where it is no date."""
    return as_span(as_text(value)) or text_key(value)


def number_key(value: Any) -> Any:
    """The number that a value names, or the text itself where none can be read for sure."""
    number = read_number(value).value
    return text_key(value) if number is None else number


def key_for(right: Iterable[Any]) -> Key:
    """How the cells of a column are compared, by what is right there."""
    cells = list(right)
    if all(isinstance(cell, (int, float)) for cell in cells):
        return number_key
    if all(re.fullmatch(r"\d{4}-\d\d-\d\d", as_text(cell)) for cell in cells):
        return day_key
    return state_key if _are_states(cells) else text_key


def _are_states(names: Iterable[Any]) -> bool:
    try:
        return all(state_name(name) == name for name in names)
    except Mistake:
        return False


def row_keys(rows: Iterable[Iterable[Any]], keys: list[Key]) -> list[tuple[Any, ...]]:
    """The rows of a table, each cell in the form in which it is compared."""
    return [tuple(key(plain(cell)) for key, cell in zip(keys, row, strict=True)) for row in rows]
