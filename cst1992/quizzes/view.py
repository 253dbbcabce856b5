"""Questions as widgets: a mouse or the keyboard alone answers them, a screen reader reads them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from cst1992.citing import cite_html
from cst1992.controls import button, framed, html
from cst1992.quizzes.bank import Question, load_bank
from cst1992.quizzes.marking import Marked, mark, shown_order

if TYPE_CHECKING:
    import ipywidgets

HOW = {"single choice": "Choose one.", "multiple choice": "Choose all that apply."}


def feedback_html(question: Question, marked: Marked | None) -> str:
    """What the reader hears after an answer; nothing but colour would not do, so words and signs say it too."""
    if marked is None:
        return '<div role="alert" class="cst-feedback cst-plain"><p>Choose an answer first.</p></div>'
    sign = "✓" if marked.right else "✗"
    head = f"<p><strong>{sign} {escape(marked.sentence)}</strong></p>"
    if question.kind == "single choice":
        replies = f"<p>{escape(marked.replies[0].text)}</p>"
    else:
        items = "".join(
            f"<li><span aria-hidden='true'>{'✓' if reply.right else '✗'}</span> "
            f"<strong>{escape(reply.option)}</strong> "
            f"({'right' if reply.right else 'not right'}): {escape(reply.text)}</li>"
            for reply in marked.replies
        )
        replies = f"<ul>{items}</ul>"
    after = ""
    if marked.right:
        if question.explanation:
            after += f"<p>{escape(question.explanation)}</p>"
        after += f"<p>Source: {cite_html(question.source)}</p>"
    else:
        after += "<p>Think again, change your answer and check it once more.</p>"
    look = "cst-good" if marked.right else "cst-bad"
    return f'<div role="alert" class="cst-feedback {look}">{head}{replies}{after}</div>'


class QuestionView:
    """One question on the page."""

    def __init__(self, question: Question, number: int, when_checked: Callable[[], None]) -> None:
        import ipywidgets

        self.question = question
        self.right = False
        self._when_checked = when_checked
        self._order = shown_order(question)
        prompt = html(
            f'<p class="cst-prompt">{number}. {escape(question.prompt)} '
            f'<span class="cst-how">{HOW[question.kind]}</span></p>'
        )
        self.check = button("Check", "Check your answer", primary=True)
        self.check.on_click(lambda _: self._checked())
        self.feedback = html("")
        buttons = [self.check]
        if question.hint:
            self.hint = button("Hint", "Show or hide a hint")
            self.hint.on_click(lambda _: self._hinted())
            buttons.append(self.hint)
        self.hint_text = html("")
        self.box = ipywidgets.VBox([prompt, self._options(), self._row(buttons), self.hint_text, self.feedback])
        self.box.add_class("cst-question")

    @staticmethod
    def _row(buttons: list[ipywidgets.Button]) -> ipywidgets.HBox:
        import ipywidgets

        row = ipywidgets.HBox(buttons)
        row.add_class("cst-buttons")
        return row

    def _options(self) -> ipywidgets.Widget:
        import ipywidgets

        texts = [self.question.options[place].text for place in self._order]
        if self.question.kind == "single choice":
            self.radio = ipywidgets.RadioButtons(
                options=[(text, place) for text, place in zip(texts, self._order, strict=True)], index=None
            )
            return self.radio
        self.boxes = [ipywidgets.Checkbox(description=text, indent=False) for text in texts]
        options = ipywidgets.VBox(self.boxes)
        options.add_class("cst-options")
        return options

    def chosen(self) -> list[int]:
        """Positions of the chosen options, as in the file."""
        if self.question.kind == "single choice":
            return [] if self.radio.value is None else [self.radio.value]
        return [place for place, box in zip(self._order, self.boxes, strict=True) if box.value]

    def _checked(self) -> None:
        marked = mark(self.question, self.chosen())
        self.feedback.value = feedback_html(self.question, marked)
        if marked is not None:
            self.right = marked.right
            self._when_checked()

    def _hinted(self) -> None:
        shown = bool(self.hint_text.value)
        self.hint_text.value = (
            ""
            if shown
            else f'<div role="alert" class="cst-feedback cst-plain"><p>{escape(self.question.hint)}</p></div>'
        )
        self.hint.description = "Hint" if shown else "Hide the hint"


class QuizView:
    """A list of questions with a score under it."""

    def __init__(self, title: str, questions: tuple[Question, ...]) -> None:
        self.views = [QuestionView(question, number, self._count) for number, question in enumerate(questions, start=1)]
        self.score = html("")
        self._count()
        self.box = framed([*(view.box for view in self.views), self.score], f"Quiz: {title}")
        self.box.add_class("cst-quiz")

    def _count(self) -> None:
        right, all_of_them = sum(view.right for view in self.views), len(self.views)
        self.score.value = (
            f'<p class="cst-score">{right} of {all_of_them} right</p>'
            f'<progress max="{all_of_them}" value="{right}" aria-label="Questions answered rightly"></progress>'
        )


def quiz(name: str | Path, section: str | None = None) -> ipywidgets.VBox:
    """A quiz to answer on the page, by mouse or by keyboard.

    Parameters
    ----------
    name : the name of a quiz of the module, such as "02_the_treaty_articles", or the path of a YAML file of yours.
    section : only the questions of one section.

    Returns
    -------
    A widget; put the call last in a cell to see it.

    Raises
    ------
    ValueError
        There is no such quiz or section; the message lists those that exist.
    BrokenBank
        The file cannot be used; the message says file, question, line and mend.

    Examples
    --------
    >>> quiz("02_the_treaty_articles", section="mutual assistance")  # doctest: +SKIP
    """
    bank = load_bank(name)
    if section is None:
        return QuizView(bank.title, bank.questions).box
    return QuizView(f"{bank.title}: {section}", bank.section(section)).box
