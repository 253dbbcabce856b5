"""The timeline for a narrow page: time runs down, one event a row, with its mark and the numbers of its lanes.

The rows are equal: this is an order of time, not a scale.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cst1992.pictures.as_tables import status_at
from cst1992.pictures.chosen_events import Shown
from cst1992.pictures.looks import band
from cst1992.pictures.scale import draw_dots, draw_spans
from cst1992.pictures.show import canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LINE, MARKS = 16, 60


def _heads(axes: Axes, lanes: list[tuple[str, list[Shown]]], y: float) -> float:
    """The key to the numbers, one line a lane; gives the height below it."""
    for number, (name, _) in enumerate(lanes, start=1):
        axes.text(12, y, f"{number}  {name}", va="center", fontsize=SMALL, color=LIGHT["soft"])
        y += LINE
    return y + 6


def draw_down(lanes: list[tuple[str, list[Shown]]], first: date, last: date, highlight: str | None) -> Figure:
    """The narrow form of a timeline."""
    lanes = [(name or "events", own) for name, own in lanes]
    columns: dict[str, list[int]] = {}
    events: dict[str, Shown] = {}
    for number, (_, own) in enumerate(lanes):
        for shown in own:
            columns.setdefault(shown.id, []).append(number)
            events[shown.id] = shown
    ordered = sorted(events.values(), key=lambda shown: (shown.first, shown.label))
    numbers = {
        key: ", ".join(str(number + 1) for number in own) if len(lanes) > 1 else "" for key, own in columns.items()
    }
    left = MARKS + 14 + max((width_of(words, SMALL) + 8 for words in numbers.values() if words), default=0)
    texts = {shown.id: wrap(shown.label, NARROW - left - 10, bold=shown.turning) for shown in ordered}
    statuses: list[str] = []
    for shown in ordered:
        status = status_at(shown.first)
        statuses.append(status if not statuses or status != next(s for s in reversed(statuses) if s) else "")
    head = (LINE * len(lanes) + 6 if len(lanes) > 1 else 0) + (LINE + 4 if highlight else 0)
    height = head + sum(len(texts[shown.id]) * LINE + 4 for shown in ordered) + 20 * sum(map(bool, statuses)) + 16
    with canvas(NARROW, max(height, 60)) as (figure, axes):
        y = 10.0
        if highlight:
            draw_dots(axes, [(16, y)], filled=True)
            axes.text(26, y, f"{highlight} takes part", va="center", fontsize=SMALL)
            y += LINE + 4
        if len(lanes) > 1:
            y = _heads(axes, lanes, y)
        marks: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
        spans: list[tuple[float, float, float, str]] = []
        year = 0
        for shown, status in zip(ordered, statuses, strict=True):
            if status:
                band(axes, y - 8, 17, "tint2")
                axes.text(12, y, status, va="center", fontsize=SMALL)
                y += 20
            if shown.first.year != year:
                year = shown.first.year
                axes.text(12, y, str(year), va="center", fontsize=SMALL, fontweight="bold", color=LIGHT["soft"])
            picked = highlight is None or highlight in shown.states
            if shown.precision == "day":
                marks[picked].append((MARKS, y))
            else:
                spans.append((MARKS - 5, MARKS + 5, y, "accent" if picked else "ring"))
            axes.text(MARKS + 14, y, numbers[shown.id], va="center", fontsize=SMALL, color=LIGHT["soft"])
            for words in texts[shown.id]:
                weight = "bold" if shown.turning else "normal"
                axes.text(
                    left, y, words, va="center", fontweight=weight, color=LIGHT["ink"] if picked else LIGHT["soft"]
                )
                y += LINE
            y += 4
        draw_dots(axes, marks[True], filled=True)
        draw_dots(axes, marks[False], filled=False)
        draw_spans(axes, spans)
        if not ordered:
            years = f"{first.year} to {last.year}"
            axes.text(
                NARROW / 2, 30, f"no event in this selection, {years}", ha="center", va="center", color=LIGHT["soft"]
            )
    return figure
