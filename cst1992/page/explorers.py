"""Explorers: what a table holds, turned over with a few controls.

Each also says in words what it shows, in a live sentence and a table, and has a plain call that does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.cards.articles import article_html
from cst1992.cards.paragraphs import paragraph_html
from cst1992.facts.arguments import agreed_words, article_number, paragraph_number
from cst1992.facts.package import rows
from cst1992.facts.wording import many
from cst1992.page.controls import button, framed, html, menu, row_of, said

if TYPE_CHECKING:
    import ipywidgets

AS_SIGNED, WITH_2010 = "as worded in 1992", "with what the Protocol of 2010 made of it"
ALL = "all"


def _steps(chosen: ipywidgets.Dropdown, last: int, what: str) -> tuple[ipywidgets.Button, ipywidgets.Button]:
    """Two buttons that move a menu of numbers from 1 to `last` one back or one on."""
    before, after = button("← Previous", f"The {what} before this one"), button("Next →", f"The {what} after this one")

    def move(step: int) -> None:
        chosen.value = (chosen.value - 1 + step) % last + 1

    before.on_click(lambda _: move(-1))
    after.on_click(lambda _: move(1))
    return before, after


def explore_articles(first: int = 4) -> ipywidgets.VBox:
    """Turn over the eleven articles, as worded in 1992 or with the changes of 2010 beside them.

    The plain calls are `cst.article(4)` and `cst.article(4, protocol_2010=True)`.

    Parameters
    ----------
    first : the article shown at the start.

    Returns
    -------
    A widget; put the call last in a cell to see it.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> explore_articles()  # doctest: +SKIP
    """
    first = article_number(first)
    entries = rows("articles")
    last = len(entries)
    chosen = menu("Article", [(f"Article {row['number']} · {row['title']}", row["number"]) for row in entries], first)
    text = menu("Show it", [(words, words) for words in (AS_SIGNED, WITH_2010)], AS_SIGNED)
    steps = _steps(chosen, last, "article")
    sentence, card = html(""), html("")

    def draw(_: object = None) -> None:
        entry = entries[chosen.value - 1]
        same = [row.text("number") for row in entries if row["part"] == entry["part"]]
        alone = (
            f"Articles {', '.join(same)} belong to the same group" if len(same) > 1 else "It stands alone in its group"
        )
        sentence.value = said(
            f"Article {chosen.value} of {last}, {entry['kind']}, {text.value}. {alone}: {entry['part']}."
        )
        card.value = article_html(chosen.value, text.value == WITH_2010)

    for control in (chosen, text):
        control.observe(draw, names="value")
    draw()
    return framed([row_of(chosen, text, *steps), sentence, card], "Explore the articles")


def explore_paragraphs(first: int = 1) -> ipywidgets.VBox:
    """Turn over the eight paragraphs of the text of 2004; our reading of each is folded away.

    The plain call is `cst.paragraph(3)`.

    Parameters
    ----------
    first : the paragraph shown at the start.

    Returns
    -------
    A widget; put the call last in a cell to see it.

    Raises
    ------
    ValueError
        There is no such paragraph.

    Examples
    --------
    >>> explore_paragraphs()  # doctest: +SKIP
    """
    first, last = paragraph_number(first), len(rows("passages"))
    chosen = menu("Paragraph", [(f"Paragraph {row['paragraph']}", row["paragraph"]) for row in rows("passages")], first)
    sentence, card = html(""), html("")

    def draw(_: object = None) -> None:
        found = sum(row["paragraph"] == chosen.value for row in rows("claims"))
        counted = many(found, "claim", "claims") if found else "No claims"
        sentence.value = said(f"Paragraph {chosen.value} of {last}. {counted} of it can be weighed in this module.")
        card.value = paragraph_html(chosen.value)

    chosen.observe(draw, names="value")
    draw()
    return framed([row_of(chosen, *_steps(chosen, last, "paragraph")), sentence, card], "Explore the paragraphs")


def explore_requests() -> ipywidgets.VBox:
    """Choose by state, way and answer, and read the requests for help one by one.

    The plain call is `cst.requests(asked_by="Armenia", answered="talks or statements")`.

    Returns
    -------
    A widget; put the call last in a cell to see it.

    Examples
    --------
    >>> explore_requests()  # doctest: +SKIP
    """
    from cst1992.cards.requests import request_html
    from cst1992.facts.history import requests

    asked = sorted({row.text("state") for row in rows("request_states") if row["role"] == "asked by"})
    state = menu("Asked by", [(ALL, ""), *((name, name) for name in asked)], "")
    ways = menu("How", [(ALL, ""), *((way, way) for way in agreed_words("requests", "way"))], "")
    answer = menu("Answered with", [(ALL, ""), *((kind, kind) for kind in agreed_words("requests", "answer"))], "")
    case = menu("Case", [("", "")], "")
    sentence, card = html(""), html("")

    def choose(_: object = None) -> None:
        found = requests(asked_by=state.value or None, answered=answer.value or None)
        if ways.value:
            found = found[found["way"] == ways.value]
        options = [(f"{row.date:%Y-%m-%d} · {row.label}", row.id) for row in found.itertuples()]
        case.options = options or [("no case in this selection", "")]
        case.value = case.options[0][1]
        counted = many(len(options), "case", "cases") if options else "No case"
        sentence.value = said(f"{counted} in this selection, of {len(rows('requests'))} in the table.")
        draw()

    def draw(_: object = None) -> None:
        card.value = request_html(case.value) if case.value else ""

    for control in (state, ways, answer):
        control.observe(choose, names="value")
    case.observe(draw, names="value")
    choose()
    return framed([row_of(state, ways, answer), sentence, row_of(case), card], "Explore the requests for help")
