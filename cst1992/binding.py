"""Who was bound by the Treaty on a day: from treaty actions alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.datapackage import Row, rows
from cst1992.tables.loading import DateLike, as_day, choice

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


def changes_of_position() -> list[Row]:
    """The acts that changed the position of a state, in order of date."""
    return [row for row in rows("treaty_actions") if row["status_after"] != "no change"]


def _acts_until(on: DateLike) -> dict[str, list[Row]]:
    """For each state the acts known at the end of a day that changed its position, in order of date."""
    day = as_day(on).date()
    found: dict[str, list[Row]] = {}
    for row in changes_of_position():
        if row["date"] <= day:  # type: ignore[operator]
            found.setdefault(str(row["state"]), []).append(row)
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
    found = []
    for state, acts in _acts_until(on).items():
        last = acts[-1]
        if last[column]:
            first = _unbroken(acts, column)
            found.append(
                (state, first["date"], first["id"], last["status_after"], last["id"], last["dispute"], last["source"])
            )
    names = ["state", "since", "act", "status", "last_act", "dispute", "source"]
    frame = pd.DataFrame(found, columns=names)
    frame["since"] = pd.to_datetime(frame["since"])
    return frame.sort_values(["since", "state"], ignore_index=True)


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

    acting = {str(row["state"]) for row in changes_of_position()}
    known = _acts_until(on)
    found: list[tuple[str, str, object, bool]] = []
    for row in rows("states"):
        state = str(row["name"])
        if state not in known:
            found.append((state, "not yet" if state in acting else "never a party", None, False))
            continue
        last = known[state][-1]
        words = {"suspended": "suspended", "declared frozen": "declared frozen", "lapsed": "did not prolong"}
        said = words.get(str(last["status_after"]), "in force" if last["in_force"] else "signed or acceded")
        found.append((state, said, last["date"], last["dispute"] is not None))
    frame = pd.DataFrame(found, columns=["state", "standing", "since", "disputed"])
    frame["since"] = pd.to_datetime(frame["since"])
    frame["standing"] = pd.Categorical(frame["standing"], categories=list(STANDINGS), ordered=True)
    return frame
