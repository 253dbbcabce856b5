"""One article in two columns: as worded in 1992, and what the Protocol of 2010 made of it."""

from __future__ import annotations

from html import escape
from itertools import groupby

from cst1992.cards.card import Card, card_html
from cst1992.facts.arguments import article_number
from cst1992.facts.package import Row, row_with, rows
from cst1992.facts.wording import day_in_words

BASIS = {"read": "wording read", "reported": "wording only reported"}


def _column(head: str, content: str) -> str:
    return f'<div><p class="cst-soft">{escape(head)}</p>{content}</div>'


def _then(paragraphs: list[Row]) -> str:
    """The paragraphs of 1992; under those known in the same way, whether their wording was read."""
    found = ""
    for basis, own in groupby(paragraphs, key=lambda row: row.text("basis")):
        tag = "ol" if basis == "read" else "ul"
        listed = "".join(f"<li>{escape(row.text('paraphrase'))}</li>" for row in own)
        found += f'<{tag} class="cst-text">{listed}</{tag}><p class="cst-soft">{BASIS[basis]}</p>'
    return found


def _now(change: Row) -> str:
    """What the Protocol of 2010 made of it, led by whether the article is among those amended."""
    lead = "Amended." if change["amended"] == "amended" else "Not named among the amended articles."
    return (
        f'<p class="cst-text"><strong>{lead}</strong></p><p class="cst-text">{escape(change.text("change"))}</p>'
        f'<p class="cst-soft">{BASIS[change.text("basis")]}, confidence {change["confidence"]}</p>'
    )


def _text(heads: tuple[str, str], paragraphs: list[Row], change: Row) -> str:
    """The same as plain text."""
    then = [f"{row['paraphrase']} ({BASIS[row.text('basis')]})" for row in paragraphs]
    amended = "amended" if change["amended"] == "amended" else "not named among the amended articles"
    known = f"{amended}; {BASIS[change.text('basis')]}, confidence {change['confidence']}"
    return "\n".join([f"{heads[0]}:", *then, f"{heads[1]} ({known}):", change.text("change")])


def then_and_now(article: int = 4) -> Card:
    """One article as worded in 1992, and what the Protocol of 2010 made of it.

    Parameters
    ----------
    article : 1 to 11.

    Returns
    -------
    A card with two columns; put the call last in a cell to see it. As tables: `cst.provisions(4)` and
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
    number = article_number(article)
    paragraphs = [row for row in rows("provisions") if row["article"] == number]
    change = row_with("amendments", "article", number)
    since = day_in_words(row_with("instruments", "id", "protocol-2010").day("in_force_on"))
    heads = ("Signed in 1992", f"Protocol of 2010, in force since {since}")
    title = row_with("articles", "number", number).text("title")
    name = f"Article {number} · {title}"
    note = "1992 and after the Protocol of 2010, in our paraphrase. From data/provisions.csv and data/amendments.csv, CC BY 4.0."
    columns = _column(heads[0], _then(paragraphs)) + _column(heads[1], _now(change))
    content = (
        f'<p class="cst-title">{escape(name)}</p><div class="cst-pair">{columns}</div><p class="cst-soft">{note}</p>'
    )
    label = f"Article {number}: 1992 and after the Protocol of 2010"
    return Card(card_html(label, content), f"{name}\n{_text(heads, paragraphs, change)}\n{note}")
