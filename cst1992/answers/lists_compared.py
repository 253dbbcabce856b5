"""Two lists side by side: how much of the one is in the other, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from cst1992.answers.compared_as import Key
from cst1992.answers.replies import Replies, reply_to
from cst1992.answers.scores import list_score, overlap
from cst1992.answers.verdict import Verdict, right, well_formed
from cst1992.facts.speech import say, say_count


def _counted(keys: list[Any], wanted: list[Any], ordered: bool) -> str:
    """How many are right and how many do not belong, as a sentence."""
    found = overlap(keys, wanted)
    whole = found.hits + found.missing
    if ordered and not found.missing and not found.extra:
        twice = say("One of them stands there twice.")
        return say("All are there, in another order.") if len(keys) == whole else twice
    number = 1 if whole == 1 else found.hits
    hits = {"right": found.hits, "whole": whole}
    if not found.extra:
        return say_count("{right} of {whole} is right.", "{right} of {whole} are right.", number, **hits)
    return say(
        "{right}, {extra}.",
        right=say_count("{right} of {whole} is right", "{right} of {whole} are right", number, **hits),
        extra=say_count("{count} does not belong", "{count} do not belong", found.extra),
    )


def listed(
    given: list[Any],
    wanted: list[Any] | None,
    ordered: bool,
    replies: Replies | None,
    key: Key,
    counted: Callable[[int], str],
    otherwise: str = "",
) -> Verdict:
    """The verdict on a list; without one that is wanted on its form and its typical mistakes alone.

    Parameters
    ----------
    key : as what its parts are compared.
    counted : the sentence that counts them, such as "3 states."
    """
    key = cache(key)
    keys = [key(item) for item in given]
    told = list(dict.fromkeys(reply for item in given if (reply := reply_to(item, replies, key))))
    if wanted is None:
        return Verdict(0.0, " ".join(told)) if told else well_formed(counted(len(set(keys))))
    goals = [key(item) for item in wanted]
    mark = list_score(keys, goals, ordered)
    if mark == 1:
        return right()
    first = [] if len(keys) == len(goals) == 1 and (told or otherwise) else [_counted(keys, goals, ordered)]
    return Verdict(mark, " ".join([*first, *told, *([otherwise] if not told else [])]).strip())
