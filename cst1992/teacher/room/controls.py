"""What the teacher's page asks for, carried out: each press once, and only where the session stood when it was pressed."""

from __future__ import annotations

from typing import Any

from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.outcomes import earlier_vote, motions, waits_for_motion
from cst1992.teacher.room.own_questions import own_step
from cst1992.teacher.room.steps import Vote

LONGEST_MOTION = 300
MOVES = {"forward": Meeting.forward, "back": Meeting.back, "tell": Meeting.tell, "anew": Meeting.anew}


def where(meeting: Meeting) -> str:
    """Where the session stands, as the teacher's page names it in what it asks for."""
    return f"{meeting.run}.{meeting.place}.{meeting.phase_number}"


def _move(meeting: Meeting, place: int, words: str) -> bool:
    """Put one of the earlier positions to the vote, or a motion in other words."""
    earlier = earlier_vote(meeting, meeting.step) if isinstance(meeting.step, Vote) else None
    if earlier is None or not 0 <= place < len(earlier.options):
        return False
    meeting.move(" ".join(words.split())[:LONGEST_MOTION] or motions(earlier)[place])
    return True


def _ask(meeting: Meeting, kind: str, prompt: str, options: str) -> bool:
    """Put a question of the teacher's own behind this step."""
    asked = own_step(kind, prompt, options, sum(step.id.startswith("own-") for step in meeting.steps))
    if asked is None or meeting.place == len(meeting.steps) - 1:
        return False
    meeting.insert(asked)
    return True


def carry_out(meeting: Meeting, asked: dict[str, Any]) -> bool:
    """Do what was asked; False for what cannot be done, and for a press that came too late or twice.

    Examples
    --------
    >>> from cst1992.teacher.room.steps import Session, Show
    >>> meeting = Meeting(Session("hello", "Hello", (Show(id="one", title="One"), Show(id="two", title="Two"))))
    >>> press = {"do": "forward", "at": where(meeting)}
    >>> carry_out(meeting, press), carry_out(meeting, press), meeting.step.title
    (True, False, 'One')
    """
    if asked.get("at") != where(meeting):
        return False
    match asked:
        case {"do": "forward"} if waits_for_motion(meeting):
            return False
        case {"do": str(move)} if move in MOVES:
            MOVES[move](meeting)
        case {"do": "go", "place": int(place)}:
            meeting.go_to(place)
        case {"do": "minute"}:
            meeting.more_time(1)
        case {"do": "stop"}:
            meeting.stop_clock()
        case {"do": "hide" | "show" as word, "number": int(number)}:
            meeting.hide(number, word == "hide")
        case {"do": "motion", "place": int(place), "words": str(words)}:
            return _move(meeting, place, words)
        case {"do": "ask", "kind": str(kind), "prompt": str(prompt), "options": str(options)}:
            return _ask(meeting, kind, prompt, options)
        case {"do": "door", "shut": bool(shut)}:
            meeting.phones.door_is_shut = shut
        case {"do": "count", "vote": int(vote), "counts": list(counts)}:
            return meeting.count_by_hand(vote, counts)
        case _:
            return False
    return True
