"""How drawing a timeline grows, and how it compares with a bare matplotlib axes of the same size and number of labels.

Goals: 60, 600 and 6000 events grow linearly; 60 take under three times a bare axes with 60 labels; so does a redraw of
the explorer.
"""

from __future__ import annotations

from datetime import date, timedelta

from figures import milliseconds, tell

from cst1992.pictures.chosen_events import Shown
from cst1992.pictures.show import canvas, svg_of
from cst1992.pictures.style import WIDE
from cst1992.pictures.timelines import draw_across

ROUNDS = 5
FIRST, LAST = date(1991, 1, 1), date(2004, 12, 31)


def events(count: int) -> list[Shown]:
    """Made-up events, spread over the span."""
    days = (LAST - FIRST).days
    return [
        Shown(
            f"e{number}",
            FIRST + timedelta(days=number * days // count),
            "day",
            f"Event number {number % 500}",
            ("treaty",),
            frozenset(),
        )
        for number in range(count)
    ]


def ours(count: int) -> float:
    shown = events(count)
    lanes = [(f"Lane {lane}", shown[lane::6]) for lane in range(6)]
    return milliseconds(lambda: svg_of(draw_across(lanes, FIRST, LAST, None)), ROUNDS)


def bare(count: int) -> float:
    def draw() -> None:
        with canvas(WIDE, 24 * count) as (figure, axes):
            for number in range(count):
                axes.plot([100 + number], [24 * number], "o")
                axes.text(100, 24 * number, f"Event number {number}")
        svg_of(figure)

    return milliseconds(draw, ROUNDS)


def explorer() -> float:
    from cst1992.page.picture_explorers import explore_timeline

    box = explore_timeline()
    theme = box.controls[0]
    names = [value for _, value in theme.options][1:]

    def redraw() -> None:
        names.append(names.pop(0))
        theme.value = names[0]

    return milliseconds(redraw, ROUNDS)


if __name__ == "__main__":
    ours(60)
    sixty, six_hundred, six_thousand = ours(60), ours(600), ours(6000)
    plain, with_what = bare(60), "a bare axes with 60 labels"
    tell("a timeline of 60 events", sixty, "ms", plain, with_what, 3)
    tell("a timeline of 600 events", six_hundred, "ms", sixty, "one of 60, linear being 10")
    tell("a timeline of 6000 events", six_thousand, "ms", six_hundred, "one of 600, linear being 10")
    tell("a redraw of the timeline explorer", explorer(), "ms", plain, with_what, 3)
