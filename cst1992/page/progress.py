"""What has been answered so far, what to review, and how to forget it all."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

from cst1992.cards.card import Card, fold, plain_card
from cst1992.cards.whole_tables import read
from cst1992.facts.mistakes import Mistake
from cst1992.facts.sections import rows_if_there
from cst1992.facts.speech import say, say_count
from cst1992.page import record
from cst1992.page.controls import alert, button, framed, html, row_of, trouble
from cst1992.page.own_words import MOMENTS, kept_words
from cst1992.page.quiz import QuizView
from cst1992.page.record_file import record_folder
from cst1992.page.review import due, standings
from cst1992.page.whole_walk import walk_told
from cst1992.quizzes.bank import every_question
from cst1992.quizzes.questions import Question

if TYPE_CHECKING:
    import ipywidgets
    import pandas as pd


def _known_questions() -> dict[tuple[str, str], Question]:
    return {(name, question.id): question for name, question in every_question()}


def record_table() -> pd.DataFrame:
    """What was answered, by notebook and objective.

    Returns
    -------
    One row a notebook and objective: notebook, objective, questions (of the bank), answered, right (the last answer).
    """
    import pandas as pd

    standing = standings(record.entries())
    counted: dict[tuple[str, str], list[int]] = {}
    for place, question in _known_questions().items():
        sums = counted.setdefault((place[0], question.objective), [0, 0, 0])
        sums[0] += 1
        sums[1] += place in standing
        sums[2] += place in standing and standing[place].right
    rows = [(*place, *sums) for place, sums in sorted(counted.items())]
    return pd.DataFrame(rows, columns=["notebook", "objective", "questions", "answered", "right"])


def _with_names(table: pd.DataFrame) -> pd.DataFrame:
    """The same with the names of objectives and of columns as a reader says them."""
    objectives = {row.text("id"): row.text("name") for row in rows_if_there("objectives")}
    names = (say("notebook"), say("objective"), say("questions"), say("answered"), say("right"))
    return table.assign(objective=table["objective"].map(objectives)).set_axis(names, axis=1)


def _nothing_answered() -> str:
    """A sentence for somebody who has answered no question, with the texts that were kept all the same."""
    told = say(
        "You have not answered a question yet. Run a cell with {verb}, answer, and press Check.", verb="cst.quiz(...)"
    )
    written = sum(len({*kept} & {*MOMENTS}) for kept in kept_words().values())
    if not written:
        return told
    kept = say_count(
        "You have kept {count} text of your own: {verb} shows them.",
        "You have kept {count} texts of your own: {verb} shows them.",
        written,
        verb="cst.my_answers()",
    )
    return f"{told} {kept}"


def my_record() -> Card:
    """How far you are with the whole walk: each page's core, what you missed, your skills, and where to go on.

    A picture and a folded table of your answers by notebook and objective stand below.

    Returns
    -------
    A card, or a sentence where nothing has been answered; put the call last in a cell to see it.
    `print` gives the same as plain text.

    Examples
    --------
    >>> my_record()  # doctest: +SKIP
    """
    from cst1992.pictures.progress import picture_of

    walk_html, walk_text = walk_told()
    table = record_table() if standings(record.entries()) else None
    if table is None or not table["answered"].sum():
        nothing = plain_card(_nothing_answered())
        return Card(nothing.html + walk_html, "\n".join(part for part in (nothing.text, walk_text) if part))
    picture = picture_of(table.to_dict(orient="records"))
    laid_out = read(_with_names(table), say("Your answers by notebook and objective"))
    folded = f'<div class="cst-card">{fold(say("The same as a table"), laid_out.html)}</div>'
    text = [part for part in (walk_text, picture.alt, laid_out.text) if part]
    return Card(walk_html + picture.html() + folded, "\n".join(text))


def review(most: int = 5) -> ipywidgets.VBox | Card:
    """A mixed quiz of what is due: missed questions first, then those whose time has come.

    A question that you answer rightly comes back after 1, 3, 7 and 21 days; a missed one at once.

    Parameters
    ----------
    most : how many questions at most.

    Returns
    -------
    A widget with the questions, or a card that says when the next one is due.

    Raises
    ------
    ValueError
        `most` is no number from 1 up.

    Examples
    --------
    >>> review()  # doctest: +SKIP
    """
    if not isinstance(most, int) or most < 1:
        raise Mistake(
            say(
                "How many questions? Write a number from 1 up, such as {example}; it was {given!r}.",
                example="cst.review(5)",
                given=most,
            )
        )
    kept = record.entries()
    questions = _known_questions()
    standing = {place: at for place, at in standings(kept).items() if place in questions}
    if not standing:
        return plain_card(say("Nothing is due for review. Answer a quiz first."))
    waiting = due(kept, datetime.now(UTC), len(kept) + 1)
    chosen = [(at.quiz, questions[at.quiz, at.question]) for at in waiting if (at.quiz, at.question) in questions]
    if chosen:
        return QuizView(say("Review"), chosen[:most]).widget()
    later = [at.due for at in standing.values()]
    day = min(later).date().isoformat()
    return plain_card(say("Nothing is due for review. The next question comes back on {day}.", day=day))


def forget(sure: bool = False) -> ipywidgets.VBox | str:
    """Erase your record on this machine, after asking.

    Parameters
    ----------
    sure : True erases without asking.

    Returns
    -------
    A widget that asks first, or a sentence that the record is erased.

    Raises
    ------
    ValueError
        The record cannot be read or removed.

    Examples
    --------
    >>> forget()  # doctest: +SKIP
    """
    if sure:
        record.erase()
        return say("Your record is erased.")
    kept = say_count(
        "Your record in {folder} has {count} entry. Erase all of it?",
        "Your record in {folder} has {count} entries. Erase all of it?",
        len(record.entries()),
        folder=record_folder(),
    )
    told = html(f"<p>{escape(kept)}</p>")
    yes = button(say("Erase all"), say("Erase my record"))
    no = button(say("Keep them"), say("Change nothing"), primary=True)

    def erase(_: object) -> None:
        told.value = trouble(record.erase) or alert(say("Your record is erased."))

    yes.on_click(erase)
    no.on_click(lambda _: setattr(told, "value", alert(say("Nothing was changed."))))
    return framed([told, row_of(no, yes, look="cst-buttons")], say("Erase your record"))
