"""What a reader hears, as HTML: announced to a screen reader, and never by colour alone."""

from __future__ import annotations

from html import escape

from cst1992.facts.citing import cite_html
from cst1992.quizzes.marking import AskedBack, Marked, right_answer
from cst1992.quizzes.questions import Choice, Match, Measure, Option, Order, Question


def box(content: str, look: str = "plain") -> str:
    """A box that is announced as soon as it appears."""
    return f'<div role="alert" class="cst-feedback cst-{look}">{content}</div>'


def option_line(option: Option, left_out: bool = False) -> str:
    """One option with its sign and its reply; `left_out` if the reader has rightly not chosen it."""
    sign, said = ("✓", "right") if option.correct else ("–", "rightly left out") if left_out else ("✗", "not right")
    look = ' class="cst-said"' if option.correct else ""
    return f"<li><span{look}><strong>{sign} {escape(option.text)}</strong> ({said})</span>: {escape(option.reply)}</li>"


def _replies(question: Question, marked: Marked) -> str:
    """The replies to the parts of the answer; once a multiple choice is right, to every option."""
    if isinstance(question, Choice) and question.kind == "multiple choice":
        told = {reply.about for reply in marked.replies}
        options = [option for option in question.options if marked.right or option.text in told]
        return f"<ul>{''.join(option_line(option, left_out=marked.right) for option in options)}</ul>"
    lines = [
        f"<strong>{escape(reply.about)}</strong>: {escape(reply.text)}"
        if _named(question, reply.about)
        else escape(reply.text)
        for reply in marked.replies
        if reply.text
    ]
    if len(lines) == 1:
        return f"<p>{lines[0]}</p>"
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""


def _named(question: Question, about: str) -> bool:
    return bool(about) and isinstance(question, (Order, Match))


def explained(question: Question) -> str:
    """The explanation and the source of a question."""
    explanation = f"<p>{escape(question.explanation)}</p>" if question.explanation else ""
    return f"{explanation}<p>Source: {cite_html(question.source)}</p>"


def feedback_html(question: Question, marked: Marked | AskedBack | None) -> str:
    """What the reader hears after an answer."""
    if marked is None:
        return box("<p>Give an answer first.</p>")
    if isinstance(marked, AskedBack):
        return box(f"<p>{escape(marked.question)} Your answer is not marked yet.</p>")
    sign = "✓" if marked.right else "✗"
    head = f"<p><strong>{sign} {escape(marked.sentence)}</strong></p>"
    after = explained(question) if marked.right else "<p>Think again, change your answer and check it once more.</p>"
    return box(f"{head}{_replies(question, marked)}{after}", "good" if marked.right else "bad")


def answer_text(question: Question) -> str:
    """The right answer in words, as HTML."""
    right = right_answer(question)
    if isinstance(question, Choice):
        return f"<ul>{''.join(option_line(question.options[place]) for place in right)}</ul>"
    if isinstance(question, Order):
        return f"<ol>{''.join(f'<li>{escape(item)}</li>' for item in question.items)}</ol>"
    if isinstance(question, Match):
        return f"<ul>{''.join(f'<li>{escape(left)} – {escape(text)}</li>' for left, text in question.pairs)}</ul>"
    unit = f" {question.unit}" if isinstance(question, Measure) and question.unit else ""
    return f"<p><strong>{escape(str(right))}{escape(unit)}</strong></p>"


def shown_html(question: Question) -> str:
    """What the reader hears who asks to be shown the answer."""
    return box(f"<p><strong>The answer</strong></p>{answer_text(question)}{explained(question)}")


def hint_html(question: Question) -> str:
    """The hint."""
    return box(f"<p>{escape(question.hint)}</p>")
