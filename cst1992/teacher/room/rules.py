"""What a rule makes of a vote: the voices of delegations, the leading position, a majority, a consensus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from cst1992.teacher.room.ballots import Cast
from cst1992.teacher.room.steps import Position, Role, Rule

Outcome = Literal["counted", "decided", "not decided", "adopted", "blocked", "nobody for it"]


@dataclass(frozen=True)
class Voice:
    """What a delegation says: the place of an option; None when none of its phones has voted."""

    role: Role
    place: int | None


def voices(roles: tuple[Role, ...], casts: Mapping[str, Cast], role_of: Callable[[str], Role | None]) -> list[Voice]:
    """One voice for each role that votes: what one of its phones sent last."""
    last: dict[str, int] = {}
    for phone, cast in sorted(casts.items(), key=lambda one: one[1].came):
        role = role_of(phone)
        if role is not None:
            last[role.id] = cast.answer[0]
    return [Voice(role, last.get(role.id)) for role in roles if role.votes]


def _most(counts: Counter[int]) -> int | None:
    """What has more than anything else; None at a draw."""
    first = counts.most_common(2)
    if not first or (len(first) > 1 and first[0][1] == first[1][1]):
        return None
    return first[0][0]


def decided(rule: Rule, options: tuple[Position, ...], counts: tuple[int, ...]) -> tuple[Outcome, int | None]:
    """What the rule says of so many voices for each option, and the option that it names.

    Examples
    --------
    >>> motion = (Position("For", "for"), Position("Against", "against"), Position("Abstain", "abstain"))
    >>> decided("consensus", motion, (5, 0, 2)), decided("consensus", motion, (6, 1, 0)), decided("consensus", motion, (0, 0, 7))
    (('adopted', None), ('blocked', None), ('nobody for it', None))
    >>> decided("majority", motion, (4, 3, 0)), decided("majority", motion, (3, 3, 0))
    (('decided', 0), ('not decided', None))
    """
    if rule == "consensus":
        by_stance = Counter[str]()
        for option, count in zip(options, counts, strict=True):
            by_stance[option.stance] += count
        if by_stance["against"]:
            return "blocked", None
        return ("adopted", None) if by_stance["for"] else ("nobody for it", None)
    if rule == "majority":
        leading = max(range(len(counts)), key=lambda place: counts[place])
        return ("decided", leading) if counts[leading] * 2 > sum(counts) else ("not decided", None)
    return "counted", None


def leading(counts: tuple[int, ...]) -> int | None:
    """The option with the most voices; None when two have as many, or nobody has voted.

    Examples
    --------
    >>> leading((1, 3, 2)), leading((2, 2)), leading((0, 0))
    (1, None, None)
    """
    return _most(Counter({place: count for place, count in enumerate(counts) if count}))
