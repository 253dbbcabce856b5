"""The teacher's sheet: sensitive matters first, what to print, the steps with their minutes, debrief, what goes wrong."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import accumulate

from cst1992.facts.module import module
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.wording import day_in_words, in_a_list, in_a_row
from cst1992.teacher.activities.activity import SESSIONS, Activity, Advice, Step
from cst1992.teacher.activities.paper.without_screen import before_class, by_hand

KINDS = {
    "show": to_be_said("read"),
    "deal": to_be_said("deal"),
    "clock": to_be_said("do"),
    "vote": to_be_said("vote"),
    "word": to_be_said("write"),
    "reveal": to_be_said("reveal"),
}


def teachers_sheet_html(activity: Activity, to_print: Iterable[tuple[str, str]]) -> str:
    """The whole sheet.

    Parameters
    ----------
    to_print : each file with how many copies of it are needed, in words.
    """
    return (
        f'<section class="sheet"><h1>{escape(activity.title)}</h1><p class="below">{escape(activity.aim)}</p>'
        f"{_sensitive(activity)}{_frame(activity)}{_material(activity, to_print)}<p>{escape(before_class(activity))}</p></section>"
        f'<section class="sheet">{_steps(activity)}</section>'
        f'<section class="sheet">{_advice(say("Debrief"), say("Listen for"), activity.debrief)}'
        f"{_advice(say('What usually goes wrong'), say('What helps'), activity.goes_wrong)}</section>"
    )


def _sensitive(activity: Activity) -> str:
    told = "".join(f"<li>{escape(matter)}</li>" for matter in activity.sensitive)
    return (
        f'<div class="warning"><h2>{escape(say("Sensitive matters, before anything else"))}</h2><ul>{told}</ul></div>'
    )


def _frame(activity: Activity) -> str:
    """Minutes, students, page and day, in one paragraph."""
    minutes = [
        say("{minutes} of a session of {session}", minutes=taken, session=session)
        for session in SESSIONS
        if (taken := activity.minutes_in(session))
    ]
    first, last = activity.students
    facts = [
        say("Minutes: {minutes}.", minutes=in_a_row(minutes)),
        say("Students: {first} to {last}.", first=first, last=last),
        say("It belongs to notebook {page}.", page=activity.page),
    ]
    if activity.day:
        facts.append(say("It plays on {day}.", day=day_in_words(activity.day)))
    facts += [say("The minutes are planned; no class has been timed."), module().knowledge]
    return f"<p>{escape(' '.join(facts))}</p>"


def _material(activity: Activity, to_print: Iterable[tuple[str, str]]) -> str:
    listed = "".join(f"<li>{escape(thing)}</li>" for thing in activity.material)
    rows = "".join(f"<tr><td>{escape(file)}</td><td>{escape(copies)}</td></tr>" for file, copies in to_print)
    head = f'<tr><th scope="col">{escape(say("File"))}</th><th scope="col">{escape(say("Copies"))}</th></tr>'
    return (
        f"<h2>{escape(say('What you need'))}</h2><ul>{listed}</ul>"
        f"<h2>{escape(say('What to print'))}</h2><table><thead>{head}</thead><tbody>{rows}</tbody></table>"
    )


def _steps(activity: Activity) -> str:
    sessions = [session for session in SESSIONS if activity.minutes_in(session)]
    clocks = {session: _clock(activity, session) for session in sessions}
    columns = "".join(
        f'<th scope="col" class="clock">{escape(say("{session} min", session=session))}</th>' for session in sessions
    )
    rows = "".join(
        "<tr>"
        + "".join(f'<td class="clock">{clocks[session][place]}</td>' for session in sessions)
        + _step(step, activity)
        + "</tr>"
        for place, step in enumerate(activity.steps)
    )
    head = (
        f'{columns}<th scope="col">{escape(say("Step"))}</th><th scope="col">{escape(say("What you say and do"))}</th>'
    )
    title = escape(say("Step by step: {activity}", activity=activity.title))
    return f"<h2>{title}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _clock(activity: Activity, session: int) -> list[str]:
    """From which to which minute each step runs in a session of a length; a dash where it is left out."""
    taken = [step.minutes_in(session) for step in activity.steps]
    return [f"{end - minutes}–{end}" if minutes else "–" for minutes, end in zip(taken, accumulate(taken), strict=True)]


def _step(step: Step, activity: Activity) -> str:
    titles = [activity.document(name).title for name in step.shows]
    shown = (
        f'<br><span class="soft">{escape(say("Sheets: {sheets}", sheets=in_a_list(titles)))}</span>' if titles else ""
    )
    asked = (
        f'<br><span class="soft">{escape(say("Ballot: {question}", question=activity.ballot(step.ballot).ask))}</span>'
        if step.ballot
        else ""
    )
    said = f"<p>{escape(say('Say: {words}', words=step.projector))}</p>"
    hands = by_hand(activity, step)
    on_paper = f'<p class="soft">{escape(say("On paper: {hands}", hands=hands))}</p>' if hands else ""
    return (
        f"<td><strong>{escape(step.title)}</strong><br>{escape(say(KINDS[step.kind]))}{shown}{asked}</td>"
        f"<td>{said}<p>{escape(step.teacher)}</p>{on_paper}</td>"
    )


def _advice(title: str, then: str, given: Iterable[Advice]) -> str:
    told = "".join(
        f'<div class="piece"><h3>{escape(one.what)}</h3><p>{escape(then)}: {escape(one.then)}</p></div>'
        for one in given
    )
    return f"<h2>{escape(title)}</h2>{told}"


def copies_for(students: int, serves: int) -> str:
    """How many copies of a sheet are needed which serves so many students.

    Examples
    --------
    >>> copies_for(30, 9), copies_for(30, 30)
    ('4 copies for 30 students', '1 copy for 30 students')
    """
    needed = -(-students // serves)
    return say_count(
        "{count} copy for {students} students", "{count} copies for {students} students", needed, students=students
    )
