"""Two lists side by side: how much of the one is in the other, and the sentence that says so."""

from __future__ import annotations

from typing import Any

from cst1992.answers.compared_as import Key
from cst1992.answers.replies import Replies, reply_to
from cst1992.answers.scores import list_score, overlap
from cst1992.answers.verdict import LATER, RIGHT, Verdict
from cst1992.facts.wording import many


def _counted(keys: list[Any], wanted: list[Any], ordered: bool) -> str:
    """How many are right and how many do not belong, as a sentence."""
    found = overlap(keys, wanted)
    whole = found.hits + found.missing
    if ordered and not found.missing and not found.extra:
        return "All are there, in another order." if len(keys) == whole else "One of them stands there twice."
    right = f"{found.hits} of {whole} {'is' if 1 in (found.hits, whole) else 'are'} right"
    return right + (f", {many(found.extra, 'does', 'do')} not belong." if found.extra else ".")


def listed(
    given: list[Any],
    right: list[Any] | None,
    ordered: bool,
    replies: Replies | None,
    key: Key,
    what: tuple[str, str],
    otherwise: str = "",
) -> Verdict:
    """The verdict on a list; without `right` on its form and its typical mistakes alone.

    Parameters
    ----------
    key : as what its parts are compared.
    what : what one and several of them are called, such as ("state", "states").
    """
    keys = [key(item) for item in given]
    told = list(dict.fromkeys(reply for item in given if (reply := reply_to(item, replies, key))))
    if right is None:
        fine = Verdict(1.0, f"{many(len(set(keys)), *what)}. {LATER}")
        return Verdict(0.0, " ".join(told)) if told else fine
    wanted = [key(item) for item in right]
    mark = list_score(keys, wanted, ordered)
    if mark == 1:
        return Verdict(1.0, RIGHT)
    counted = [] if len(keys) == len(wanted) == 1 and (told or otherwise) else [_counted(keys, wanted, ordered)]
    return Verdict(mark, " ".join([*counted, *told, *([otherwise] if not told else [])]).strip())
