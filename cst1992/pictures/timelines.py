"""Events on a scale of time, in lanes: every label on a row of its own, so that none ever meets another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.agreed import said_state
from cst1992.facts.arguments import state_name
from cst1992.facts.module import module
from cst1992.facts.package import rows
from cst1992.facts.speech import say, say_count
from cst1992.facts.wording import from_to, in_a_list
from cst1992.pictures.as_tables import eras, events_table, takes_part
from cst1992.pictures.chosen_events import Shown, chosen, in_lanes, state_keys, theme_keys, years_of
from cst1992.pictures.lanes import LEFT, NAMES, Spot, draw_lane, draw_marks, laid_out
from cst1992.pictures.legend import Legend, dot, draw_legend, legend, ring, short_span
from cst1992.pictures.looks import band, draw_box
from cst1992.pictures.scale import MARK, Box, Scale, draw_lines, draw_years, pieces
from cst1992.pictures.show import Picture, canvas, drawn_from
from cst1992.pictures.style import LIGHT, SMALL, WIDE
from cst1992.pictures.timeline_list import events_list
from cst1992.pictures.words import width_of

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

KEY, STRIP = 24, 22


def draw_strip(axes: Axes, scale: Scale, top: float) -> list[float]:
    """The Treaty's own status as a strip of spans; gives where a new span begins."""
    starts, shown = [], 0
    for era in eras():
        start, end = era["start"], era["end"] or scale.last
        assert isinstance(start, date) and isinstance(end, date)
        if start > scale.last or end < scale.first:
            continue
        left, right = scale.x(max(start, scale.first)), scale.x(min(end, scale.last))
        draw_box(axes, (left, top), right - left, STRIP - 4, "tint2" if shown % 2 else "tint1")
        for name in (era.text("name"), era.text("short_name")):
            if width_of(name, SMALL) + 6 <= right - left:
                axes.text((left + right) / 2, top + STRIP / 2 - 2, name, ha="center", va="center", fontsize=SMALL)
                break
        if start > scale.first:
            starts.append(scale.x(start))
        shown += 1
    return starts


def _key(highlight: str | None, partial: bool) -> Legend:
    """What full dots, rings and bars mean, as far as they are drawn."""
    keys = [dot(takes_part(highlight)), ring(say("others"))] if highlight else []
    keys += [short_span(say("only the month or the year is given"))] if partial else []
    return legend(keys, WIDE)


def _draw_empty(axes: Axes, scale: Scale, top: float) -> Box:
    """The words for an empty scale; gives the box that they fill."""
    middle = (scale.left + scale.right) / 2
    axes.text(middle, top + 30, say("no event in this selection"), ha="center", va="center", color=LIGHT["soft"])
    return Box(scale.left, scale.right, top + 20, top + 40)


def draw_across(lanes: list[tuple[str, list[Shown]]], first: date, last: date, highlight: str | None) -> Figure:
    """The wide form of a timeline: the key, the strip of the Treaty's status, the lanes, and the years below."""
    scale = Scale(first, last, LEFT + NAMES, WIDE - LEFT - MARK)
    key = _key(highlight, any(shown.precision != "day" for _, own in lanes for shown in own))
    top = (KEY if key.placed else 4) + STRIP
    laid = laid_out(lanes, scale, top)
    spots: list[Spot] = [spot for lane in laid for spot in lane.spots]
    bottom = laid[-1].top + laid[-1].height if laid else top + 60
    with canvas(WIDE, bottom + 30) as (figure, axes):
        draw_legend(axes, key, 12)
        starts = draw_strip(axes, scale, top - STRIP)
        for lane in laid[::2] if len(laid) > 1 else []:
            band(axes, lane.top, lane.height)
        for lane in laid:
            draw_lane(axes, lane, highlight)
        draw_marks(axes, spots, highlight)
        boxes = [spot.box for spot in spots] or [_draw_empty(axes, scale, top)]
        draw_years(axes, scale, top, bottom, boxes)
        status = [(x, upper, lower) for x in starts for upper, lower in pieces(top, bottom, x, boxes)]
        draw_lines(axes, status, "accent", 1, dashed=True)
    return figure


def _alt(
    events: list[Shown], lanes: list[tuple[str, list[Shown]]], first: date, last: date, highlight: str | None
) -> str:
    """Kind, axes, finding, from the data."""
    years = from_to(first.year, last.year) if first.year != last.year else str(first.year)
    if not events:
        return say(
            "Empty timeline from {years}: no event of the table fits this selection of theme, state and years.",
            years=years,
        )
    said = [_title(len(events), in_a_list(f"{name} {len(own)}" for name, own in lanes if name), years)]
    if highlight:
        count = sum(highlight in shown.states for shown in events)
        said.append(say("{state} takes part in {count}.", state=said_state(highlight), count=count))
    return " ".join([*said, _first_and_last(events[0], events[-1])])


def _title(count: int, lanes: str, years: str) -> str:
    """How many events, of which years, in which lanes."""
    if not lanes:
        return say_count(
            "Timeline of {count} event around {treaty}, {years}.",
            "Timeline of {count} events around {treaty}, {years}.",
            count,
            treaty=module().short,
            years=years,
        )
    return say_count(
        "Timeline of {count} event around {treaty}, {years} in lanes: {lanes}.",
        "Timeline of {count} events around {treaty}, {years} in lanes: {lanes}.",
        count,
        treaty=module().short,
        years=years,
        lanes=lanes,
    )


def _first_and_last(first: Shown, last: Shown) -> str:
    """With which events a timeline begins and ends."""
    if first is last:
        return say("It begins with “{event}” ({year}).", event=first.label, year=first.first.year)
    return say(
        "It begins with “{event}” ({year}) and ends with “{last}” ({year_of_last}).",
        event=first.label,
        year=first.first.year,
        last=last.label,
        year_of_last=last.first.year,
    )


def _caption(core_only: bool) -> str:
    """What the strip and the lines are, and which events are left out."""
    treaty = module().short
    said = [say("Events around {treaty}.", treaty=treaty)]
    if eras():
        said.append(
            say(
                "The strip shows the status of {treaty} itself; broken lines mark the days on which it changed.",
                treaty=treaty,
            )
        )
    said.append(say("Sources and rival dates stand in the table of events."))
    if core_only and not all(row["core"] for row in rows("events")):
        said.append(_only_the_core())
    return " ".join(said)


def _only_the_core() -> str:
    """How the events that are shown were chosen, and what shows all of them."""
    how, call = module().core_events, "cst.timeline(cst.events())"
    if not how:
        return say("These are the core events; {call} shows all of them.", call=call)
    return say("These are the core events, {how}; {call} shows all of them.", how=how, call=call)


def timeline(
    events: pd.DataFrame | None = None,
    *,
    lanes: str = "main theme",
    theme: str | Sequence[str] | None = None,
    states: str | Sequence[str] | None = None,
    span: Sequence[object] | None = None,
    highlight: str | None = None,
) -> Picture:
    """Events around the Treaty on a scale of time.

    Parameters
    ----------
    events : rows of `cst.events()`; without it those of the core timeline.
    lanes : "main theme" (each event once), "every theme" (in each lane where it belongs) or "one".
    theme : only events of this theme, or of one of these (ids of `cst.themes()`).
    states : only events with this state, or with one of these, by name or ISO code.
    span : the first and the last year, such as `(1991, 2004)`; without it those of the events.
    highlight : a state whose events are picked out, such as the one you chose.

    Returns
    -------
    A picture. The same as a table: `cst.events(theme=..., state=...)`. Partial dates are drawn as what they are, a
    month or a year.

    Raises
    ------
    ValueError
        A theme, a state, a span or a way to make lanes is not known; the message names the valid ones.

    Examples
    --------
    >>> print(timeline(theme="nuclear", span=(1991, 1996)).alt.split(",")[0])
    Timeline of 7 events around the Treaty
    """
    of_themes = theme_keys(theme)
    shown = chosen(events, of_themes, state_keys(states), span)
    picked = state_name(highlight) if highlight else None
    placed_in = in_lanes(shown, lanes, of_themes)
    first, last = years_of(span, shown)
    return Picture(
        draw_across(placed_in, first, last, picked),
        narrow=events_list(placed_in, first, last, picked),
        alt=_alt(shown, placed_in, first, last, picked),
        same=events_table(placed_in, picked),
        caption=_caption(core_only=events is None),
        credit=drawn_from("events"),
    )
