"""The card of one paragraph of the text that is read against the treaty."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, facts, source_list
from cst1992.facts.agreed import said_word
from cst1992.facts.arguments import paragraph_number
from cst1992.facts.laid_out import fold
from cst1992.facts.module import module
from cst1992.facts.package import Row, row_with
from cst1992.facts.speech import say


def _compared(passage: Row) -> list[tuple[str, str]]:
    """What the words say in the language in which they were looked up too; nothing where the module names none."""
    found = passage.text("original_check") if module().text_language else ""
    return [(say("In {language}", language=module().text_language), found)] if found else []


def _folded(number: int, compared: bool) -> str:
    """The name of our reading, which is folded away."""
    if not compared:
        return say("Our reading of paragraph {number}: kind of statement, what to watch for", number=number)
    return say(
        "Our reading of paragraph {number}: kind of statement, what to watch for, the {language}",
        number=number,
        language=module().text_language,
    )


def paragraph_html(number: int) -> str:
    """The card of one paragraph as HTML, without its style sheet."""
    row = row_with("passages", "paragraph", number)
    reading = facts(
        [
            (say("Kind of statement"), escape(_kind(row))),
            (say("Watch for"), escape(row.text("trap"))),
            *((head, escape(told)) for head, told in _compared(row)),
            (say("How sure we are"), say("Confidence: {word}.", word=said_word("confidence", row["confidence"]))),
        ]
    ) + source_list("passages", row.text("id"))
    content = (
        f'<p class="cst-title">{escape(say("Paragraph {number}, in our paraphrase", number=number))}</p>'
        f'<p class="cst-text">{escape(row.text("paraphrase"))}</p>'
        f"<p>{escape(_own_words(row), quote=False)}</p>{fold(_folded(number, bool(_compared(row))), reading)}"
    )
    return card_html(say("Paragraph {number} of {text}", number=number, text=module().text), content)


def _own_words(row: Row) -> str:
    return say("In its own words: “{words}”", words=row["key_phrase"])


def _kind(row: Row) -> str:
    return said_word("kind_of_statement", row["kind_of_statement"])


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
        f"{say('Paragraph {number}', number=number)}: {row['paraphrase']}",
        _own_words(row),
        f"{say('Kind of statement')}: {_kind(row)}",
        f"{say('Watch for')}: {row['trap']}",
        *(f"{head}: {told}" for head, told in _compared(row)),
    ]
    return Card(paragraph_html(number), "\n".join(text))
