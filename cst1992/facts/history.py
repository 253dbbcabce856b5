"""What happened: events, the Treaty's own eras, requests for help, and the people in the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.arguments import choice, state_name
from cst1992.facts.tables import dataframe, rows_where, with_word

if TYPE_CHECKING:
    import pandas as pd


def themes() -> pd.DataFrame:
    """The lanes of the timeline.

    Returns
    -------
    6 rows: id, name, order, about.

    Examples
    --------
    >>> len(themes())
    6
    """
    return dataframe("themes")


def events(theme: str | None = None, state: str | None = None) -> pd.DataFrame:
    """What happened around the Treaty, 1985 to 2025, in order of date.

    Parameters
    ----------
    theme : only events of this theme (an id of `themes`); an event may have several.
    state : only events with this state, by its English or Russian name or ISO code.

    Returns
    -------
    One row an event: id, date, date_precision, title, label (short), description, other_actors, note, core,
    confidence, source.

    Raises
    ------
    ValueError
        There is no such theme or state; the message names the nearest one.

    Examples
    --------
    >>> len(events()), len(events(theme="treaty", state="Georgia")) > 0
    (98, True)
    """
    frame = dataframe("events")
    if theme is not None:
        wanted = choice(theme, dataframe("themes")["id"], "theme")
        links = dataframe("event_themes")
        frame = rows_where(frame, frame["id"].isin(links.loc[links["theme"] == wanted, "event"]))
    if state is not None:
        links = dataframe("event_states")
        frame = rows_where(frame, frame["id"].isin(links.loc[links["state"] == state_name(state), "event"]))
    return frame


def event_themes() -> pd.DataFrame:
    """Which event belongs to which themes; exactly one of them is its main theme.

    Returns
    -------
    One row an event and a theme: id, event, theme, main.

    Examples
    --------
    >>> int(event_themes()["main"].sum())
    98
    """
    return dataframe("event_themes")


def event_states() -> pd.DataFrame:
    """Which of the fifteen states took part in which event.

    Returns
    -------
    One row an event and a state: id, event, state.

    Examples
    --------
    >>> event_states()["state"].nunique() <= 15
    True
    """
    return dataframe("event_states")


def eras() -> pd.DataFrame:
    """The Treaty's own status over time.

    Returns
    -------
    One row a span: id, name, short_name, start, end (the first day of the next span; missing while it lasts),
    source, note.

    Examples
    --------
    >>> eras()["short_name"].iloc[0]
    'signed'
    """
    return dataframe("eras")


def requests(asked_by: str | None = None, answered: str | None = None) -> pd.DataFrame:
    """Every request for help under the Treaty that was found, 1992 to 2025, in order of date.

    The refused, the merely offered and the never made ones are among them.

    Parameters
    ----------
    asked_by : only requests of this state, by its English or Russian name or ISO code.
    answered : only requests with this kind of answer: "forces", "other help", "talks or statements", "nothing found".

    Returns
    -------
    One row a case: id, date, date_precision, label, way (ordered), asked_by, asked_of, article_named, text_in_force
    (ordered), text_note, what_was_asked, what_was_done, answer (ordered), answer_reason, reasons_given, outcome,
    use_as_case, optional_in_class, confidence, note, source.

    Raises
    ------
    ValueError
        There is no such state or kind of answer; the message names the nearest one.

    Examples
    --------
    >>> requests(answered="forces")["date"].dt.year.tolist()
    [1993, 2022]
    """
    frame = dataframe("requests")
    if asked_by is not None:
        links = dataframe("request_states")
        own = links.loc[(links["state"] == state_name(asked_by)) & (links["role"] == "asked by"), "request"]
        frame = rows_where(frame, frame["id"].isin(own))
    return with_word(frame, "requests", "answer", answered, "kind of answer")


def request_states() -> pd.DataFrame:
    """Which of the fifteen states had which role in which case.

    Returns
    -------
    One row a case and a state: id, request, state, role (asked by, asked of, offered by, concerned).

    Examples
    --------
    >>> "asked by" in set(request_states()["role"])
    True
    """
    return dataframe("request_states")


def people() -> pd.DataFrame:
    """The persons named in the tables, with their office at the time.

    Returns
    -------
    One row a person: id, name, name_ru, state, office, from_to_note, why_here, confidence, source.

    Examples
    --------
    >>> "Kuralai Bayzakova" in set(people()["name"])
    True
    """
    return dataframe("people")
