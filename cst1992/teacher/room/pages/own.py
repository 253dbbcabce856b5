"""What one phone has answered itself, in each vote, and whether it was right once that is told."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from string import ascii_uppercase as LETTERS

from cst1992.facts.speech import say
from cst1992.quizzes.questions import Choice, Match, Order
from cst1992.teacher.room.answers import order_shown
from cst1992.teacher.room.ballots import Cast
from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.steps import Ask, Number, Step, Vote


def own_html(meeting: Meeting, phone: str) -> str:
    """The answers of a phone to the step at which the session stands; empty without one."""
    casts = [(vote, meeting.ballots().of(vote).get(phone)) for vote in (1, 2)]
    told = "".join(_told(meeting, vote, cast) for vote, cast in casts if cast is not None)
    return f'<div class="own">{told}</div>' if told else ""


def _told(meeting: Meeting, vote: int, cast: Cast) -> str:
    if "second" not in meeting.step.phases:
        name = say("Your answer:")
    else:
        name = say("Your first vote:") if vote == 1 else say("Your second vote:")
    sign = ""
    if meeting.is_told and cast.right is not None:
        wrong = say("not fully right") if _has_parts(meeting.step) else say("not right")
        sign = f"✓ {say('right')}" if cast.right else f"– {wrong}"
    lines = _lines(meeting.step, cast)
    if lines:
        return f"<p>{escape(name)} {escape(sign)}</p>{lines}"
    return f"<p>{escape(name)} <strong>{escape(_in_words(meeting.step, cast))}</strong> {escape(sign)}</p>"


def _has_parts(step: Step) -> bool:
    """Can an answer be right in one part and wrong in another?"""
    return isinstance(step, Ask) and step.question.kind in ("multiple choice", "put in order", "match pairs")


def _lines(step: Step, cast: Cast) -> str:
    """An answer of several lines as a list; empty for any other."""
    match step:
        case Ask(question=Order(items=items)):
            return _list("ol", (items[place] for place in cast.answer))
        case Ask(question=Match(pairs=pairs)):
            return _list("ul", (f"{left} – {chosen}" for (left, _), chosen in zip(pairs, cast.answer, strict=True)))
    return ""


def _list(tag: str, texts: Iterable[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</{tag}>"


def _in_words(step: Step, cast: Cast) -> str:
    match step:
        case Vote():
            return LETTERS[cast.answer[0]]
        case Ask(question=Choice() as question):
            shown = order_shown(question)
            return ", ".join(sorted(LETTERS[shown.index(place)] for place in cast.answer))
        case Number(unit=unit):
            return f"{cast.answer:.10g} {unit}".strip()
    return str(cast.answer)
