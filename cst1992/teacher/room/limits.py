"""How much one phone and one address may ask: more than any class needs, and less than would cost the class anything."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

LARGEST_BODY = 4096
LARGEST_HEADER = 8192
MOST_PHONES = 1500
MOST_REMEMBERED = 4000
# Windows lets one server wait for 512 connections at most.
MOST_CONNECTIONS = 450
MOST_CONNECTIONS_OF_ONE = 350


@dataclass(frozen=True)
class Rate:
    """So many at once, and so many more each second."""

    at_once: float
    a_second: float


OF_A_PHONE = Rate(30, 4)
"""A phone asks every second or two, and votes now and then."""
OF_AN_ADDRESS = Rate(1200, 400)
"""A whole class may stand behind one address."""
NEW_PHONES = Rate(400, 2)
"""And may come in at once."""
WRONG_KEYS = Rate(20, 0.2)


class Limits:
    """Counts what each sender asks; the oldest senders are forgotten, so that nobody fills the memory.

    Examples
    --------
    >>> limits = Limits(Rate(2, 1), now=lambda: 0.0)
    >>> [limits.allows("a phone") for _ in range(3)], limits.allows("another")
    ([True, True, False], True)
    """

    def __init__(self, rate: Rate, now: Callable[[], float] = time.monotonic, most: int = MOST_REMEMBERED) -> None:
        self._rate, self._now, self._most = rate, now, most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, sender: str) -> bool:
        """May this sender ask once more? It counts as asked."""
        left = self._of(sender)
        allowed = left >= 1
        self._left[sender] = (left - 1 if allowed else left, self._now())
        self._left.move_to_end(sender)
        while len(self._left) > self._most:
            self._left.popitem(last=False)
        return allowed

    def _of(self, sender: str) -> float:
        left, when = self._left.get(sender, (self._rate.at_once, self._now()))
        return min(self._rate.at_once, left + (self._now() - when) * self._rate.a_second)


class Connections:
    """The connections that are open now, together and of each address.

    Examples
    --------
    >>> connections = Connections(most=3, of_one=2)
    >>> [connections.open("a"), connections.open("a"), connections.open("a"), connections.open("b"), connections.open("c")]
    [True, True, False, True, False]
    >>> connections.close("a")
    >>> connections.open("c")
    True
    """

    def __init__(self, most: int = MOST_CONNECTIONS, of_one: int = MOST_CONNECTIONS_OF_ONE) -> None:
        self._most, self._of_one, self._now = most, of_one, Counter[str]()

    def open(self, address: str) -> bool:
        """Count one more, if there is room for it."""
        if self._now.total() >= self._most or self._now[address] >= self._of_one:
            return False
        self._now[address] += 1
        return True

    def close(self, address: str) -> None:
        """One of this address is closed."""
        self._now[address] -= 1
        if self._now[address] <= 0:
            del self._now[address]
