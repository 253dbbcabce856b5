"""Articles, claims and whole tables laid out to be read, as HTML with plain text beside it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cst1992.citing import cite, cite_html, sources_of
from cst1992.datapackage import Row, row_with, rows
from cst1992.mistakes import Mistake
from cst1992.places import asset
from cst1992.tables.loading import article_number

if TYPE_CHECKING:
    import pandas as pd

HOW_KNOWN = {
    "read": "The wording was read, in the sources below.",
    "reported": "None of the authors of this module has read the wording. This is what others report of it.",
}
LANGUAGES = {"_ru": "Russian", "_kk": "Kazakh"}


class Card:
    """Something to read: Jupyter shows the HTML, everything else the plain text."""

    def __init__(self, html: str, text: str) -> None:
        self.html = html
        self.text = text

    def _repr_html_(self) -> str:
        return f"<style>{asset('cards.css')}</style>{self.html}"

    def __repr__(self) -> str:
        return self.text


def plain_card(sentence: str) -> Card:
    """A card with one sentence."""
    return Card(f'<p class="cst-card">{escape(sentence)}</p>', sentence)


def _russian(text: object) -> str:
    return f'<span lang="ru">{escape(str(text))}</span>'


def _source_list(table: str, row: str) -> str:
    items = "".join(
        f"<li>{cite_html(key)}{'. ' + escape(note) if note else ''}</li>" for key, note in sources_of(table, row)
    )
    return f'<ul class="cst-sources">{items}</ul>'


def _fold(summary: str, content: str) -> str:
    return f'<details><summary data-lm-suppress-shortcuts="true">{escape(summary)}</summary>{content}</details>'


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
    facts = [
        ("Kind of provision", escape(str(entry["kind"]))),
        ("Who is named", escape(str(entry["actor"]))),
        ("Key term", f"{escape(str(entry['key_term']))} · {_russian(entry['key_term_ru'])}"),
        ("How well we know it", f"{HOW_KNOWN[str(entry['basis'])]} Confidence: {entry['confidence']}."),
    ]
    if entry["note"]:
        facts.append(("Note", escape(str(entry["note"]))))
    if protocol_2010:
        facts.insert(0, ("Since December 2012", escape(_change(number))))
    table = "".join(f"<dt>{name}</dt><dd>{content}</dd>" for name, content in facts)
    badge = '<span class="cst-badge">reported, not read</span>' if reported else ""
    return (
        f'<div class="cst-card" role="group" aria-label="Article {number}">'
        f'<p class="cst-title">Article {number} · {escape(str(entry["title"]))} {badge}</p>'
        f'<{list_tag} class="cst-text">{lines}</{list_tag}><dl>{table}</dl>'
        f"{_fold('Sources', _source_list('articles', str(entry['id'])))}</div>"
    )


def article(number: int, protocol_2010: bool = False) -> Card:
    """One article of the Treaty of 1992, in our paraphrase, laid out to be read.

    Parameters
    ----------
    number : 1 to 11.
    protocol_2010 : also say what the Protocol of 2010 made of it.

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


def _claim_html(claim: Row) -> str:
    where = f"Paragraph {claim['paragraph']}"
    weighed = (
        f"<dl><dt>For</dt><dd>{escape(str(claim['evidence_for']))}</dd>"
        f"<dt>Against, or beside it</dt><dd>{escape(str(claim['evidence_against']))}</dd>"
        f"<dt>Our verdict</dt><dd><strong>{claim['verdict']}</strong> (confidence: {claim['confidence']})</dd></dl>"
        f"{_source_list('claims', str(claim['id']))}"
    )
    return (
        f'<div class="cst-card" role="group" aria-label="Claim: {escape(str(claim["claim"]), quote=True)}">'
        f'<div class="cst-pair"><div><p class="cst-soft">The text of 2004, {where.lower()}</p>'
        f"<p>“{escape(str(claim['phrase']))}”</p></div>"
        f'<div><p class="cst-soft">The Treaty of 1992, in our paraphrase</p>'
        f"<p>{escape(str(claim['beside_it']))}</p></div></div>"
        f"{_fold('Evidence for and against, and our verdict', weighed)}</div>"
    )


def weigh_claims(article: int | None = None) -> Card:
    """What the text of 2004 says of the Treaty, beside the Treaty; evidence and verdict are folded away.

    Parameters
    ----------
    article : only claims about this article; without it all claims of the ledger "wording".

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> weigh_claims(article=2).text.splitlines()[0]
    'The text of 2004 (paragraph 4): “must coordinate their positions in this area”'
    """
    wanted = [row for row in rows("claims") if row["ledger"] == "wording"]
    if article is not None:
        number = article_number(article)
        wanted = [row for row in wanted if row["article"] == number]
    if not wanted:
        return plain_card(f"The opening of the text of 2004 makes no claim about Article {article}.")
    text = "\n\n".join(
        f"The text of 2004 (paragraph {row['paragraph']}): “{row['phrase']}”\nThe Treaty of 1992: {row['beside_it']}\n"
        f"For: {row['evidence_for']}\nAgainst, or beside it: {row['evidence_against']}\n"
        f"Our verdict: {row['verdict']} (confidence: {row['confidence']})"
        for row in wanted
    )
    return Card("".join(_claim_html(row) for row in wanted), text)


def _heading(name: str) -> str:
    """The name of a column as a reader says it."""
    for ending, language in LANGUAGES.items():
        if name.endswith(ending):
            return f"{name.removesuffix(ending).replace('_', ' ')} ({language})"
    return name.replace("_", " ")


def _cell_text(value: object) -> str:
    """How a cell reads: nothing for a missing value, a day for a date."""
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def read(table: pd.DataFrame, caption: str = "") -> Card:
    """A table laid out to be read: long texts in full, one row under the other, nothing cut off.

    Parameters
    ----------
    table : any DataFrame, for instance `cst.provisions(article=4)[["paragraph", "who", "duty"]]`.
    caption : a sentence above the table.

    Raises
    ------
    ValueError
        It was given something else than a table.

    Examples
    --------
    >>> import pandas as pd
    >>> print(read(pd.DataFrame({"who_decides": ["the heads of the parties"]})))
    who decides: the heads of the parties
    """
    if not hasattr(table, "columns"):
        raise Mistake(f"cst.read() reads a table, such as cst.glossary(); it was given {type(table).__name__!r}.")
    names = [_heading(str(name)) for name in table.columns]
    languages = [str(name)[-2:] if str(name)[-3:] in LANGUAGES else "" for name in table.columns]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = ""
    text = []
    for values in table.itertuples(index=False, name=None):
        cells = [_cell_text(value) for value in values]
        body += "<tr>"
        for name, cell, language in zip(names, cells, languages, strict=True):
            spoken = f' lang="{language}"' if language else ""
            body += f'<td{spoken} data-label="{escape(name, quote=True)}">{escape(cell)}</td>'
        body += "</tr>"
        text.append("; ".join(f"{name}: {cell}" for name, cell in zip(names, cells, strict=True) if cell))
    label = escape(caption or "Table", quote=True)
    heading = f"<caption>{escape(caption)}</caption>" if caption else ""
    html = (
        f'<div class="cst-table" tabindex="0" role="region" aria-label="{label}" data-lm-suppress-shortcuts="true">'
        f"<table>{heading}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    return Card(html, "\n".join(([caption] if caption else []) + text))


def request_html(identity: str) -> str:
    """The card of one case in which help was asked, offered or not asked for, as HTML without its style sheet."""
    row = row_with("requests", "id", identity)
    named = (
        ("How", "way"),
        ("Who asked", "asked_by"),
        ("Who was asked", "asked_of"),
        ("Text in force", "text_in_force"),
        ("Article named", "article_named"),
        ("What was asked", "what_was_asked"),
        ("What was done", "what_was_done"),
        ("Reasons of each side", "reasons_given"),
        ("What came of it", "outcome"),
        ("Kind of answer, by us", "answer"),
        ("Note", "note"),
    )
    facts = "".join(f"<dt>{name}</dt><dd>{escape(str(row[column]))}</dd>" for name, column in named if row[column])
    optional = (
        "<p>This case may touch somebody's family. It is optional in class.</p>" if row["optional_in_class"] else ""
    )
    return (
        f'<div class="cst-card" role="group" aria-label="{escape(str(row["label"]), quote=True)}">'
        f'<p class="cst-title">{row["date"]} · {escape(str(row["label"]))}</p>{optional}<dl>{facts}</dl>'
        f"{_fold('Sources', _source_list('requests', identity))}</div>"
    )
