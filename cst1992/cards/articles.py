"""The card of one article of the treaty."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, facts, folded_sources
from cst1992.facts.agreed import said_word
from cst1992.facts.arguments import article_number
from cst1992.facts.articles import article_name
from cst1992.facts.citing import cite
from cst1992.facts.laid_out import fold
from cst1992.facts.module import module
from cst1992.facts.package import Row, row_with
from cst1992.facts.sections import rows_if_there
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.treaty_wordings import Wording, wording_of, wordings
from cst1992.facts.wording import capital

HOW_KNOWN = {
    "read": to_be_said("The wording was read, in the sources below."),
    "reported": to_be_said(
        "None of the authors of this module has read the wording. This is what others report of it."
    ),
}


def _key_term(article: Row) -> str:
    """The key term, and in each language of the module where the table has it; empty where there is none."""
    forms = {code: str(article.get(f"key_term_{code}") or "") for code in module().languages}
    spoken = [f'<span lang="{code}">{escape(form)}</span>' for code, form in forms.items() if form]
    return " · ".join([part for part in (escape(article.text("key_term")), *spoken) if part])


def change_of(number: int, wording: Wording) -> Row | None:
    """What a later wording made of an article; None where the table of amendments has no row on it."""
    found = rows_if_there("amendments")
    return next((row for row in found if row["article"] == number and row["wording"] == wording.id), None)


def paragraphs_of(number: int) -> list[Row]:
    """The paragraphs of an article; none where the module does not have the articles paragraph by paragraph."""
    return [row for row in rows_if_there("provisions") if row["article"] == number]


def _changed(number: int, wording: str | None) -> list[tuple[str, str]]:
    """Since when a later wording holds, and what it made of the article; nothing for the first wording."""
    if wording is None or (chosen := wording_of(wording)) == wordings()[0]:
        return []
    change = change_of(number, chosen)
    head = say("Since {day}", day=chosen.since("month")) if chosen.in_force_on else capital(chosen.short_name)
    if change:
        return [(head, change.text("change"))]
    return [(head, say("What it made of {article} stands in no table.", article=article_name(number)))]


def _in_short(article: Row) -> str:
    """The article in a sentence, for a module that does not have it paragraph by paragraph."""
    return f'<p class="cst-text">{escape(article.text("summary"))}</p>'


def _how_known(article: Row) -> str:
    sure = say("Confidence: {word}.", word=said_word("confidence", article["confidence"]))
    return f"{say(HOW_KNOWN[article.text('basis')])} {sure}"


def article_html(number: int, wording: str | None = None) -> str:
    """The card of one article as HTML, without its style sheet."""
    entry, name = row_with("articles", "number", number), article_name(number)
    reported = entry["basis"] == "reported"
    lines = [f"<li>{escape(row.text('paraphrase'))}</li>" for row in paragraphs_of(number)]
    list_tag = "ul" if reported else "ol"
    wording_html = f'<{list_tag} class="cst-text">{"".join(lines)}</{list_tag}>' if lines else _in_short(entry)
    known = [(head, escape(told)) for head, told in _changed(number, wording)]
    known += [
        (say("Kind of provision"), escape(said_word("kind", entry["kind"]))),
        (say("Who is named"), escape(entry.text("actor"))),
        (say("Key term"), _key_term(entry)),
        (say("How well we know it"), escape(_how_known(entry))),
    ]
    badge = f'<span class="cst-badge">{escape(say("reported, not read"))}</span>' if reported else ""
    note = (
        fold(say("Our note on {article}", article=name), f"<p>{escape(entry.text('note'))}</p>")
        if entry["note"]
        else ""
    )
    content = (
        f'<p class="cst-title">{escape(name)} · {escape(entry.text("title"))} {badge}</p>'
        f"{wording_html}{facts([fact for fact in known if fact[1]])}"
        f"{note}{folded_sources('articles', entry.text('id'), name)}"
    )
    return card_html(name, content)


def article(number: int, wording: str | None = None) -> Card:
    """One article of the treaty, in our paraphrase, laid out to be read.

    Parameters
    ----------
    number : its number.
    wording : also say what a later wording made of it; an id of the table `wordings`, such as "2010".

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text.

    Raises
    ------
    ValueError
        There is no such article or wording.

    Examples
    --------
    >>> print(article(3).text.splitlines()[0])
    Article 3 · The Council
    >>> article(3, wording="2010").text.splitlines()[-2].split(":")[0]
    'Since December 2012'
    """
    number = article_number(number)
    entry = row_with("articles", "number", number)
    text = [f"{article_name(number)} · {entry['title']}"]
    paragraphs = [f"({place}) {row['paraphrase']}" for place, row in enumerate(paragraphs_of(number), start=1)]
    text += paragraphs or [entry.text("summary")]
    text.append(_how_known(entry))
    text += [f"{head}: {told}" for head, told in _changed(number, wording)]
    text.append(say("Source: {source}", source=cite(entry.text("source"))))
    return Card(article_html(number, wording), "\n".join(text))
