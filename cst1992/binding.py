"""Who was bound by the Treaty on a day: from treaty actions alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.tables.loading import DateLike, as_day, choice
from cst1992.tables.treaty import states, treaty_actions

if TYPE_CHECKING:
    import pandas as pd

STANDINGS = (
    "never a party",
    "not yet",
    "signed or acceded",
    "in force",
    "suspended",
    "declared frozen",
    "did not prolong",
)
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


def standing(on: DateLike) -> pd.DataFrame:
    """How each of the fifteen states stood toward the Treaty at the end of a day.

    Returns
    -------
    15 rows, in the order of `states`: state, standing (ordered: never a party, not yet, signed or acceded, in force,
    suspended, declared frozen, did not prolong), since (the act's day; missing where nothing was done), disputed.

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

    acts = treaty_actions()
    own = acts[acts["status_after"] != "no change"]
    known = own[own["date"] <= as_day(on)]
    bound = set(parties(on)["state"])
    rows = []
    for state in states()["name"]:
        mine = known[known["state"] == state]
        if mine.empty:
            rows.append((state, "not yet" if state in set(own["state"]) else "never a party", pd.NaT, False))
            continue
        last = mine.iloc[-1]
        words = {"suspended": "suspended", "declared frozen": "declared frozen", "lapsed": "did not prolong"}
        said = words.get(str(last["status_after"]), "in force" if state in bound else "signed or acceded")
        rows.append((state, said, last["date"], pd.notna(last["dispute"])))
    frame = pd.DataFrame(rows, columns=["state", "standing", "since", "disputed"])
    frame["standing"] = pd.Categorical(frame["standing"], categories=list(STANDINGS), ordered=True)
    return frame
