"""Two lists side by side: how much of the one is in the other, and the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from cst1992.answers.plain_values import as_text, plain
from cst1992.facts.arguments import state_name
from cst1992.facts.mistakes import Mistake
from cst1992.facts.spelling.dates import as_span
from cst1992.facts.spelling.letters import folded
from cst1992.facts.spelling.numbers import read_number
from cst1992.facts.wording import many

Replies = Mapping[Any, str]
Key = Callable[[Any], Any]
LATER = "Whether it is right is marked later."
RIGHT = "Right."


@dataclass(frozen=True)
class Verdict:
    """What a check says: a mark from 0 to 1 and a sentence."""

    mark: float
    message: str

    @property
    def good(self) -> bool:
        """Nothing is wrong with it."""
        return self.mark == 1


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


def strange(given: list[str], known: Iterable[Any]) -> str:
    """A sentence on answers that are not among the choices; empty where all are, or where there are none."""
    choices = list(dict.fromkeys(as_text(choice) for choice in known))
    found = [item for item in given if choices and text_key(item) not in set(map(text_key, choices))]
    between = "; " if any("," in choice for choice in choices) else ", "
    few = f"Choose one of: {between.join(choices)}." if len(choices) <= 8 else "Copy one as it stands in the table."
    return f"Not among the choices: {', '.join(found[:3])}. {few}" if found else ""


def text_key(value: Any) -> str:
    """What two spellings of a text have in common; a text of signs alone stays as it is."""
    return folded(as_text(value)) or as_text(value).strip().casefold()


def state_key(value: Any) -> str:
    """The name of a state, or the text itself where no state is called so."""
    try:
        return state_name(value)
    except Mistake:
        return text_key(value)


def unknown_states(given: list[Any]) -> str:
    """A sentence on the first name that no state has, with the nearest one; empty where all are states."""
    for item in given:
        try:
            state_name(item)
        except Mistake as mistake:
            return str(mistake)
    return ""


def _day_key(value: Any) -> Any:
    return as_span(as_text(value)) or text_key(value)


def number_key(value: Any) -> Any:
    """The number that a value names, or the text itself where none can be read for sure."""
    number = read_number(value).value
    return text_key(value) if number is None else number


def key_for(right: Iterable[Any]) -> Key:
    """How the cells of a column are compared: as states, days, numbers or texts, by what is right there."""
    cells = list(right)
    if all(isinstance(cell, (int, float)) for cell in cells):
        return number_key
    if all(re.fullmatch(r"\d{4}-\d\d-\d\d", as_text(cell)) for cell in cells):
        return _day_key
    return state_key if _are_states(cells) else text_key


def _are_states(names: Iterable[Any]) -> bool:
    try:
        return all(state_name(name) == name for name in names)
    except Mistake:
        return False


def row_keys(rows: Iterable[Iterable[Any]], keys: list[Key]) -> list[tuple[Any, ...]]:
    """The rows of a table, each cell in the form in which it is compared."""
    return [tuple(key(plain(cell)) for key, cell in zip(keys, row, strict=True)) for row in rows]


def share_of(given: list[Any], right: list[Any], ordered: bool) -> float:
    """Right ones minus wrong ones, as a share of all right ones; in an order, the share of pairs in that order."""
    if ordered and sorted(given, key=str) == sorted(right, key=str):
        pairs = list(combinations([right.index(item) for item in given], 2))
        in_order = sum(before < after for before, after in pairs)
        return max(0.0, 2 * in_order / len(pairs) - 1) if pairs else 1.0
    hits = len(set(given) & set(right))
    return max(0.0, (hits - len(set(given) - set(right))) / len(set(right))) * (0.5 if ordered else 1)


def _counted(keys: list[Any], wanted: list[Any], ordered: bool) -> str:
    """How many are right and how many do not belong, as a sentence."""
    hits, extra, whole = len(set(keys) & set(wanted)), len(set(keys) - set(wanted)), len(set(wanted))
    if ordered and hits == whole and not extra:
        return "All are there, in another order." if len(keys) == whole else "One of them stands there twice."
    right = f"{hits} of {whole} {'is' if 1 in (hits, whole) else 'are'} right"
    return right + (f", {many(extra, 'does', 'do')} not belong." if extra else ".")


def listed(
    given: list[Any],
    right: list[Any] | None,
    ordered: bool,
    replies: Replies | None,
    key: Key,
    what: str,
    otherwise: str = "",
) -> Verdict:
    """The verdict on a list; without `right` on its form and its typical mistakes alone."""
    keys = [key(item) for item in given]
    told = list(dict.fromkeys(reply for item in given if (reply := reply_to(item, replies, key))))
    if right is None:
        good = Verdict(1.0, f"{many(len(set(keys)), what[:-1], what)}. {LATER}")
        return Verdict(0.0, " ".join(told)) if told else good
    wanted = [key(item) for item in right]
    mark = share_of(keys, wanted, ordered)
    if mark == 1:
        return Verdict(1.0, RIGHT)
    counted = [] if len(keys) == len(wanted) == 1 and (told or otherwise) else [_counted(keys, wanted, ordered)]
    return Verdict(mark, " ".join([*counted, *told, *([otherwise] if not told else [])]).strip())
