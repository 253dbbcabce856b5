"""An activity as a teacher's file has it: what it is for, its steps with their minutes, its roles, documents and ballots.

Facts stand in none of these: a part of a document and a position of a role say in which row of the tables to look.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from cst1992.facts.mistakes import Mistake
from cst1992.facts.nearest import nearest
from cst1992.facts.speech import say

SESSIONS = (50, 90)
LETTERS = "ABCDEFGH"


@dataclass(frozen=True)
class Part:
    """A part of a document, of one kind: own words, a row, several rows, articles in the text then in force, or a quotation.

    `row` is written table/id#column, and `rows` table#column with what the rows must hold under `where`.
    """

    heading: str = ""
    text: str = ""
    row: str = ""
    rows: str = ""
    where: tuple[tuple[str, str], ...] = ()
    articles: tuple[int, ...] = ()
    quote: str = ""
    in_english: str = ""
    language: str = ""
    source: str = ""


@dataclass(frozen=True)
class Document:
    """Something that is handed out or shown: a title, and its parts in order."""

    id: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Role:
    """Somebody whom a group of students speaks for, by lot.

    `positions` are rows that were said or written by the day of the activity, `later` those that came after it.
    `nothing_found` says so where no position was found. `gets` names documents for this role alone. A role with a vote
    sits in the Council; one without it is heard.
    """

    id: str
    name: str
    task: str
    state: str = ""
    votes: bool = False
    positions: tuple[str, ...] = ()
    nothing_found: str = ""
    later: tuple[str, ...] = ()
    later_not_found: str = ""
    gets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ballot:
    """What the room decides: a question, the rule by which it is counted, and the options where the rule has any.

    The rules: "count" (each student chooses a letter), "consensus" (each voting role lets a motion pass or stops it),
    "number" (each student predicts a number) and "words" (each writes a few words). `motion_from` is the ballot whose
    options are put to the vote one by one.
    """

    id: str
    ask: str
    rule: str
    options: tuple[str, ...] = ()
    option_rows: tuple[str, ...] = ()
    motion_from: str = ""
    unit: str = ""
    right: str = ""


@dataclass(frozen=True)
class Step:
    """One step: what kind of doing, its minutes in a session of 50 and of 90, and words for each who looks on.

    A length of session that is not among `minutes` leaves the step out.
    """

    id: str
    kind: str
    title: str
    minutes: tuple[tuple[int, int], ...]
    projector: str
    teacher: str
    phone: str = ""
    shows: tuple[str, ...] = ()
    ballot: str = ""

    def minutes_in(self, session: int) -> int:
        """Its minutes in a session of a length; 0 where it is left out there."""
        return dict(self.minutes).get(session, 0)


@dataclass(frozen=True)
class Advice:
    """A question of the debrief with what to listen for, or something that goes wrong with what helps."""

    what: str
    then: str


@dataclass(frozen=True)
class Activity:
    """One activity, as its file has it. `day` is the day on which it plays: the text in force is that of this day."""

    name: str
    title: str
    aim: str
    page: str
    objectives: tuple[str, ...]
    minutes: tuple[tuple[int, int], ...]
    students: tuple[int, int]
    material: tuple[str, ...]
    sensitive: tuple[str, ...]
    documents: tuple[Document, ...]
    roles: tuple[Role, ...]
    ballots: tuple[Ballot, ...]
    steps: tuple[Step, ...]
    debrief: tuple[Advice, ...]
    goes_wrong: tuple[Advice, ...]
    day: date | None = None

    def minutes_in(self, session: int) -> int:
        """How long it takes in a session of a length; 0 where the file gives no minutes for it."""
        return dict(self.minutes).get(session, 0)

    def steps_in(self, session: int) -> list[Step]:
        """The steps of a session of a length, in order."""
        return [step for step in self.steps if step.minutes_in(session)]

    def document(self, identity: str) -> Document:
        """The document of this id; a Mistake names the nearest one."""
        return _with_id(self.documents, identity, self.name)

    def role(self, identity: str) -> Role:
        """The role of this id; a Mistake names the nearest one."""
        return _with_id(self.roles, identity, self.name)

    def ballot(self, identity: str) -> Ballot:
        """The ballot of this id; a Mistake names the nearest one."""
        return _with_id(self.ballots, identity, self.name)


Kind = TypeVar("Kind", Document, Role, Ballot)


def _with_id(known: Iterable[Kind], identity: str, activity: str) -> Kind:
    by_id = {one.id: one for one in known}
    if identity not in by_id:
        told = say("The activity {activity} has no {identity!r}.", activity=activity, identity=identity)
        raise Mistake(f"{told} {nearest(identity, by_id)}")
    return by_id[identity]
