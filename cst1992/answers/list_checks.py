"""The checks of an exercise's answers of several parts: states, numbers, texts in a list, the rows of a table.

They take what the checks of one value take; see `value_checks.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cst1992.answers.compared_as import key_for, number_key, row_keys, state_key, text_key
from cst1992.answers.lists_compared import listed
from cst1992.answers.plain_values import as_text, one_value, plain, several_values
from cst1992.answers.replies import Replies, no_such_state, not_among, reply_to
from cst1992.answers.verdict import Verdict, well_formed
from cst1992.facts.arguments import state_name
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.spelling.lists import read_numbers

NO_ORDER = to_be_said("A set, in { }, has no order. Write a list, in [ ].")


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
        return Verdict(0.0, say(NO_ORDER))
    given = several_values(value, "states")
    unknown = no_such_state(given)
    if unknown and right is None:
        return Verdict(0.0, unknown)
    wanted = None if right is None else [state_name(name) for name in right]
    verdict = listed(given, wanted, ordered, replies, state_key, _states_counted, otherwise)
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
    given = one_value(given, "number") if isinstance(given, str) and given.strip() else given
    read = read_numbers(given if isinstance(given, str) and given.strip() else several_values(value, "numbers"))
    if read.value is None:
        return Verdict(0.0, read.question)
    wanted = None if right is None else list(right)
    verdict = listed(read.value, wanted, False, replies, number_key, _numbers_counted, otherwise)
    if right is None and verdict.good:
        return well_formed(say("Read as {numbers}.", numbers=", ".join(map(as_text, read.value))))
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
        return Verdict(0.0, say(NO_ORDER))
    given = several_values(value, "items")
    if most and len(given) > most:
        return Verdict(
            0.0,
            say_count(
                "{count} stands in it; {most} at most are wanted.",
                "{count} stand in it; {most} at most are wanted.",
                len(given),
                most=most,
            ),
        )
    unexpected = [as_text(item) for item in given if not reply_to(item, replies, text_key)]
    if told := not_among(unexpected, known):
        return Verdict(0.0, told)
    wanted = None if right is None else list(right)
    return listed(given, wanted, ordered, replies, text_key, _items_counted, otherwise)


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
        return Verdict(0.0, say("A table is wanted, with the columns {columns}.", columns=", ".join(names)))
    missing = [name for name in names if not rows or any(name not in row for row in rows)]
    if missing:
        return Verdict(
            0.0,
            _columns_missing(missing)
            if rows
            else say(
                "The table has no rows: none has the words that you asked for. Copy them from the column to the letter."
            ),
        )
    cells = (row[name] for row in rows for name in names)
    told = next((reply for cell in cells if (reply := reply_to(cell, replies, text_key))), "")
    if right is None and told:
        return Verdict(0.0, told)
    if right is None:
        return well_formed(say_count("A table of {count} row.", "A table of {count} rows.", len(rows)))

    wanted = [list(row) for row in right]
    keys = [key_for(column) for column in zip(*wanted, strict=True)]
    if len(rows) > 2 * len(wanted):
        return Verdict(0.0, _too_many(len(rows)))
    found = row_keys([[row[name] for name in names] for row in rows], keys)
    return listed(found, row_keys(wanted, keys), False, None, tuple, _rows_counted, told or otherwise)


def _columns_missing(names: list[str]) -> str:
    return say("The table lacks {columns}. Columns stand in [[ ]].", columns=", ".join(names))


def _too_many(count: int) -> str:
    return say_count(
        "The table has {count} row. Keep only those that are asked for.",
        "The table has {count} rows. Keep only those that are asked for.",
        count,
    )


def _states_counted(count: int) -> str:
    return say_count("{count} state.", "{count} states.", count)


def _numbers_counted(count: int) -> str:
    return say_count("{count} number.", "{count} numbers.", count)


def _items_counted(count: int) -> str:
    return say_count("{count} item.", "{count} items.", count)


def _rows_counted(count: int) -> str:
    return say_count("{count} row.", "{count} rows.", count)
