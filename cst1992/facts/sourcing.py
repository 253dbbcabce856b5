"""Where facts come from, and where sources contradict each other."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from cst1992.facts.citing import sources_of
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import closest, fields, rows, table_names
from cst1992.facts.sections import section
from cst1992.facts.speech import say
from cst1992.facts.tables import dataframe, rows_where

if TYPE_CHECKING:
    import pandas as pd


def sources_for(row: str | pd.Series) -> pd.DataFrame:
    """All sources of one row of any table, the best one first.

    Parameters
    ----------
    row : the id of a row, or a row itself, such as `cst.requests().iloc[0]`.

    Returns
    -------
    One row a source: table (of the row), the columns of `sources`, and adds (what this source adds, or where it
    differs).

    Raises
    ------
    ValueError
        It is neither an id nor a row, or no row has this id; the message names the nearest one.

    Examples
    --------
    >>> sources_for("article-04")["id"].iloc[0]
    'treaty-1992-ru'
    """
    from cst1992.facts.shown import Table

    wanted = row.get("id") if hasattr(row, "get") else row
    if not isinstance(wanted, str):
        kind = type(row).__name__
        raise Mistake(
            say("{verb} takes {what}; it was given {kind!r}.", verb="cst.sources_for()", what=_example(), kind=kind)
        )
    cited = [(table, key, note) for table in _tables_with(wanted) for key, note in sources_of(table, wanted)]
    found = Table(cited, columns=["table", "id", "adds"])
    return found.merge(dataframe("sources"), on="id", how="left")


def _sourced() -> list[str]:
    """The tables whose rows name a source."""
    return [table for table in table_names() if any(field["name"] == "source" for field in fields(table))]


def _example() -> str:
    """What can be asked for its sources, with the first row that has one."""
    first = next(((table, found[0]) for table in _sourced() if (found := rows(table))), None)
    if first is None:
        return say("the id of a row, or one row")
    table, row = first
    return say(
        "the id of a row, such as {key!r}, or one row, such as {call}",
        key=row.text("id"),
        call=f"cst.{table}().iloc[0]",
    )


def _tables_with(identity: str) -> list[str]:
    """The tables that have a row of this id and name sources; a Mistake names the nearest id where there is none."""
    sourced = _sourced()
    ids = {table: [row.text("id") for row in rows(table)] for table in sourced}
    found = [table for table in sourced if identity in ids[table]]
    if not found:
        known = chain.from_iterable(ids.values())
        told = say("No sourced row has the id {key!r}.", key=identity)
        raise Mistake(f"{told} {closest(identity, known)}".strip())
    return found


def disagreements(about: str | None = None) -> pd.DataFrame:
    """Questions on which sources contradict each other, their versions side by side.

    Parameters
    ----------
    about : one or more words of the subject, such as the name of a state; all questions without it.

    Returns
    -------
    One row a version, those of one question together, the best supported first: id, question_id, about, question,
    version, who_says_so, verdict (ordered), why, confidence, source.

    Raises
    ------
    ValueError
        No question is about that; the message names the nearest subject.

    Examples
    --------
    >>> disagreements("georgia accession")["verdict"].iloc[0]
    'best supported'
    """
    frame = dataframe("disagreements")
    frame = frame.assign(place=frame["question_id"].factorize()[0])
    frame = frame.sort_values(["place", "verdict"], ascending=[True, False], ignore_index=True).drop(columns="place")
    if about is None:
        return frame
    section("disagreements")
    wanted = str(about).casefold()
    text = (frame["question_id"] + " " + frame["about"] + " " + frame["question"]).str.casefold()
    keep = text.map(lambda searched: all(word in searched for word in wanted.split()))
    if not keep.any():
        subjects = {word.strip() for words in frame["about"] for word in words.split(";")}
        look = say("See {column} for words to search by.", column="cst.disagreements()['about']")
        more = closest(wanted, sorted(subjects)) or look
        raise Mistake(say("No disagreement is about {subject!r}. {more}", subject=about, more=more))
    return rows_where(frame, keep)
