"""What the server tells each page when it asks: the phone's, the projector's and the teacher's state as plain values."""

from __future__ import annotations

import time
from functools import lru_cache
from html import escape
from typing import Any

from cst1992.facts.speech import say
from cst1992.teacher.room.addresses import Place
from cst1992.teacher.room.codes import code_svg
from cst1992.teacher.room.controls import where
from cst1992.teacher.room.keeping import Keeper
from cst1992.teacher.room.meeting import ARRIVED, Goodbye, Meeting
from cst1992.teacher.room.outcomes import sent_by_delegation
from cst1992.teacher.room.pages.phone import phone_view
from cst1992.teacher.room.pages.pieces import step_name
from cst1992.teacher.room.pages.projector import came, counted, projector_view
from cst1992.teacher.room.pages.teacher import head_html, live_html, next_name, step_names, teacher_view

PATIENCE = 60.0
"""Seconds without a phone after which the teacher hears of it."""
EACH_PHONE = 10
SOONEST = 1500

code_of = lru_cache(maxsize=4)(code_svg)


def seen_by(meeting: Meeting, phone: str) -> str:
    """What changes whenever a phone would be shown something else."""
    cast = meeting.ballots().of(meeting.vote).get(phone) if meeting.vote else None
    return f"{meeting.run}.{meeting.changes}.{cast.turn if cast else 0}.{meeting.recast.get(phone, 0)}"


def phone_state(meeting: Meeting, phone: str, seen: str) -> dict[str, Any]:
    """What a phone is told. `again`: after how many milliseconds it should ask again; the more phones, the later."""
    now = seen_by(meeting, phone)
    state: dict[str, Any] = {"again": max(SOONEST, EACH_PHONE * meeting.phones.came), "left": meeting.left}
    sent = sent_by_delegation(meeting, phone) if meeting.vote else ""
    if sent:
        state["note"] = say("Your delegation has sent: {sentence}", sentence=sent)
    if seen == now:
        return state
    shown = phone_view(meeting, phone)
    casts = meeting.ballots().of(meeting.vote) if meeting.vote else {}
    turns = [cast.turn for vote in (1, 2) if (cast := meeting.ballots().of(vote).get(phone))]
    return state | {
        "seen": now,
        "html": shown.html,
        "below": shown.below,
        "said": shown.said,
        "ballot": meeting.ballot,
        "open": bool(meeting.vote),
        "own": say(ARRIVED) if phone in casts else "",
        "turn": max(turns, default=0),
    }


def projector_state(meeting: Meeting, place: Place, seen: str) -> dict[str, Any]:
    """What the projector is told: never how the room has answered before the teacher shows it."""
    dealt = sum(meeting.deck.held().values()) if meeting.deck else 0
    now = f"{meeting.run}.{meeting.changes}.{dealt}.{sum(meeting.recast.values())}"
    state = {"left": meeting.left, "address": place.student, "counted": counted(meeting), "came": came(meeting)}
    if seen == now:
        return state
    return state | {"seen": now, "html": projector_view(meeting, place.student, code_of(place.student))}


def teacher_state(meeting: Meeting, place: Place, keeper: Keeper, began: float, seen: str) -> dict[str, Any]:
    """What the teacher alone is told."""
    now = f"{meeting.run}.{meeting.changes}"
    phones = meeting.phones
    state: dict[str, Any] = {
        "at": where(meeting),
        "place": meeting.place,
        "name": teacher_name(meeting),
        "where": f"({meeting.place} of {len(meeting.steps) - 2})" if 0 < meeting.place < len(meeting.steps) - 1 else "",
        "next": next_name(meeting),
        "over": isinstance(meeting.step, Goodbye),
        "first": meeting.place == 0,
        "left": meeting.left,
        "head": head_html(meeting),
        "live": live_html(meeting),
        "said": f"{teacher_name(meeting)}: {WHAT_IS[meeting.phase]}"
        if meeting.place
        else "The address is on the projector.",
        "came": f"Phones that have come: {phones.came}. Awake now: {phones.awake}.",
        "shut": phones.door_is_shut,
        "address": place.student,
        "trouble": trouble_html(place, keeper, phones.came, time.monotonic() - began),
    }
    if seen == now:
        return state
    return state | {"seen": now, "html": teacher_view(meeting), "steps": step_names(meeting)}


def teacher_name(meeting: Meeting) -> str:
    """What the step is called on the teacher's page."""
    return {0: "Phones come in", len(meeting.steps) - 1: "The end"}.get(meeting.place, step_name(meeting))


WHAT_IS = {
    "shown": "it is shown.",
    "slide": "a page more is on the projector.",
    "ready": "not open yet.",
    "first": "the first vote is open.",
    "talk": "the room talks.",
    "second": "the second vote is open.",
    "open": "the vote is open.",
    "closed": "closed, and nobody else sees the words yet.",
    "results": "everybody sees the result.",
    "replies": "everybody sees the replies.",
}


def trouble_html(place: Place, keeper: Keeper, phones: int, seconds: float) -> str:
    """What is wrong, and the ways out; empty when nothing is."""
    told = []
    if keeper.trouble:
        told.append(f"<p>{escape(keeper.trouble)}</p>")
    if not phones and seconds > PATIENCE:
        told += [WITH_NETWORK.format(address=escape(place.student)) if place.is_open else WITHOUT_NETWORK, WAYS_OUT]
        if place.others:
            told.insert(-1, f"<p>This computer has other addresses too; try {escape(', '.join(place.others))}</p>")
    return f"<div>{''.join(told)}</div>" if told else ""


WITHOUT_NETWORK = (
    "<h3>No phone has come yet</h3><p>The server listens on this computer alone. To let phones in, end it with Ctrl+C and "
    "start it again with <code>--network</code>.</p>"
)
WITH_NETWORK = (
    "<h3>No phone has come yet</h3><p>Open {address} on your own phone. If it does not come, the network keeps phones and "
    "computers apart, as many universities' networks do, or a firewall of this computer lets nothing in.</p>"
)
WAYS_OUT = (
    "<p>Ways out:</p><ul><li><strong>A hotspot</strong>: open one on this computer or on your phone, join it with this "
    "computer, let students join it, and start again with <code>--network</code>.</li><li><strong>A computer of the "
    "university</strong> that phones do reach: run the same command there with <code>--prefix</code> and the address under "
    "which it is shown.</li><li><strong>Letters held up</strong>: go on without phones. Students hold up a letter, you count "
    "and type the numbers under <em>Letters held up</em>; everything else works the same.</li></ul>"
    "<p>docs/in-class.md says how.</p>"
)
