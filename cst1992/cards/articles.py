"""The card of one article of the Treaty of 1992."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, facts, folded_sources
from cst1992.facts.arguments import article_number
from cst1992.facts.citing import cite
from cst1992.facts.laid_out import fold
from cst1992.facts.package import Row, row_with, rows

HOW_KNOWN = {
    "read": "The wording was read, in the sources below.",
    "reported": "None of the authors of this module has read the wording. This is what others report of it.",
}


def _russian(text: object) -> str:
    return f'<span lang="ru">{escape(str(text))}</span>'


def _change(number: int) -> str:
    return str(row_with("amendments", "article", number)["change"])


def _paragraphs(number: int) -> list[Row]:
    return [row for row in rows("provisions") if row["article"] == number]


def article_html(number: int, protocol_2010: bool = False) -> str:
    """The card of one article as HTML, without its style sheet."""
    entry = row_with("articles", "number", number)
    reported = entry["basis"] == "reported"
    lines = "".join(f"<li>{escape(str(row['paraphrase']))}</li>" for row in _paragraphs(number))
    list_tag = "ul" if reported else "ol"
    known = [
        ("Kind of provision", escape(entry.text("kind"))),
        ("Who is named", escape(entry.text("actor"))),
        ("Key term", f"{escape(str(entry['key_term']))} · {_russian(entry['key_term_ru'])}"),
        ("How well we know it", f"{HOW_KNOWN[str(entry['basis'])]} Confidence: {entry['confidence']}."),
    ]
    if protocol_2010:
        known.insert(0, ("Since December 2012", escape(_change(number))))
    badge = '<span class="cst-badge">reported, not read</span>' if reported else ""
    content = (
        f'<p class="cst-title">Article {number} · {escape(entry.text("title"))} {badge}</p>'
        f'<{list_tag} class="cst-text">{lines}</{list_tag}>{facts(known)}'
        f"{fold(f'Our note on Article {number}', '<p>' + escape(str(entry['note'])) + '</p>') if entry['note'] else ''}"
        f"{folded_sources('articles', str(entry['id']), f'Article {number}')}"
    )
    return card_html(f"Article {number}", content)


def article(number: int, protocol_2010: bool = False) -> Card:
    """One article of the Treaty of 1992, in our paraphrase, laid out to be read.

    Parameters
    ----------
    number : 1 to 11.
    protocol_2010 : also say what the Protocol of 2010 made of it.

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> print(article(3).text.splitlines()[0])
    Article 3 · The Council
    """
    number = article_number(number)
    entry = row_with("articles", "number", number)
    text = [f"Article {number} · {entry['title']}"]
    text += [f"({place}) {row['paraphrase']}" for place, row in enumerate(_paragraphs(number), start=1)]
    text.append(f"{HOW_KNOWN[str(entry['basis'])]} Confidence: {entry['confidence']}.")
    if protocol_2010:
        text.append(f"Since December 2012: {_change(number)}")
    text.append(f"Source: {cite(str(entry['source']))}")
    return Card(article_html(number, protocol_2010), "\n".join(text))
