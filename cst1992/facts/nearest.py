"""The nearest of several choices, for a message on a word that is none of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from cst1992.facts.speech import say
from cst1992.facts.wording import in_a_list


def closest(given: object, choices: Iterable[object]) -> str:
    """A question that names the nearest valid choice; empty where none is near."""
    close = difflib.get_close_matches(str(given), map(str, choices), n=1, cutoff=0.5)
    return say("Did you mean {choice!r}?", choice=close[0]) if close else ""


def nearest(given: object, choices: Iterable[object]) -> str:
    """A hint that names the nearest valid choice and then all of them; where there is none it says so."""
    known = [str(choice) for choice in choices]
    if not known:
        return say("There are none.")
    there = say("There are: {choices}.", choices=in_a_list(known).rstrip("."))
    return f"{closest(given, known)} {there}".lstrip()
