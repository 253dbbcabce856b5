"""Explorers: what a table holds, turned over with a few controls.

Each also says in words what it shows, in a live sentence and a table, and has a plain call that does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.cards.articles import article_html
from cst1992.cards.paragraphs import paragraph_html
from cst1992.cards.requests import request_html
from cst1992.facts.arguments import agreed_words, article_number, paragraph_number
from cst1992.facts.package import row_with, rows
from cst1992.facts.wording import many
from cst1992.page.controls import menu
from cst1992.page.scaffold import ALL, Shown, explorer, steps

if TYPE_CHECKING:
    import ipywidgets

AS_SIGNED, WITH_2010 = "as worded in 1992", "with what the Protocol of 2010 made of it"
NO_CASE = "no case in this selection"


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
    titles = [(f"Article {row['number']} · {row['title']}", row.whole("number")) for row in rows("articles")]
    article = menu("Article", titles, article_number(first))
    text = menu("Show it", [(words, words) for words in (AS_SIGNED, WITH_2010)], AS_SIGNED)

    def show(number: int, wording: str) -> Shown:
        kind = row_with("articles", "number", number)["kind"]
        sentence = f"Article {number} of {len(titles)}, {kind}, {wording}. {_its_group(number)}."
        return Shown(sentence, article_html(number, wording == WITH_2010))

    return explorer("Explore the articles", [article, text], show, steps(article, "article"))


def _its_group(number: int) -> str:
    """With which articles one stands in a group, and what the group is about."""
    part = row_with("articles", "number", number)["part"]
    same = [row.text("number") for row in rows("articles") if row["part"] == part]
    alone = f"Articles {', '.join(same)} belong to the same group" if len(same) > 1 else "It stands alone in its group"
    return f"{alone}: {part}"


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
    numbers = [(f"Paragraph {row['paragraph']}", row.whole("paragraph")) for row in rows("passages")]
    paragraph = menu("Paragraph", numbers, paragraph_number(first))

    def show(number: int) -> Shown:
        found = sum(row["paragraph"] == number for row in rows("claims"))
        claims = many(found, "claim", "claims") if found else "No claims"
        sentence = f"Paragraph {number} of {len(numbers)}. {claims} of it can be weighed in this module."
        return Shown(sentence, paragraph_html(number))

    return explorer("Explore the paragraphs", [paragraph], show, steps(paragraph, "paragraph"))


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
    asked = sorted({row.text("state") for row in rows("request_states") if row["role"] == "asked by"})
    state = menu("Asked by", [(ALL, ""), *((name, name) for name in asked)], "")
    way = menu("How", [(ALL, ""), *((word, word) for word in agreed_words("requests", "way"))], "")
    answer = menu("Answered with", [(ALL, ""), *((word, word) for word in agreed_words("requests", "answer"))], "")
    every = _cases("", "", "") or [(NO_CASE, "")]
    case = menu("Case", every, every[0][1])

    def offer_the_cases(_: object) -> None:
        case.options = _cases(state.value, way.value, answer.value) or [(NO_CASE, "")]

    def show(state: str, way: str, answer: str, case: str) -> Shown:
        found = len(_cases(state, way, answer))
        cases = many(found, "case", "cases") if found else "No case"
        sentence = f"{cases} in this selection, of {len(rows('requests'))} in the table."
        return Shown(sentence, request_html(case) if case else "")

    for control in (state, way, answer):
        control.observe(offer_the_cases, names="value")
    return explorer("Explore the requests for help", [state, way, answer, case], show)


def _cases(state: str, way: str, answer: str) -> list[tuple[str, str]]:
    """The cases of a selection, each with its name in the menu and its id; an empty word chooses all."""
    from cst1992.facts.verbs import requests

    found = requests(asked_by=state or None, answered=answer or None)
    chosen = found[found["way"] == way] if way else found
    return [(f"{row.date:%Y-%m-%d} · {row.label}", str(row.id)) for row in chosen.itertuples()]
