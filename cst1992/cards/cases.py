"""The card of one case in which help was asked for, offered, or not asked for."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import card_html, facts, fold, source_list
from cst1992.datapackage import row_with


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
    known = [(name, escape(str(row[column]))) for name, column in named if row[column]]
    optional = (
        "<p>This case may touch somebody's family. It is optional in class.</p>" if row["optional_in_class"] else ""
    )
    content = (
        f'<p class="cst-title">{row["date"]} · {escape(str(row["label"]))}</p>{optional}{facts(known)}'
        f"{fold('Sources', source_list('requests', identity))}"
    )
    return card_html(str(row["label"]), content)
