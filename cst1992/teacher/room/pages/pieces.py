"""What several pages show of a step: its head, a question with its letters, what was answered, a card."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from string import ascii_uppercase as LETTERS

from cst1992.facts.speech import say, say_count
from cst1992.facts.spelling.numbers import read_number
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question
from cst1992.teacher.room.answers import order_shown
from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.outcomes import motion, names_of, outcome, words
from cst1992.teacher.room.pages.bars import results_html, strip_html
from cst1992.teacher.room.pages.markup import as_html
from cst1992.teacher.room.steps import Answered, Ask, Number, Reveal, Role, Step, Vote, Word

MOST_WORDS = 40
"""As many lines as the projector shows."""


def step_name(meeting: Meeting) -> str:
    """What the step at which the session stands is called: a question by its number, any other step by its title."""
    step = meeting.step
    if not isinstance(step, Ask):
        return step.title
    asked = [one for one in meeting.steps if isinstance(one, Ask)]
    return say("Question {number} of {whole}", number=asked.index(step) + 1, whole=len(asked))


def prompt_of(meeting: Meeting) -> str:
    """What is asked, as text; empty for a step that asks nothing."""
    match meeting.step:
        case Ask(question=question):
            return question.in_lms.get("prompt", question.prompt)
        case Vote() | Number() | Word() as step:
            return step.title
    return ""


def text_html(meeting: Meeting, phone: bool = False) -> str:
    """The text of a step, and the motion that is voted on; `phone`: the words for phones, where it has others for them."""
    step = meeting.step
    moved = motion(meeting, step) if isinstance(step, Vote) else ""
    said = f'<p class="motion"><strong>{escape(say("The motion:"))}</strong> {escape(moved)}</p>' if moved else ""
    return as_html((phone and step.phone) or step.text) + said


def choices_of(step: Step) -> list[str]:
    """The texts that have letters, in the order of the letters; none where nothing is chosen by letter."""
    match step:
        case Vote(options=options):
            return [option.text for option in options]
        case Ask(question=Choice() as question):
            return [question.options[place].text for place in order_shown(question)]
    return []


def choices_html(step: Step) -> str:
    """What there is to choose, to be read: options with letters, items in their mixed order, left and right sides."""
    if isinstance(step, Ask) and isinstance(step.question, Order):
        return _plain([step.question.items[place] for place in order_shown(step.question)])
    if isinstance(step, Ask) and isinstance(step.question, Match):
        rights = [step.question.choices[place] for place in order_shown(step.question)]
        return f'<div class="sides">{_plain([left for left, _ in step.question.pairs])}{_plain(rights)}</div>'
    lines = "".join(
        f'<li><span class="letter">{LETTERS[place]}</span><span class="text">{escape(text)}</span></li>'
        for place, text in enumerate(choices_of(step))
    )
    return f'<ul class="choices">{lines}</ul>' if lines else ""


def _plain(texts: Sequence[str]) -> str:
    return f'<ul class="choices">{"".join(f"<li>{escape(text)}</li>" for text in texts)}</ul>'


def told_html(meeting: Meeting, *, replies: bool, bars: bool = True) -> str:
    """What was answered, once everybody may see it."""
    step, came = meeting.step, outcome(meeting)
    sentence = f'<p class="decision">{escape(came.sentence)}</p>' if came.sentence else ""
    silent = names_of(came.voices, None)
    heard = f"<p>{escape(say('Not voted: {names}', names=silent))}</p>" if silent else ""
    body = results_html(came.result, replies=replies or isinstance(step, Vote), bars=bars)
    match step:
        case Number():
            body = strip_html(came.result, step.unit, step.answer)
        case Word():
            body = words_html(meeting)
        case Ask(question=Measure() as question) if any(came.result.numbers) and bars:
            strip = strip_html(came.result, question.unit, read_number(question.answer).value)
            body = strip + body if replies else strip
    if not any(came.result.voters):
        body = f"<p>{escape(say('Nobody has answered.'))}</p>" + (body if isinstance(step, Ask) else "")
    explained = explanation_html(step.question) if isinstance(step, Ask) and replies else ""
    told = as_html(step.told) if isinstance(step, Answered) else ""
    return sentence + body + heard + explained + told


def words_html(meeting: Meeting) -> str:
    """The words that came, without those that the teacher has hidden; the same words once, with their number, the commonest first."""
    same: dict[tuple[str, str], list[str]] = {}
    for said in (said for said in words(meeting) if not said.hidden):
        same.setdefault((said.who, said.text.casefold()), []).append(said.text)
    lines = [
        f"<li>{f'<strong>{escape(who)}</strong>: ' if who else ''}{escape(texts[0])}{f' × {len(texts)}' if len(texts) > 1 else ''}</li>"
        for (who, _), texts in sorted(same.items(), key=lambda one: -len(one[1]))
    ]
    left_out = len(lines) - MOST_WORDS
    more = say_count("{count} other answer came.", "{count} other answers came.", left_out) if left_out > 0 else ""
    listed = f'<ul class="words">{"".join(lines[:MOST_WORDS])}</ul>' if lines else ""
    return listed + (f"<p>{escape(more)}</p>" if more else "")


def explanation_html(question: Question) -> str:
    """Why it is so."""
    text = question.in_lms.get("explanation", question.explanation)
    return f'<p class="explained">{escape(text)}</p>' if text else ""


def card_html(role: Role, is_open: bool = False) -> str:
    """The card of a role, to be read on a phone."""
    head = escape(say("Your card: {role}", role=role.name))
    return folded(head, role.card, "card", is_open)


def folded(head: str, text: str, name: str = "", is_open: bool = False) -> str:
    """Something longer to read, folded; with a name it stays open or closed while the page goes on."""
    opened = " open" if is_open else ""
    kept = f' data-keep="{escape(name, quote=True)}"' if name else ""
    return f'<details class="card"{kept}{opened}><summary>{head}</summary>{as_html(text)}</details>'


def sheets_html(meeting: Meeting, *, new: bool) -> str:
    """The sheets of this step, open; or those of earlier steps, folded."""
    if new:
        return "".join(folded(escape(sheet.title), sheet.text, is_open=True) for sheet in meeting.step.sheets)
    earlier = dict.fromkeys(sheet for step in meeting.steps[: meeting.place] for sheet in step.sheets)
    return "".join(folded(escape(one.title), one.text) for one in earlier if one not in meeting.step.sheets)


def later_html(meeting: Meeting, role: Role) -> str:
    """What a role did and said afterwards, once the session has come to it."""
    told = any(isinstance(step, Reveal) for step in meeting.steps[: meeting.place + 1])
    if not told or not role.later:
        return ""
    head = escape(say("Afterwards: {role}", role=role.name))
    return folded(head, role.later, "later", isinstance(meeting.step, Reveal))
