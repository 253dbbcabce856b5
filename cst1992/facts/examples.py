"""Examples for messages, taken from the tables, so that they fit whatever the module tells of."""

from __future__ import annotations

from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import rows

A_DAY = "31 May 1995"  # of no importance: it shows how a day is written, and which number is the day


def a_state() -> str:
    """The name of a state of the module, for an example; another word where its table cannot be read.

    Examples
    --------
    >>> a_state()
    'Armenia'
    """
    try:
        return next((row.text("name") for row in rows("states")), "word")
    except (Mistake, KeyError):
        return "word"
