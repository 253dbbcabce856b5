"""Examples for messages, taken from the tables, so that they fit whatever the module tells of."""

from __future__ import annotations

from datetime import date

from cst1992.facts.agreed import said_state
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import rows
from cst1992.facts.wording import day_in_words

OF_NO_IMPORTANCE = date(1995, 5, 31)  # it shows how a day is written, and which number is the day


def a_day() -> str:
    """A day as a reader may write it, for an example.

    Examples
    --------
    >>> a_day()
    '31 May 1995'
    """
    return day_in_words(OF_NO_IMPORTANCE)


def a_state() -> str:
    """The name of a state of the module, for an example; another word where its table cannot be read.

    Examples
    --------
    >>> a_state()
    'Armenia'
    """
    try:
        return next((said_state(row["name"]) for row in rows("states")), "word")
    except (Mistake, KeyError):
        return "word"
