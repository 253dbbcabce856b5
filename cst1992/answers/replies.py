"""Sentences for wrong answers that many give, and for answers that are not among the choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cst1992.answers.compared_as import Key, text_key
from cst1992.answers.plain_values import as_text
from cst1992.facts.arguments import state_name
from cst1992.facts.mistakes import Mistake
from cst1992.facts.speech import say

Replies = Mapping[Any, str]
FEW = 8


def reply_where(replies: Replies | None, fits: Callable[[Any], bool]) -> str:
    """The sentence for the first wrong answer that fits; a tuple or a range of wrong answers may share one."""
    for wrong, reply in (replies or {}).items():
        if any(map(fits, wrong if isinstance(wrong, (tuple, range)) else (wrong,))):
            return reply
    return ""


def reply_to(value: Any, replies: Replies | None, key: Key) -> str:
    """The sentence for a typical wrong answer, if this is one."""
    given = key(value)
    return reply_where(replies, lambda one: bool(key(one) == given))


def not_among(given: list[str], known: Iterable[Any]) -> str:
    """A sentence on answers that are not among the choices; empty where all are, or where there are none.

    Examples
    --------
    >>> not_among(["perhaps"], ["open", "supported"])
    'Not among the choices: perhaps. Choose one of: open, supported.'
    """
    choices = list(dict.fromkeys(as_text(choice) for choice in known))
    found = [item for item in given if choices and text_key(item) not in set(map(text_key, choices))]
    between = "; " if any("," in choice for choice in choices) else ", "
    if not found:
        return ""
    few = len(choices) <= FEW
    told = say("Not among the choices: {answers}.", answers=", ".join(found[:3]))
    named = say("Choose one of: {choices}.", choices=between.join(choices))
    return f"{told} {named if few else say('Copy one as it stands in the table.')}"


def no_such_state(given: Iterable[Any]) -> str:
    """A sentence on the first name that no state has, with the nearest one; empty where all are states."""
    for item in given:
        try:
            state_name(item)
        except Mistake as mistake:
            return str(mistake)
    return ""
