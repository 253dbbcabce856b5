"""One task of an exercise: its title, its points, and what is said to the answers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from cst1992.answers import list_checks, self_study, value_checks
from cst1992.answers.plain_values import NotPlain
from cst1992.answers.red_box import why_earlier
from cst1992.answers.verdict import LATER, Verdict, right
from cst1992.facts.page_keys import start_keys
from cst1992.facts.speech import say, say_count, to_be_said

RED = to_be_said("The answer box ended in red: what you wrote there last was not taken over.")
NOTHING_YET = to_be_said("Nothing is there yet. Mend the box, and run it again.")
NOT_THERE = to_be_said("It is not there. Run the cell in which you write it, or take a fresh copy of it.")


class Task:
    """What is said to the answers of one task, first of all to their form, and in the end in points.

    Parameters
    ----------
    title : the public name of the task.
    points : how many it is worth.
    answers : where the answers stand by name; without it, among the names of the box that makes the task.

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

    def __init__(self, title: str, points: float, answers: Mapping[str, Any] | None = None) -> None:
        self.title, self.points = title, points
        self.answers = sys._getframe(1).f_globals if answers is None else answers
        self.lines: list[tuple[str, str]] = []
        self._marks: list[tuple[float, float]] = []
        self._good: set[str] = set()

    def _check(self, name: str, check: Callable[..., Verdict], weight: float, told: dict[str, Any]) -> None:
        unanswered = self.answers.get(name) is ...
        counts = told.get("right") is not None or check is value_checks.own_words
        if name not in self.answers:
            verdict = Verdict(0.0, say(NOTHING_YET if why_earlier(name) else NOT_THERE))
        elif unanswered:
            verdict = Verdict(0.0, say("It is still three dots. Write your answer in their place, and run the box."))
        else:
            try:
                verdict = check(self.answers[name], **told)
            except NotPlain as fault:
                verdict = Verdict(0.0, say("This cannot be marked: {why}", why=fault))
        form_only = verdict.good and not counts
        self._count(name, verdict, weight if counts else None, "○" if unanswered else "→" if form_only else "")

    def number(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a number; see `value_checks.number`."""
        self._check(name, value_checks.number, weight, told)

    def day(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a date; see `value_checks.day`."""
        self._check(name, value_checks.day, weight, told)

    def word(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a word; see `value_checks.word`."""
        self._check(name, value_checks.word, weight, told)

    def states(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a list of states; see `list_checks.states`."""
        self._check(name, list_checks.states, weight, told)

    def numbers(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a list of whole numbers; see `list_checks.numbers`."""
        self._check(name, list_checks.numbers, weight, told)

    def items(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a list of texts or dates; see `list_checks.items`."""
        self._check(name, list_checks.items, weight, told)

    def table(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check a table; see `list_checks.table`."""
        self._check(name, list_checks.table, weight, told)

    def own_words(self, name: str, weight: float = 1, **told: Any) -> None:
        """Check the length of a text; see `value_checks.own_words`."""
        self._check(name, value_checks.own_words, weight, told)

    def holds(self, title: str, mark: float, otherwise: str, weight: float = 1) -> None:
        """Count a fact about the answers that the test itself has found: 1 or True, 0 or False, or a part."""
        self._count(title, right() if mark == 1 else Verdict(float(mark), otherwise), weight)

    def note(self, title: str, sentence: str) -> None:
        """Say something that gives no points, such as what a marker should look at."""
        self.lines.append((title, f"→ {title}: {sentence}"))

    def _count(self, name: str, verdict: Verdict, weight: float | None, sign: str = "") -> None:
        if weight is not None:
            self._marks.append((verdict.mark, weight))
        if verdict.good:
            self._good.add(name)
        sign = sign or ("✓" if verdict.good else "◐" if verdict.mark else "✗")
        self.lines.append((name, f"{sign} {name}: {verdict.sentence}"))

    def tell(self) -> None:
        """Print what was said so far, under the title of the task: after a red box, that first.

        Somebody who works alone hears here whether it is right, and can unfold a model answer after a first attempt.
        """
        print(f"{self.title} ({self._worth()})")
        self._tell_of_red_boxes()
        attempted = any(self.answers.get(name, ...) is not ... for name, _ in self.lines)
        judged = self_study.verdicts(self.title, self.answers) if attempted else {}
        said = {name: line.replace(say(LATER), "").rstrip() if judged else line for name, line in self.lines}
        for name, line in judged.items():
            still_open = why_earlier(name) or self.answers.get(name) is ... or (name in said and name not in self._good)
            said[name] = said.get(name, line) if still_open else line
        self._print(list(said.values()))
        model = self_study.model_answer(self.title) if judged else None
        if model is not None:
            from IPython.display import display

            display(model)  # type: ignore[no-untyped-call]
        start_keys()

    def _worth(self) -> str:
        """How many points the task is worth; half a point counts as several."""
        number = int(self.points) if float(self.points).is_integer() else 2
        return say_count("{points} point", "{points} points", number, points=f"{self.points:g}")

    def score(self) -> float:
        """Print what was said since, and give the points."""
        self._print([line for _, line in self.lines])
        whole = sum(weight for _, weight in self._marks)
        return round(self.points * sum(mark * weight for mark, weight in self._marks) / whole, 2) if whole else 0.0

    def _tell_of_red_boxes(self) -> None:
        """Nothing is praised that the learner did not just write."""
        causes = {why: None for name, _ in self.lines if (why := why_earlier(name))}
        if causes:
            earlier = any(why_earlier(name) and name in self.answers for name, _ in self.lines)
            before = [say("The lines below speak of your earlier answer.")] if earlier else []
            print(" ".join([f"✗ {say(RED)}", *before, *causes]))
        for place, (name, _) in enumerate(self.lines):
            if why_earlier(name) and name in self._good:
                told = say("Still the earlier answer. Mend the box, and run it again.")
                self.lines[place] = (name, f"○ {name}: {told}")

    def _print(self, lines: list[str]) -> None:
        for line in lines:
            print(line)
        self.lines = []
