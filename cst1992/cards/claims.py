"""What the text claims, as cards, with the evidence beside it; our verdict is folded away."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, facts, fold, source_list
from cst1992.facts.arguments import agreed_words, article_number, choice, paragraph_number
from cst1992.facts.articles import article_name
from cst1992.facts.headings import heading_of
from cst1992.facts.module import module
from cst1992.facts.package import Row
from cst1992.facts.sections import section
from cst1992.facts.wording import capital


def _beside(claim: Row) -> str:
    """What a claim is held against, as the head of a column."""
    return heading_of("claims", "ledger", claim.text("ledger"))


def _in_text(claim: Row, place: str) -> str:
    """Where in the text a claim stands, as the head of a column."""
    return capital(module().text) + place.format(claim["paragraph"])


def _evidence(claim: Row) -> list[tuple[str, str]]:
    return [
        ("For", escape(claim.text("evidence_for"))),
        ("Against, or beside it", escape(claim.text("evidence_against"))),
    ]


def _sides(claim: Row) -> str:
    """The words of the text and, beside them, what to hold them against."""
    return (
        f'<div class="cst-pair"><div><p class="cst-soft">{escape(_in_text(claim, ", paragraph {}"))}</p>'
        f"<p>“{escape(str(claim['phrase']))}”</p></div>"
        f'<div><p class="cst-soft">{escape(_beside(claim))}</p>'
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
        f"{_in_text(claim, ' (paragraph {})')}: “{claim['phrase']}”\n"
        f"{_beside(claim).split(',')[0]}: {claim['beside_it']}\n"
        f"For: {claim['evidence_for']}\nAgainst, or beside it: {claim['evidence_against']}\n"
        f"Our verdict: {claim['verdict']} (confidence: {claim['confidence']})"
    )


def chosen_claims(
    article: int | None, ledger: str | None, paragraph: int | None, phrase: str | None
) -> tuple[list[Row], str]:
    """The claims of a ledger that fit, and a sentence for the reader where there is none.

    Raises
    ------
    ValueError
        There is no such article, ledger or paragraph.
    """
    ledgers = agreed_words("claims", "ledger")
    ledger = choice(ledgers[0] if ledger is None else ledger, ledgers, "ledger")
    wanted = [row for row in section("claims") if row["ledger"] == ledger]
    about = []
    if article is not None:
        article = article_number(article)
        wanted = [row for row in wanted if row["article"] == article]
        about.append(f"about {article_name(article)}")
    if paragraph is not None:
        paragraph = paragraph_number(paragraph)
        wanted = [row for row in wanted if row["paragraph"] == paragraph]
        about.append(f"in paragraph {paragraph}")
    if phrase is not None:
        wanted = [row for row in wanted if str(phrase).casefold() in row.text("phrase").casefold()]
        about.append(f"with the words {phrase!r}")
    return (
        wanted,
        f"{' '.join([f'In the ledger {ledger!r} {module().text_read or module().text} makes no claim', *about])}.",
    )


def claims_card(claims: list[Row]) -> Card:
    """Claims to read, a card each: evidence and our verdict are folded away."""
    return Card("".join(map(_claim_html, claims)), "\n\n".join(map(_claim_text, claims)))
