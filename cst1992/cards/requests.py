"""The card of one case in which help was asked for, offered, or not asked for."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import card_html, folded_sources, row_facts
from cst1992.facts.package import Row, row_with

NAMED = (
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


def optional_html(request: Row) -> str:
    """A warning, where a case may touch somebody's family."""
    warning = "<p>This case may touch somebody's family. It is optional in class.</p>"
    return warning if request["optional_in_class"] else ""


def request_html(identity: str) -> str:
    """The card of one case in which help was asked, offered or not asked for, as HTML without its style sheet."""
    row = row_with("requests", "id", identity)
    content = (
        f'<p class="cst-title">{row["date"]} · {escape(row.text("label"))}</p>{optional_html(row)}'
        f"{row_facts(row, NAMED)}{folded_sources('requests', identity, str(row['label']))}"
    )
    return card_html(row.text("label"), content)
