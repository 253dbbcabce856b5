"""What the projector shows: large, and nothing that tells an answer before the teacher shows it."""

from __future__ import annotations

from html import escape

from cst1992.facts.speech import say, say_count
from cst1992.teacher.room.meeting import Goodbye, Meeting, Welcome
from cst1992.teacher.room.pages.markup import as_html
from cst1992.teacher.room.pages.pieces import choices_html, prompt_of, step_name, text_html, told_html
from cst1992.teacher.room.steps import Ask, Clock, Deal, Reveal


def projector_view(meeting: Meeting, address: str, code: str) -> str:
    """The inside of the projector's page.

    Parameters
    ----------
    address : where phones come in, as it is read.
    code : the same as a picture to be photographed.
    """
    step, name = meeting.step, f"<h1>{escape(step_name(meeting))}</h1>"
    match step:
        case Welcome():
            how = say("Open this address on your phone, or take a picture of the code:")
            shown = f'<p>{escape(how)}</p><p class="address">{escape(address)}</p>'
            return f'{name}<div class="welcome"><div>{shown}</div><div class="code">{code}</div></div>'
        case Goodbye():
            return f"{name}<p>{escape(say('That was all. You can close this page.'))}</p>"
        case Ask():
            asked = f'<p class="asked">{escape(prompt_of(meeting))}</p>'
        case _:
            asked = text_html(meeting)
    if meeting.phase == "replies":
        return f"{name}{told_html(meeting, replies=True, bars=False)}"
    if meeting.is_told:
        return f"{name}{asked}{told_html(meeting, replies=False)}"
    if meeting.phase == "ready":
        return name if isinstance(step, Ask) else f"{name}{asked}"
    if isinstance(step, Reveal) and meeting.phase == "slide":
        return f"{name}{as_html(step.slides[meeting.phase_number - 1])}"
    if meeting.phase == "shown":
        clock = '<p class="clock large" data-left></p>' if isinstance(step, Clock) else ""
        return f"{name}{asked}{clock}{_dealt(meeting)}"
    many = meeting.vote and isinstance(step, Ask) and step.question.kind == "multiple choice"
    said = f"{_call(meeting)} {say('Choose all that apply.')}" if many else _call(meeting)
    call = f'<p class="call">{escape(said)}</p>'
    return f"{name}{asked}{choices_html(step)}{call}"


def _call(meeting: Meeting) -> str:
    match meeting.phase:
        case "first":
            return say("First vote: each alone, on your phone.")
        case "talk":
            return say("Talk: find somebody who chose another answer, and give your reasons.")
        case "second":
            return say("Second vote: choose anew.")
        case "closed":
            return say("Closed. What was written comes in a moment.")
    return say("Answer now, on your phone.")


def _dealt(meeting: Meeting) -> str:
    """Who is in the room, by role, while the roles are dealt."""
    if not isinstance(meeting.step, Deal) or meeting.deck is None:
        return ""
    held = meeting.deck.held()
    lines = "".join(
        f"<li>{escape(role.name)}: {escape(say_count('{count} phone', '{count} phones', held[role.id]))}</li>"
        for role in meeting.deck.roles
    )
    return f'<ul class="words">{lines}</ul>'


def counted(meeting: Meeting) -> str:
    """How many have answered so far, while a vote is open or closed and not told; never how."""
    vote = meeting.vote or (1 if meeting.phase in ("talk", "closed") else 0)
    if not vote:
        return ""
    return say_count("{count} answer", "{count} answers", meeting.ballots().counted(vote))


def came(meeting: Meeting) -> str:
    """How many phones have come in."""
    return say_count("{count} phone is here", "{count} phones are here", meeting.phones.came)
