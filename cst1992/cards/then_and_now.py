"""One article in columns: as it was worded first, and what each later wording made of it."""

from __future__ import annotations

from html import escape
from itertools import groupby

from cst1992.cards.articles import change_of, paragraphs_of
from cst1992.cards.card import Card, card_html, from_tables
from cst1992.facts.agreed import said_word
from cst1992.facts.arguments import article_number
from cst1992.facts.articles import article_name
from cst1992.facts.module import module
from cst1992.facts.package import Row, row_with
from cst1992.facts.sections import section
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.treaty_wordings import Wording, wordings
from cst1992.facts.wording import in_a_row

BASIS = {"read": to_be_said("wording read"), "reported": to_be_said("wording only reported")}
NO_CHANGE = to_be_said("No change of this article stands in the table.")


def _column(head: str, content: str) -> str:
    return f'<div><p class="cst-soft">{escape(head)}</p>{content}</div>'


def _then(paragraphs: list[Row]) -> str:
    """The paragraphs of the first wording; under those known in the same way, whether their wording was read."""
    found = ""
    for basis, own in groupby(paragraphs, key=lambda row: row.text("basis")):
        tag = "ol" if basis == "read" else "ul"
        listed = "".join(f"<li>{escape(row.text('paraphrase'))}</li>" for row in own)
        found += f'<{tag} class="cst-text">{listed}</{tag}><p class="cst-soft">{escape(say(BASIS[basis]))}</p>'
    return found


def _now(change: Row | None) -> str:
    """What a later wording made of it, led by whether the article is among those amended."""
    if change is None:
        return f'<p class="cst-text">{escape(say(NO_CHANGE))}</p>'
    lead = say("Amended.") if change["amended"] == "amended" else say("Not named among the amended articles.")
    return (
        f'<p class="cst-text"><strong>{escape(lead)}</strong></p><p class="cst-text">{escape(change.text("change"))}</p>'
        f'<p class="cst-soft">{escape(_how_known(change))}</p>'
    )


def _how_known(change: Row) -> str:
    sure = said_word("confidence", change["confidence"])
    return say("{basis}, confidence {word}", basis=say(BASIS[change.text("basis")]), word=sure)


def _now_text(heading: str, change: Row | None) -> list[str]:
    """The same as plain text."""
    if change is None:
        return [f"{heading}:", say(NO_CHANGE)]
    amended = say("amended") if change["amended"] == "amended" else say("not named among the amended articles")
    return [f"{heading} ({amended}; {_how_known(change)}):", change.text("change")]


def _text(paragraphs: list[Row], first: Wording, changes: list[tuple[Wording, Row | None]]) -> list[str]:
    """The columns as plain text, one below the other."""
    then = [f"{row['paraphrase']} ({say(BASIS[row.text('basis')])})" for row in paragraphs]
    return [f"{first.heading}:", *then, *(line for one, change in changes for line in _now_text(one.heading, change))]


def then_and_now(article: int | None = None) -> Card:
    """One article as it was worded first, and what each later wording made of it.

    Parameters
    ----------
    article : its number; left out, the one with which the explorer of articles opens.

    Returns
    -------
    A card with a column for each wording; put the call last in a cell to see it. As tables: `cst.provisions(4)` and
    `cst.amendments(4)`.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> print(then_and_now(4).text.splitlines()[0])
    Article 4 · Aggression against one
    """
    section("wordings"), section("amendments")
    number = article_number(module().first_article if article is None else article)
    first, *later = wordings()
    paragraphs, changes = paragraphs_of(number), [(one, change_of(number, one)) for one in later]
    called, title = article_name(number), row_with("articles", "number", number).text("title")
    both = in_a_row([one.said for one in (first, *later)])
    note = f"{say('{wordings}, in our paraphrase.', wordings=both)} {from_tables('provisions', 'amendments')}"
    columns = _column(first.heading, _then(paragraphs))
    columns += "".join(_column(one.heading, _now(change)) for one, change in changes)
    name = f"{called} · {title}"
    content = (
        f'<p class="cst-title">{escape(name)}</p><div class="cst-pair">{columns}</div>'
        f'<p class="cst-soft">{escape(note)}</p>'
    )
    return Card(card_html(f"{called}: {both}", content), "\n".join([name, *_text(paragraphs, first, changes), note]))
