"""What a reader hears, as HTML: announced to a screen reader, and never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from cst1992.answers.verdict import Reply, Verdict
from cst1992.facts.citing import cite_html
from cst1992.facts.speech import say
from cst1992.quizzes.marking import AskedBack, right_answer
from cst1992.quizzes.questions import Choice, Match, Measure, Option, Order, Question


def box(content: str, look: str = "plain", announced: bool = True) -> str:
    """A box with what is said; `announced` as soon as it appears, else only there to be read."""
    role = ' role="alert"' if announced else ""
    return f'<div{role} class="cst-feedback cst-{look}">{content}</div>'


def option_line(option: Option, left_out: bool = False) -> str:
    """One option with its sign and its reply; `left_out` if the reader has rightly not chosen it."""
    sign = "✓" if option.correct else "–" if left_out else "✗"
    said = say("right") if option.correct else say("rightly left out") if left_out else say("not right")
    look = ' class="cst-said"' if option.correct else ""
    return f"<li><span{look}><strong>{sign} {escape(option.text)}</strong> ({said})</span>: {escape(option.reply)}</li>"


def _replies(question: Question, verdict: Verdict) -> str:
    """The replies to the parts of the answer; once a multiple choice is right, to every option."""
    match question:
        case Choice(kind="multiple choice", options=options):
            told = {reply.about for reply in verdict.replies}
            shown = [option for option in options if verdict.good or option.text in told]
            return _list_of(option_line(option, left_out=verdict.good) for option in shown)
        case Order() | Match():
            lines = [_named(reply) for reply in verdict.replies if reply.text]
        case _:
            lines = [escape(reply.text) for reply in verdict.replies if reply.text]
    if len(lines) == 1:
        return f"<p>{lines[0]}</p>"
    return _list_of(f"<li>{line}</li>" for line in lines) if lines else ""


def _named(reply: Reply) -> str:
    """A reply with the part of the answer of which it speaks."""
    return f"<strong>{escape(reply.about)}</strong>: {escape(reply.text)}" if reply.about else escape(reply.text)


def _list_of(lines: Iterable[str], tag: str = "ul") -> str:
    return f"<{tag}>{''.join(lines)}</{tag}>"


def explained(question: Question) -> str:
    """The explanation and the source of a question."""
    explanation = f"<p>{escape(question.explanation)}</p>" if question.explanation else ""
    return f"{explanation}<p>{say('Source: {source}', source=cite_html(question.source))}</p>"


def feedback_html(question: Question, marked: Verdict | AskedBack | None, announced: bool = True) -> str:
    """What the reader hears after an answer."""
    match marked:
        case None:
            return box(f"<p>{escape(say('Give an answer first.'))}</p>", announced=announced)
        case AskedBack(asked):
            unmarked = say("Your answer is not marked yet.")
            return box(f"<p>{escape(asked)} {escape(unmarked)}</p>", announced=announced)
        case Verdict(good=True):
            sign, look, after = "✓", "good", explained(question)
        case Verdict():
            again = say("Think again, change your answer and check it once more.")
            sign, look, after = "✗", "bad", f"<p>{escape(again)}</p>"
    head = f"<p><strong>{sign} {escape(marked.sentence)}</strong></p>"
    return box(f"{head}{_replies(question, marked)}{after}", look, announced)


def answer_text(question: Question) -> str:
    """The right answer in words, as HTML."""
    match question:
        case Choice(options=options):
            return _list_of(option_line(option) for option in options if option.correct)
        case Order(items=items):
            return _list_of((f"<li>{escape(item)}</li>" for item in items), "ol")
        case Match(pairs=pairs):
            return _list_of(f"<li>{escape(left)} – {escape(right)}</li>" for left, right in pairs)
        case Measure(answer=answer, unit=unit) if unit:
            return f"<p><strong>{escape(answer)} {escape(unit)}</strong></p>"
        case _:
            return f"<p><strong>{escape(str(right_answer(question)))}</strong></p>"


def shown_html(question: Question, announced: bool = True) -> str:
    """What the reader hears who asks to be shown the answer."""
    head = f"<p><strong>{escape(say('The answer'))}</strong></p>"
    return box(f"{head}{answer_text(question)}{explained(question)}", announced=announced)


def hint_html(question: Question) -> str:
    """The hint."""
    return box(f"<p>{escape(question.hint)}</p>")
