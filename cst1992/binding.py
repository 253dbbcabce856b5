"""Who was bound by the Treaty on a day: from treaty actions alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.tables.loading import DateLike, as_day, choice
from cst1992.tables.treaty import treaty_actions

if TYPE_CHECKING:
    import pandas as pd

SENSES = {"signed": "signed", "in force": "in_force"}


def parties(on: DateLike, sense: str = "in force") -> pd.DataFrame:
    """Who was bound by the Treaty at the end of a day.

    It takes the acts known by that day, keeps the last one of each state that changed its position, and asks whether
    the Treaty then was signed, or in force, for that state. Suspension of membership of the CSTO and a declared freeze
    do not end the Treaty; not prolonging it does. Which act binds whom is a column of `treaty_actions`: a teacher who
    disputes a date edits a row.

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

    column = SENSES[choice(sense, SENSES, "sense")]
    acts = treaty_actions()
    known = acts[(acts["date"] <= as_day(on)) & (acts["status_after"] != "no change")]
    found = []
    for state, own in known.groupby("state", sort=False):
        last = own.iloc[-1]
        if last[column]:
            span = own[own[column][::-1].cumprod()[::-1].astype(bool)]
            first = span.iloc[0]
            found.append(
                (state, first["date"], first["id"], last["status_after"], last["id"], last["dispute"], last["source"])
            )
    names = ["state", "since", "act", "status", "last_act", "dispute", "source"]
    return pd.DataFrame(found, columns=names).sort_values(["since", "state"], ignore_index=True)
