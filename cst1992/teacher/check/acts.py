"""What acts, standings, eras and the day of entry into force say of one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cst1992.facts.membership import spans_by_state
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import Row, Value, has_table
from cst1992.facts.standings import UNCHANGED, standing_after
from cst1992.facts.treaty_wordings import wordings
from cst1992.teacher.check.fault import Fault, in_table
from cst1992.teacher.check.table_lines import Line, numbered


def act_faults() -> Iterator[Fault]:
    """Everything in the acts that contradicts a standing, the end of the last era, or the day of entry into force."""
    if not (has_table("treaty_actions") and has_table("standings")):
        return
    acts = sorted(numbered("treaty_actions"), key=lambda line: str(line[1]["date"]))
    yield from _against_their_standings(acts)
    yield from _in_force_after_the_end(acts)
    yield from _first_in_force(acts)


def _against_their_standings(acts: list[Line]) -> Iterator[Fault]:
    """An end that leaves the treaty in force, and an act after which it is not, without a standing that ends it."""
    bound: dict[Value, bool] = {}
    for number, row in acts:
        state, before = row["state"], bound.get(row["state"], False)
        if row["status_after"] == UNCHANGED:
            if row["in_force"] != before:
                told = f"the act changes nothing for {state}, and writes {_yes(row['in_force'])}; the act before it left {_yes(before)}."
                yield in_table("treaty_actions", number, "in_force", f"{told} Write one, or give the act its status.")
            continue
        try:
            standing = standing_after(Row(row))
        except Mistake:
            continue  # told with the standings
        if standing["ends"] and row["in_force"]:
            told = f"it ends in {standing['standing']!r}, which ends the treaty for {state}, and writes yes."
            yield in_table("treaty_actions", number, "in_force", f"{told} Write no, or another status.")
        elif before and not row["in_force"] and not standing["ends"]:
            told = f"the treaty was in force for {state} before this act and is not after it, and {standing['standing']!r} ends nothing."
            yield in_table("treaty_actions", number, "status_after", f"{told} Write a status that ends it, or yes.")
        bound[state] = row["in_force"] is True


def _yes(value: Value) -> str:
    return "yes" if value else "no"


def _in_force_after_the_end(acts: list[Line]) -> Iterator[Fault]:
    """States for which the treaty is still in force when its last era has ended."""
    ends = [row["end"] for _, row in numbered("eras")]
    if not ends or not isinstance(ends[-1], date):
        return
    lines = {row["id"]: number for number, row in acts}
    try:
        last = {state: spans[-1] for state, spans in spans_by_state().items() if spans}
    except Mistake:
        return  # told with the tables
    for state, span in last.items():
        if span.in_force:
            told = f"{state} is left {span.standing!r}, and the last era of data/eras.csv ended on {ends[-1]}."
            mend = "Add the act that ended it for this state, or leave the end of that era empty."
            yield in_table("treaty_actions", lines[span.act["id"]], "status_after", f"{told} {mend}")


def _first_in_force(acts: list[Line]) -> Iterator[Fault]:
    """The first act after which the treaty is in force, against the day of its first instrument."""
    told = wordings()
    if not told:
        return
    day = told[0].in_force_on
    first = next(((number, row) for number, row in acts if row["in_force"]), None)
    if first is None and day:
        why = f"no act has yes, and the wording {told[0].id} is in force on {day} by data/instruments.csv."
        yield Fault("data/treaty_actions.csv, column in_force", f"{why} Add the entry into force of each state.")
    elif first and first[1]["date"] != day:
        why = f"{first[1]['date']} is the first day on which the treaty is in force for a state; data/instruments.csv has "
        why += f"{day or 'no day'} under in_force_on for the wording {told[0].id}."
        yield in_table("treaty_actions", first[0], "date", f"{why} Correct one of the two.")
