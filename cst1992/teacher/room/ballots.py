"""What was answered in one step: each phone once in each vote, however often it sends, and what the teacher has counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Cast:
    """One answer. `right`: None where nothing is right or wrong. `turn`: the phone's own count of what it has sent."""

    answer: Any
    right: bool | None = None
    turn: int = 0
    came: int = 0


@dataclass
class Ballots:
    """The votes of one step, by the number of the vote and the name of the phone.

    `by_hand`: how many chose each option, by the teacher's count of letters held up. `hidden`: the phones whose words the
    teacher keeps from the projector.

    Examples
    --------
    >>> ballots = Ballots()
    >>> ballots.put(1, "a phone", [2], True, turn=1), ballots.put(1, "a phone", [0], False, turn=2)
    (True, True)
    >>> ballots.put(1, "a phone", [2], True, turn=1)  # sent again on its way through the network
    False
    >>> [cast.answer for cast in ballots.of(1).values()]
    [[0]]
    """

    votes: dict[int, dict[str, Cast]] = field(default_factory=dict)
    by_hand: dict[int, tuple[int, ...]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    came: int = 0

    def put(self, vote: int, phone: str, answer: Any, right: bool | None, turn: int) -> bool:
        """Keep an answer in the place of an earlier one; False for one that was overtaken by a later one."""
        earlier = self.votes.setdefault(vote, {}).get(phone)
        if earlier is not None and turn <= earlier.turn:
            return False
        self.came += 1
        self.votes[vote][phone] = Cast(answer, right, turn, self.came)
        return True

    def of(self, vote: int) -> dict[str, Cast]:
        """The answers of one vote by phone."""
        return self.votes.get(vote, {})

    def counted(self, vote: int) -> int:
        """How many have voted, those among them whom the teacher has counted."""
        return len(self.of(vote)) + sum(self.by_hand.get(vote, ()))
