"""The checks of an exercise's answers of several parts: states, numbers, texts in a list, the rows of a table.

They take what the checks of one value take; see `value_checks.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cst1992.answers.compared_as import key_for, number_key, row_keys, state_key, text_key
from cst1992.answers.lists_compared import listed
from cst1992.answers.plain_values import as_text, plain, several_values
from cst1992.answers.replies import Replies, no_such_state, not_among, reply_to
from cst1992.answers.verdict import LATER, Verdict
from cst1992.facts.arguments import state_name
from cst1992.facts.spelling.lists import read_numbers
from cst1992.facts.wording import many

NO_ROWS = "The table has no rows: none has the words that you asked for. Copy them from the column to the letter."
NO_ORDER = "A set, in { }, has no order. Write a list, in [ ]."


def states(
    value: Any,
    right: Iterable[str] | None = None,
    ordered: bool = False,
    replies: Replies | None = None,
    otherwise: str = "",
) -> Verdict:
    """States by any of their names or ISO code, in any list-like form; the order counts only where it is asked.

    Examples
    --------
    >>> states(("Россия", "KAZ"), right=["Kazakhstan", "Russia"]).good
    True
    """
    if ordered and type(value) in (set, frozenset):
        return Verdict(0.0, NO_ORDER)
    given = several_values(value, "states")
    unknown = no_such_state(given)
    if unknown and right is None:
        return Verdict(0.0, unknown)
    wanted = None if right is None else [state_name(name) for name in right]
    verdict = listed(given, wanted, ordered, replies, state_key, ("state", "states"), otherwise)
    return Verdict(verdict.mark, f"{verdict.sentence} {unknown}".strip()) if unknown else verdict


def numbers(
    value: Any,
    right: Iterable[int] | None = None,
    replies: Replies | None = None,
    otherwise: str = "",
) -> Verdict:
    """Whole numbers in any list-like form and in any order, for instance those of articles.

    Examples
    --------
    >>> numbers("Articles 6 and 7", right=[6, 7]).good, numbers(["5-6", "eight"], right=[5, 6, 8]).good
    (True, True)
    """
    given = plain(value)
    read = read_numbers(given if isinstance(given, str) and given.strip() else several_values(value, "numbers"))
    if read.value is None:
        return Verdict(0.0, read.question)
    wanted = None if right is None else list(right)
    verdict = listed(read.value, wanted, False, replies, number_key, ("number", "numbers"), otherwise)
    if right is None and verdict.good:
        return Verdict(1.0, f"Read as {', '.join(map(as_text, read.value))}. {LATER}")
    return verdict


def items(
    value: Any,
    right: Iterable[Any] | None = None,
    ordered: bool = False,
    replies: Replies | None = None,
    otherwise: str = "",
    known: Iterable[Any] = (),
    most: int | None = None,
) -> Verdict:
    """Texts or dates in any list-like form, `most` at most; `known` are those to choose from, for instance ids of rows.

    Examples
    --------
    >>> items(["b", "a"], right=["a", "b"]).good, items(["b", "a"], right=["a", "b"], ordered=True).mark
    (True, 0.0)
    """
    if ordered and type(value) in (set, frozenset):
        return Verdict(0.0, NO_ORDER)
    given = several_values(value, "items")
    if most and len(given) > most:
        return Verdict(0.0, f"{len(given)} stand in it; {most} at most are wanted.")
    unexpected = [as_text(item) for item in given if not reply_to(item, replies, text_key)]
    if told := not_among(unexpected, known):
        return Verdict(0.0, told)
    wanted = None if right is None else list(right)
    return listed(given, wanted, ordered, replies, text_key, ("item", "items"), otherwise)


def table(
    value: Any,
    columns: Iterable[str],
    right: Iterable[Iterable[Any]] | None = None,
    otherwise: str = "",
    replies: Replies | None = None,
) -> Verdict:
    """A table with these columns, in any order of rows and columns; further columns do not count.

    `replies` are for cells that stand in typical wrong tables.

    Examples
    --------
    >>> import pandas as pd
    >>> table(pd.DataFrame({"state": ["Georgia"]}), ["state"], right=[["Georgia"]]).good
    True
    """
    names, rows = list(columns), plain(value)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return Verdict(0.0, f"A table is wanted, with the columns {', '.join(names)}.")
    missing = [name for name in names if not rows or any(name not in row for row in rows)]
    if missing:
        return Verdict(0.0, f"The table lacks {', '.join(missing)}. Columns stand in [[ ]]." if rows else NO_ROWS)
    cells = (row[name] for row in rows for name in names)
    told = next((reply for cell in cells if (reply := reply_to(cell, replies, text_key))), "")
    if right is None and told:
        return Verdict(0.0, told)
    if right is None:
        return Verdict(1.0, f"A table of {many(len(rows), 'row', 'rows')}. {LATER}")

    wanted = [list(row) for row in right]
    keys = [key_for(column) for column in zip(*wanted, strict=True)]
    if len(rows) > 2 * len(wanted):
        return Verdict(0.0, f"The table has {len(rows)} rows. Keep only those that are asked for.")
    found = row_keys([[row[name] for name in names] for row in rows], keys)
    return listed(found, row_keys(wanted, keys), False, None, tuple, ("row", "rows"), told or otherwise)
