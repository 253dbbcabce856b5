"""What a session in class is: a list of steps, one class for each kind, without files and without a server.

A text of a step, a sheet or a card is plain text: an empty line ends a paragraph, a line that begins with `# ` is a
heading, with `- ` an item of a list, with `> ` something quoted; `{ru} ` before a line says in which language it is.
Everything else is shown as it stands.

A step goes through `phases`, from the first to the last; then comes the next step. Nothing of what was answered is on the
projector or on a phone before a phase in `TOLD`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from cst1992.quizzes.questions import Question

Phase = Literal["shown", "slide", "ready", "first", "talk", "second", "open", "closed", "results", "replies"]
By = Literal["phone", "delegation"]
Rule = Literal["count", "majority", "consensus"]
Stance = Literal["", "for", "against", "abstain"]

ROUNDS: dict[Phase, int] = {"first": 1, "second": 2, "open": 1}
"""The phases in which phones may vote, and the number of that vote."""
TOLD: tuple[Phase, ...] = ("results", "replies")


@dataclass(frozen=True)
class Sheet:
    """Something longer to read, which a phone can open from its step on."""

    title: str
    text: str


@dataclass(frozen=True)
class Role:
    """What a phone may be dealt: a delegation with its card.

    `later`: what it did and said afterwards, which its phones read from the first `Reveal` on. `votes`: False for an observer, whose phone is asked for words and never for a vote. `most`: to so many phones at most;
    0 for no limit. Roles that vote are dealt first, every role to about as many phones as any other.
    """

    id: str
    name: str
    card: str
    votes: bool = True
    most: int = 0
    later: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """What every step has.

    `text` goes to the projector, and to phones where `phone` has no words for them; `sheets` go to phones, `note` to the
    teacher alone. `minutes`: a clock that starts with the step, or
    with the vote where there is one; 0 for none.
    """

    own_phases: ClassVar[tuple[Phase, ...]] = ("shown",)
    id: str
    title: str
    text: str = ""
    phone: str = ""
    note: str = ""
    sheets: tuple[Sheet, ...] = ()
    minutes: float = 0

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of the step, in their order."""
        return self.own_phases


@dataclass(frozen=True, kw_only=True)
class Show(Step):
    """Something to read or to do, with or without a clock."""


@dataclass(frozen=True, kw_only=True)
class Reveal(Step):
    """What was done, and what each side said: it is on no phone before the teacher comes to it.

    `slides`: the same in short pages for the projector, one after the other; phones keep their sheets meanwhile.
    """

    slides: tuple[str, ...] = ()

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The step, then each slide."""
        slide: Phase = "slide"
        return self.own_phases + (slide,) * len(self.slides)


@dataclass(frozen=True, kw_only=True)
class Clock(Step):
    """Minutes to talk or to read, counted down where everybody sees them."""


@dataclass(frozen=True, kw_only=True)
class Deal(Step):
    """Each phone gets one of the roles by lot and keeps it; a phone that comes late gets one too."""

    roles: tuple[Role, ...]


@dataclass(frozen=True, kw_only=True)
class Answered(Step):
    """A step that phones answer once, each or one answer a delegation. `told` is read with the result."""

    own_phases: ClassVar[tuple[Phase, ...]] = ("ready", "open", "results")
    by: By = "phone"
    told: str = ""


@dataclass(frozen=True)
class Position:
    """One thing to vote for. `stance` says what it is towards a motion; `reply` is told with the result."""

    text: str
    stance: Stance = ""
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class Vote(Answered):
    """A vote without a right answer.

    `by`: with "delegation" every role that votes has one voice: what one of its phones sent last. `rule`: "count" says how many chose what; "majority" says which position has more than half of the
    voices; "consensus" says whether the motion is adopted: at least one voice for it, and none against. `motion_of`: the
    id of an earlier vote whose positions can be put to this one; the leading one, if the teacher names no other motion.
    """

    options: tuple[Position, ...]
    rule: Rule = "count"
    motion_of: str = ""


@dataclass(frozen=True, kw_only=True)
class Word(Answered):
    """A word or a sentence of one's own, at most so many letters; of a delegation the last one that was sent counts.

    Between the vote and its result the teacher reads what came, when nothing more can come.
    """

    own_phases: ClassVar[tuple[Phase, ...]] = ("ready", "open", "closed", "results")
    longest: int = 160


@dataclass(frozen=True, kw_only=True)
class Number(Answered):
    """A prediction in numbers, shown as a strip. `answer`: what it was, where that is known; told with the result."""

    unit: str = ""
    lowest: float | None = None
    highest: float | None = None
    answer: float | None = None


@dataclass(frozen=True, kw_only=True)
class Ask(Step):
    """A question of a quiz: vote, talk, vote again, then both votes and the replies."""

    own_phases: ClassVar[tuple[Phase, ...]] = ("ready", "first", "talk", "second", "results", "replies")
    question: Question


@dataclass(frozen=True)
class Session:
    """One session: the name of its file, its title, and its steps in their order.

    `about`: who should come when, what touches a family; for the teacher alone, before it begins.
    """

    name: str
    title: str
    steps: tuple[Step, ...]
    about: str = ""
