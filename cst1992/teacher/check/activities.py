"""Activities that do not fit together or do not fit the tables: minutes, roles, steps, and every place that a file points to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from cst1992.facts.files import data_folder, shown_path
from cst1992.facts.nearest import nearest
from cst1992.facts.package import rows
from cst1992.facts.page_number import page_files, page_number
from cst1992.facts.sections import rows_if_there
from cst1992.facts.wording import in_a_row, many
from cst1992.teacher.activities.activities import FOLDER, activity_names, frame_of
from cst1992.teacher.activities.activity import SESSIONS, Activity, Ballot, Role, Step
from cst1992.teacher.activities.activity_file import BrokenActivity, activity_in, line_in
from cst1992.teacher.activities.council import members_on
from cst1992.teacher.activities.pieces import pointed_at
from cst1992.teacher.check.activity_parts import amiss, part_faults
from cst1992.teacher.check.fault import Fault
from cst1992.teacher.check.places import notebooks_folder

Told = Iterator[tuple[tuple[object, ...], str]]


def activity_faults() -> Iterator[Fault]:
    """Everything that is wrong in the activities of the module, and in those that stand beside them in another language."""
    for name in activity_names():
        yield from faults_of(data_folder() / FOLDER / f"{name}.yaml")
    for path in sorted(data_folder().glob(f"*/{FOLDER}/*.yaml")):
        yield from _of_a_twin(path)


def faults_of(path: Path) -> Iterator[Fault]:
    """Everything that is wrong in one file of an activity, with its lines."""
    try:
        activity = activity_in(path)
    except BrokenActivity as broken:
        yield Fault("", str(broken))
        return
    for look in LOOKS:
        for steps, told in look(activity):
            line = line_in(path, *steps) if steps else None
            yield Fault(f"{shown_path(path)}, line {line}" if line else shown_path(path), told)


def _of_a_twin(path: Path) -> Iterator[Fault]:
    english = data_folder() / FOLDER / path.name
    if path.stem not in activity_names():
        yield Fault(shown_path(path), f"there is no such activity in English. {nearest(path.stem, activity_names())}")
        return
    try:
        same = frame_of(activity_in(path)) == frame_of(activity_in(english))
    except BrokenActivity as broken:
        if shown_path(path) in str(broken):
            yield Fault("", str(broken))
        return
    if not same:
        told = "it is not the English activity in other words. Keep its ids, kinds, minutes, rows and their order."
        yield Fault(shown_path(path), told)


def _frame(activity: Activity) -> Told:
    """Its page, its objectives, ids that stand twice, and how many students it is for."""
    pages = [page_number(path.name) for path in page_files(notebooks_folder())]
    if activity.page not in pages:
        yield ("page",), f"no notebook begins with {activity.page}. {nearest(activity.page, pages)}"
    known = [row.text("id") for row in rows_if_there("objectives")]
    for place, objective in enumerate(activity.objectives):
        if objective not in known:
            yield ("objectives", place), f"the objective {objective!r} is not known. {nearest(objective, known)}"
    for kind in ("documents", "roles", "ballots", "steps"):
        for identity, count in Counter(one.id for one in getattr(activity, kind)).items():
            if count > 1:
                yield (kind,), f"{kind} has {identity!r} {count} times. Give each an id of its own."
    first, last = activity.students
    if first > last:
        yield ("students",), f"students is {first} to {last}. Write the smaller number first."


def _minutes(activity: Activity) -> Told:
    """Do the steps add up to what the activity takes, and does it fit a session?"""
    sessions = dict(activity.minutes)
    for session, minutes in sessions.items():
        added = sum(step.minutes_in(session) for step in activity.steps)
        if added != minutes:
            told = f"in a session of {session} minutes the steps take {added}, and the activity says {minutes}"
            yield ("minutes",), f"{told}. Change the minutes of a step, or those of the activity."
        if minutes > session:
            yield ("minutes",), f"{minutes} minutes do not fit a session of {session}. Take out a step, or shorten one."
    for place, step in enumerate(activity.steps):
        unknown = [
            session for session, _ in step.minutes if session not in sessions and len(step.minutes) < len(SESSIONS)
        ]
        if unknown:
            told = f"the step {step.id!r} has minutes for a session of {unknown[0]}, and the activity has none"
            yield ("steps", place), f"{told}. Give the activity its minutes there too."


def _roles(activity: Activity) -> Told:
    """Does every role have something to say, and does every member of the day have a role?"""
    states = [row.text("name") for row in rows("states")]
    for place, role in enumerate(activity.roles):
        where = ("roles", place)
        if not (role.positions or role.nothing_found or role.gets):
            told = (
                "has no position. Point to rows under `positions:`, or say under `nothing_found:` that none was found"
            )
            yield where, f"the role {role.id!r} {told}."
        if role.state and role.state not in states:
            yield (
                where,
                f"the role {role.id!r} is of {role.state!r}, no state of the table. {nearest(role.state, states)}",
            )
        yield from ((where, told) for told in _places_of(role, activity))
    yield from _seats(activity)


def _places_of(role: Role, activity: Activity) -> Iterator[str]:
    """What is wrong where a role points to rows and documents."""
    for key, places in (("positions", role.positions), ("later", role.later)):
        for place in places:
            if lost := amiss(partial(pointed_at, place)):
                yield f"the role {role.id!r}, {key}: {lost}"
                continue
            day = pointed_at(place).day
            if key == "positions" and day and activity.day and day > activity.day:
                yield (
                    f"the role {role.id!r} has a position of {day}, after the day of the activity ({activity.day}). "
                    "Move it to `later:`."
                )
    yield from _documents(role.gets, activity, f"the role {role.id!r}")


def _documents(names: tuple[str, ...], activity: Activity, of: str) -> Iterator[str]:
    known = [document.id for document in activity.documents]
    for name in names:
        if name not in known:
            yield f"{of} names the document {name!r}, which is not there. {nearest(name, known)}"


def _seats(activity: Activity) -> Told:
    """In a Council: are the roles that vote the members of the day?"""
    voting = [role for role in activity.roles if role.votes]
    if not voting:
        return
    if activity.day is None:
        yield (
            ("roles",),
            "some roles vote, and the activity has no day. Write `day:`, so that the members can be looked up.",
        )
        return
    members = members_on(activity.day)
    for place, role in enumerate(activity.roles):
        if role.votes and role.state not in members:
            told = f"the role {role.id!r} votes, and on {activity.day} {role.state or 'it'} was no member"
            yield ("roles", place), f"{told}. Members by data/treaty_actions.csv: {in_a_row(members)}."
    missing = [state for state in members if state not in {role.state for role in voting}]
    if missing:
        yield ("roles",), f"no role speaks for {in_a_row(missing)}, a member on {activity.day}. Add a role that votes."


def _ballots(activity: Activity) -> Told:
    for place, ballot in enumerate(activity.ballots):
        yield from ((("ballots", place), f"the ballot {ballot.id!r} {told}") for told in _of_a_ballot(ballot, activity))
    used = {step.ballot for step in activity.steps}
    for place, ballot in enumerate(activity.ballots):
        if ballot.id not in used:
            yield ("ballots", place), f"no step uses the ballot {ballot.id!r}. Name it in a step, or take it out."


def _of_a_ballot(ballot: Ballot, activity: Activity) -> Iterator[str]:
    given = bool(ballot.options) + bool(ballot.option_rows)
    if ballot.rule == "count" and given != 1:
        yield "is counted and needs either `options:` or `option_rows:`. Write one of them."
    if ballot.rule != "count" and given:
        yield f"goes by {ballot.rule} and has options. Take them out, or write `rule: count`."
    known = [one.id for one in activity.ballots if one.rule == "count"]
    if ballot.motion_from and ballot.motion_from not in known:
        yield f"takes its motions from {ballot.motion_from!r}. {nearest(ballot.motion_from, known)}"
    if ballot.rule == "consensus" and not any(role.votes for role in activity.roles):
        yield "goes by consensus, and no role votes. Write `votes: true` under the roles that do."
    for place in (*ballot.option_rows, *([ballot.right] if ballot.right else [])):
        if lost := amiss(partial(pointed_at, place)):
            yield f"points to {place}: {lost}"


def _steps(activity: Activity) -> Told:
    known = [ballot.id for ballot in activity.ballots]
    for place, step in enumerate(activity.steps):
        for told in (*_of_a_step(step, known), *_documents(step.shows, activity, f"the step {step.id!r}")):
            yield ("steps", place), told
    seen = {name for step in activity.steps for name in step.shows} | {
        one for role in activity.roles for one in role.gets
    }
    for place, document in enumerate(activity.documents):
        if document.id not in seen:
            told = (
                f"nobody gets to see the document {document.id!r}. Name it under `shows:` or `gets:`, or take it out."
            )
            yield ("documents", place), told


def _of_a_step(step: Step, ballots: list[str]) -> Iterator[str]:
    if step.kind in ("vote", "word"):
        if not step.ballot:
            yield f"the step {step.id!r} is a {step.kind} without a ballot. Write `ballot:`. {nearest('', ballots)}"
        elif step.ballot not in ballots:
            yield f"the step {step.id!r} names the ballot {step.ballot!r}. {nearest(step.ballot, ballots)}"
    elif step.ballot:
        yield f"the step {step.id!r} has a ballot and is no vote. Write `kind: vote`, or take it out."
    if step.kind in ("deal", "clock", "word") and not step.phone:
        yield f"the step {step.id!r} has no words for the phones. Write `phone:`: what is to be done now?"
    if step.kind == "reveal" and not step.shows and not step.ballot:
        yield f"the step {step.id!r} reveals nothing. Name documents under `shows:`."


LOOKS: tuple[Callable[[Activity], Told], ...] = (_frame, _minutes, _roles, _ballots, _steps, part_faults)


def activities_read() -> str:
    """How many activities were read, for the line that counts what the module holds."""
    return many(len(activity_names()), "activity", "activities")
