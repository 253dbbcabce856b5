"""Who was bound by the Treaty on a day: from treaty actions alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from cst1992.facts.arguments import DateLike, as_day, choice
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import Row, Value, closest, rows
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.standings import UNCHANGED, standing_after, standing_without_acts, standings_in_order

if TYPE_CHECKING:
    import pandas as pd

SENSES = {"signed": "signed", "in force": "in_force"}


def changes_of_position() -> list[Row]:
    """The acts that changed the position of a state, in order of date.

    Raises
    ------
    ValueError
        An act is that of a state which the table of states does not have.
    """
    acts = [row for row in rows("treaty_actions") if row["status_after"] != UNCHANGED]
    names = {row["name"] for row in rows("states")}
    for act in acts:
        if act["state"] not in names:
            told = say(
                "The act {act} is one of {state!r}, and no row of data/states.csv has this name. Write one name in both tables.",
                act=act["id"],
                state=act["state"],
            )
            raise Mistake(f"{told} {closest(act['state'], map(str, names))}".strip())
    return sorted(acts, key=lambda row: row.text("date"))


@dataclass(frozen=True)
class Span:
    """A stretch of time in which a state stood toward the Treaty in one way.

    It runs from the day of an act to that of the next one that changed its position; `end` is None while it lasts.
    `words` is the row of its standing.
    """

    words: Row
    start: date
    end: date | None
    act: Row

    @property
    def standing(self) -> str:
        """How the state stood, in a word of the table of standings."""
        return self.words.text("standing")

    @property
    def in_force(self) -> bool:
        """Does its standing itself say that the Treaty is in force for the state?"""
        return self.words["in_force"] is True

    @property
    def ended(self) -> bool:
        """Does its standing end the Treaty for the state?"""
        return bool(self.words["ends"])


def spans_by_state() -> dict[str, list[Span]]:
    """How each state of the table stood toward the Treaty, from act to act, in order of date; no span for one that never acted.

    Examples
    --------
    >>> [span.standing for span in spans_by_state()["Georgia"]]
    ['signed or acceded', 'in force', 'did not prolong']
    """
    acts: dict[str, list[Row]] = {row.text("name"): [] for row in rows("states")}
    for act in changes_of_position():
        acts[act.text("state")].append(act)
    return {state: [_span(act, following) for act, following in pairwise([*own, None])] for state, own in acts.items()}


def _span(act: Row | None, following: Row | None) -> Span:
    assert act is not None
    return Span(standing_after(act), act.day("date"), following.day("date") if following else None, act)


def standings_on(day: date) -> dict[str, tuple[str, Span | None]]:
    """How each state stood at the end of a day, and the span of that; no span where it had not acted yet.

    Examples
    --------
    >>> stood = standings_on(date(1993, 1, 1))
    >>> stood["Georgia"], stood["Estonia"], stood["Armenia"][0]
    (('not yet', None), ('never a party', None), 'signed or acceded')
    """
    without = {later: standing_without_acts(later) for later in (True, False)}
    found: dict[str, tuple[str, Span | None]] = {}
    for state, spans in spans_by_state().items():
        begun = [span for span in spans if span.start <= day]
        found[state] = (begun[-1].standing, begun[-1]) if begun else (without[bool(spans)], None)
    return found


def _acts_until(on: DateLike) -> dict[str, list[Row]]:
    """For each state the acts known at the end of a day that changed its position, in order of date."""
    day = as_day(on)
    found: dict[str, list[Row]] = {}
    for row in changes_of_position():
        if row.day("date") <= day:
            found.setdefault(row.text("state"), []).append(row)
    return found


def _unbroken(acts: list[Row], column: str) -> Row:
    """The first act of the unbroken span that reaches to the last one."""
    first = acts[-1]
    for act in reversed(acts):
        if not act[column]:
            break
        first = act
    return first


def parties(on: DateLike, sense: str = "in force") -> pd.DataFrame:
    """Who was bound by the Treaty at the end of a day.

    It takes the acts known by that day, keeps the last one of each state that changed its position, and asks whether
    the Treaty then was signed, or in force, for that state. Which act binds whom is a column of `treaty_actions`: a
    teacher who disputes a date edits a row. What a standing does to the Treaty, or leaves open, stands in `standings`.

    Parameters
    ----------
    on : a date, a datetime or a text such as "1994-04-20".
    sense : "in force" waits for entry into force; "signed" counts signatures and accessions.

    Returns
    -------
    One row a state, in order of `since`: state, since (first day of the unbroken span), act (the row of
    `treaty_actions` from which it is bound), status (after the last act), last_act, dispute, source (of last_act).

    Raises
    ------
    ValueError
        `on` is no date, or `sense` is unknown; the message names the nearest valid choice.

    Examples
    --------
    >>> len(parties("1992-05-15", sense="signed")), len(parties("1992-05-15")), len(parties("1994-04-20"))
    (6, 0, 9)
    """
    import pandas as pd

    from cst1992.facts.shown import Table

    column = SENSES[choice(sense, SENSES, to_be_said("sense"))]
    found = [_bound(acts, column) for acts in _acts_until(on).values() if acts[-1][column]]
    frame = Table(found, columns=["state", "since", "act", "status", "last_act", "dispute", "source"])
    frame["since"] = pd.to_datetime(frame["since"])
    return frame.sort_values(["since", "state"], ignore_index=True)


def _bound(acts: list[Row], column: str) -> dict[str, Value]:
    """A state that is bound after its acts: since when and by which, and how it stands after the last one."""
    first, last = _unbroken(acts, column), acts[-1]
    return {
        "state": last["state"],
        "since": first["date"],
        "act": first["id"],
        "status": last["status_after"],
        "last_act": last["id"],
        "dispute": last["dispute"],
        "source": last["source"],
    }


def standing(on: DateLike) -> pd.DataFrame:
    """How each state stood toward the Treaty at the end of a day.

    Parameters
    ----------
    on : a date, a datetime or a text such as "1994-04-20".

    Returns
    -------
    One row a state, in the order of `states`: state, standing (a word of `standings`, in its order), since (the act's
    day; missing where nothing was done), disputed.

    Raises
    ------
    ValueError
        `on` is no date; the message says how to write one.

    Examples
    --------
    >>> standing("1999-04-20").set_index("state").loc["Georgia", "standing"]
    'did not prolong'
    """
    import pandas as pd

    from cst1992.facts.shown import Table

    found: list[tuple[str, str, object, bool]] = []
    for state, (word, span) in standings_on(as_day(on)).items():
        disputed = span is not None and span.act["dispute"] is not None
        found.append((state, word, span.start if span else None, disputed))
    frame = Table(found, columns=["state", "standing", "since", "disputed"])
    frame["since"] = pd.to_datetime(frame["since"])
    known = [row.text("standing") for row in standings_in_order()]
    frame["standing"] = pd.Categorical(frame["standing"], categories=known, ordered=True)
    return frame
