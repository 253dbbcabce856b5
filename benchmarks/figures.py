"""How a figure is told: what was measured, in its unit, what it is compared with, and the goal where there is one."""

from __future__ import annotations

import time
from collections.abc import Callable

NAMES = 44


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """How long the fastest of several rounds takes."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def tell(what: str, value: float, unit: str, compared: float, with_what: str, most: float | None = None) -> None:
    """Print one figure, and how many times that is what it is compared with."""
    goal = f"; goal: at most {most}" if most is not None else ""
    line = f"{what:<{NAMES}}{value:>8.1f} {unit:<3}{value / compared:>6.2f} times {with_what} ({compared:.1f} {unit}){goal}"
    print(line, flush=True)
