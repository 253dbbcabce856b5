"""Roles dealt by lot: who is what, the same number of phones for each role as far as that goes."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence

from cst1992.teacher.room.steps import Role


class Deck:
    """The roles of one deal. A phone that has a role keeps it.

    Examples
    --------
    >>> roles = [Role("a", "A", ""), Role("b", "B", ""), Role("c", "C", "", votes=False)]
    >>> deck = Deck(roles, random.Random(1))
    >>> sorted(deck.deal(phone).id for phone in ("one", "two", "three"))
    ['a', 'b', 'c']
    >>> deck.deal("one") is deck.deal("one"), deck.of("four")
    (True, None)
    """

    def __init__(self, roles: Sequence[Role], lot: random.Random | None = None) -> None:
        self.roles = tuple(roles)
        mixed = list(self.roles)
        (lot or random.SystemRandom()).shuffle(mixed)
        self._order = sorted(mixed, key=lambda role: not role.votes)
        self._dealt: dict[str, Role] = {}

    def deal(self, phone: str) -> Role:
        """The role of a phone; one by lot, of those with the fewest phones, where it has none yet."""
        if phone not in self._dealt:
            self._dealt[phone] = self._fewest(self._order)
        return self._dealt[phone]

    def change(self, phone: str) -> Role:
        """Another role for a phone that would not have its own; the same where there is no other."""
        before = self._dealt.pop(phone, None)
        self._dealt[phone] = self._fewest([role for role in self._order if role is not before] or self._order)
        return self._dealt[phone]

    def _fewest(self, roles: Sequence[Role]) -> Role:
        held = self.held()
        open_ones = [role for role in roles if not role.most or held[role.id] < role.most]
        return min(open_ones or roles, key=lambda role: held[role.id])

    def deal_all(self, phones: Iterable[str]) -> None:
        """Deal to each of these phones, in an order by lot."""
        waiting = [phone for phone in phones if phone not in self._dealt]
        random.SystemRandom().shuffle(waiting)
        for phone in waiting:
            self.deal(phone)

    def of(self, phone: str) -> Role | None:
        """The role that a phone holds."""
        return self._dealt.get(phone)

    def held(self) -> Counter[str]:
        """By how many phones each role is held."""
        return Counter(role.id for role in self._dealt.values())
