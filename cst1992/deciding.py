"""A case to decide before its outcome is shown; the decision and its reasons are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.cards.outcomes import outcome_html, situation_html
from cst1992.controls import button, framed, html, looks, row_of
from cst1992.datapackage import row_with
from cst1992.quizzes import record
from cst1992.tables.cases import case_key, rows_of

if TYPE_CHECKING:
    import ipywidgets

CHOOSE_FIRST = '<p role="alert">Choose one of the positions first.</p>'


def _kept(case: str) -> record.Entry:
    """The last decision on a case; empty where none was kept."""
    found = [entry for entry in record.entries() if entry["kind"] == "decision" and entry.get("case") == case]
    return found[-1] if found else {}


def decide(case: str) -> ipywidgets.VBox:
    """Decide one of the three cases under the text then in force; only then is it shown what was done.

    Every position to choose from was a documented position of somebody. There is no right answer, and no mark.
    The plain call for what came of it is `cst.outcome("kazakhstan-2022")`.

    Parameters
    ----------
    case : "kyrgyzstan-2010", "kazakhstan-2022" or "armenia-2022".

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
    row, kept = row_with("cases", "id", key), _kept(key)
    options = [(str(choice["choice"]), str(choice["id"])) for choice in rows_of("case_choices", key)]
    earlier = kept.get("choice") if kept.get("choice") in dict(options).values() else None
    choices = ipywidgets.RadioButtons(options=options, index=None, **looks(ipywidgets.RadioButtons))
    choices.value = earlier
    reasons = ipywidgets.Textarea(
        value=str(kept.get("reasons", "")),
        description="Your reason, with the article that carries it",
        **looks(ipywidgets.Textarea),
    )
    press, told, shown = button("Decide", "Keep my decision and show what was done", primary=True), html(""), html("")

    def decided(_: object) -> None:
        if choices.value is None:
            told.value = CHOOSE_FIRST
            return
        record.keep("decision", case=key, choice=choices.value, reasons=reasons.value.strip())
        told.value = '<p role="alert">Kept. Now read what was done, and what each side said.</p>'
        shown.value = outcome_html(row, choices.value)

    press.on_click(decided)
    if earlier:
        told.value, shown.value = "<p>Your earlier decision is back.</p>", outcome_html(row, earlier)
    prompt = html(f'<p class="cst-prompt">{row["question"]}</p>')
    question = ipywidgets.VBox(
        [prompt, choices, reasons, row_of(press, look="cst-buttons"), told], **looks(ipywidgets.VBox)
    )
    question.add_class("cst-question")
    return framed([html(situation_html(row)), question, shown], f"A case to decide: {row['title']}")
