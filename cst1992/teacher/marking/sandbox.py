"""A sandbox: where a student's boxes run, and what comes back. Each kind of sandbox gives the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

LONGEST = {"box": 80, "error": 500, "text": 4_000}  # letters of what a box tells


@dataclass(frozen=True)
class Limits:
    """What a sheet may use. Seconds a box and a sheet, megabytes of memory, of disk, of what it tells; processes."""

    seconds_a_box: float = 20
    seconds_a_sheet: float = 60
    memory: int = 2_000
    disk: int = 50
    told: int = 20
    processes: int = 40


@dataclass(frozen=True)
class Job:
    """The boxes of a sheet in their order, and after which of them which names are looked at.

    A cell is a mapping with `id` and `source`; a check has `names` too, and its `source` is what the student saw of it.
    """

    cells: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Ran:
    """What came of a sheet: the answers at each check and at the end, what each box said, and why it stopped early."""

    checks: dict[str, dict[str, Any]] = field(default_factory=dict)
    boxes: list[dict[str, Any]] = field(default_factory=list)
    last: dict[str, Any] | None = None
    stopped: str = ""

    @property
    def finished(self) -> bool:
        """Did the sheet run to its end?"""
        return self.last is not None and not self.stopped


class Sandbox(Protocol):
    """A place apart. `name` is what the report calls it."""

    name: str

    def make_ready(self) -> None:
        """Lay out what sheets may see; once, before the first sheet."""
        ...

    def run(self, job: Job, limits: Limits) -> Ran:
        """Run the boxes of one sheet."""
        ...


def gathered(lines: list[dict[str, Any]], stopped: str) -> Ran:
    """What a sheet has told, line by line, as one. A student's code may have written any of the lines.

    Examples
    --------
    >>> gathered([{"check": "t-1", "values": {"x": 9}}, {"end": {"x": 9}}], "").checks
    {'t-1': {'x': 9}}
    """
    checks = {
        line["check"]: line["values"]
        for line in lines
        if isinstance(line.get("check"), str) and isinstance(line.get("values"), dict)
    }
    boxes = [_box(line) for line in lines if isinstance(line.get("box"), str)]
    last = next((line["end"] for line in reversed(lines) if isinstance(line.get("end"), dict)), None)
    return Ran(checks, boxes, last, stopped)


def _box(line: dict[str, Any]) -> dict[str, Any]:
    """What came of a box, by our own names and no longer than we write it."""
    texts = {key: str(line.get(key, ""))[:longest] for key, longest in LONGEST.items()}
    return texts | {"whole": line.get("whole") is True}
