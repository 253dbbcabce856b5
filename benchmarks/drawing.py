"""How drawing a timeline grows, and how it compares with a bare matplotlib axes of the same size and number of labels.

Goals: 60, 600 and 6000 events grow linearly; 60 take under three times a bare axes with 60 labels; so does a redraw of
the explorer.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

from cst1992.pictures.chosen_events import Shown
from cst1992.pictures.show import canvas, svg_of
from cst1992.pictures.style import WIDE
from cst1992.pictures.timelines import draw_across

ROUNDS = 5
FIRST, LAST = date(1991, 1, 1), date(2004, 12, 31)


def fastest(work: Callable[[], object]) -> float:
    """Milliseconds of the fastest of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


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
    return fastest(lambda: svg_of(draw_across(lanes, FIRST, LAST, None)))


def bare(count: int) -> float:
    def draw() -> None:
        with canvas(WIDE, 24 * count) as (figure, axes):
            for number in range(count):
                axes.plot([100 + number], [24 * number], "o")
                axes.text(100, 24 * number, f"Event number {number}")
        svg_of(figure)

    return fastest(draw)


def explorer() -> float:
    from cst1992.page.picture_explorers import explore_timeline

    box = explore_timeline()
    theme = box.controls[0]
    names = [value for _, value in theme.options][1:]

    def redraw() -> None:
        names.append(names.pop(0))
        theme.value = names[0]

    return fastest(redraw)


if __name__ == "__main__":
    ours(60)
    sixty, six_hundred, six_thousand = ours(60), ours(600), ours(6000)
    plain = bare(60)
    print(
        f"a timeline of 60 events: {sixty:.0f} ms, {sixty / plain:.2f} times a bare axes with 60 labels ({plain:.0f} ms)"
    )
    print(
        f"600 events take {six_hundred / sixty:.1f} times as long as 60, 6000 take {six_thousand / six_hundred:.1f} times as long as 600"
    )
    redraw = explorer()
    print(f"a redraw of the timeline explorer: {redraw:.0f} ms, {redraw / plain:.2f} times the bare axes")
