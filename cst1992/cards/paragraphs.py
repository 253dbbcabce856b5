"""The card of one paragraph of the text of 2004."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, facts, source_list
from cst1992.facts.arguments import paragraph_number
from cst1992.facts.laid_out import fold
from cst1992.facts.package import row_with

FOLDED = "Our reading of paragraph {}: kind of statement, what to watch for, the Russian"


def paragraph_html(number: int) -> str:
    """The card of one paragraph as HTML, without its style sheet."""
    row = row_with("passages", "paragraph", number)
    reading = facts(
        [
            ("Kind of statement", escape(row.text("kind_of_statement"))),
            ("Watch for", escape(row.text("trap"))),
            ("In Russian", escape(row.text("russian_check"))),
            ("How sure we are", f"Confidence: {row['confidence']}."),
        ]
    ) + source_list("passages", row.text("id"))
    content = (
        f'<p class="cst-title">Paragraph {number}, in our paraphrase</p>'
        f'<p class="cst-text">{escape(row.text("paraphrase"))}</p>'
        f"<p>In its own words: “{escape(str(row['key_phrase']))}”</p>{fold(FOLDED.format(number), reading)}"
    )
    return card_html(f"Paragraph {number} of the text of 2004", content)


def paragraph(number: int) -> Card:
    """One paragraph of the text of 2004, in our paraphrase, with a phrase of its own; our reading is folded away.

    Parameters
    ----------
    number : 1 to 8.

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
    text = (
        f"Paragraph {number}: {row['paraphrase']}\nIn its own words: “{row['key_phrase']}”\n"
        f"Kind of statement: {row['kind_of_statement']}\nWatch for: {row['trap']}\nIn Russian: {row['russian_check']}"
    )
    return Card(paragraph_html(number), text)
