"""The card of one case in which help was asked for, offered, or not asked for."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import card_html, folded_sources, row_facts
from cst1992.facts.package import Row, row_with
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.wording import day_as_known

NAMED = (
    (to_be_said("How"), "way"),
    (to_be_said("Who asked"), "asked_by"),
    (to_be_said("Who was asked"), "asked_of"),
    (to_be_said("Text in force"), "text_in_force"),
    (to_be_said("Article named"), "article_named"),
    (to_be_said("What was asked"), "what_was_asked"),
    (to_be_said("What was done"), "what_was_done"),
    (to_be_said("Reasons of each side"), "reasons_given"),
    (to_be_said("What came of it"), "outcome"),
    (to_be_said("Kind of answer, by us"), "answer"),
    (to_be_said("Note"), "note"),
)


def optional_html(request: Row) -> str:
    """A warning, where a case may touch somebody's family."""
    warning = escape(say("This case may touch somebody's family. It is optional in class."), quote=False)
    return f"<p>{warning}</p>" if request["optional_in_class"] else ""


def request_html(identity: str) -> str:
    """The card of one case in which help was asked, offered or not asked for, as HTML without its style sheet."""
    row = row_with("requests", "id", identity)
    when = day_as_known(row.day("date"), row.text("date_precision"))
    content = (
        f'<p class="cst-title">{when} · {escape(row.text("label"))}</p>{optional_html(row)}'
        f"{row_facts(row, NAMED)}{folded_sources('requests', identity, str(row['label']))}"
    )
    return card_html(row.text("label"), content)
