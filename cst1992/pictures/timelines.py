"""Events on a scale of time, in lanes: every label on a row of its own, so that none ever meets another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.arguments import state_name
from cst1992.facts.package import rows
from cst1992.facts.wording import many
from cst1992.pictures.as_tables import events_table
from cst1992.pictures.chosen_events import Shown, chosen, in_lanes, state_keys, theme_keys, years_of
from cst1992.pictures.scale import (
    GAP,
    MARK,
    Box,
    Scale,
    draw_dots,
    draw_lines,
    draw_spans,
    draw_years,
    last_day,
    pieces,
    placed,
    row_for,
)
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, SMALL, TEXT, WIDE
from cst1992.pictures.text_blocks import band
from cst1992.pictures.timeline_down import draw_down
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MARGIN, LANE_NAMES, ROW, PAD = 12, 96, 18, 7
KEY, STRIP = 24, 22


def draw_strip(axes: Axes, scale: Scale, top: float) -> list[float]:
    """The Treaty's own status as a strip of spans; gives where a new span begins."""
    from matplotlib.patches import Rectangle

    starts, shown = [], 0
    for era in rows("eras"):
        start, end = era["start"], era["end"] or scale.last
        assert isinstance(start, date) and isinstance(end, date)
        if start > scale.last or end < scale.first:
            continue
        left, right = scale.x(max(start, scale.first)), scale.x(min(end, scale.last))
        face = LIGHT["tint2"] if shown % 2 else LIGHT["tint1"]
        axes.add_patch(Rectangle((left, top), right - left, STRIP - 4, facecolor=face, edgecolor="none"))
        for name in (era.text("name"), era.text("short_name")):
            if width_of(name, SMALL) + 6 <= right - left:
                axes.text((left + right) / 2, top + STRIP / 2 - 2, name, ha="center", va="center", fontsize=SMALL)
                break
        if start > scale.first:
            starts.append(scale.x(start))
        shown += 1
    return starts


def _key(axes: Axes, highlight: str | None, partial: bool) -> None:
    x, y = float(MARGIN), 12.0
    if highlight:
        draw_dots(axes, [(x + 4, y)], filled=True)
        axes.text(x + 14, y, f"{highlight} takes part", va="center", fontsize=SMALL)
        x += 30 + width_of(f"{highlight} takes part", SMALL)
        draw_dots(axes, [(x + 4, y)], filled=False)
        axes.text(x + 14, y, "others", va="center", fontsize=SMALL, color=LIGHT["soft"])
        x += 70
    if partial:
        draw_spans(axes, [(x, x + 14, y, "ring")])
        axes.text(x + 20, y, "only the month or the year is given", va="center", fontsize=SMALL, color=LIGHT["soft"])


def _draw_wide(lanes: list[tuple[str, list[Shown]]], first: date, last: date, highlight: str | None) -> Figure:
    scale = Scale(first, last, MARGIN + LANE_NAMES, WIDE - MARGIN - MARK)
    partial = any(shown.precision != "day" for _, own in lanes for shown in own)
    top = (KEY if highlight or partial else 4) + STRIP
    layout, y = [], float(top)
    for name, own in lanes:
        taken: list[list[tuple[float, float]]] = []
        spots = []
        for shown in own:
            end = last_day(shown.first, shown.precision)
            left, right = scale.x(shown.first), scale.x(end)
            half = MARK / 2 if shown.precision == "day" else 0
            edges = placed(scale, left - half, right + half, shown.label, TEXT, shown.turning)
            spots.append((shown, left, right, edges, row_for(edges[0], edges[1], taken)))
        titles = wrap(name, LANE_NAMES - 8, bold=True)
        height = max(len(taken) * ROW, len(titles) * 15 + 2) + 2 * PAD
        layout.append((titles, spots, y, height))
        y += height
    bottom = y if lanes else y + 60
    with canvas(WIDE, bottom + 30) as (figure, axes):
        _key(axes, highlight, partial)
        starts = draw_strip(axes, scale, top - STRIP)
        boxes: list[Box] = []
        marks: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
        spans: list[tuple[float, float, float, str]] = []
        for place, (titles, spots, lane_top, height) in enumerate(layout):
            if place % 2 == 0 and len(layout) > 1:
                band(axes, lane_top, height)
            for line, words in enumerate(titles):
                axes.text(MARGIN, lane_top + PAD + 9 + line * 15, words, va="center", fontweight="bold")
            for shown, left, right, edges, row in spots:
                level = lane_top + PAD + ROW / 2 + row * ROW
                picked = highlight is None or highlight in shown.states
                if shown.precision == "day":
                    marks[picked].append((left, level))
                else:
                    spans.append((left, right, level, "accent" if picked else "ring"))
                half = MARK / 2 if shown.precision == "day" else 0
                x, side = (right + half + GAP, "left") if edges[2] else (left - half - GAP, "right")
                weight = "bold" if shown.turning else "normal"
                ink = LIGHT["ink"] if picked else LIGHT["soft"]
                axes.text(x, level, shown.label, ha=side, va="center", fontweight=weight, color=ink)
                boxes.append(Box(edges[0], edges[1], level - 8, level + 8))
        draw_dots(axes, marks[True], filled=True)
        draw_dots(axes, marks[False], filled=False)
        draw_spans(axes, spans)
        if not lanes:
            axes.text(
                (scale.left + scale.right) / 2,
                top + 30,
                "no event in this selection",
                ha="center",
                va="center",
                color=LIGHT["soft"],
            )
            boxes.append(Box(scale.left, scale.right, top + 20, top + 40))
        draw_years(axes, scale, top, bottom, boxes)
        status = [(x, upper, lower) for x in starts for upper, lower in pieces(top, bottom, x, boxes)]
        draw_lines(axes, status, "accent", 1, dashed=True)
    return figure


def _alt(
    events: list[Shown], lanes: list[tuple[str, list[Shown]]], first: date, last: date, highlight: str | None
) -> str:
    """Kind, axes, finding, from the data."""
    years = f"{first.year} to {last.year}" if first.year != last.year else str(first.year)
    if not events:
        return f"Empty timeline from {years}: no event of the table fits this selection of theme, state and years."
    named = ", ".join(f"{name} {len(own)}" for name, own in lanes if name)
    part = f" in lanes: {named}" if named else ""
    text = f"Timeline of {many(len(events), 'event', 'events')} around the Treaty, {years}{part}."
    if highlight:
        text += f" {highlight} takes part in {sum(highlight in shown.states for shown in events)}."
    text += f" It begins with “{events[0].label}” ({events[0].first.year})"
    return text + (f" and ends with “{events[-1].label}” ({events[-1].first.year})." if len(events) > 1 else ".")


CORE_ONLY = " These are the core events, chosen around the text of 2004; cst.timeline(cst.events()) shows all of them."


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
    events : rows of `cst.events()`; without it the sixty events of the core timeline.
    lanes : "main theme" (each event once), "every theme" (in each lane where it belongs) or "one".
    theme : only events of this theme, or of one of these (ids of `cst.themes()`).
    states : only events with this state, or with one of these, in English, Russian or by ISO code.
    span : the first and the last year, such as (1991, 2004); without it those of the events.
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
        _draw_wide(placed_in, first, last, picked),
        narrow=draw_down(placed_in, first, last, picked),
        alt=_alt(shown, placed_in, first, last, picked),
        same=events_table(placed_in, picked),
        caption="Events around the Treaty. The strip shows the Treaty's own status; broken lines mark the days on which it changed. "
        f"Sources and rival dates stand in the table of events.{CORE_ONLY if events is None else ''}",
        credit="Drawn from data/events.csv, CC BY 4.0.",
    )
