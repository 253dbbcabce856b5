"""A case to decide before its outcome is shown; the decision and its reasons are kept."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cst1992.cards.card import Card
from cst1992.cards.outcomes import decided_html, outcome_html, outcome_text, situation_html
from cst1992.facts.cases import case_key, rows_of
from cst1992.facts.package import row_with
from cst1992.facts.speech import say
from cst1992.page import record
from cst1992.page.controls import alert, button, framed, html, made, row_of, trouble
from cst1992.page.whole_answer import question_to_answer

if TYPE_CHECKING:
    import ipywidgets


def _kept(case: str) -> tuple[str, str]:
    """The choice that was last kept, if it still exists, and its reasons."""
    entry = record.last("decision", case=case)
    chosen, known = str(entry.get("choice", "")), {choice.text("id") for choice in rows_of("case_choices", case)}
    return (chosen if chosen in known else "", str(entry.get("reasons", "")))


class Deciding:
    """A case with the positions to choose from, a box for the reason, and a button that keeps both."""

    def __init__(self, case: str) -> None:
        import ipywidgets

        self.case = case
        earlier, reason = _kept(case)
        positions = [(one.text("choice"), one.text("id")) for one in rows_of("case_choices", case)]
        self.position = made(ipywidgets.RadioButtons, options=positions, index=None)
        self.position.value = earlier or None
        asked = say("Your reason, with the article that carries it")
        self.reason = made(ipywidgets.Textarea, value=reason, description=asked, continuous_update=False)
        self.press = button(say("Decide"), say("Keep my decision"), primary=True)
        self.press.on_click(self._decided)
        self.told = html(f"<p>{say('Your earlier decision is back.')}</p>" if earlier else "")
        self.weighed = html(_weighed(earlier) if earlier else "")

    def frame(self) -> ipywidgets.VBox:
        """The whole, to be put last in a cell."""
        row = row_with("cases", "id", self.case)
        prompt = html(f'<p class="cst-prompt">{escape(row.text("question"))}</p>')
        press = row_of(self.press, look="cst-buttons")
        question = question_to_answer([prompt, self.position, self.reason, press, self.told], self.press)
        return framed(
            [html(situation_html(row)), question, self.weighed], say("A case to decide: {case}", case=row["title"])
        )

    def _decided(self, _: object) -> None:
        chosen, reason = self.position.value, self.reason.value.strip()
        if chosen is None or not reason:
            choose = say("Choose one of the positions first.")
            write = say("Write your reason in one sentence, then press Decide again.")
            self.told.value = alert(choose if chosen is None else write)
            return
        self.weighed.value = _weighed(chosen)
        lost = trouble(record.keep, "decision", case=self.case, choice=chosen, reasons=reason)
        kept = say(
            "Kept. What was done, and whose positions these were, stands further down. Note your prediction first."
        )
        self.told.value = lost or alert(kept)


def _weighed(position: str) -> str:
    """What spoke for and against one position."""
    return decided_html(row_with("case_choices", "id", position))


def decide(case: str) -> ipywidgets.VBox:
    """Decide one of the four cases under the text then in force, before you read what was done.

    Every position to choose from was a documented position of somebody. There is no right answer, and no mark.
    What was done, and whose the positions were, is told by `cst.outcome("kazakhstan-2022")`.

    Parameters
    ----------
    case : the id of a row of `cst.cases()`, such as "kyrgyzstan-2010".

    Returns
    -------
    A widget; put the call last in a cell to see it. The decision and its reasons are kept in your record.

    Raises
    ------
    ValueError
        There is no such case; the message names the nearest one.

    Examples
    --------
    >>> decide("kyrgyzstan-2010")  # doctest: +SKIP
    """
    return Deciding(case_key(case)).frame()


def outcome(case: str) -> Card:
    """What was done in one of the four cases, what each side said, and whose the positions were.

    Decide first: `cst.decide("kazakhstan-2022")`; your choice is then marked.

    Parameters
    ----------
    case : the id of a row of `cst.cases()`, such as "kyrgyzstan-2010".

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text.

    Raises
    ------
    ValueError
        There is no such case; the message names the nearest one.

    Examples
    --------
    >>> print(outcome("kazakhstan-2022").text.splitlines()[1].split(":")[0])
    What was done
    """
    key = case_key(case)
    row = row_with("cases", "id", key)
    return Card(outcome_html(row, _kept(key)[0]), outcome_text(row))
