"""Explorers over pictures: the timeline, membership on a day, the evidence for the shared threats."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import rows
from cst1992.page.controls import framed, html, made, menu, row_of, said
from cst1992.page.explorers import ALL

if TYPE_CHECKING:
    import ipywidgets

FIRST, LAST = 1991, 2026


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
    from cst1992.facts.history import events
    from cst1992.pictures.timelines import timeline

    picked = state_name(highlight) if highlight else None
    theme = choice(theme, (row.text("id") for row in rows("themes")), "theme") if theme else None
    everything = events()
    known = everything["date"].dt.year
    years = [(str(year), year) for year in range(known.min(), known.max() + 1)]
    names = sorted({row.text("state") for row in rows("event_states")})
    lane = menu("Theme", [(ALL, ""), *((row.text("name"), row.text("id")) for row in rows("themes"))], theme or "")
    state = menu("State", [(ALL, ""), *((name, name) for name in names)], "")
    first, last = menu("From", years, 1991), menu("To", years, 2004)
    sentence, picture = html(""), html("")

    def draw(_: object = None) -> None:
        span = (min(first.value, last.value), max(first.value, last.value))
        drawn = timeline(everything, theme=lane.value or None, states=state.value or None, span=span, highlight=picked)
        sentence.value = said(drawn.alt)
        picture.value = drawn.html()

    for control in (lane, state, first, last):
        control.observe(draw, names="value")
    draw()
    return framed([row_of(lane, state, first, last), sentence, picture], "Explore the timeline")


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
        It is no date, or none between 1991 and 2026.

    Examples
    --------
    >>> explore_membership()  # doctest: +SKIP
    """
    import ipywidgets

    from cst1992.facts.arguments import as_day
    from cst1992.facts.membership import changes_of_position
    from cst1992.pictures.maps import membership_map

    start = as_day(on)
    if not FIRST <= start.year <= LAST:
        raise Mistake(f"The explorer shows the years {FIRST} to {LAST}, not {on!r}. Write a day such as '1995-05-31'.")
    turning = sorted({row["date"] for row in changes_of_position()})  # type: ignore[type-var]
    days = [("a day of your own", ""), *((str(day), str(day)) for day in turning)]
    act = menu("A day on which it changed", days, "")
    year = made(ipywidgets.BoundedIntText, value=start.year, min=FIRST, max=LAST, description="Year")
    month = made(ipywidgets.BoundedIntText, value=start.month, min=1, max=12, description="Month")
    day = made(ipywidgets.BoundedIntText, value=start.day, min=1, max=31, description="Day")
    slider = made(
        ipywidgets.IntSlider,
        value=start.year,
        min=FIRST,
        max=LAST,
        description="Year by slider",
        readout=False,
        continuous_update=False,
    )
    ipywidgets.link((slider, "value"), (year, "value"))
    style = menu("Show it as", [("tiles without borders", "tiles"), ("map", "outlines")], "tiles")
    sentence, picture = html(""), html("")

    from_act = False

    def draw(_: object = None) -> None:
        last = monthrange(year.value, month.value)[1]
        when = f"{year.value}-{month.value:02}-{min(day.value, last):02}"
        drawn = membership_map(when, style=style.value)
        sentence.value = said(f"{when}. {drawn.alt}")
        picture.value = drawn.html()

    def act_chosen(_: object) -> None:
        nonlocal from_act
        if act.value:
            then = as_day(act.value)
            from_act = True
            year.value, month.value, day.value = then.year, then.month, then.day
            from_act = False
        draw()

    def day_chosen(_: object) -> None:
        if from_act:
            return
        if act.value:
            act.value = ""
        else:
            draw()

    act.observe(act_chosen, names="value")
    for widget in (year, month, day):
        widget.observe(day_chosen, names="value")
    style.observe(draw, names="value")
    draw()
    return framed([row_of(act, year, month, day, style, slider), sentence, picture], "Explore membership")


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
    sentence, picture = html(""), html("")

    def draw(_: object = None) -> None:
        drawn = threat_timeline(threat.value)
        sentence.value = said(drawn.alt)
        picture.value = drawn.html()

    threat.observe(draw, names="value")
    draw()
    return framed([row_of(threat), sentence, picture], "Explore the shared threats")
