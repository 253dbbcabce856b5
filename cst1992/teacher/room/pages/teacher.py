"""What the teacher's page shows: what comes next, what the room has answered and how rightly, and ways out of trouble."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from string import ascii_uppercase as LETTERS

from cst1992.facts.wording import many
from cst1992.quizzes.questions import Choice, Order, Question
from cst1992.teacher.room.answers import options_of
from cst1992.teacher.room.meeting import Goodbye, Meeting
from cst1992.teacher.room.outcomes import earlier_vote, motion, motions, names_of, outcome, waits_for_motion, words
from cst1992.teacher.room.pages.bars import results_html, sign_of, strip_html
from cst1992.teacher.room.pages.markup import as_html
from cst1992.teacher.room.pages.pieces import folded, prompt_of, text_html
from cst1992.teacher.room.results import Result
from cst1992.teacher.room.steps import ROUNDS, Answered, Ask, Deal, Number, Phase, Vote, Word

FEW, MANY = 0.3, 0.7
"""Shares of right answers between which talking helps most: the rule of thumb of those who teach by peer instruction."""

NEXT: dict[Phase, str] = {
    "shown": "Next step",
    "slide": "Next step",
    "ready": "Open the vote",
    "first": "Close the vote: talk",
    "talk": "Open the second vote",
    "second": "Close it and show both votes",
    "open": "Close it and show the result",
    "closed": "Show the words",
    "results": "Next step",
    "replies": "Next step",
}


def next_name(meeting: Meeting) -> str:
    """What the button that goes on will do."""
    if isinstance(meeting.step, Goodbye):
        return "The session is over"
    if meeting.place == 0:
        return "Begin"
    if meeting.phase == "results" and isinstance(meeting.step, Ask):
        return "Show the replies"
    if meeting.phase == "ready" and isinstance(meeting.step, Ask):
        return "Open the first vote"
    if waits_for_motion(meeting):
        return "Name the motion first"
    if meeting.phase == "open" and "closed" in meeting.step.phases:
        return "Close it: you read first"
    if meeting.phase_number + 1 < len(meeting.step.phases) and meeting.phase in ("shown", "slide"):
        return "Next page on the projector"
    return NEXT[meeting.phase]


def teacher_view(meeting: Meeting) -> str:
    """The part of the page that changes when the teacher goes on."""
    step = meeting.step
    sheets = "".join(folded(escape(sheet.title), sheet.text, sheet.title) for sheet in step.sheets)
    key = _key(step.question) if isinstance(step, Ask) else ""
    return f"{_offered(meeting)}{key}{_motion(meeting)}{_by_hand(meeting)}{sheets}"


def head_html(meeting: Meeting) -> str:
    """What stands above the votes: what this step asks of the teacher, and what it asks of the room."""
    step = meeting.step
    note = f'<div class="note"><h3>For you alone</h3>{as_html(step.note)}</div>' if step.note else ""
    about = as_html(meeting.session.about) if meeting.place == 0 else ""
    asked = f'<p class="asked">{escape(prompt_of(meeting))}</p>' if isinstance(step, Ask) else text_html(meeting)
    return f"{about}{note}{asked}"


def _offered(meeting: Meeting) -> str:
    """What there is to choose, and what is right, before the vote is opened; afterwards it stands beside the bars."""
    if meeting.phase != "ready" or live_html(meeting):
        return ""
    lines = "".join(
        f'<li><span class="letter">{line.letter}</span><span>{escape(line.text)}{sign_of(line)[0]}</span></li>'
        for line in outcome(meeting).result.lines
        if options_of(meeting.step)
    )
    return f'<ul class="choices">{lines}</ul>' if lines else ""


def _key(question: Question) -> str:
    """The right answer of a question that shows no lines before somebody has voted."""
    from cst1992.quizzes.feedback import answer_text

    if isinstance(question, Choice):
        return ""
    kind = "The right order" if isinstance(question, Order) else "The right answer"
    return f"<details data-keep='key'><summary>{kind}</summary>{answer_text(question)}</details>"


def _motion(meeting: Meeting) -> str:
    """Where the teacher names the motion on which delegations vote."""
    step = meeting.step
    earlier = earlier_vote(meeting, step) if isinstance(step, Vote) else None
    if not isinstance(step, Vote) or earlier is None or meeting.phase != "ready":
        return ""
    moved = motion(meeting, step)
    options = "" if moved in motions(earlier) else '<option value="" selected>Choose …</option>'
    options += "".join(
        f'<option value="{place}"{" selected" if one == moved else ""}>{escape(one)}</option>'
        for place, one in enumerate(motions(earlier))
    )
    now = (
        "If the motion is another one, name it here."
        if moved
        else "There is no motion yet: no proposal leads. Name one."
    )
    return (
        f'<form class="motion"><p>{escape(now)}</p>'
        "<p><label>Put to the vote <select>" + options + "</select></label></p><p><label>or in other words "
        '<input type="text" maxlength="300"></label></p><p><button type="submit">This is the motion</button></p></form>'
    )


def _by_hand(meeting: Meeting) -> str:
    """Where the teacher types how many letters were held up."""
    count = options_of(meeting.step)
    if not count:
        return ""
    votes = sorted({ROUNDS[phase] for phase in meeting.step.phases if phase in ROUNDS})
    forms = "".join(_count_form(meeting, vote, count, len(votes) > 1) for vote in votes)
    return (
        "<details data-keep='hand'><summary>Letters held up: type in the counts</summary>"
        "<p>They are added to what phones have sent, and everything else works the same.</p>"
        f"{forms}</details>"
    )


def _count_form(meeting: Meeting, vote: int, count: int, several: bool) -> str:
    held = meeting.ballots().by_hand.get(vote, (0,) * count)
    name = ("First vote", "Second vote")[vote - 1] if several else "Counts"
    boxes = "".join(
        f'<label>{LETTERS[place]} <input type="number" min="0" max="2000" value="{held[place]}"></label>'
        for place in range(count)
    )
    return f'<form class="counts" data-vote="{vote}"><fieldset><legend>{name}</legend>{boxes}<button type="submit">Take them</button></fieldset></form>'


def live_html(meeting: Meeting) -> str:
    """The part that changes while the room votes. It is for the teacher alone."""
    step = meeting.step
    if isinstance(step, Word):
        return _words(meeting)
    if isinstance(step, Deal):
        return _without_phone(meeting)
    if not isinstance(step, Ask | Answered):
        return ""
    if meeting.phase == "ready" and not any(meeting.ballots().counted(vote) for vote in (1, 2)):
        return ""
    came = outcome(meeting)
    if isinstance(step, Number):
        body = strip_html(came.result, step.unit, step.answer)
    else:
        seen = replace(came.result, open_vote=meeting.vote - 1) if meeting.vote else came.result
        body = results_html(seen, replies=bool(came.voices))
    silent = names_of(came.voices, None)
    heard = f"Not voted yet: {silent}" if silent else ""
    told = [_counted(meeting, came.result), heard, came.sentence if meeting.is_told else ""]
    return "".join(f"<p>{escape(one)}</p>" for one in told if one) + body


def _without_phone(meeting: Meeting) -> str:
    """The roles that no phone holds, in a small room, and what to do for them."""
    held = meeting.deck.held() if meeting.deck else {}
    names = (
        ", ".join(role.name for role in meeting.step.roles if not held.get(role.id))
        if isinstance(meeting.step, Deal)
        else ""
    )
    return f"<p>No phone has drawn: {escape(names)}. Play these yourself, or leave them out.</p>" if names else ""


def _counted(meeting: Meeting, result: Result) -> str:
    """How many have voted, how many of them rightly, and what that calls for."""
    vote = meeting.vote or (1 if meeting.phase == "talk" else len(result.voters))
    if meeting.phase == "ready" or not result.voters:
        return ""
    voters, rightly = result.voters[vote - 1], result.rightly[vote - 1]
    told = f"{voters} of {many(meeting.phones.came, 'phone', 'phones')} answered"
    if rightly is None or not voters:
        return f"{told}."
    share = rightly / voters
    advice = _advice(share) if meeting.phase in ("first", "talk") else ""
    return f"{told}; {rightly} of them rightly ({100 * share:.0f} %). {advice}".strip()


def _advice(share: float) -> str:
    if share < FEW:
        return "Few have it: give a hint before they talk, or explain once more and let them vote again."
    if share > MANY:
        return "Most have it: you may show the answer now (More, Show now) and go on."
    return "This is where talking helps most."


def _words(meeting: Meeting) -> str:
    """The words that came, each with a button that keeps it from the projector."""
    lines = "".join(
        f"<li>{f'<strong>{escape(said.who)}</strong>: ' if said.who else ''}<span{' class=gone' if said.hidden else ''}>{escape(said.text)}</span> "
        f'<button type="button" data-do="{"show" if said.hidden else "hide"}" data-number="{said.number}">'
        f"{'Show' if said.hidden else 'Hide'}<span class='aloud'> {escape(said.text)}</span></button></li>"
        for said in words(meeting)
    )
    head = f"<p>{many(len(words(meeting)), 'answer', 'answers')}. Hide what should not be projected; phones do not see it either.</p>"
    return f'{head}<ul class="words">{lines}</ul>'


def step_names(meeting: Meeting) -> list[str]:
    """The steps as the teacher chooses among them."""
    names = []
    for place, step in enumerate(meeting.steps):
        name = step.question.prompt if isinstance(step, Ask) else step.title
        short = name if len(name) <= 70 else f"{name[:67].rstrip()} …"
        names.append({0: "The address", len(meeting.steps) - 1: "The end"}.get(place, f"{place}. {short}"))
    return names
