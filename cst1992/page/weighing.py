"""Claims to weigh: the learner's verdict first, kept in the record, then ours."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from cst1992.cards.card import Card, plain_card
from cst1992.cards.claims import chosen_claims, claims_card, our_verdict, unjudged_html
from cst1992.facts.agreed import said_word
from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import Row
from cst1992.facts.speech import say
from cst1992.page import record
from cst1992.page.controls import button, framed, html, question_group, row_of, trouble

if TYPE_CHECKING:
    import ipywidgets


class Weighing:
    """One claim with three buttons for a verdict; ours is told once the learner has given one."""

    def __init__(self, claim: Row) -> None:
        self.claim, self.verdicts = claim, agreed_words("claims", "verdict")
        said = [said_word("verdict", verdict) for verdict in self.verdicts]
        self.buttons = [button(one, say("My verdict: {verdict}", verdict=one)) for one in said]
        for verdict, press in zip(self.verdicts, self.buttons, strict=True):
            press.on_click(partial(self._judged, verdict))
        self.told = html("", "cst-live")
        earlier = str(record.last("verdict", claim=claim["id"]).get("verdict", ""))
        if earlier in self.verdicts:
            self._show(earlier)

    def parts(self) -> list[ipywidgets.Widget]:
        """The claim, and below it the question with its three buttons."""
        on = say("on “{phrase}”", phrase=escape(str(self.claim["phrase"])))
        asked = say("Your verdict{on_what}?", on_what=f'<span class="cst-said-aloud"> {on}</span>')
        prompt = html(f'<p class="cst-prompt">{asked} <span class="cst-how">{say("Ours follows it.")}</span></p>')
        row = row_of(*self.buttons, look="cst-buttons")
        row.add_class("cst-verdicts")
        return [html(unjudged_html(self.claim)), question_group([prompt, row, self.told])]

    def _judged(self, verdict: str, _: object) -> None:
        lost = trouble(record.keep, "verdict", claim=self.claim["id"], verdict=verdict)
        self._show(verdict, ' role="alert"', lost)

    def _show(self, verdict: str, spoken: str = "", lost: str = "") -> None:
        for one, press in zip(self.verdicts, self.buttons, strict=True):
            press.description = f"✓ {said_word('verdict', one)}" if one == verdict else said_word("verdict", one)
            (press.add_class if one == verdict else press.remove_class)("cst-taken")
        yours, ours = f"<strong>{said_word('verdict', verdict)}</strong>", our_verdict(self.claim)
        told = say("Your verdict: {yours}. Ours: {ours}.", yours=yours, ours=ours)
        if verdict != self.claim["verdict"]:
            told += f" {say('You may judge otherwise. Which piece of evidence decides it for you?')}"
        self.told.value = f'<div{spoken} class="cst-feedback cst-plain"><p>{told}</p></div>{lost}'


def weigh_claims(
    article: int | None = None,
    ledger: str | None = None,
    paragraph: int | None = None,
    phrase: str | None = None,
    ask: bool = True,
) -> ipywidgets.VBox | Card:
    """What the text claims, with something to hold it against. You give your verdict, then you read ours.

    Parameters
    ----------
    article : only claims about this article of the treaty.
    ledger : only claims that are tested against this, one of the ledgers in `cst.claims()`; left out, the first one.
    paragraph : only claims of this paragraph of the text.
    phrase : only claims whose quoted words contain this.
    ask : False only reads: no buttons, and our verdicts folded away.

    Returns
    -------
    A widget with a card for each claim and three buttons below it; your verdicts are kept in your record. With
    `ask=False` the cards alone; `print` then gives the same as plain text. A sentence where there is no such claim.

    Raises
    ------
    ValueError
        There is no such article, ledger or paragraph.

    Examples
    --------
    >>> weigh_claims(article=2, ask=False).text.splitlines()[0]
    'The text of 2004 (paragraph 4): “must coordinate their positions in this area”'
    """
    claims, none = chosen_claims(article, ledger, paragraph, phrase)
    if not claims:
        return plain_card(none)
    if not ask:
        return claims_card(claims)
    parts = [part for claim in claims for part in Weighing(claim).parts()]
    return framed(parts, say("Claims to weigh: {ledger}", ledger=said_word("ledger", claims[0]["ledger"])))
