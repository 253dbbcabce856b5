"""The card of one paragraph of the text that is read against the treaty."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, facts, source_list
from cst1992.facts.arguments import paragraph_number
from cst1992.facts.laid_out import fold
from cst1992.facts.module import module
from cst1992.facts.package import Row, row_with

FOLDED = "Our reading of paragraph {}: kind of statement, what to watch for"


def _compared(passage: Row) -> list[tuple[str, str]]:
    """What the words say in the language in which they were looked up too; nothing where the module names none."""
    found = passage.text("original_check") if module().text_language else ""
    return [(f"In {module().text_language}", found)] if found else []


def paragraph_html(number: int) -> str:
    """The card of one paragraph as HTML, without its style sheet."""
    row = row_with("passages", "paragraph", number)
    reading = facts(
        [
            ("Kind of statement", escape(row.text("kind_of_statement"))),
            ("Watch for", escape(row.text("trap"))),
            *((head, escape(told)) for head, told in _compared(row)),
            ("How sure we are", f"Confidence: {row['confidence']}."),
        ]
    ) + source_list("passages", row.text("id"))
    folded = FOLDED.format(number) + f", the {module().text_language}" * bool(_compared(row))
    content = (
        f'<p class="cst-title">Paragraph {number}, in our paraphrase</p>'
        f'<p class="cst-text">{escape(row.text("paraphrase"))}</p>'
        f"<p>In its own words: “{escape(str(row['key_phrase']))}”</p>{fold(folded, reading)}"
    )
    return card_html(f"Paragraph {number} of {module().text}", content)


def paragraph(number: int) -> Card:
    """One paragraph of the text, in our paraphrase, with a phrase of its own; our reading is folded away.

    Parameters
    ----------
    number : its number.

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text.

    Raises
    ------
    ValueError
        There is no such paragraph.

    Examples
    --------
    >>> print(paragraph(5).text.splitlines()[0])
    Paragraph 5: From the start the Treaty is political and open. It does not intend to form a military bloc.
    """
    number = paragraph_number(number)
    row = row_with("passages", "paragraph", number)
    text = [
        f"Paragraph {number}: {row['paraphrase']}",
        f"In its own words: “{row['key_phrase']}”",
        f"Kind of statement: {row['kind_of_statement']}",
        f"Watch for: {row['trap']}",
        *(f"{head}: {told}" for head, told in _compared(row)),
    ]
    return Card(paragraph_html(number), "\n".join(text))
