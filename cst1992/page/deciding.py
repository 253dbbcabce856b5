"""A case to decide before its outcome is shown; the decision and its reasons are kept."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cst1992.cards.card import Card
from cst1992.cards.outcomes import decided_html, outcome_html, outcome_text, situation_html
from cst1992.facts.cases import case_key, rows_of
from cst1992.facts.package import row_with
from cst1992.page import record
from cst1992.page.controls import button, framed, html, made, question_box, row_of, trouble

if TYPE_CHECKING:
    import ipywidgets

KEPT = "Kept. What was done, and whose positions these were, stands further down. Note your prediction first."
REASON_FIRST = '<p role="alert">Write your reason in one sentence, then press Decide again.</p>'
CHOOSE_FIRST = '<p role="alert">Choose one of the positions first.</p>'


def _kept(case: str) -> tuple[str, str]:
    """The choice that was last kept, if it still exists, and its reasons."""
    entry = record.last("decision", case=case)
    chosen, known = str(entry.get("choice", "")), {choice.text("id") for choice in rows_of("case_choices", case)}
    return (chosen if chosen in known else "", str(entry.get("reasons", "")))


def decide(case: str) -> ipywidgets.VBox:
    """Decide one of the four cases under the text then in force, before you read what was done.

    Every position to choose from was a documented position of somebody. There is no right answer, and no mark.
    What was done, and whose the positions were, is told by `cst.outcome("kazakhstan-2022")`.

    Parameters
    ----------
    case : "kyrgyzstan-2010", "kazakhstan-2022", "armenia-2022" or "kyrgyzstan-2022".

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
    import ipywidgets

    key = case_key(case)
    row, (earlier, earlier_reasons) = row_with("cases", "id", key), _kept(key)
    options = [(choice.text("choice"), choice.text("id")) for choice in rows_of("case_choices", key)]
    choices = made(ipywidgets.RadioButtons, options=options, index=None)
    choices.value = earlier or None
    reasons = made(
        ipywidgets.Textarea,
        value=earlier_reasons,
        description="Your reason, with the article that carries it",
    )
    press, told, shown = button("Decide", "Keep my decision", primary=True), html(""), html("")

    def decided(_: object) -> None:
        if choices.value is None:
            told.value = CHOOSE_FIRST
            return
        if not reasons.value.strip():
            told.value = REASON_FIRST
            return
        shown.value = decided_html(row_with("case_choices", "id", choices.value))
        lost = trouble(record.keep, "decision", case=key, choice=choices.value, reasons=reasons.value.strip())
        told.value = lost or f'<p role="alert">{KEPT}</p>'

    press.on_click(decided)
    if earlier:
        told.value, shown.value = (
            "<p>Your earlier decision is back.</p>",
            decided_html(row_with("case_choices", "id", earlier)),
        )
    prompt = html(f'<p class="cst-prompt">{escape(row.text("question"))}</p>')
    question = question_box([prompt, choices, reasons, row_of(press, look="cst-buttons"), told])
    return framed([html(situation_html(row)), question, shown], f"A case to decide: {row['title']}")


def outcome(case: str) -> Card:
    """What was done in one of the four cases, what each side said, and whose the positions were.

    Decide first: `cst.decide("kazakhstan-2022")`; your choice is then marked.

    Parameters
    ----------
    case : "kyrgyzstan-2010", "kazakhstan-2022", "armenia-2022" or "kyrgyzstan-2022".

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
