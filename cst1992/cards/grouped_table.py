"""A table whose rows stand in groups, each group under its own name: what the cards "at a glance" share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape

from cst1992.cards.card import Card
from cst1992.facts.arguments import agreed_words
from cst1992.facts.laid_out import Plain, fold, said_before
from cst1992.facts.package import Row, rows
from cst1992.facts.speech import say_count
from cst1992.facts.wording import in_words

LONG = 150
"""How many letters of a cell ask for a wide column."""

Groups = Mapping[str, Sequence[Sequence[str]]]
"""The lines of each group; every cell is HTML, and the first of a line is its own head."""


def in_groups(table: str, column: str) -> dict[str, list[Row]]:
    """The rows of a table by an agreed word, in the order of the Data Package; words without a row are left out.

    Examples
    --------
    >>> list(in_groups("references", "side"))
    ['Kazakhstan', 'Russia', 'joint or unclear']
    """
    found = {word: [row for row in rows(table) if row[column] == word] for word in agreed_words(table, column)}
    return {word: own for word, own in found.items() if own}


def in_groups_of(count: int) -> str:
    """How many groups a table has, in words.

    Examples
    --------
    >>> in_groups_of(1), in_groups_of(4)
    ('one group', 'four groups')
    """
    return say_count("{number} group", "{number} groups", count, number=in_words(count))


def square(full: bool, number: str = "") -> str:
    """A small square, full or empty, with a number in it if given; words beside it have to say what it means."""
    return f'<span class="cst-square{" cst-full" if full else ""}">{escape(number)}</span>'


def marked(full: bool, words: str) -> str:
    """Words led by a square, full or empty, on one line with it."""
    return f'<span class="cst-marked">{square(full)} {escape(words)}</span>'


def _line(heads: Sequence[str], cells: Sequence[str]) -> str:
    first, *others = cells
    told = "".join(
        f'<td{" class=cst-long" if len(cell) > LONG else ""} data-label="{escape(said_before(head), quote=True)}">{cell}</td>'
        for head, cell in zip(heads, others, strict=True)
    )
    return f'<th scope="row">{first}</th>{told}'


def _group(name: str, lines: Sequence[Sequence[str]], heads: Sequence[str]) -> str:
    head = f'<th scope="rowgroup" rowspan="{len(lines)}">{escape(name)}</th>'
    told = "".join(f"<tr>{'' if place else head}{_line(heads[2:], cells)}</tr>" for place, cells in enumerate(lines))
    return f"<tbody>{told}</tbody>"


def _in_plain_words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def grouped_table(
    name: str, heads: Sequence[str], groups: Groups, *, told: str, note: str, more: tuple[str, Plain] | None = None
) -> Card:
    """A table in groups as a card.

    Parameters
    ----------
    name : what the table shows; it stands above it.
    heads : of the groups, of the lines, and of every further column.
    groups : the lines of each group, cells as HTML.
    told : the table in a few sentences, for those who hear it.
    note : what to know of it and where it comes from; it stands below.
    more : a further table with its name, folded below the note.

    Examples
    --------
    >>> print(grouped_table("Two", ["side", "author"], {"joint": [["no author named"]]}, told="One.", note="Ours."))
    Two
    One.
    side: joint; author: no author named
    Ours.
    """
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(_group(group, lines, heads) for group, lines in groups.items())
    html = (
        f'<p class="cst-said-aloud">{escape(told)}</p>'
        f'<div class="cst-table cst-glance" tabindex="0" role="group" aria-label="{escape(name, quote=True)}">'
        f"<table><caption>{escape(name)}</caption><thead><tr>{head}</tr></thead>{body}</table></div>"
        f'<p class="cst-note">{escape(note)}</p>'
    )
    plain = Plain(heads, [[group, *map(_in_plain_words, cells)] for group, lines in groups.items() for cells in lines])
    text = [name, told, plain.text(), note]
    if more:
        html += f'<div class="cst-bare">{fold(more[0], more[1].html(more[0]))}</div>'
        text += [f"{more[0]}:", more[1].text()]
    return Card(html, "\n".join(text))
