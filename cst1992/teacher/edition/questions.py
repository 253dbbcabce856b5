"""Quiz questions as they stand on paper: readable, with the answer and every reply folded away."""

from __future__ import annotations

from html import escape

from cst1992.page.inputs import how
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.feedback import answer_text, explained, option_line
from cst1992.quizzes.marking import mixed
from cst1992.quizzes.questions import Choice, Match, Order, Question


def _shuffled(question: Question, texts: list[str]) -> list[str]:
    return [texts[place] for place in mixed(question, len(texts))]


def _asked(question: Question) -> str:
    """What there is to choose from, in the order of the live quiz."""
    match question:
        case Choice():
            return _listed(_shuffled(question, [option.text for option in question.options]))
        case Order():
            return _listed(_shuffled(question, list(question.items)))
        case Match():
            partners = sorted([*(right for _, right in question.pairs), *question.extra])
            offered = f"<p>To choose from: {escape('; '.join(partners))}.</p>"
            return _listed([left for left, _ in question.pairs]) + offered
        case _:
            return ""


def _listed(texts: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def _answered(question: Question) -> str:
    if isinstance(question, Choice):
        return f"<ul>{''.join(map(option_line, question.options))}</ul>{explained(question)}"
    return answer_text(question) + explained(question)


def question_html(question: Question, number: int) -> str:
    """One question with its hint and its answer folded away."""
    spare = "" if question.core else " <em>If you have time.</em>"
    hint = f"<details><summary>Hint</summary><p>{escape(question.hint)}</p></details>" if question.hint else ""
    return (
        f'<div class="question"><p><strong>{number}. {escape(question.prompt)}</strong> {how(question)}{spare}</p>'
        f"{_asked(question)}{hint}<details><summary>Answer</summary>{_answered(question)}</details></div>"
    )


def quiz_html(name: str, section: str | None = None) -> str:
    """A quiz, or one section of it, as a readable list of questions.

    Raises
    ------
    ValueError
        There is no such quiz or section.

    Examples
    --------
    >>> quiz_html("02", "mutual assistance").count("<summary>Answer</summary>") > 1
    True
    """
    questions = load_bank(name).asked(section)
    return "".join(question_html(question, number) for number, question in enumerate(questions, start=1))
