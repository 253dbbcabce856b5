"""An activity of the module as a session of the room: its steps, roles, sheets and ballots, made from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cst1992.facts.mistakes import Mistake
from cst1992.facts.speech import say
from cst1992.facts.spelling.numbers import read_number
from cst1992.teacher.activities import activity as file
from cst1992.teacher.activities.activity import SESSIONS, Activity
from cst1992.teacher.activities.council import FOR, motions_of, options_of
from cst1992.teacher.activities.made_cards import MadeCard, document_card, later_card, role_card
from cst1992.teacher.activities.pieces import Piece, piece_of
from cst1992.teacher.room.steps import (
    Clock,
    Deal,
    Number,
    Position,
    Reveal,
    Role,
    Session,
    Sheet,
    Show,
    Stance,
    Step,
    Vote,
    Word,
)

STANCES: dict[str, Stance] = {FOR: "for", "pass": "abstain", "against": "against"}
LONGEST_SLIDE = 420
MORE_MOTIONS = 2
"""As many further motions a long session has time for."""


def session_of_activity(activity: Activity, minutes: int) -> Session:
    """An activity as a session of a length.

    Raises
    ------
    Mistake
        The activity is not made for a session of this length.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> [step.title for step in session_of_activity(load_activity("council_2010"), 50).steps][:2]
    ['A request has come', 'The lot']
    """
    if not activity.minutes_in(minutes):
        known = " or ".join(f"--minutes {length}" for length in SESSIONS if activity.minutes_in(length))
        raise Mistake(f"The activity {activity.name} is not made for {minutes} minutes. Write {known}.")
    roles = tuple(_role(activity, role) for role in activity.roles)
    steps = [made for step in activity.steps_in(minutes) for made in _steps(activity, step, minutes, roles)]
    return Session(activity.name, activity.title, tuple(steps), _about(activity, minutes))


def _about(activity: Activity, minutes: int) -> str:
    """What the teacher reads before it begins."""
    first, last = activity.students
    parts = [f"{activity.aim}\n\nFor {first} to {last} students, {activity.minutes_in(minutes)} minutes."]
    parts += [_listed("Sensitive matters", activity.sensitive)]
    parts += [_listed("What goes wrong, and what helps", [f"{one.what} {one.then}" for one in activity.goes_wrong])]
    return "\n\n".join(parts)


def _listed(heading: str, lines: tuple[str, ...] | list[str]) -> str:
    return "\n".join([f"# {heading}", *(f"- {' '.join(line.split())}" for line in lines)])


def _role(activity: Activity, role: file.Role) -> Role:
    card, later = role_card(activity, role.id), later_card(activity, role.id)
    votes = role.votes or not any(one.votes for one in activity.roles)
    return Role(role.id, card.title, as_text(card), votes, later=as_text(later) if later.pieces else "")


@dataclass(frozen=True)
class _Common:
    """What every kind of step takes over."""

    id: str
    title: str
    text: str
    phone: str
    note: str
    sheets: tuple[Sheet, ...]
    minutes: float


def _steps(activity: Activity, step: file.Step, minutes: int, roles: tuple[Role, ...]) -> Iterator[Step]:
    debrief = [f"{one.what} {one.then}" for one in activity.debrief] if step.id == "debrief" else []
    note = "\n\n".join([step.teacher, *([_listed("Ask, and what to listen for", debrief)] if debrief else [])])
    sheets = tuple(_sheet(activity, name) for name in step.shows)
    common = _Common(step.id, step.title, step.projector, step.phone, note, sheets, step.minutes_in(minutes))
    given = vars(common)
    match step.kind:
        case "deal":
            yield Deal(**given, roles=roles)
        case "clock":
            yield Clock(**given)
        case "reveal":
            yield Reveal(**given, slides=slides_of(document_card(activity, name) for name in step.shows))
        case "vote" | "word" if step.ballot:
            yield from _answered(activity, activity.ballot(step.ballot), common, minutes)
        case _:
            yield Show(**given)


def _answered(activity: Activity, ballot: file.Ballot, common: _Common, minutes: int) -> Iterator[Step]:
    given = vars(replace(common, text=common.text or ballot.ask))
    told = piece_of(ballot.right) if ballot.right else None
    match ballot.rule:
        case "words":
            yield Word(**given)
        case "number":
            answer = read_number(told.text).value if told else None
            yield Number(**given, unit=ballot.unit, answer=answer, told=piece_text(told) if told else "")
        case "consensus":
            yield from _motions(activity, ballot, common, minutes)
        case _:
            options = tuple(Position(text) for _, text in options_of(ballot, activity))
            yield Vote(**given, options=options, told=piece_text(told) if told else "")


def _motions(activity: Activity, ballot: file.Ballot, common: _Common, minutes: int) -> Iterator[Vote]:
    """The vote on a motion; in a long session on a second and a third one too."""
    options = tuple(Position(text, STANCES[way]) for way, text in options_of(ballot, activity))
    earlier = next((step.id for step in activity.steps if step.ballot == ballot.motion_from), "")
    several = 1 + (MORE_MOTIONS if minutes > min(SESSIONS) and motions_of(ballot, activity) else 0)
    for number in range(1, several + 1):
        given = vars(common) if number == 1 else vars(_again(common, number))
        yield Vote(**given, options=options, rule="consensus", by="delegation", motion_of=earlier)


def _again(common: _Common, number: int) -> _Common:
    title = say("{title}: motion {number}", title=common.title, number=number)
    note = "If there is time for one more motion; else go to the next step under More."
    return replace(common, id=f"{common.id}-{number}", title=title, note=note, sheets=(), minutes=0)


def slides_of(cards: Iterable[MadeCard]) -> tuple[str, ...]:
    """The pieces of cards in pages that are read from the last row: who says it, when, and what. Sources are on phones."""
    slides: list[str] = []
    for piece in (piece for card in cards for piece in card.pieces):
        text = piece_text(replace(piece, source=""))
        if slides and not piece.heading and len(slides[-1]) + len(text) < LONGEST_SLIDE:
            slides[-1] += f"\n\n{text}"
        else:
            slides.append(text)
    return tuple(slides)


def _sheet(activity: Activity, name: str) -> Sheet:
    card = document_card(activity, name)
    return Sheet(card.title, as_text(card))


def as_text(card: MadeCard) -> str:
    """A card as text with the marks of `room/steps.py`."""
    return "\n\n".join([*([card.below] if card.below else []), *map(piece_text, card.pieces)])


def piece_text(piece: Piece) -> str:
    """A piece of a card as text: its heading, who says it and when, what is said, the source."""
    said = " ".join(piece.text.split())
    who = ", ".join(part for part in (piece.who, piece.day) if part)
    lines = [f"# {piece.heading}"] if piece.heading else []
    lines += [f"{who}:"] if who else []
    lines += [f"> {{{piece.language}}} {said}" if piece.language else f"> {said}" if who else said]
    lines += [f"- {point}" for point in piece.points]
    lines += [piece.note] if piece.note else []
    lines += [say("Source: {source}", source=piece.source)] if piece.source else []
    return "\n\n".join(line for line in lines if line)
