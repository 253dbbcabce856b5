"""A quiz on the page: questions with their buttons, a score, and the answers of earlier days."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cst1992.answers.verdict import Verdict
from cst1992.facts.speech import say, say_count
from cst1992.page import record
from cst1992.page.ask_first import AskFirst
from cst1992.page.controls import alert, button, framed, html, row_of, trouble
from cst1992.page.inputs import how, input_for
from cst1992.page.record_entries import Entry
from cst1992.page.whole_answer import question_to_answer
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.feedback import box, feedback_html, hint_html, shown_html
from cst1992.quizzes.marking import AskedBack, mark
from cst1992.quizzes.questions import Match, Question

if TYPE_CHECKING:
    import ipywidgets


class QuestionView:
    """One question on the page. `quiz` names the bank in the record."""

    def __init__(self, quiz: str, question: Question, number: int, when_checked: Callable[[], None]) -> None:

        self.quiz, self.question = quiz, question
        self.right, self.answered, self._setting = False, False, False
        self._when_checked = when_checked
        spare = "" if question.core else f" <em>{say('If you have time.')}</em>"
        prompt = html(
            f'<p class="cst-prompt">{number}. {escape(question.prompt)} '
            f'<span class="cst-how">{how(question)}{spare}</span></p>'
        )
        self.input = input_for(question, self._changed)
        self.check = button(say("Check"), say("Check your answer"), primary=True)
        self.check.on_click(lambda _: self._checked())
        self.hint = button(say("Hint"), say("Show or hide a hint"))
        self.hint.on_click(lambda _: self._hinted())
        self.show = button(say("Show me"), say("Show the answer"))
        self.show.on_click(lambda _: self._shown())
        self.buttons = row_of(self.check, *([self.hint] if question.hint else []), look="cst-buttons")
        self.feedback, self.hint_text = html("", "cst-live"), html("", "cst-live")
        parts = [prompt, self.input.widget, self.buttons, self.hint_text, self.feedback]
        self.widget = question_to_answer(parts, self.check)

    def _checked(self) -> None:
        answer = self.input.answer()
        marked = mark(self.question, answer)
        told = feedback_html(self.question, marked)
        if isinstance(marked, AskedBack):
            self._offer_the_answer(not self.right)
        elif marked is not None:
            self._settle(marked.good)
            self._when_checked()
            told += self._keep(answer=_to_keep(self.question, answer), mark=marked.mark)
        self.feedback.value = told

    def _keep(self, **what: object) -> str:
        """Keep what was done with the question; what went wrong comes back, to be shown."""
        return trouble(record.keep, "answer", quiz=self.quiz, question=self.question.id, **what)

    def _settle(self, right: bool) -> None:
        self.right, self.answered = right, True
        self._offer_the_answer(not right)

    def _offer_the_answer(self, offered: bool) -> None:
        others = [child for child in self.buttons.children if child is not self.show]
        self.buttons.children = [*others, self.show] if offered else others

    def _shown(self) -> None:
        self.feedback.value = shown_html(self.question) + self._keep(answer=None, mark=0, shown=True)

    def _changed(self) -> None:
        if self.answered and not self._setting:
            self.feedback.value = box(f"<p>{say('You changed your answer. Check it again.')}</p>")

    def _hinted(self) -> None:
        shown = bool(self.hint_text.value)
        self.hint_text.value = "" if shown else hint_html(self.question)
        self.hint.description = say("Hint") if shown else say("Hide the hint")

    def restore(self, entry: Entry) -> None:
        """Bring an answer of the record back, with what was said to it."""
        if entry.get("shown"):
            self._settle(False)
            self.feedback.value = shown_html(self.question, announced=False)
            return
        answer = _as_shown(self.question, entry.get("answer"))
        marked = mark(self.question, answer)
        if marked is not None:
            self._setting = True
            self.input.set(answer)
            self._setting = False
            if isinstance(marked, Verdict):
                self._settle(marked.good)
            self.feedback.value = feedback_html(self.question, marked, announced=False)

    def clear(self) -> None:
        """As if never answered."""
        self._setting = True
        self.input.set(None)
        self._setting = False
        self.right = self.answered = False
        self._offer_the_answer(False)
        self.feedback.value = self.hint_text.value = ""
        self.hint.description = say("Hint")


def _to_keep(question: Question, answer: Any) -> Any:
    """An answer as it goes into the record: texts that were chosen in English, whatever language is spoken."""
    return question.to_keep(answer) if isinstance(question, Match) else answer


def _as_shown(question: Question, answer: Any) -> Any:
    """An answer of the record in the language in which the question stands."""
    return question.as_shown(answer) if isinstance(question, Match) and isinstance(answer, list) else answer


class QuizView:
    """Questions, each with the name of its bank, and a score under them."""

    def __init__(self, title: str, questions: list[tuple[str, Question]]) -> None:
        self.views = [
            QuestionView(quiz, question, number, self._count)
            for number, (quiz, question) in enumerate(questions, start=1)
        ]
        self.score, self.greeting = html("", "cst-live"), html("", "cst-live")
        ask = say_count(
            "Clear what you answered here, {count} question?",
            "Clear what you answered here, {count} questions?",
            len(questions),
        )
        hint, yes = say("Clear my answers to these questions"), say("Yes, clear them")
        self.again = AskFirst(say("Start again"), hint, ask, yes, self._start_again)
        self._title = title

    def restore(self) -> None:
        """Bring back the answers that the record has."""
        back = 0
        for quiz in {view.quiz for view in self.views}:
            known = record.latest_answers(quiz)
            for view in self.views:
                if view.quiz == quiz and view.question.id in known:
                    view.restore(known[view.question.id])
                    back += view.answered
        if back:
            told = say("Your earlier answers are back ({back} of {whole}).", back=back, whole=len(self.views))
            self.greeting.value = f"<p>{told}</p>"
        damage = record.damage_told()
        if damage:
            self.greeting.value += f"<p>{escape(damage)}</p>"

    def widget(self) -> ipywidgets.VBox:
        """The quiz, to be put last in a cell."""
        self._count()
        foot = row_of(self.score, self.again.widget())
        framed_quiz = framed(
            [self.greeting, *(view.widget for view in self.views), foot], say("Quiz: {title}", title=self._title)
        )
        framed_quiz.add_class("cst-quiz")
        return framed_quiz

    def _count(self) -> None:
        core = [view.right for view in self.views if view.question.core]
        further = [view.right for view in self.views if not view.question.core]
        counted = core or further
        numbers = {"right": sum(counted), "whole": len(counted)}
        told = say("{right} of {whole} right", **numbers)
        if core and further:
            numbers |= {"also_right": sum(further), "further": len(further)}
            told = say("{right} of {whole} right, and {also_right} of {further} further ones", **numbers)
        named = f'aria-label="{escape(say("Questions answered rightly"), quote=True)}"'
        self.score.value = (
            f'<p class="cst-score">{told}</p><progress max="{len(counted)}" value="{sum(counted)}" {named}></progress>'
        )
        self.again.tell("")

    def _start_again(self) -> str:
        for view in self.views:
            view.clear()
        self.greeting.value = ""
        self._count()
        return trouble(self._keep_start_again) or alert(say("Your answers to these questions are cleared."))

    def _keep_start_again(self) -> None:
        for quiz in {view.quiz for view in self.views}:
            cleared = [view.question.id for view in self.views if view.quiz == quiz]
            record.keep("start again", quiz=quiz, questions=cleared)


def quiz(name: str | Path, section: str | None = None) -> ipywidgets.VBox:
    """A quiz to answer on the page, by mouse or by keyboard. Your answers are kept and come back another day.

    The questions of the core path come first, then those for which there is time.

    Parameters
    ----------
    name : the name of a quiz of the module, such as "02_the_treaty_articles" or its beginning "02", or the path of a
        YAML file of yours.
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
    questions = bank.asked(section)
    title = bank.title if section is None else f"{questions[0].section} ({bank.title})"
    view = QuizView(title, [(bank.name, question) for question in questions])
    view.restore()
    return view.widget()
