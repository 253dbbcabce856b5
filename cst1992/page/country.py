"""The country that a learner follows through the walk: chosen once, met again in every notebook."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from cst1992.cards.card import Card, card_html, fold, plain_card
from cst1992.cards.whole_tables import read
from cst1992.facts.agreed import said_state, said_word
from cst1992.facts.arguments import state_name
from cst1992.facts.membership import standing
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import Topic, module
from cst1992.facts.package import Row, row_with, rows
from cst1992.facts.page_number import page_number
from cst1992.facts.speech import say
from cst1992.facts.tables import dataframe
from cst1992.page import record
from cst1992.page.controls import button, framed, html, menu, row_of, said, trouble
from cst1992.page.whole_answer import line_of

if TYPE_CHECKING:
    import ipywidgets
    import pandas as pd


def followed() -> str:
    """The country last chosen; until one is chosen, that of `data/module.yaml`."""
    kept = str(record.last("country").get("state", ""))
    return kept if kept in {row["name"] for row in rows("states")} else module().first_country


def _own_row(state: str) -> Row:
    return row_with("states", "name", state)


def _role(state: str) -> str:
    return said_word("role", _own_row(state).text("role"))


def _rows_of(state: str, table: str) -> pd.DataFrame:
    """The rows of a table that stand under a state."""
    frame = dataframe(table)
    return frame[frame["state"] == state]


def _people_of(state: str, _: Topic) -> pd.DataFrame:
    return _rows_of(state, "people")[["name", "office", "why_here"]]


def _standings_of(state: str, _: Topic) -> pd.DataFrame:
    import pandas as pd

    found = []
    for day, what in module().key_days.items():
        stood = standing(day).set_index("state").loc[state]
        found.append((day, what, said_word("standing", stood["standing"]), stood["since"]))
    how = say("how it stood toward {treaty}", treaty=module().short)
    return pd.DataFrame(found, columns=[say("at the end of"), say("a day of"), how, say("since")])


def _acts_of(state: str, _: Topic) -> pd.DataFrame:
    papers = {row.text("id"): row.text("title") for row in rows("instruments")}
    acts = _rows_of(state, "treaty_actions")
    return acts.assign(paper=acts["instrument"].map(papers))[
        ["date", "date_precision", "act", "paper", "dispute", "note"]
    ]


def _events_of(state: str, topic: Topic) -> pd.DataFrame:
    found = dataframe("events")
    found = found[found["id"].isin(_rows_of(state, "event_states")["event"])]
    if topic.themes:
        links = dataframe("event_themes")
        found = found[found["id"].isin(links.loc[links["theme"].isin(topic.themes), "event"])]
    shown = ["date", "date_precision", "title", "description", *(["note"] if topic.with_note else [])]
    return found.loc[found["date"] <= topic.last_day, shown]


def _requests_of(state: str, _: Topic) -> pd.DataFrame:
    mine = _rows_of(state, "request_states")[["request", "role"]]
    joined = dataframe("requests").merge(mine, left_on="id", right_on="request")
    return joined[["date", "date_precision", "label", "role", "answer", "reasons_given"]]


SHOWS: dict[str, Callable[[str, Topic], pd.DataFrame]] = {
    "people": _people_of,
    "standings": _standings_of,
    "acts": _acts_of,
    "events": _events_of,
    "requests": _requests_of,
}


# What is told of a row is folded below the table, so that the card names everything and can be read in a minute.
FOLDED = ("why_here", "paper", "dispute", "description", "note", "reasons_given")
NAMING = ("name", "office", "date", "date_precision", "act", "title", "label")
"""The columns that name a row, in the table and again in the fold."""


def _laid_out(found: pd.DataFrame, heading: str) -> tuple[str, str]:
    """A table as HTML and as text: what names a row stands open, what is told of it is folded."""
    told = [name for name in found.columns if name in FOLDED]
    names = {"paper": say("paper")}
    table = read(found.drop(columns=told), heading).html
    if told:
        named = [name for name in found.columns if name in NAMING]
        rest = found[[*named, *told]].dropna(subset=told, how="all")
        table += fold(say("What our tables say of each"), read(rest.rename(columns=names)).html)
    return table, read(found.rename(columns=names), heading).text


def _card_of(number: str, name: str) -> Card:
    """What our tables hold on one country for the matter of one notebook."""
    topic = module().topics[number]
    heading, title = topic.heading, f"{said_state(name)} · {_role(name)}"
    found = SHOWS[topic.shows](name, topic)
    note = _own_row(name).text("note") if number in module().with_note else ""
    if found.empty:
        told = say(
            "{heading}: none. A silent table tells something about the table. Where would you look further?",
            heading=heading,
        )
        html_of, text_of = f"<p>{escape(told)}</p>", told
    else:
        html_of, text_of = _laid_out(found, heading)
    if note:
        told = f"<p>{escape(note)}</p>"
        html_of += told if found.empty else fold(say("A note on this country"), told)
    content = f'<p class="cst-title">{escape(title)}</p>{html_of}'
    text = "\n".join(part for part in (title, note, text_of) if part)
    return Card(card_html(say("The country followed: {name}", name=said_state(name)), content), text)


def country(notebook: str, state: str | None = None) -> Card | ipywidgets.VBox:
    """What our tables hold, for the matter of one notebook, on the country that is followed.

    Parameters
    ----------
    notebook : its number, such as "03".
    state : another country, by any of its names or its ISO code; without it the one that you follow.

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text. Until a country is chosen, a
    widget: a menu to choose it, and a card of the first country below, which changes with the choice.

    Raises
    ------
    ValueError
        There is no such notebook or state.

    Examples
    --------
    >>> print(country("03", state="Georgia").text.splitlines()[0])
    Georgia · acceded in 1993
    """
    number = page_number(notebook)
    topics = list(module().topics)
    if number not in topics:
        raise Mistake(
            say(
                "The country is met again in these notebooks: {numbers}; {given!r} is none of them.",
                numbers=", ".join(topics),
                given=notebook,
            )
            if topics
            else say("No notebook of this module comes back to the country: data/module.yaml names no topics.")
        )
    if state is not None or record.last("country"):
        return _card_of(number, followed() if state is None else state_name(state))
    card = html(_card_of(number, followed()).html)

    def redraw(name: str) -> str:
        card.value = _card_of(number, name).html
        return say("It comes back in each notebook.")

    asked = say(
        "You follow no country yet. Below stands {name}. Choose one, and press Follow it.", name=said_state(followed())
    )
    return framed([*_menu_of_countries(asked, redraw), card], say("A country to follow, with its card"))


def _followed_told(name: str) -> str:
    return say("You follow {name} ({role}).", name=said_state(name), role=_role(name))


def _menu_of_countries(asked: str, chosen_one: Callable[[str], str]) -> list[ipywidgets.Widget]:
    """A sentence and a menu that keeps the country chosen; `chosen_one` does the rest and gives the last words."""
    names = [row.text("name") for row in rows("states")]
    chosen = menu(say("Country"), [(said_state(name), name) for name in names], followed())
    keep = button(say("Follow it"), say("Follow this country"), primary=True)
    told = html(f"<p>{asked}</p>" if asked else "")

    def keep_it(_: object) -> None:
        lost = trouble(record.keep, "country", state=chosen.value)
        told.value = lost or said(f"{_followed_told(chosen.value)} {chosen_one(chosen.value)}")

    keep.on_click(keep_it)
    return [row_of(chosen, keep, line_of([chosen], keep)), told]


def choose_country(state: str | None = None) -> ipywidgets.VBox | Card:
    """Choose the country to follow through the walk. Any of the table `states`; you need not come from there.

    Parameters
    ----------
    state : chooses at once, for instance when your teacher has assigned a country; without it there is a menu.

    Returns
    -------
    A widget with the menu, or a card that names the country chosen. The choice is kept in your record.

    Raises
    ------
    ValueError
        There is no such state; the message names the nearest one.

    Examples
    --------
    >>> choose_country()  # doctest: +SKIP
    """
    if state is not None:
        name = state_name(state)
        record.keep("country", state=name)
        return plain_card(_followed_told(name))
    return framed(_menu_of_countries("", lambda _: say("Now run the next box.")), say("The country you follow"))
