"""What the vote of a running session came to: by phone or by delegation, with the sentence of its rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from string import ascii_uppercase as LETTERS

from cst1992.facts.speech import say
from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.results import Result, result_of
from cst1992.teacher.room.rules import Voice, decided, leading, voices
from cst1992.teacher.room.steps import Answered, Vote, Word


@dataclass(frozen=True)
class Outcome:
    """The lines of a vote, what each delegation says, and the sentence of the rule; empty where there is none."""

    result: Result
    voices: tuple[Voice, ...] = ()
    sentence: str = ""


def outcome(meeting: Meeting) -> Outcome:
    """What the step at which the session stands has come to so far."""
    step = meeting.step
    result = result_of(step, meeting.ballots())
    if not isinstance(step, Vote):
        return Outcome(result)
    heard = _voices(meeting, step)
    if heard:
        counts = _counts(step, heard, meeting.ballots().by_hand.get(1, ()))
        lines = tuple(
            replace(line, counts=(count,), reply=names_of(heard, place))
            for place, (line, count) in enumerate(zip(result.lines, counts, strict=True))
        )
        result = replace(result, lines=lines, voters=(sum(counts),), of_delegations=True)
    counts = tuple(line.counts[0] for line in result.lines)
    return Outcome(result, tuple(heard), _sentence(step, counts, heard))


def _voices(meeting: Meeting, step: Vote) -> list[Voice]:
    if step.by != "delegation" or meeting.deck is None:
        return []
    return voices(meeting.deck.roles, meeting.ballots_of(step.id).of(1), meeting.deck.of)


def _counts(step: Vote, heard: list[Voice], by_hand: tuple[int, ...]) -> tuple[int, ...]:
    held = by_hand or (0,) * len(step.options)
    return tuple(sum(voice.place == place for voice in heard) + held[place] for place in range(len(step.options)))


def _sentence(step: Vote, counts: tuple[int, ...], heard: list[Voice]) -> str:
    came, place = decided(step.rule, step.options, counts)
    match came:
        case "adopted":
            return say("Adopted: nobody is against it.")
        case "blocked":
            against = _against(step, heard)
            who = say("Against: {names}.", names=against) if against else ""
            return " ".join(filter(None, (say("Not adopted: one objection is enough."), who)))
        case "nobody for it":
            return say("Not adopted: nobody is for it.")
        case "decided" if place is not None:
            return say("More than half of the votes: {position}", position=step.options[place].text)
        case "not decided":
            return say("No position has more than half of the votes.")
    return ""


def _against(step: Vote, heard: list[Voice]) -> str:
    return ", ".join(
        voice.role.name for voice in heard if voice.place is not None and step.options[voice.place].stance == "against"
    )


def names_of(heard: Iterable[Voice], place: int | None) -> str:
    """The delegations that have chosen an option; those without a voice for None."""
    return ", ".join(voice.role.name for voice in heard if voice.place == place)


def motion(meeting: Meeting, step: Vote) -> str:
    """The motion on which a step votes: the one that the teacher has named, else the leading position of an earlier vote;
    empty where it votes on none, or two lead.
    """
    earlier = earlier_vote(meeting, step)
    if step.id in meeting.motions or earlier is None:
        return meeting.motions.get(step.id, "")
    heard = _voices(meeting, earlier)
    ballots = meeting.ballots_of(earlier.id)
    counts = (
        _counts(earlier, heard, ballots.by_hand.get(1, ()))
        if heard
        else tuple(line.counts[0] for line in result_of(earlier, ballots).lines)
    )
    place = leading(counts)
    return "" if place is None else motions(earlier)[place]


def earlier_vote(meeting: Meeting, step: Vote) -> Vote | None:
    """The vote whose positions can be put to this one."""
    found = next((one for one in meeting.steps if step.motion_of and one.id == step.motion_of), None)
    return found if isinstance(found, Vote) else None


def waits_for_motion(meeting: Meeting) -> bool:
    """Is this a vote on a motion, not opened yet, for which there is none?"""
    step = meeting.step
    if not isinstance(step, Vote) or meeting.phase != "ready":
        return False
    return earlier_vote(meeting, step) is not None and not motion(meeting, step)


def motions(earlier: Vote) -> list[str]:
    """The positions of an earlier vote as motions, with their letters."""
    return [f"{LETTERS[place]}. {option.text}" for place, option in enumerate(earlier.options)]


@dataclass(frozen=True)
class Said:
    """A sentence that was sent: of which delegation (empty without roles), from which phone, and whether it is hidden."""

    who: str
    text: str
    number: int
    hidden: bool = False


def words(meeting: Meeting) -> list[Said]:
    """The words of a step in the order in which they came; of a delegation the last ones."""
    step, ballots = meeting.step, meeting.ballots()
    said: dict[str, Said] = {}
    for phone, cast in sorted(ballots.of(1).items(), key=lambda one: one[1].came):
        role = meeting.deck.of(phone) if meeting.deck else None
        by_role = isinstance(step, Word) and step.by == "delegation" and role is not None
        key = role.id if by_role and role else phone
        said.pop(key, None)
        who = role.name if by_role and role else ""
        said[key] = Said(who, str(cast.answer), meeting.phones.number(phone), phone in ballots.hidden)
    return list(said.values())


def sent_by_delegation(meeting: Meeting, phone: str) -> str:
    """What the delegation of a phone has sent last, where it has one voice; empty without one."""
    step, role = meeting.step, meeting.deck.of(phone) if meeting.deck else None
    if role is None or not isinstance(step, Answered) or step.by != "delegation":
        return ""
    if isinstance(step, Vote):
        place = next((voice.place for voice in _voices(meeting, step) if voice.role == role), None)
        return "" if place is None else f"{LETTERS[place]}. {step.options[place].text}"
    return next((said.text for said in words(meeting) if said.who == role.name), "")
