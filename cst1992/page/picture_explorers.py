"""Explorers over pictures: the timeline, membership on a day, the evidence for the shared threats."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.membership import changes_of_position
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import rows
from cst1992.facts.wording import day_in_words
from cst1992.page.controls import html, made, menu
from cst1992.page.scaffold import ALL, Shown, explorer

if TYPE_CHECKING:
    import ipywidgets

OWN_DAY = "a day of your own"
WHOLE_DAY = "Write a whole day that the calendar has: day, month and year."


def explore_timeline(highlight: str | None = None, theme: str | None = "treaty") -> ipywidgets.VBox:
    """Choose a theme, a state and years, and see the events on a scale of time.

    The plain call is `cst.timeline(theme="nuclear", states="Kazakhstan", span=(1991, 1996))`.

    Parameters
    ----------
    highlight : a state whose events are picked out.
    theme : the theme shown at the start (an id of `themes`); None shows all of them.

    Returns
    -------
    A widget; put the call last in a cell to see it.

    Raises
    ------
    ValueError
        There is no such state or theme.

    Examples
    --------
    >>> explore_timeline()  # doctest: +SKIP
    """
    from cst1992.facts.arguments import choice, state_name
    from cst1992.facts.verbs import events
    from cst1992.pictures.timelines import timeline

    picked = state_name(highlight) if highlight else None
    theme = choice(theme, (row.text("id") for row in rows("themes")), "theme") if theme else ""
    everything = events()
    known = everything["date"].dt.year
    years = [(str(year), year) for year in range(known.min(), known.max() + 1)]
    names = sorted({row.text("state") for row in rows("event_states")})
    controls = [
        menu("Theme", [(ALL, ""), *((row.text("name"), row.text("id")) for row in rows("themes"))], theme),
        menu("State", [(ALL, ""), *((name, name) for name in names)], ""),
        menu("From", years, 1991),
        menu("To", years, 2004),
    ]

    def show(theme: str, state: str, one: int, other: int) -> Shown:
        span = (min(one, other), max(one, other))
        drawn = timeline(everything, theme=theme or None, states=state or None, span=span, highlight=picked)
        return Shown(drawn.alt, drawn.html())

    return explorer("Explore the timeline", controls, show)


def explore_membership(on: str = "1994-04-20") -> ipywidgets.VBox:
    """Choose a day and see who was bound by the Treaty.

    The plain calls are `cst.parties("1994-04-20")` and `cst.standing("1994-04-20")`.

    Parameters
    ----------
    on : the day shown at the start.

    Returns
    -------
    A widget; put the call last in a cell to see it.

    Raises
    ------
    ValueError
        It is no date, or none of the years that the tables tell of.

    Examples
    --------
    >>> explore_membership()  # doctest: +SKIP
    """
    import ipywidgets

    from cst1992.facts.arguments import as_day
    from cst1992.pictures.maps import membership_map

    turning = [str(day) for day in sorted({row.day("date") for row in changes_of_position()})]
    change = menu("A day on which it changed", [(OWN_DAY, ""), *((day, day) for day in turning)], "")
    day = made(ipywidgets.DatePicker, value=_known_day(as_day(on)), description="Day")
    style = menu("Show it as", [("tiles without borders", "tiles"), ("map", "outlines")], "tiles")

    def show(_: str, day: date | None, style: str) -> Shown:
        drawn = membership_map(str(_known_day(day)), style=style)
        return Shown(f"{day}. {drawn.alt}", drawn.html())

    def take_the_change(_: object) -> None:
        day.value = date.fromisoformat(change.value) if change.value else day.value

    def name_the_change(_: object = None) -> None:
        change.value = str(day.value) if str(day.value) in turning else ""

    name_the_change()
    change.observe(take_the_change, names="value")
    day.observe(name_the_change, names="value")
    return explorer("Explore membership", [change, day, style], show, [_days_to_choose_from()])


def _first_and_last() -> tuple[date, date]:
    """The days that can be shown: from the year before the first act to the end of the year of the newest source."""
    acts = [row.day("date") for row in rows("treaty_actions")]
    newest = max(row.text("published")[:4] for row in rows("sources"))
    return date(min(acts).year - 1, 1, 1), date(int(newest), 12, 31)


def _known_day(day: date | None) -> date:
    """The day, if it is one that can be shown.

    Raises
    ------
    ValueError
        No whole day is given, or one of other years.
    """
    first, last = _first_and_last()
    if day is None:
        raise Mistake(WHOLE_DAY)
    if not first <= day <= last:
        years = f"{day_in_words(first)} to {day_in_words(last)}"
        raise Mistake(f"The explorer shows the days from {years}, not {day_in_words(day)}.")
    return day


def _days_to_choose_from() -> ipywidgets.HTML:
    """The first and the last day, to be read, and for the calendar in the box for a day."""
    first, last = _first_and_last()
    told = f"From {day_in_words(first)} to {day_in_words(last)}."
    return html(f'<p class="cst-days" data-first="{first}" data-last="{last}">{told}</p>')


def explore_threats() -> ipywidgets.VBox:
    """Choose one of the three shared threats and see the evidence for it.

    The plain calls are `cst.threat_timeline("drug-business")` and `cst.threat_evidence("drug-business")`.

    Returns
    -------
    A widget; put the call last in a cell to see it.

    Examples
    --------
    >>> explore_threats()  # doctest: +SKIP
    """
    from cst1992.pictures.threats import threat_timeline

    shared = [(row.text("name"), row.text("id")) for row in rows("threats") if row["direction"] == "shared"]
    threat = menu("Threat", shared, shared[0][1])

    def show(threat: str) -> Shown:
        drawn = threat_timeline(threat)
        return Shown(drawn.alt, drawn.html())

    return explorer("Explore the shared threats", [threat], show)
