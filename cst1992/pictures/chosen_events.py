"""Which events a timeline shows: filtered by theme, state and years, and placed in lanes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.arguments import choice, state_name
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.package import Row, rows
from cst1992.facts.sections import rows_if_there
from cst1992.facts.speech import say, to_be_said

if TYPE_CHECKING:
    import pandas as pd

LANES = ("main theme", "every theme", "one")


@dataclass(frozen=True)
class Shown:
    """One event as a timeline shows it; one that changed the Treaty's own status is `turning`."""

    id: str
    first: date
    precision: str
    label: str
    themes: tuple[str, ...]
    states: frozenset[str]
    turning: bool = False


def _links(table: str, key: str) -> dict[str, list[str]]:
    """From an event to what it is tied to, the main theme first; nothing where the module has no such table."""
    found: dict[str, list[str]] = {}
    links = rows_if_there(table)
    if table == "event_themes":
        links = sorted(links, key=lambda row: not row["main"])
    for row in links:
        found.setdefault(row.text("event"), []).append(row.text(key))
    return found


def _as_list(given: object) -> list[object]:
    """One word, several, or none, as a list."""
    if given is None:
        return []
    return [given] if isinstance(given, str) or not isinstance(given, Iterable) else list(given)


def theme_keys(given: str | Iterable[str] | None) -> set[str]:
    """The ids of the themes that were meant; none where none is given.

    Raises
    ------
    ValueError
        A theme is not known; the message names the valid ones.
    """
    known = [row.text("id") for row in rows("themes")]
    return {choice(one, known, to_be_said("theme")) for one in _as_list(given)}


def state_keys(given: str | Iterable[str] | None) -> set[str]:
    """The names of the states that were meant; none where none is given.

    Raises
    ------
    ValueError
        A state is not known; the message names the nearest one.
    """
    return {state_name(one) for one in _as_list(given)}


def years_at_first() -> tuple[int, int]:
    """The years that are shown before anybody chooses: those that the module names, else those of all its events.

    Examples
    --------
    >>> years_at_first()
    (1991, 2004)
    """
    years = [row.day("date").year for row in rows("events")] or [module().facts_to.year]
    return module().first_view.years or (min(years), max(years))


def years_of(span: Sequence[object] | None, events: Sequence[Shown]) -> tuple[date, date]:
    """The first and the last day of the scale: whole years, those of the events where no span is given.

    Raises
    ------
    ValueError
        The span is not two years, the earlier one first.
    """
    if span is None:
        years = [shown.first.year for shown in events] or years_at_first()
        return date(min(years), 1, 1), date(max(years), 12, 31)
    try:
        first, last = (int(str(year)[:4]) for year in span)
    except (ValueError, TypeError):
        example = str(years_at_first())
        raise Mistake(
            say("The span is two years, such as {example}; it was {given!r}.", example=example, given=span)
        ) from None
    if not 1900 <= first <= last <= 2100:
        example = str(years_at_first())
        raise Mistake(
            say(
                "The span is two years, the earlier one first, such as {example}; it was {given!r}.",
                example=example,
                given=span,
            )
        )
    return date(first, 1, 1), date(last, 12, 31)


def chosen(
    events: pd.DataFrame | None,
    of_themes: Set[str],
    of_states: Set[str],
    span: Sequence[object] | None,
) -> list[Shown]:
    """The events to show, in order of date.

    Parameters
    ----------
    of_themes, of_states : as `theme_keys` and `state_keys` give them; all events where they are empty.

    Raises
    ------
    ValueError
        The table is not one of events, or the span is none.
    """
    known = {row.text("id"): row for row in rows("events")}
    if events is None:
        wanted = [identity for identity, row in known.items() if row["core"]]
    elif not hasattr(events, "columns") or "id" not in events.columns or not set(events["id"]) <= set(known):
        raise Mistake(say("A timeline shows rows of {verb}; give it that table or a part of it.", verb="cst.events()"))
    else:
        wanted = [str(identity) for identity in events["id"]]
    found = [
        shown
        for shown in _as_shown([known[identity] for identity in wanted])
        if (not of_themes or of_themes & set(shown.themes)) and (not of_states or of_states & shown.states)
    ]
    if span is not None:
        first, last = years_of(span, found)
        found = [shown for shown in found if first <= shown.first <= last]
    return sorted(found, key=lambda shown: (shown.first, shown.label))


def _as_shown(events: Iterable[Row]) -> list[Shown]:
    """Rows of events with their themes and states; an event without a theme is told, since it has no lane."""
    themes, states = _links("event_themes", "theme"), _links("event_states", "state")
    found = []
    for row in events:
        own = row.text("id")
        if own not in themes:
            raise Mistake(
                say("The event {event} has no theme. Give it a row in {file}.", event=own, file="data/event_themes.csv")
            )
        when = row.day("date"), row.text("date_precision")
        tied = tuple(themes[own]), frozenset(states.get(own, ()))
        found.append(Shown(own, *when, row.text("label"), *tied, bool(row["turning_point"])))
    return found


def in_lanes(events: Sequence[Shown], lanes: str, of_themes: Set[str]) -> list[tuple[str, list[Shown]]]:
    """The events by lane, only lanes that have events, in the order of the table of themes."""
    lanes = choice(lanes, LANES, to_be_said("way to make lanes"))
    if lanes == "one":
        return [("", list(events))] if events else []
    found = []
    for row in sorted(rows("themes"), key=lambda row: row.whole("order")):
        identity = row.text("id")
        if lanes == "main theme":
            own = [shown for shown in events if shown.themes[0] == identity]
        else:
            own = [shown for shown in events if identity in shown.themes and (not of_themes or identity in of_themes)]
        if own:
            found.append((row.text("name"), own))
    return found
