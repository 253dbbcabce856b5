"""How far markers agree, in plain numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from cst1992.teacher.marking.texts.hand_marks import HandMark
from cst1992.teacher.marking.texts.standing import ALIKE


@dataclass(frozen=True)
class Agreement:
    """Two markers: how many texts both have marked, on how many they are equal, on how many within half a point."""

    markers: tuple[str, str]
    both: int
    equal: int
    near: int


def agreements(texts: Iterable[Iterable[HandMark]]) -> list[Agreement]:
    """Every two markers who have marked the same texts.

    Parameters
    ----------
    texts : for each text its marks; a third look is no mark of its own.

    Examples
    --------
    >>> marks = [HandMark("w", name, "t", "r", points=points) for name, points in (("Anna", 3), ("Bob", 3.5))]
    >>> agreements([marks])
    [Agreement(markers=('Anna', 'Bob'), both=1, equal=0, near=1)]
    """
    apart: dict[tuple[str, str], list[float]] = {}
    for marks in texts:
        points = {mark.marker: mark.points for mark in marks if mark.points is not None and not mark.decides}
        for one, other in combinations(sorted(points), 2):
            apart.setdefault((one, other), []).append(abs(points[one] - points[other]))
    return [
        Agreement(pair, len(found), sum(not gap for gap in found), sum(gap <= ALIKE for gap in found))
        for pair, found in sorted(apart.items())
    ]
