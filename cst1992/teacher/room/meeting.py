"""Where a session stands: the step, its phase, the clock, and every vote. Only the teacher moves it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cst1992.facts.speech import say, to_be_said
from cst1992.teacher.room.answers import NotAnAnswer, options_of, read_answer
from cst1992.teacher.room.ballots import Ballots
from cst1992.teacher.room.dealing import Deck
from cst1992.teacher.room.phones import Phones
from cst1992.teacher.room.steps import ROUNDS, TOLD, Answered, Deal, Phase, Role, Session, Step, Vote

ARRIVED = to_be_said("Your answer has arrived. You may change it until the vote is closed.")
MOST_BY_HAND = 2000
LONGEST_CLOCK = 180 * 60.0


@dataclass(frozen=True, kw_only=True)
class Welcome(Step):
    """Before the first step: the address, and how many have come."""


@dataclass(frozen=True, kw_only=True)
class Goodbye(Step):
    """After the last step."""


@dataclass(frozen=True)
class Kept:
    """What became of an answer that was sent: kept or not, and the sentence that its phone shows."""

    kept: bool
    sentence: str


class Meeting:
    """A session that runs.

    Examples
    --------
    >>> from cst1992.teacher.room.steps import Word
    >>> meeting = Meeting(Session("hello", "Hello", (Word(id="w", title="One word"),)))
    >>> meeting.forward(); meeting.forward(); meeting.step.title, meeting.phase, meeting.vote
    ('One word', 'open', 1)
    >>> meeting.phones.heard_of("a phone").number, meeting.put("a phone", meeting.ballot, 1, "law").kept
    (1, True)
    >>> meeting.tell(); meeting.phase, [cast.answer for cast in meeting.ballots().of(1).values()]
    ('results', ['law'])
    """

    def __init__(self, session: Session, now: Callable[[], float] = time.monotonic) -> None:
        self.session, self._now = session, now
        self.steps: tuple[Step, ...] = (
            Welcome(id="", title=session.title),
            *session.steps,
            Goodbye(id=" ", title=session.title),
        )
        self.run = secrets.token_hex(4)
        self.place, self.changes = 0, 0
        self.phones = Phones(now)
        self._phases = [0] * len(self.steps)
        self._anew = [0] * len(self.steps)
        self._ballots = [Ballots() for _ in self.steps]
        self.deck: Deck | None = None
        self.motions: dict[str, str] = {}
        self.recast: dict[str, int] = {}
        self._ends: float | None = None

    @property
    def step(self) -> Step:
        """The step at which the session stands."""
        return self.steps[self.place]

    @property
    def phase(self) -> Phase:
        """The phase of this step."""
        return self.step.phases[self.phase_number]

    @property
    def phase_number(self) -> int:
        """Which of the phases of this step it is, from 0."""
        return self._phases[self.place]

    @property
    def vote(self) -> int:
        """The number of the vote that is open; 0 when none is."""
        return ROUNDS.get(self.phase, 0)

    @property
    def ballot(self) -> str:
        """The name of what is voted on now: another step, another vote or a vote that starts anew has another one."""
        return f"{self.run}.{self.step.id}.{self.vote}.{self._anew[self.place]}"

    @property
    def is_told(self) -> bool:
        """Is everybody shown what was answered?"""
        return self.phase in TOLD

    def ballots(self, place: int | None = None) -> Ballots:
        """The votes of this step, or of another one."""
        return self._ballots[self.place if place is None else place]

    def ballots_of(self, step: str) -> Ballots:
        """The votes of the step of this id."""
        return self._ballots[[one.id for one in self.steps].index(step)]

    # what the teacher does

    def forward(self) -> None:
        """The next phase; after the last one the next step."""
        if self._phases[self.place] + 1 < len(self.step.phases):
            self._phases[self.place] += 1
            self._entered(new_step=False)
        elif self.place + 1 < len(self.steps):
            self.place += 1
            self._entered(new_step=True)

    def back(self) -> None:
        """The phase before; from the first one, and from results that were seen, the step before. A vote in which nobody
        has answered is opened again."""
        missed = isinstance(self.step, Answered) and not self.ballots().counted(1)
        if self._phases[self.place] > 0 and (self.phase == "replies" or not self.is_told or missed):
            self._phases[self.place] -= 1
            self._entered(new_step=False)
        elif self.place > 0:
            self.place -= 1
            self._entered(new_step=True)

    def go_to(self, place: int) -> None:
        """Another step, in the phase in which it was left."""
        if 0 <= place < len(self.steps) and place != self.place:
            self.place = place
            self._entered(new_step=True)

    def insert(self, step: Step) -> None:
        """Put a step behind this one and go to it."""
        behind = self.place + 1
        self.steps = (*self.steps[:behind], step, *self.steps[behind:])
        for kept, new in ((self._phases, 0), (self._anew, 0)):
            kept.insert(behind, new)
        self._ballots.insert(behind, Ballots())
        self.go_to(behind)

    def tell(self) -> None:
        """Show what was answered now; without a second vote, where there was none."""
        if "results" in self.step.phases and not self.is_told:
            self._phases[self.place] = self.step.phases.index("results")
            self._entered(new_step=False)

    def anew(self) -> None:
        """Forget the votes of this step and begin it again."""
        self._phases[self.place] = 0
        self._ballots[self.place] = Ballots()
        self._anew[self.place] += 1
        self._entered(new_step=False)

    def count_by_hand(self, vote: int, counts: list[int]) -> bool:
        """Take up how many letters were held up for each option; False for what is no count."""
        votes = {ROUNDS[phase] for phase in self.step.phases if phase in ROUNDS}
        sound = all(isinstance(one, int) and not isinstance(one, bool) and 0 <= one <= MOST_BY_HAND for one in counts)
        if not sound or len(counts) != options_of(self.step) or vote not in votes:
            return False
        self.ballots().by_hand[vote] = tuple(counts)
        self.changes += 1
        return True

    def hide(self, number: int, hidden: bool) -> None:
        """Keep the words of one phone from the projector, or show them again."""
        for phone in self.ballots().of(1):
            if self.phones.number(phone) == number:
                (self.ballots().hidden.add if hidden else self.ballots().hidden.discard)(phone)
                self.changes += 1

    def move(self, words: str) -> None:
        """Name the motion on which this step votes."""
        self.motions[self.step.id] = words
        self.changes += 1

    def more_time(self, minutes: float) -> None:
        """Let the clock run so much longer; it starts where none runs."""
        self._ends = self._now() + min(LONGEST_CLOCK, max(0.0, self.left or 0.0) + minutes * 60)
        self.changes += 1

    def stop_clock(self) -> None:
        """Take the clock away."""
        self._ends = None
        self.changes += 1

    @property
    def left(self) -> float | None:
        """The seconds that are left, 0 when the time is over; None without a clock."""
        return None if self._ends is None else max(0.0, self._ends - self._now())

    def _entered(self, new_step: bool) -> None:
        self.changes += 1
        starts = self.phase in ("shown", "first", "open")
        if new_step or starts or self.is_told:
            self._ends = None
        if self.step.minutes and starts:
            self.more_time(self.step.minutes)
        if isinstance(self.step, Deal) and (self.deck is None or self.deck.roles != self.step.roles):
            self.deck = Deck(self.step.roles)
        if self.deck is not None and isinstance(self.step, Deal):
            self.deck.deal_all(self.phones.names())
            for phone in self.phones.names():
                self.phones.keep(phone)

    # what a phone does

    def role_of(self, phone: str) -> Role | None:
        """The role of a phone; one that comes late is dealt one now."""
        if self.deck is None:
            return None
        self.phones.keep(phone)
        return self.deck.deal(phone)

    def change_card(self, phone: str) -> bool:
        """Deal another role to a phone that would not have its own; only while the roles are dealt."""
        if self.deck is None or not isinstance(self.step, Deal):
            return False
        self.deck.change(phone)
        self.recast[phone] = self.recast.get(phone, 0) + 1
        return True

    def may_answer(self, phone: str) -> bool:
        """Does this phone have a voice in this step? Observers write, and do not vote."""
        role = self.role_of(phone)
        return not (isinstance(self.step, Vote) and self.step.by == "delegation" and role and not role.votes)

    def put(self, phone: str, ballot: str, turn: int, sent: Any) -> Kept:
        """Take up an answer of a phone that is known; the same sent twice counts once."""
        if not self.vote or ballot != self.ballot:
            return Kept(False, say("This vote was closed before your answer came. It does not count."))
        if not self.may_answer(phone):
            return Kept(False, say("Observers do not vote."))
        try:
            read = read_answer(self.step, sent)
        except NotAnAnswer as told:
            return Kept(False, str(told))
        if self.ballots().put(self.vote, phone, read.answer, read.right, turn):
            self.phones.keep(phone)
        return Kept(True, say(ARRIVED))
