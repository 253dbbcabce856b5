"""The cases that a learner decides: the situation, the positions that were taken, and what each side said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.arguments import choice
from cst1992.facts.package import Row, rows
from cst1992.facts.tables import dataframe, rows_where

if TYPE_CHECKING:
    import pandas as pd


def case_key(given: object) -> str:
    """The key of a case; anything else is a Mistake that names the nearest one."""
    return choice(given, [row.text("id") for row in rows("cases")], "case")


def rows_of(table: str, case: str) -> list[Row]:
    """The choices or the voices of one case, in their order."""
    found = [row for row in rows(table) if row["case"] == case]
    return sorted(found, key=lambda row: row.whole("order"))


def _of_case(table: str, case: str | None) -> pd.DataFrame:
    frame = dataframe(table)
    return frame if case is None else rows_where(frame, frame["case"] == case_key(case))


def cases() -> pd.DataFrame:
    """The four cases to decide.

    Returns
    -------
    4 rows: id, request (a key of `requests`), title, date, decide_as, situation (without the outcome), text_in_force,
    question, confidence, source.

    Examples
    --------
    >>> cases()["id"].tolist()
    ['kyrgyzstan-2010', 'kazakhstan-2022', 'armenia-2022', 'kyrgyzstan-2022']
    """
    return dataframe("cases")


def case_choices(case: str | None = None) -> pd.DataFrame:
    """The positions among which a learner decides; each was somebody's documented position.

    Parameters
    ----------
    case : only those of one case, for instance "kazakhstan-2022".

    Returns
    -------
    One row a position: id, case, order, choice, position_of, what_speaks_for, what_speaks_against, confidence, source.

    Raises
    ------
    ValueError
        There is no such case; the message names the nearest one.

    Examples
    --------
    >>> len(case_choices("kazakhstan-2022")) >= 3
    True
    """
    return _of_case("case_choices", case)


def case_voices(case: str | None = None) -> pd.DataFrame:
    """What each side said of a case.

    Parameters
    ----------
    case : only those of one case, for instance "armenia-2022".

    Returns
    -------
    One row a statement: id, case, order, who, said, said_on (as exactly as known), confidence, source.

    Raises
    ------
    ValueError
        There is no such case; the message names the nearest one.

    Examples
    --------
    >>> len(case_voices("armenia-2022")) >= 4
    True
    """
    return _of_case("case_voices", case)
