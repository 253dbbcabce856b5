"""What the text claims, as cards, with the evidence beside it; our verdict is folded away."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, facts, fold, source_list
from cst1992.facts.agreed import said_word
from cst1992.facts.arguments import agreed_words, article_number, choice, paragraph_number
from cst1992.facts.articles import article_name
from cst1992.facts.headings import heading_of
from cst1992.facts.module import module
from cst1992.facts.package import Row
from cst1992.facts.sections import section
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.wording import capital


def _beside(claim: Row) -> str:
    """What a claim is held against, as the head of a column."""
    return heading_of("claims", "ledger", claim.text("ledger"))


def _evidence(claim: Row) -> list[tuple[str, str]]:
    return [
        (say("For"), escape(claim.text("evidence_for"))),
        (say("Against, or beside it"), escape(claim.text("evidence_against"))),
    ]


def _sides(claim: Row) -> str:
    """The words of the text and, beside them, what to hold them against."""
    place = say("{text}, paragraph {number}", text=capital(module().text), number=claim["paragraph"])
    return (
        f'<div class="cst-pair"><div><p class="cst-soft">{escape(place)}</p>'
        f"<p>“{escape(str(claim['phrase']))}”</p></div>"
        f'<div><p class="cst-soft">{escape(_beside(claim))}</p>'
        f"<p>{escape(str(claim['beside_it']))}</p></div></div>"
    )


def our_verdict(claim: Row) -> str:
    """How we judge a claim and how sure we are, as HTML."""
    word = f"<strong>{escape(said_word('verdict', claim['verdict']))}</strong>"
    return _verdict(word, claim)


def _verdict(word: str, claim: Row) -> str:
    sure = said_word("confidence", claim["confidence"])
    return say("{verdict} (confidence: {word})", verdict=word, word=sure)


def _named(claim: Row) -> str:
    return say("Claim: {claim}", claim=claim["claim"])


def unjudged_html(claim: Row) -> str:
    """One claim with what stands beside it and the evidence, folded; without our verdict, and without its style sheet."""
    evidence = facts(_evidence(claim)) + source_list("claims", claim.text("id"))
    folded = fold(say("Evidence for and against: {claim}", claim=claim["claim"]), evidence)
    return card_html(_named(claim), _sides(claim) + folded)


def _claim_html(claim: Row) -> str:
    weighed = facts([*_evidence(claim), (say("Our verdict"), our_verdict(claim))])
    folded = fold(
        say("Evidence for and against, and our verdict: {claim}", claim=claim["claim"]),
        weighed + source_list("claims", claim.text("id")),
    )
    return card_html(_named(claim), _sides(claim) + folded)


def _claim_text(claim: Row) -> str:
    place = say("{text} (paragraph {number})", text=capital(module().text), number=claim["paragraph"])
    lines = [
        (place, f"“{claim['phrase']}”"),
        (_beside(claim).split(",")[0], claim["beside_it"]),
        (say("For"), claim["evidence_for"]),
        (say("Against, or beside it"), claim["evidence_against"]),
        (say("Our verdict"), _verdict(said_word("verdict", claim["verdict"]), claim)),
    ]
    return "\n".join(f"{name}: {told}" for name, told in lines)


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
    ledger = choice(ledgers[0] if ledger is None else ledger, ledgers, to_be_said("ledger"))
    wanted = [row for row in section("claims") if row["ledger"] == ledger]
    about = []
    if article is not None:
        article = article_number(article)
        wanted = [row for row in wanted if row["article"] == article]
        about.append(article_name(article))
    if paragraph is not None:
        paragraph = paragraph_number(paragraph)
        wanted = [row for row in wanted if row["paragraph"] == paragraph]
        about.append(say("paragraph {number}", number=paragraph))
    if phrase is not None:
        wanted = [row for row in wanted if str(phrase).casefold() in row.text("phrase").casefold()]
        about.append(say("the words {words!r}", words=phrase))
    return wanted, _none_of(ledger, about)


def _none_of(ledger: str, about: list[str]) -> str:
    """A sentence for a choice of claims that is empty."""
    text, called = module().text_read or module().text, said_word("ledger", ledger)
    if not about:
        return say("In the ledger {ledger!r} {text} makes no claim.", ledger=called, text=text)
    what = "; ".join(about)
    return say("In the ledger {ledger!r} {text} makes no claim on this: {what}.", ledger=called, text=text, what=what)


def claims_card(claims: list[Row]) -> Card:
    """Claims to read, a card each: evidence and our verdict are folded away."""
    return Card("".join(map(_claim_html, claims)), "\n\n".join(map(_claim_text, claims)))
