"""Explorers: what a table holds, turned over with a few controls.

Each also says in words what it shows, in a live sentence and a table, and has a plain call that does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.cards.articles import article_html
from cst1992.cards.paragraphs import paragraph_html
from cst1992.cards.requests import request_html
from cst1992.facts.agreed import said_state, said_word
from cst1992.facts.arguments import agreed_words, article_number, paragraph_number
from cst1992.facts.articles import article_name, printed
from cst1992.facts.filters import STATE, filters_of
from cst1992.facts.module import module
from cst1992.facts.package import Row, has_table, row_with, rows
from cst1992.facts.sections import section
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.treaty_wordings import wording_of, wordings
from cst1992.page.controls import menu
from cst1992.page.scaffold import ALL, Shown, explorer, steps

if TYPE_CHECKING:
    import ipywidgets

NO_CASE = to_be_said("no case in this selection")


def explore_articles(first: int | None = None) -> ipywidgets.VBox:
    """Turn over the articles, as worded at first or with the changes of a later wording beside them.

    The plain calls are `cst.article(4)` and `cst.article(4, wording="2010")`.

    Parameters
    ----------
    first : the article shown at the start; left out, the one that the module names, or its first one.

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
    titles = [
        (f"{say('Article {number}', number=printed(row))} · {row['title']}", row.whole("number"))
        for row in section("articles")
    ]
    article = menu(say("Article"), titles, article_number(module().first_article if first is None else first))
    known = wordings()
    text = [menu(say("Show it"), [(one.name, one.id) for one in known], known[0].id)] if len(known) > 1 else []

    def show(number: int, wording: str | None = None) -> Shown:
        chosen = wording_of(wording) if wording else next(iter(known), None)
        kind = said_word("kind", row_with("articles", "number", number)["kind"])
        where = say("{article} of {count}", article=article_name(number), count=len(titles))
        about = ", ".join([where, kind, *([chosen.name] if chosen else [])])
        return Shown(f"{about}. {_its_group(number)}", article_html(number, wording))

    beside = steps(article, say("The article before this one"), say("The article after this one"))
    return explorer(say("Explore the articles"), [article, *text], show, beside)


def _its_group(number: int) -> str:
    """With which articles one stands in a group, and what the group is about."""
    part = row_with("articles", "number", number)["part"]
    same = [printed(row) for row in rows("articles") if row["part"] == part]
    part = said_word("part", part)
    if len(same) == 1:
        return say("It stands alone in its group: {part}.", part=part)
    return say("Articles {numbers} belong to the same group: {part}.", numbers=", ".join(same), part=part)


def explore_paragraphs(first: int | None = None) -> ipywidgets.VBox:
    """Turn over the paragraphs of the text that is read against the treaty; our reading of each is folded away.

    The plain call is `cst.paragraph(3)`.

    Parameters
    ----------
    first : the paragraph shown at the start; left out, the first one.

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
    numbers = [
        (say("Paragraph {number}", number=row["paragraph"]), row.whole("paragraph")) for row in section("passages")
    ]
    paragraph = menu(say("Paragraph"), numbers, numbers[0][1] if first is None else paragraph_number(first))

    def show(number: int) -> Shown:
        where = say("Paragraph {number} of {count}.", number=number, count=len(numbers))
        return Shown(f"{where} {_to_weigh(number)}".rstrip(), paragraph_html(number))

    beside = steps(paragraph, say("The paragraph before this one"), say("The paragraph after this one"))
    return explorer(say("Explore the paragraphs"), [paragraph], show, beside)


def _to_weigh(paragraph: int) -> str:
    """How many claims of a paragraph can be weighed, as a further sentence; nothing where the module has no claims."""
    if not has_table("claims"):
        return ""
    found = sum(row["paragraph"] == paragraph for row in rows("claims"))
    if not found:
        return say("No claims of it can be weighed in this module.")
    return say_count(
        "{count} claim of it can be weighed in this module.",
        "{count} claims of it can be weighed in this module.",
        found,
    )


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
    all_cases = len(section("requests"))
    asked = sorted({row.text("state") for row in _askers()})
    state = menu(say("Asked by"), [(say(ALL), ""), *((said_state(name), name) for name in asked)], "")
    way = menu(say("How"), [(say(ALL), ""), *_offered("way")], "")
    answer = menu(say("Answered with"), [(say(ALL), ""), *_offered("answer")], "")
    every = _cases("", "", "") or [(say(NO_CASE), "")]
    case = menu(say("Case"), every, every[0][1])

    def offer_the_cases(_: object) -> None:
        case.options = _cases(state.value, way.value, answer.value) or [(say(NO_CASE), "")]

    def show(state: str, way: str, answer: str, case: str) -> Shown:
        told = _cases_counted(len(_cases(state, way, answer)), all_cases)
        return Shown(told, request_html(case) if case else "")

    for control in (state, way, answer):
        control.observe(offer_the_cases, names="value")
    return explorer(say("Explore the requests for help"), [state, way, answer, case], show)


def _offered(column: str) -> list[tuple[str, str]]:
    """The agreed words of a column of the requests, each as a reader meets it and as it stands in the table."""
    return [(said_word(column, word), word) for word in agreed_words("requests", column)]


def _cases_counted(found: int, whole: int) -> str:
    if not found:
        return say("No case in this selection, of {whole} in the table.", whole=whole)
    return say_count(
        "{count} case in this selection, of {whole} in the table.",
        "{count} cases in this selection, of {whole} in the table.",
        found,
        whole=whole,
    )


def _askers() -> list[Row]:
    """The rows that tie a case to a state that put it, as the filter of the requests by state says."""
    return [row for one in filters_of("requests") if one.target == STATE for row in one.places()]


def _cases(state: str, way: str, answer: str) -> list[tuple[str, str]]:
    """The cases of a selection, each with its name in the menu and its id; an empty word chooses all."""
    put = {row["request"] for row in _askers() if row["state"] == state}
    return [
        (f"{row['date']} · {row['label']}", row.text("id"))
        for row in rows("requests")
        if (not state or row["id"] in put) and way in ("", row["way"]) and answer in ("", row["answer"])
    ]
