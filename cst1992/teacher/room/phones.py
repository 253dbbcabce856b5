"""The phones that are in the room: each with a number of its own, when it was last heard of, and nothing else of anybody."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from cst1992.teacher.room.limits import MOST_PHONES

AWAKE = 20.0
"""Seconds: a phone that has asked within them is awake."""


@dataclass
class Phone:
    """One phone. `kept`: it has voted, or holds a card, and is never forgotten for a newcomer."""

    number: int
    heard: float
    kept: bool = False


class Phones:
    """All phones that have come. When there is no room for one more, the one is forgotten that was longest silent and has
    neither voted nor a card; it may come back.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic, most: int = MOST_PHONES) -> None:
        self._now, self._most, self._known, self._last = now, most, dict[str, Phone](), 0
        self.door_is_shut = False

    def heard_of(self, name: str) -> Phone | None:
        """The phone that has asked now; None for a new one when the door is shut or the room is full."""
        phone = self._known.get(name)
        if phone is None:
            if self.door_is_shut or not self._has_room():
                return None
            self._last += 1
            phone = self._known[name] = Phone(self._last, self._now())
        phone.heard = self._now()
        return phone

    def _has_room(self) -> bool:
        if len(self._known) < self._most:
            return True
        silent = [name for name, phone in self._known.items() if not phone.kept and self._now() - phone.heard > AWAKE]
        if silent:
            del self._known[min(silent, key=lambda name: self._known[name].heard)]
        return bool(silent)

    def keep(self, name: str) -> None:
        """This phone has voted, or was dealt a card."""
        if name in self._known:
            self._known[name].kept = True

    def number(self, name: str) -> int:
        """The number under which the votes of a phone are kept; 0 for one that is not known."""
        phone = self._known.get(name)
        return phone.number if phone else 0

    def names(self) -> list[str]:
        """All phones that are known, in the order in which they came."""
        return list(self._known)

    @property
    def came(self) -> int:
        """How many phones are known."""
        return len(self._known)

    @property
    def awake(self) -> int:
        """How many have asked within the last seconds."""
        return sum(self._now() - phone.heard <= AWAKE for phone in self._known.values())
