"""What the text of 2004 claims, with the evidence beside it; our verdict is folded away."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, facts, fold, plain_card, source_list
from cst1992.datapackage import Row, rows
from cst1992.tables.loading import article_number, choice, paragraph_number, words_of

BESIDE = {
    "wording": "The Treaty of 1992, in our paraphrase",
    "its own day": "Where one can look, to mid-2004",
    "later": "What came after, which the author could not know",
}


def _claim_html(claim: Row) -> str:
    weighed = facts(
        [
            ("For", escape(str(claim["evidence_for"]))),
            ("Against, or beside it", escape(str(claim["evidence_against"]))),
            ("Our verdict", f"<strong>{claim['verdict']}</strong> (confidence: {claim['confidence']})"),
        ]
    ) + source_list("claims", str(claim["id"]))
    content = (
        f'<div class="cst-pair"><div><p class="cst-soft">The text of 2004, paragraph {claim["paragraph"]}</p>'
        f"<p>“{escape(str(claim['phrase']))}”</p></div>"
        f'<div><p class="cst-soft">{BESIDE[str(claim["ledger"])]}</p>'
        f"<p>{escape(str(claim['beside_it']))}</p></div></div>"
        f"{fold('Evidence for and against, and our verdict', weighed)}"
    )
    return card_html(f"Claim: {claim['claim']}", content)


def _claim_text(claim: Row) -> str:
    return (
        f"The text of 2004 (paragraph {claim['paragraph']}): “{claim['phrase']}”\n"
        f"{BESIDE[str(claim['ledger'])].split(',')[0]}: {claim['beside_it']}\n"
        f"For: {claim['evidence_for']}\nAgainst, or beside it: {claim['evidence_against']}\n"
        f"Our verdict: {claim['verdict']} (confidence: {claim['confidence']})"
    )


def weigh_claims(
    article: int | None = None, ledger: str = "wording", paragraph: int | None = None, phrase: str | None = None
) -> Card:
    """What the text of 2004 claims, with something to hold it against; evidence and verdict are folded away.

    Parameters
    ----------
    article : only claims about this article of the Treaty.
    ledger : "wording" (against the Treaty's words), "its own day" (against evidence to mid-2004) or "later" (against
        what came after, which the author could not know).
    paragraph : only claims of this paragraph of the text of 2004.
    phrase : only claims whose quoted words contain this.

    Returns
    -------
    A card for each claim, or a sentence where there is none; put the call last in a cell to see it.
    `print` gives the same as plain text.

    Raises
    ------
    ValueError
        There is no such article, ledger or paragraph.

    Examples
    --------
    >>> weigh_claims(article=2).text.splitlines()[0]
    'The text of 2004 (paragraph 4): “must coordinate their positions in this area”'
    """
    ledger = choice(ledger, words_of("claims", "ledger"), "ledger")
    wanted = [row for row in rows("claims") if row["ledger"] == ledger]
    about = []
    if article is not None:
        article = article_number(article)
        wanted = [row for row in wanted if row["article"] == article]
        about.append(f"about Article {article}")
    if paragraph is not None:
        paragraph = paragraph_number(paragraph)
        wanted = [row for row in wanted if row["paragraph"] == paragraph]
        about.append(f"in paragraph {paragraph}")
    if phrase is not None:
        wanted = [row for row in wanted if str(phrase).casefold() in str(row["phrase"]).casefold()]
        about.append(f"with the words {phrase!r}")
    if not wanted:
        return plain_card(f"In the ledger {ledger!r} the opening of the text of 2004 makes no claim {' '.join(about)}.")
    return Card("".join(map(_claim_html, wanted)), "\n\n".join(map(_claim_text, wanted)))
