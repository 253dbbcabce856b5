"""The Treaty: its articles, its changes, its papers, its states, and what other treaties say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.arguments import state_name
from cst1992.facts.tables import dataframe, of_article, rows_where, with_word

if TYPE_CHECKING:
    import pandas as pd


def articles() -> pd.DataFrame:
    """The eleven articles of the Treaty signed in Tashkent on 15 May 1992, as first worded.

    Returns
    -------
    11 rows: id, number, title (ours: the Treaty's articles carry none), kind (of provision), part (of the
    Treaty's work, ordered), paragraphs, actor, key_term, key_term_ru, summary (our paraphrase), basis
    (read or reported), confidence, note, source.

    Examples
    --------
    >>> articles().loc[3, "kind"]
    'mutual assistance'
    """
    return dataframe("articles")


def provisions(article: int | None = None) -> pd.DataFrame:
    """The articles paragraph by paragraph: who must do what, when, and who decides.

    Parameters
    ----------
    article : 1 to 11; all of them without it.

    Returns
    -------
    One row a paragraph: id, article, paragraph, paraphrase, who, duty, when, who_decides, basis, confidence, source.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> len(provisions(article=4))
    3
    """
    return of_article("provisions", article)


def amendments(article: int | None = None) -> pd.DataFrame:
    """What the Protocol of 10 December 2010, in force since 19 December 2012, made of each article.

    Parameters
    ----------
    article : 1 to 11; all of them without it.

    Returns
    -------
    One row an article: id, article, amended (amended or not named), change, basis, confidence, source.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> int((amendments()["amended"] == "amended").sum())
    6
    """
    return of_article("amendments", article)


def instruments() -> pd.DataFrame:
    """The legal papers around the Treaty, from the draft of May 1992 on.

    Returns
    -------
    One row a paper: id, title, date, date_precision, place, in_force_on, about, confidence, source.

    Examples
    --------
    >>> instruments().set_index("id").loc["protocol-1999", "place"]
    'Moscow'
    """
    return dataframe("instruments")


def treaty_actions(state: str | None = None) -> pd.DataFrame:
    """Acts by or for one state, in order of date, and where the state stands toward the Treaty after each.

    Parameters
    ----------
    state : only acts of this state, by its English or Russian name or ISO code.

    Returns
    -------
    One row an act: id, date, date_precision, state, act, instrument, signed, in_force, status_after, dispute,
    confidence, note, source.

    Raises
    ------
    ValueError
        There is no such state; the message names the nearest one.

    Examples
    --------
    >>> treaty_actions("Georgia")["act"].tolist()[0]
    'accession'
    """
    frame = dataframe("treaty_actions")
    return frame if state is None else rows_where(frame, frame["state"] == state_name(state))


def states() -> pd.DataFrame:
    """The fifteen former union republics; the Baltic states hold that they were occupied.

    Returns
    -------
    15 rows: id, name, name_ru, name_official, other_names, iso2, iso3, role, note, source.

    Examples
    --------
    >>> int((states()["role"] == "signatory of 1992").sum())
    6
    """
    return dataframe("states")


def clauses(topic: str | None = None) -> pd.DataFrame:
    """What other treaties promise, beside the Treaty of 1992 and its amended text.

    Parameters
    ----------
    topic : "mutual assistance", "consultation", "accession", "duration and exit", "reporting", "self-defence",
        "regional arrangements" or "area".

    Returns
    -------
    One row a clause: id, treaty, year, article, topic, what_it_promises, who_decides, request_needed, area_limit,
    beside_the_treaty_of_1992, basis, confidence, source.

    Raises
    ------
    ValueError
        There is no such topic; the message names the nearest one.

    Examples
    --------
    >>> "North Atlantic Treaty" in set(clauses("mutual assistance")["treaty"])
    True
    """
    return with_word(dataframe("clauses"), "clauses", "topic", topic)
