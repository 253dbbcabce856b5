"""What the text of 2004 claims, as cards, with the evidence beside it; our verdict is folded away."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, facts, fold, source_list
from cst1992.facts.arguments import agreed_words, article_number, choice, paragraph_number
from cst1992.facts.package import Row, rows

BESIDE = {
    "wording": "The Treaty of 1992, in our paraphrase",
    "its own day": "Where one can look, to mid-2004",
    "later": "What came after, which the author could not know",
}


def _evidence(claim: Row) -> list[tuple[str, str]]:
    return [
        ("For", escape(claim.text("evidence_for"))),
        ("Against, or beside it", escape(claim.text("evidence_against"))),
    ]


def _sides(claim: Row) -> str:
    """The words of 2004 and, beside them, what to hold them against."""
    return (
        f'<div class="cst-pair"><div><p class="cst-soft">The text of 2004, paragraph {claim["paragraph"]}</p>'
        f"<p>“{escape(str(claim['phrase']))}”</p></div>"
        f'<div><p class="cst-soft">{BESIDE[claim.text("ledger")]}</p>'
        f"<p>{escape(str(claim['beside_it']))}</p></div></div>"
    )


def our_verdict(claim: Row) -> str:
    """How we judge a claim and how sure we are, as HTML."""
    return f"<strong>{claim['verdict']}</strong> (confidence: {claim['confidence']})"


def unjudged_html(claim: Row) -> str:
    """One claim with what stands beside it and the evidence, folded; without our verdict, and without its style sheet."""
    evidence = facts(_evidence(claim)) + source_list("claims", claim.text("id"))
    return card_html(
        f"Claim: {claim['claim']}", _sides(claim) + fold(f"Evidence for and against: {claim['claim']}", evidence)
    )


def _claim_html(claim: Row) -> str:
    weighed = facts([*_evidence(claim), ("Our verdict", our_verdict(claim))]) + source_list("claims", claim.text("id"))
    folded = fold(f"Evidence for and against, and our verdict: {claim['claim']}", weighed)
    return card_html(f"Claim: {claim['claim']}", _sides(claim) + folded)


def _claim_text(claim: Row) -> str:
    return (
        f"The text of 2004 (paragraph {claim['paragraph']}): “{claim['phrase']}”\n"
        f"{BESIDE[str(claim['ledger'])].split(',')[0]}: {claim['beside_it']}\n"
        f"For: {claim['evidence_for']}\nAgainst, or beside it: {claim['evidence_against']}\n"
        f"Our verdict: {claim['verdict']} (confidence: {claim['confidence']})"
    )


def chosen_claims(article: int | None, ledger: str, paragraph: int | None, phrase: str | None) -> tuple[list[Row], str]:
    """The claims of a ledger that fit, and a sentence for the reader where there is none.

    Raises
    ------
    ValueError
        There is no such article, ledger or paragraph.
    """
    ledger = choice(ledger, agreed_words("claims", "ledger"), "ledger")
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
        wanted = [row for row in wanted if str(phrase).casefold() in row.text("phrase").casefold()]
        about.append(f"with the words {phrase!r}")
    return wanted, f"In the ledger {ledger!r} the opening of the text of 2004 makes no claim {' '.join(about)}."


def claims_card(claims: list[Row]) -> Card:
    """Claims to read, a card each: evidence and our verdict are folded away."""
    return Card("".join(map(_claim_html, claims)), "\n\n".join(map(_claim_text, claims)))
