"""One task of an exercise: its title, its points, and what is said to the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cst1992 import checks
from cst1992.comparing import RIGHT, Verdict
from cst1992.page_keys import start_keys
from cst1992.values import NotPlain

DOTS = (
    "It is still three dots. Write your answer in their place, and run the box. A line that begins with # does nothing "
    "until you take the # away; a box that ends in red has kept the earlier answer."
)


class Task:
    """What is said to the answers of one task, first of all to their form, and in the end in points.

    Parameters
    ----------
    title : the public name of the task.
    points : how many it is worth.
    answers : where the answers stand by name, in a notebook `globals()`.

    Examples
    --------
    >>> task = Task("How many states were parties", points=1, answers={"parties": 9})
    >>> task.number("parties")
    >>> task.tell()
    How many states were parties (1 point)
    → parties: A number: 9. Whether it is right is marked later.
    >>> task.number("parties", right=9)
    >>> task.score()
    ✓ parties: Right.
    1.0
    """

    def __init__(self, title: str, points: float, answers: Mapping[str, Any]) -> None:
        self.title, self.points, self.answers = title, points, answers
        self._marks: list[tuple[float, float]] = []
        self._lines: list[str] = []

    def _check(self, name: str, check: Callable[..., Verdict], weight: float, told: dict[str, Any]) -> None:
        unanswered = self.answers.get(name) is ...
        counts = told.get("right") is not None or check is checks.own_words
        if name not in self.answers:
            verdict = Verdict(0.0, "It is not there. Run the cell in which you write it, or take a fresh copy of it.")
        elif unanswered:
            verdict = Verdict(0.0, DOTS)
        else:
            try:
                verdict = check(self.answers[name], **told)
            except NotPlain as fault:
                verdict = Verdict(0.0, f"This cannot be marked: {fault}")
        form_only = verdict.good and not counts
        self._count(name, verdict, weight if counts else None, "○" if unanswered else "→" if form_only else "")

    def number(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a number; see `checks.number`."""
        self._check(name, checks.number, weight, told)

    def day(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a date; see `checks.day`."""
        self._check(name, checks.day, weight, told)

    def word(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a word; see `checks.word`."""
        self._check(name, checks.word, weight, told)

    def states(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a list of states; see `checks.states`."""
        self._check(name, checks.states, weight, told)

    def numbers(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a list of whole numbers; see `checks.numbers`."""
        self._check(name, checks.numbers, weight, told)

    def items(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a list of texts or dates; see `checks.items`."""
        self._check(name, checks.items, weight, told)

    def table(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a table; see `checks.table`."""
        self._check(name, checks.table, weight, told)

    def own_words(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check the length of a text; see `checks.own_words`."""
        self._check(name, checks.own_words, weight, told)

    def holds(self, title: str, mark: float, otherwise: str, weight: float = 1) -> None:
        """Count a fact about the answers that the test itself has found: 1 or True, 0 or False, or a part."""
        self._count(title, Verdict(float(mark), RIGHT if mark == 1 else otherwise), weight)

    def _count(self, name: str, verdict: Verdict, weight: float | None, sign: str = "") -> None:
        if weight is not None:
            self._marks.append((verdict.mark, weight))
        sign = sign or ("✓" if verdict.good else "◐" if verdict.mark else "✗")
        self._lines.append(f"{sign} {name}: {verdict.message}")

    def tell(self) -> None:
        """Print what was said so far, under the title of the task."""
        print(f"{self.title} ({self.points:g} {'point' if self.points == 1 else 'points'})")
        self._print()
        start_keys()

    def score(self) -> float:
        """Print what was said since, and give the points."""
        self._print()
        whole = sum(weight for _, weight in self._marks)
        return round(self.points * sum(mark * weight for mark, weight in self._marks) / whole, 2) if whole else 0.0

    def _print(self) -> None:
        for line in self._lines:
            print(line)
        self._lines = []
