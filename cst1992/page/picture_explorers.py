"""Explorers over pictures: the timeline, membership on a day, the evidence for the shared threats."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.agreed import said_state
from cst1992.facts.arguments import DateLike, as_day, choice, state_name
from cst1992.facts.membership import changes_of_position
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.package import row_with, rows
from cst1992.facts.sections import rows_if_there
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.wording import day_in_words
from cst1992.page.controls import html, made, menu
from cst1992.page.scaffold import ALL, Shown, explorer
from cst1992.pictures.chosen_events import years_at_first

if TYPE_CHECKING:
    import ipywidgets


OWN_DAY = to_be_said("a day of your own")


def explore_timeline(highlight: str | None = None, theme: str | None = "") -> ipywidgets.VBox:
    """Choose a theme, a state and years, and see the events on a scale of time.

    The plain call is `cst.timeline(theme="nuclear", states="Kazakhstan", span=(1991, 1996))`.

    Parameters
    ----------
    highlight : a state whose events are picked out.
    theme : the theme shown at the start (an id of `themes`), the module's own choice where none is given; None shows all.

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
    from cst1992.facts.tables import dataframe
    from cst1992.pictures.timelines import timeline

    picked = state_name(highlight) if highlight else None
    themes = [(row.text("name"), row.text("id")) for row in rows("themes")]
    given = module().first_view.theme if theme == "" else theme
    first = choice(given, (identity for _, identity in themes), to_be_said("theme")) if given else ""
    everything = dataframe("events")
    known, (one, other) = _years()
    years = [(str(year), year) for year in known]
    names = sorted({row.text("state") for row in rows_if_there("event_states")})
    controls = [
        menu(say("Theme"), [(say(ALL), ""), *themes], first),
        menu(say("State"), [(say(ALL), ""), *((said_state(name), name) for name in names)], ""),
        menu(say("From"), years, one),
        menu(say("To"), years, other),
    ]

    def show(theme: str, state: str, one: int, other: int) -> Shown:
        span = (min(one, other), max(one, other))
        drawn = timeline(everything, theme=theme or None, states=state or None, span=span, highlight=picked)
        return Shown(drawn.alt, drawn.html())

    return explorer(say("Explore the timeline"), controls, show)


def _years() -> tuple[range, tuple[int, int]]:
    """The years of all events, and the first and the last of those that are shown at the start."""
    days = [row.day("date").year for row in rows("events")]
    known = range(min(days), max(days) + 1) if days else range(min(years_at_first()), max(years_at_first()) + 1)
    one, other = (min(max(year, known[0]), known[-1]) for year in years_at_first())
    return known, (one, other)


def explore_membership(on: DateLike | None = None) -> ipywidgets.VBox:
    """Choose a day and see who was bound by the Treaty.

    The plain calls are `cst.parties("1994-04-20")` and `cst.standing("1994-04-20")`.

    Parameters
    ----------
    on : the day shown at the start; where none is given, that of the module, else the first on which the Treaty was in
        force for a state.

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

    from cst1992.pictures.maps import membership_map, styles

    turning = [str(day) for day in sorted({row.day("date") for row in changes_of_position()})]
    change = menu(say("A day on which it changed"), [(say(OWN_DAY), ""), *((day, day) for day in turning)], "")
    first = _first_day() if on is None else _known_day(as_day(on))
    day = made(ipywidgets.DatePicker, value=first, description=say("Day"))
    names = {"tiles": say("tiles without borders"), "outlines": say("map")}
    style = menu(say("Show it as"), [(names[one], one) for one in reversed(styles())], "tiles")

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
    return explorer(say("Explore membership"), [change, day, style], show, [_days_to_choose_from()])


def _first_day() -> date:
    """The day that is shown before anybody chooses one, of those that can be shown."""
    acts = changes_of_position()
    begun = [row.day("date") for row in acts if row["in_force"]] or [row.day("date") for row in acts]
    first, last = _first_and_last()
    return min(max(as_day(module().first_view.day or min(begun, default=last)), first), last)


def _first_and_last() -> tuple[date, date]:
    """The days that can be shown: from the year before the first act to the end of that of the newest source or act."""
    days = [row.day("date") for row in rows("treaty_actions")] + [module().facts_to]
    newest = max([*(row.text("published")[:4] for row in rows("sources")), str(max(days).year)])
    return date(min(days).year - 1, 1, 1), date(int(newest), 12, 31)


def _known_day(day: date | None) -> date:
    """The day, if it is one that can be shown.

    Raises
    ------
    ValueError
        No whole day is given, or one of other years.
    """
    first, last = _first_and_last()
    if day is None:
        raise Mistake(say("Write a whole day that the calendar has: day, month and year."))
    if not first <= day <= last:
        raise Mistake(
            say(
                "The explorer shows the days from {first} to {last}, not {day}.",
                first=day_in_words(first),
                last=day_in_words(last),
                day=day_in_words(day),
            )
        )
    return day


def _days_to_choose_from() -> ipywidgets.HTML:
    """The first and the last day, to be read, and for the calendar in the box for a day."""
    first, last = _first_and_last()
    told = say("From {first} to {last}.", first=day_in_words(first), last=day_in_words(last))
    return html(f'<p class="cst-days" data-first="{first}" data-last="{last}">{told}</p>')


def explore_threats() -> ipywidgets.VBox:
    """Choose one of the threats that a text calls shared, and see the evidence for it.

    The plain calls are `cst.threat_timeline("drug-business")` and `cst.threat_evidence("drug-business")`.

    Returns
    -------
    A widget; put the call last in a cell to see it.

    Examples
    --------
    >>> explore_threats()  # doctest: +SKIP
    """
    from cst1992.pictures.threats import shared_threats, threat_timeline

    shared = [(row_with("threats", "id", threat).text("name"), threat) for threat in shared_threats()]
    threat = menu(say("Threat"), shared, shared[0][1])

    def show(threat: str) -> Shown:
        drawn = threat_timeline(threat)
        return Shown(drawn.alt, drawn.html())

    return explorer(say("Explore the shared threats"), [threat], show)
