"""How far somebody gets who has read nothing and guesses: by the most cautious option, or by the longest one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cst1992.quizzes.questions import Choice, Question


@dataclass(frozen=True)
class Guess:
    """How often a way of guessing is right, of how many single choices, and how often blind chance would be."""

    right: int
    asked: int
    by_chance: float

    @property
    def share(self) -> float:
        """The part that is right; 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0


def single_choices(questions: Iterable[Question]) -> list[Choice]:
    """The single choices among questions, in their order."""
    return [one for one in questions if isinstance(one, Choice) and one.kind == "single choice"]


def by_caution(questions: Iterable[Question]) -> Guess:
    """Who always takes the option marked `cautious: true`. A question without such an option is not counted.

    Examples
    --------
    >>> from cst1992.quizzes.bank import load_bank
    >>> guess = by_caution(load_bank("02").questions)
    >>> guess.right <= guess.asked
    True
    """
    marked = [one for one in single_choices(questions) if any(option.cautious for option in one.options)]
    return _guess(marked, [option.correct for one in marked for option in one.options if option.cautious])


def by_length(questions: Iterable[Question]) -> Guess:
    """Who always takes the longest option; of several that are as long, the first in the file.

    Examples
    --------
    >>> from cst1992.quizzes.bank import load_bank
    >>> guess = by_length(load_bank("02").questions)
    >>> guess.right <= guess.asked
    True
    """
    asked = single_choices(questions)
    return _guess(asked, [max(one.options, key=lambda option: len(option.text)).correct for one in asked])


def _guess(asked: list[Choice], hits: list[bool]) -> Guess:
    by_chance = sum(1 / len(one.options) for one in asked) / len(asked) if asked else 0.0
    return Guess(sum(hits), len(asked), by_chance)
