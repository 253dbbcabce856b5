"""The figures of a class: how much of each task was got, how well a task tells who knows the rest, how totals lie."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas

from cst1992.facts.wording import many
from cst1992.teacher.marking.marks import whole_points
from cst1992.teacher.marking.master import Master, MasterCell
from cst1992.teacher.marking.record import Record

FEWEST = 10  # sheets: from fewer nobody can say how well a task tells
CLEAR, SOME = 0.4, 0.2
PARTS, MOST_PARTS = 10, 12  # of the scale of points, in the distribution: one a point, where these are few


@dataclass(frozen=True)
class TaskFigures:
    """One task over all sheets on which it was marked; on `waits` sheets it has a text that a person has still to mark.

    `facility` is the share of its points that was got; None where it was marked on no sheet. `discrimination` is the
    correlation of its points with the share that the same sheets got on everything else; None where there are too few
    sheets, or where all got the same.
    """

    task: str
    title: str
    of: float
    sheets: int
    whole: int
    nothing: int
    waits: int
    facility: float | None
    discrimination: float | None

    @property
    def in_words(self) -> str:
        """What the discrimination means.

        Examples
        --------
        >>> TaskFigures("t", "Task", 1.0, 9, 3, 2, 0, 0.5, None).in_words
        'too few sheets to say'
        """
        wait = many(self.waits, "text waits", "texts wait")
        if self.is_early:
            return f"{wait} for you"
        return f"{self._meaning} ({wait})" if self.waits else self._meaning

    @property
    def is_early(self) -> bool:
        """Do more texts wait than are marked, so that figures say little?"""
        return self.waits > self.sheets

    @property
    def _meaning(self) -> str:
        if self.sheets < FEWEST:
            return "too few sheets to say"
        if self.discrimination is None:
            return "nothing: all got the same"
        if self.discrimination < 0:
            return "look at it: the better sheets do worse here"
        if self.discrimination < SOME:
            return "it hardly tells who knows the rest"
        return (
            "it tells clearly who knows the rest"
            if self.discrimination >= CLEAR
            else "it tells somewhat who knows the rest"
        )


def points_table(records: Sequence[Record], master: Master) -> pandas.DataFrame:
    """Points, a row a sheet and a column a task; a missing value where nothing was marked."""
    tasks = [cell.identity for cell in (*master.checks, *master.texts)]
    rows = [{mark.task: mark.points for mark in record.tasks} for record in records]
    return pandas.DataFrame(rows, columns=tasks, dtype=float)


def task_figures(records: Sequence[Record], master: Master) -> list[TaskFigures]:
    """The figures of each task, in the order of the sheet.

    Examples
    --------
    >>> [one.sheets for one in task_figures([], Master("03_x", (), ""))]
    []
    """
    points = points_table(records, master)
    waits = Counter(mark.task for record in records for mark in record.tasks if mark.text and mark.points is None)
    return [_of_a_task(cell, points, master, waits[cell.identity]) for cell in (*master.checks, *master.texts)]


def _of_a_task(cell: MasterCell, points: pandas.DataFrame, master: Master, waits: int) -> TaskFigures:
    own = points[cell.identity].dropna()
    others = [one for one in (*master.checks, *master.texts) if one.identity != cell.identity]
    rest = points.loc[own.index, [one.identity for one in others]]
    out_of = rest.notna() @ pandas.Series({one.identity: one.points for one in others}, dtype=float)
    told = _correlation(own, rest.sum(axis=1) / out_of.where(out_of > 0)) if len(own) >= FEWEST else None
    return TaskFigures(
        cell.identity,
        cell.title or cell.identity,
        cell.points,
        len(own),
        int((own >= cell.points).sum()),
        int((own <= 0).sum()),
        waits,
        float(own.mean() / cell.points) if len(own) and cell.points else None,
        told,
    )


def _correlation(own: pandas.Series, rest: pandas.Series) -> float | None:
    if own.nunique() < 2 or rest.nunique() < 2:
        return None
    found = float(own.corr(rest))
    return None if math.isnan(found) else found


@dataclass(frozen=True)
class Totals:
    """How the totals of some sheets lie: how many in each part of the scale, from the lowest."""

    of: float
    totals: tuple[float, ...]

    @property
    def mean(self) -> float:
        """The mean of the totals."""
        return float(pandas.Series(self.totals).mean())

    @property
    def median(self) -> float:
        """The total in the middle."""
        return float(pandas.Series(self.totals).median())

    @property
    def parts(self) -> list[tuple[float, float, int]]:
        """From, up to, and how many sheets; what lies on a border counts to the higher part, all points to the last."""
        parts = int(self.of) if self.of == int(self.of) and 1 <= self.of <= MOST_PARTS else PARTS
        step = self.of / parts
        places = [min(int(total / step + 1e-9), parts - 1) for total in self.totals]
        return [(place * step, (place + 1) * step, places.count(place)) for place in range(parts)]


def whole_totals(records: Sequence[Record], master: Master) -> Totals:
    """The totals of all sheets of which everything was marked."""
    found = [whole_points(record) for record in records]
    return Totals(master.points, tuple(total for total in found if total is not None))


def machine_totals(records: Sequence[Record], master: Master) -> Totals:
    """What the machine gave, of all sheets on which it could mark every task."""
    points = points_table(records, master)[[cell.identity for cell in master.checks]].dropna()
    of = sum(cell.points for cell in master.checks)
    return Totals(of, tuple(round(float(total), 2) for total in points.sum(axis=1)) if master.checks else ())
