"""A case to decide, as cards: what was known on the day, and, apart from it, what was done and said."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import card_html, folded_sources, row_facts, source_list
from cst1992.cards.requests import optional_html
from cst1992.facts.agreed import said_word
from cst1992.facts.cases import rows_of
from cst1992.facts.citing import cite_html
from cst1992.facts.laid_out import fold
from cst1992.facts.package import Row, row_with
from cst1992.facts.speech import say, to_be_said

KNOWN = (
    (to_be_said("You decide as"), "decide_as"),
    (to_be_said("On that day"), "situation"),
    (to_be_said("The text in force"), "text_in_force"),
)
WHOSE = (to_be_said("Whose position"), "position_of")
FOR_AND_AGAINST = (
    (to_be_said("What spoke for it"), "what_speaks_for"),
    (to_be_said("What spoke against it"), "what_speaks_against"),
)
DONE = (
    (to_be_said("What was done"), "what_was_done"),
    (to_be_said("What came of it"), "outcome"),
    (to_be_said("Kind of answer, by us"), "answer"),
)


def situation_html(case: Row) -> str:
    """What was known on the day, the text in force, and the question, as HTML without its style sheet."""
    warning = optional_html(row_with("requests", "id", case.text("request")))
    return card_html(
        case.text("title"),
        f'<p class="cst-title">{case["date"]} · {escape(case.text("title"))}</p>{warning}{row_facts(case, KNOWN)}'
        f"{folded_sources('cases', str(case['id']), str(case['title']))}",
    )


def _when(voice: Row) -> str:
    return f" ({voice['said_on']})" if voice["said_on"] else ""


def decided_html(choice: Row) -> str:
    """What the text in force and the situation gave for and against a choice, without what was done."""
    return card_html(
        say("Your choice: {choice}", choice=choice["choice"]),
        f"<p>{escape(str(choice['choice']))}</p>{row_facts(choice, FOR_AND_AGAINST)}",
    )


def _choice_html(choice: Row, chosen: str) -> str:
    yours = f" <strong>({escape(say('your choice'))})</strong>" if choice["id"] == chosen else ""
    weighed = row_facts(choice, (WHOSE, *FOR_AND_AGAINST))
    return f"<li>{escape(str(choice['choice']))}{yours}{weighed}</li>"


def _sources_of_voices(case: str) -> str:
    items = "".join(
        f"<li>{escape(str(voice['who']))}: {cite_html(str(voice['source']))}</li>"
        for voice in rows_of("case_voices", case)
    )
    return f'<p>{escape(say("Of the voices:"))}</p><ul class="cst-sources">{items}</ul>'


def outcome_html(case: Row, chosen: str = "") -> str:
    """Whose positions the choices were, what was done, and what each side said, as HTML without its style sheet."""
    key, request = case.text("id"), row_with("requests", "id", case.text("request"))
    choices = "".join(_choice_html(choice, chosen) for choice in rows_of("case_choices", key))
    done = row_facts(request, DONE)
    given = f"<p>{escape(str(request['reasons_given']))}</p>"
    voices = "".join(
        f"<li><strong>{escape(str(voice['who']))}</strong>{escape(_when(voice))}: {escape(str(voice['said']))}</li>"
        for voice in rows_of("case_voices", key)
    )
    called = case.text("title")
    sources = source_list("requests", request.text("id")) + _sources_of_voices(key)
    title = escape(say("{case}: what was done, and what each side said", case=called))
    content = (
        f'<p class="cst-title">{title}</p>{done}'
        f'<p><strong>{escape(say("What each side said"))}</strong></p><ul class="cst-text">{voices}</ul>'
        + fold(
            say("The positions among which you decided, and whose they were: {case}", case=called),
            f"<ul>{choices}</ul>",
        )
        + fold(say("Each side in short, as our table of requests has it: {case}", case=called), given)
        + fold(say("Sources of the outcome: {case}", case=called), sources)
    )
    if not chosen:
        told = say("{case}. You have not decided this case. Open what was done all the same", case=called)
        content = fold(told, content)
    return card_html(say("Outcome: {case}", case=called), content)


def outcome_text(case: Row) -> str:
    """The same as plain text."""
    request, key = row_with("requests", "id", case.text("request")), case.text("id")
    lines = [case.text("title")]
    lines += [f"{say(name)}: {said_word(column, request[column])}" for name, column in DONE if request[column]]
    lines += [f"{voice['who']}{_when(voice)}: {voice['said']}" for voice in rows_of("case_voices", key)]
    lines += [
        f"{choice['choice']} {say('Position of: {whose}', whose=choice['position_of'])}"
        for choice in rows_of("case_choices", key)
    ]
    return "\n".join(lines)
