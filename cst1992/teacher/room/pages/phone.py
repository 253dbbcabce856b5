"""What a phone shows: what is asked now and where to answer it, what was answered, its card."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from string import ascii_uppercase as LETTERS
from typing import Any

from cst1992.facts.speech import say
from cst1992.quizzes.questions import Choice, Match, Measure, Order
from cst1992.teacher.room.answers import LONGEST_TYPED, order_shown
from cst1992.teacher.room.meeting import Goodbye, Meeting, Welcome
from cst1992.teacher.room.pages.own import own_html
from cst1992.teacher.room.pages.pieces import (
    card_html,
    choices_html,
    choices_of,
    later_html,
    prompt_of,
    sheets_html,
    step_name,
    text_html,
    told_html,
)
from cst1992.teacher.room.steps import Ask, Deal, Number, Reveal, Role, Step, Vote, Word


@dataclass(frozen=True)
class Shown:
    """The inside of a phone's page, what a screen reader says when it comes, and the cards and sheets below it."""

    html: str
    said: str
    below: str = ""


def phone_view(meeting: Meeting, phone: str) -> Shown:
    """What this phone shows now."""
    role = meeting.role_of(phone)
    match meeting.step:
        case Welcome():
            return Shown(
                f"<p>{escape(say('You are in. Leave this page open: it goes on by itself.'))}</p>", say("You are in.")
            )
        case Goodbye():
            end = say("That was all. You can close this page.")
            return Shown(f"<p>{escape(end)}</p>", end, card_html(role) if role else "")
    body, said = _body(meeting, phone, role)
    name = step_name(meeting)
    cards = later_html(meeting, role) + card_html(role, isinstance(meeting.step, Deal)) if role else ""
    new, earlier = sheets_html(meeting, new=True), sheets_html(meeting, new=False)
    below = cards + new + earlier if isinstance(meeting.step, Deal | Reveal) else new + cards + earlier
    heard = " ".join(filter(None, (name if name.endswith("?") else f"{name}.", said)))
    return Shown(f'<h2 tabindex="-1">{escape(name)}</h2>{_whose(meeting, role)}{body}', heard, below)


def _whose(meeting: Meeting, role: Role | None) -> str:
    """For whom this phone speaks, also one that came late; no more once the roles have ended."""
    ended = any(isinstance(step, Reveal) for step in meeting.steps[: meeting.place + 1])
    if role is None or ended or isinstance(meeting.step, Deal):
        return ""
    return f"<p>{escape(say('You are: {role}. Your card is below.', role=role.name))}</p>"


def _body(meeting: Meeting, phone: str, role: Role | None) -> tuple[str, str]:
    step = meeting.step
    if meeting.vote:
        if not meeting.may_answer(phone):
            wait = say("Observers do not vote. Wait for the result.")
            return f"{text_html(meeting, phone=True)}{choices_html(step)}<p>{escape(wait)}</p>", wait
        again = say("Second vote: choose anew.") if meeting.vote == 2 else say("You can answer now.")
        return text_html(meeting, phone=True) + form_html(meeting, phone, again), again
    if meeting.phase == "ready":
        wait = say("Wait: it is not open yet.")
        return f"{text_html(meeting, phone=True)}<p>{escape(wait)}</p>", wait
    if meeting.phase == "closed":
        wait = say("Closed. What was written comes in a moment.")
        return f'{text_html(meeting, phone=True)}<p class="call">{escape(wait)}</p>{own_html(meeting, phone)}', wait
    if meeting.phase == "talk":
        talk = say("Talk with your neighbours. A second vote comes after it.")
        asked = f'<p class="asked">{escape(prompt_of(meeting))}</p>{choices_html(step)}'
        return f'<p class="call">{escape(talk)}</p>{asked}{own_html(meeting, phone)}', talk
    if meeting.is_told:
        asked = (
            f'<p class="asked">{escape(prompt_of(meeting))}</p>'
            if isinstance(step, Ask)
            else text_html(meeting, phone=True)
        )
        return asked + own_html(meeting, phone) + told_html(meeting, replies=True), say("The results are here.")
    if isinstance(step, Deal) and role:
        dealt = say("By lot you are: {role}", role=role.name)
        return f'{text_html(meeting, phone=True)}<p class="call">{escape(dealt)}</p>{_another()}', dealt
    return text_html(meeting, phone=True), ""


def _another() -> str:
    """A button for whoever would rather have another card; nobody is asked why."""
    return f'<p><button type="button" data-post="card">{escape(say("I would rather have another card"))}</button></p>'


def form_html(meeting: Meeting, phone: str, again: str) -> str:
    """Where a phone answers; what it has answered in this vote already is chosen in it."""
    step, cast = meeting.step, meeting.ballots().of(meeting.vote).get(phone)
    look = "asked" if isinstance(step, Ask) else "aloud"
    asked = f'<legend class="{look}">{escape(prompt_of(meeting))}</legend><p class="call">{escape(again)}</p>'
    kind, inside = _inputs(step, cast.answer if cast else None)
    press = f'<p><button type="submit">{escape(say("Send"))}</button></p>'
    return f'<form data-kind="{kind}"><fieldset>{asked}{inside}</fieldset>{press}</form>'


def _inputs(step: Step, chosen: Any) -> tuple[str, str]:
    match step:
        case Ask(question=Choice() as question):
            places = [order_shown(question).index(place) for place in chosen or []]
            return "places", _ticks(choices_of(step), places, many=question.kind != "single choice")
        case Vote():
            return "places", _ticks(choices_of(step), chosen or [], many=False)
        case Ask(question=Order() as question):
            return "menus", _menus_of_order(question, chosen)
        case Ask(question=Match() as question):
            return "menus", _menus_of_pairs(question, chosen)
        case Word(longest=longest):
            return "typed", _area(longest, chosen or "")
        case Number(unit=unit):
            return "typed", _line(say("Write a number."), unit, "" if chosen is None else f"{chosen:.10g}", number=True)
        case Ask(question=Measure() as question):
            how = say("Write a date, such as 1 June 1990.") if question.dated else say("Write a number.")
            return "typed", _line(
                how, question.unit, chosen or "", number=not (question.dated or question.answer.startswith("-"))
            )
    return "typed", _line(say("Write it."), "", chosen or "", number=False)


def _ticks(texts: list[str], chosen: list[int], many: bool) -> str:
    kind, how = ("checkbox", say("Choose all that apply.")) if many else ("radio", say("Choose one."))
    lines = "".join(
        f'<label class="option"><input type="{kind}" name="answer" value="{place}"{" checked" if place in chosen else ""}>'
        f'<span class="letter">{LETTERS[place]}</span><span>{escape(text)}</span></label>'
        for place, text in enumerate(texts)
    )
    return f"<p>{escape(how)}</p>{lines}"


def _menus_of_order(question: Order, chosen: list[int] | None) -> str:
    shown = order_shown(question)
    numbers = [str(place + 1) for place in range(len(shown))]
    lines = "".join(_menu(question.items[place], numbers, chosen.index(place) if chosen else None) for place in shown)
    return f"<p>{escape(say('Give each line a place: 1 is the first.'))}</p>{lines}"


def _menus_of_pairs(question: Match, chosen: list[str] | None) -> str:
    rights = [question.choices[place] for place in order_shown(question)]
    lines = "".join(
        _menu(left, rights, rights.index(chosen[row]) if chosen else None)
        for row, (left, _) in enumerate(question.pairs)
    )
    return f"<p>{escape(say('Choose for each line.'))}</p>{lines}"


def _menu(label: str, texts: list[str], chosen: int | None) -> str:
    options = "".join(
        f'<option value="{place}"{" selected" if place == chosen else ""}>{escape(text)}</option>'
        for place, text in enumerate(texts)
    )
    return f'<label class="line">{escape(label)}<select name="answer"><option value="">{escape(say("Choose …"))}</option>{options}</select></label>'


def _line(how: str, unit: str, value: str, number: bool) -> str:
    label = f"{how} ({unit})" if unit else how
    keys = ' inputmode="decimal"' if number else ""
    return (
        f'<label class="line">{escape(label)}<input type="text" name="answer" maxlength="{LONGEST_TYPED}" '
        f'autocomplete="off"{keys} value="{escape(value, quote=True)}"></label>'
    )


def _area(longest: int, value: str) -> str:
    how = say("Write it: at most {most} letters.", most=longest)
    return f'<label class="line">{escape(how)}<textarea name="answer" rows="3" maxlength="{longest}">{escape(value)}</textarea></label>'
