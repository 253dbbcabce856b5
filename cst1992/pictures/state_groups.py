"""The states that have a bar, in the groups of the table `roles`, with their spans; and the years that these fill."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from cst1992.facts.membership import Span, changes_of_position, spans_by_state
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.package import nearest, rows
from cst1992.facts.speech import say

Bars = dict[str, list[Span]]
Groups = list[tuple[str, Bars]]


def groups() -> Groups:
    """The groups of states in their order, each with its heading and the spans of its states in the order of first acts.

    Raises
    ------
    ValueError
        A state has a role that the table of roles does not have; the message says how to mend it.

    Examples
    --------
    >>> [(heading, len(states)) for heading, states in groups()]
    [('Signed in Tashkent, 15 May 1992', 6), ('Acceded in 1993', 3)]
    """
    known = sorted(rows("roles"), key=lambda row: row.whole("order"))
    found: dict[str, Bars] = {row.text("role"): {} for row in known}
    spans = spans_by_state()
    for row in rows("states"):
        name, role = row.text("name"), row.text("role")
        if role not in found:
            raise Mistake(
                say(
                    "{state} has the role {role!r} in {file}, and {other} has no row for it. Write one name in both tables. "
                    "{choices}",
                    state=name,
                    role=role,
                    file="data/states.csv",
                    other="data/roles.csv",
                    choices=nearest(role, found),
                )
            )
        if spans[name]:
            found[role][name] = spans[name]
    headings = {row.text("role"): row.text("heading") for row in known}
    ordered = {
        role: dict(sorted(own.items(), key=lambda one: (one[1][0].start, one[0]))) for role, own in found.items()
    }
    return [(headings[role], own) for role, own in ordered.items() if own]


def bars_of(known: Groups) -> Bars:
    """The spans of every state of some groups."""
    return {name: spans for _, own in known for name, spans in own.items()}


def first_and_last() -> tuple[date, date]:
    """The scale of bars: from the year of the first act to the month of the newest fact, or the year of a later act.

    Examples
    --------
    >>> [str(day) for day in first_and_last()]
    ['1992-01-01', '2026-02-28']
    """
    newest = module().facts_to
    days = [row.day("date") for row in changes_of_position()] or [newest]
    if days[-1] > newest:
        return date(days[0].year, 1, 1), date(days[-1].year, 12, 31)
    return date(days[0].year, 1, 1), newest.replace(day=monthrange(newest.year, newest.month)[1])
