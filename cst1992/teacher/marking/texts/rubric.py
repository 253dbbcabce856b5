"""The rubric of a text: what the student reads above it is what the teacher clicks.

Its criteria and levels are read from the Markdown box above the text. How they add up, and up to which word a text is
read, stands as data in the text's own box: `"cst1992": {"rubric": {"adds": "mean", "step": 0.5, "read_to": 250}}`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.master import Master, MasterCell

MEAN, SUM = "mean", "sum"
CRITERION = re.compile(r"^- \*\*(?P<name>.+?)\*\*:?\s*(?P<more>.*)$")
LEVEL = re.compile(r"^\s+- (?P<points>\d*½|\d+(?:[.,]\d+)?)\s+\w+: (?P<words>.+)$")
AS_WRITTEN = "'- **Explanation**', and below it, two spaces further in, '  - 4 points: what this level asks'"


@dataclass(frozen=True)
class Level:
    """One level of a criterion: its points and what it asks."""

    points: float
    words: str


MISSING = Level(0.0, "it is missing")


@dataclass(frozen=True)
class Criterion:
    """One criterion, with all its levels from the highest to the one that gives nothing."""

    name: str
    more: str
    levels: tuple[Level, ...]

    @property
    def most(self) -> float:
        """The points of its highest level."""
        return self.levels[0].points

    def level(self, points: float) -> Level | None:
        """The level of so many points; None where there is none."""
        return next((level for level in self.levels if level.points == points), None)


@dataclass(frozen=True)
class Rubric:
    """The rubric of one text. `read_to` is the last word that is read; 0 where all are."""

    task: str
    title: str
    of: float
    criteria: tuple[Criterion, ...]
    adds: str = SUM
    step: float = 0.5
    read_to: int = 0

    @property
    def version(self) -> str:
        """What changes when criteria, points or the way of adding up do; a better word for a level changes nothing."""
        levels = [(criterion.name, [level.points for level in criterion.levels]) for criterion in self.criteria]
        told = repr((self.of, levels, self.adds, self.step))
        return sha256(told.encode("utf-8", "replace")).hexdigest()[:16]

    def points(self, levels: Mapping[str, float]) -> float:
        """The points of a text, from the points of the level that was chosen for each criterion.

        Raises
        ------
        Mistake
            A criterion has no level, or one that the rubric does not have.

        Examples
        --------
        >>> levels = (Level(4.0, "all"), Level(3.0, "most"), MISSING)
        >>> rubric = Rubric("w", "Memo", 4, (Criterion("A", "", levels), Criterion("B", "", levels)), "mean")
        >>> rubric.points({"A": 4, "B": 3}), rubric.points({"A": 4, "B": 4})
        (3.5, 4.0)
        """
        chosen = [self._chosen(criterion, levels) for criterion in self.criteria]
        if self.adds == SUM:
            return round(sum(chosen), 2)
        return round(math.floor(sum(chosen) / len(chosen) / self.step + 0.5) * self.step, 2)

    def _chosen(self, criterion: Criterion, levels: Mapping[str, float]) -> float:
        if criterion.name not in levels:
            raise Mistake(f"{self.title}: {criterion.name} has no level yet. Choose one.")
        if criterion.level(levels[criterion.name]) is None:
            there = ", ".join(f"{level.points:g}" for level in criterion.levels)
            raise Mistake(
                f"{self.title}: {criterion.name} has no level of {levels[criterion.name]:g} points. Take one of {there}."
            )
        return levels[criterion.name]


def rubric_of(master: Master, task: str) -> Rubric:
    """The rubric of a text.

    Parameters
    ----------
    task : the id of its box, such as "w-memo".

    Raises
    ------
    Mistake
        There is none, or it does not add up to the points of the box; the message says how to mend it.

    Examples
    --------
    >>> from cst1992.teacher.marking.master import load_master
    >>> [criterion.name for criterion in rubric_of(load_master("03_the_signatories"), "w-memo").criteria]
    ['Explanation', 'Evidence', 'Fairness']
    """
    cell = next(cell for cell in master.texts if cell.identity == task)
    where = f"solutions/{master.name}, the text {cell.title or cell.identity!r}"
    criteria = _criteria(_box_above(master, cell), where)
    about = cell.rubric
    if not isinstance(about, Mapping):
        raise Mistake(f'{where}: \'rubric\' in its metadata is {about!r}. Write {{"adds": "{MEAN}"}}, for instance.')
    rubric = Rubric(
        task,
        cell.title or cell.identity,
        cell.points,
        criteria,
        str(about.get("adds", SUM)),
        _number(about, "step", 0.5, where),
        int(_number(about, "read_to", 0, where)),
    )
    _demand_that_it_adds_up(rubric, where)
    return rubric


def _number(about: Mapping[str, object], name: str, usual: float, where: str) -> float:
    value = about.get(name, usual)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0 or (name == "step" and not value):
        raise Mistake(f"{where}: {name!r} of its rubric is {value!r}. Write a number, such as {usual or 250:g}.")
    return value


def _box_above(master: Master, text: MasterCell) -> str:
    """The nearest box of words above a text that holds a criterion; empty where another text comes before it."""
    for cell in reversed(master.cells[: master.cells.index(text)]):
        if cell.part == "text":
            break
        if cell.kind == "markdown" and any(CRITERION.match(line) for line in cell.source.splitlines()):
            return cell.source
    return ""


def _criteria(source: str, where: str) -> tuple[Criterion, ...]:
    """The criteria with their levels, in the order in which they stand."""
    found: list[tuple[str, str, list[Level]]] = []
    for line in source.splitlines():
        criterion, level = CRITERION.match(line), LEVEL.match(line)
        if criterion:
            found.append((criterion["name"], criterion["more"], []))
        elif level and found:
            found[-1][2].append(Level(_value(level["points"]), level["words"].strip()))
    kept = [(name, more, levels) for name, more, levels in found if levels]
    if not kept:
        raise Mistake(f"{where}: no rubric stands above it. Write {AS_WRITTEN}.")
    _demand_each_once((name for name, _, _ in kept), where)
    for name, _, levels in kept:
        _demand_each_once((f"{level.points:g} points of {name}" for level in levels), where)
    return tuple(Criterion(name, more, _from_the_top(levels)) for name, more, levels in kept)


def _from_the_top(levels: list[Level]) -> tuple[Level, ...]:
    ordered = sorted(levels, key=lambda level: -level.points)
    return (*ordered, *([] if ordered[-1].points == 0 else [MISSING]))


def _value(written: str) -> float:
    """Points as they are written.

    Examples
    --------
    >>> _value("1½"), _value("½"), _value("2"), _value("2,5")
    (1.5, 0.5, 2.0, 2.5)
    """
    return float(written[:-1] or 0) + 0.5 if written.endswith("½") else float(written.replace(",", "."))


def _demand_each_once(names: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise Mistake(f"{where}: {name} stands twice in its rubric. Take one away.")
        seen.add(name)


def _demand_that_it_adds_up(rubric: Rubric, where: str) -> None:
    if rubric.adds not in (MEAN, SUM):
        raise Mistake(f"{where}: its rubric adds up by {rubric.adds!r}. Write {MEAN!r} or {SUM!r}.")
    most = {criterion.name: criterion.most for criterion in rubric.criteria}
    told = ", ".join(f"{name} {points:g}" for name, points in most.items())
    if rubric.points(most) != rubric.of:
        raise Mistake(
            f"{where}: its rubric does not add up: the highest levels ({told}) give {rubric.points(most):g} as a "
            f"{rubric.adds}, and the box has {rubric.of:g} points. Mend the levels, the points of the box, or "
            f"'adds' in its metadata."
        )
