"""A card: something to read, as HTML with plain text beside it, and the parts that cards share."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from cst1992.facts.agreed import said_word
from cst1992.facts.citing import cite_html, sources_of
from cst1992.facts.files import asset
from cst1992.facts.laid_out import fold as fold
from cst1992.facts.package import Row
from cst1992.facts.page_keys import keys_mark
from cst1992.facts.speech import say
from cst1992.facts.wording import in_a_row


class Card:
    """Something to read: Jupyter shows the HTML, everything else the plain text."""

    def __init__(self, html: str, text: str) -> None:
        self.html = html
        self.text = text

    def _repr_html_(self) -> str:
        return f"<style>{asset('cards/cards.css')}{asset('facts/tables.css')}</style>{self.html}{keys_mark()}"

    def __repr__(self) -> str:
        return self.text


def plain_card(sentence: str) -> Card:
    """A card with one sentence."""
    return Card(f'<p class="cst-card">{escape(sentence)}</p>', sentence)


def source_list(table: str, row: str) -> str:
    """The sources of one row, the best one first, as a list."""
    items = "".join(
        f"<li>{cite_html(key)}{'. ' + escape(note) if note else ''}</li>" for key, note in sources_of(table, row)
    )
    return f'<ul class="cst-sources">{items}</ul>'


def facts(pairs: list[tuple[str, str]]) -> str:
    """Names and their contents (HTML), one under the other."""
    return f"<dl>{''.join(f'<dt>{escape(name)}</dt><dd>{content}</dd>' for name, content in pairs)}</dl>"


def row_facts(row: Row, named: Iterable[tuple[str, str]]) -> str:
    """Some columns of a row under the names that a reader gets to see, to be said here; empty ones are left out."""
    return facts([(say(name), escape(said_word(column, row[column]))) for name, column in named if row[column]])


def folded_sources(table: str, row: str, of: str) -> str:
    """The sources of one row, folded away under the name of what they are for."""
    return fold(say("Sources of: {what}", what=of), source_list(table, row))


def from_tables(*tables: str) -> str:
    """From which tables of ours a card is made, as its last sentence.

    Examples
    --------
    >>> from_tables("provisions", "amendments")
    'From data/provisions.csv and data/amendments.csv, CC BY 4.0.'
    """
    return say("From {files}, CC BY 4.0.", files=in_a_row(f"data/{table}.csv" for table in tables))


def card_html(label: str, content: str) -> str:
    """The frame of a card around its content, with a name for a screen reader."""
    return f'<div class="cst-card" role="group" aria-label="{escape(label, quote=True)}">{content}</div>'
