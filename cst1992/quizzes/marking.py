"""Marking an answer: pure, without widgets.

Single choice: the right option is worth 1, any other 0. Multiple choice: each right option chosen counts for,
each wrong one against; the sum is divided by the number of right options and never falls below 0.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from cst1992.quizzes.bank import Question


@dataclass(frozen=True)
class Reply:
    """What the reader hears about one option that was chosen, or that belongs to the full answer."""

    option: str
    right: bool
    text: str


@dataclass(frozen=True)
class Marked:
    """The result of one answer: the mark between 0 and 1, a sentence, and the replies."""

    mark: float
    sentence: str
    replies: tuple[Reply, ...]

    @property
    def right(self) -> bool:
        """Is the answer wholly right?"""
        return self.mark == 1


def shown_order(question: Question) -> list[int]:
    """The order in which the options are shown: mixed, and the same for everybody in the room.

    Returns
    -------
    Positions of the options in the file.
    """
    order = list(range(len(question.options)))
    random.Random(question.id).shuffle(order)
    return order


def mark(question: Question, chosen: Iterable[int]) -> Marked | None:
    """Mark one answer.

    Parameters
    ----------
    chosen : positions of the chosen options, as in the file.

    Returns
    -------
    The mark, or None when nothing was chosen. Positions that do not exist are left out of account.

    Examples
    --------
    >>> from cst1992.quizzes.bank import load_bank
    >>> question = load_bank("02_the_treaty_articles").questions[0]
    >>> right = [place for place, option in enumerate(question.options) if option.correct]
    >>> mark(question, right).mark
    1.0
    """
    picked = sorted({place for place in chosen if 0 <= place < len(question.options)})
    if not picked:
        return None
    right = [place for place, option in enumerate(question.options) if option.correct]
    hits = len(set(picked) & set(right))
    misses = len(picked) - hits
    replies = tuple(
        Reply(option.text, option.correct, option.reply) for option in (question.options[place] for place in picked)
    )
    if question.kind == "single choice":
        score = float(len(picked) == 1 and hits == 1)
        return Marked(score, "Right." if score == 1 else "Not yet.", replies)
    score = max(0, hits - misses) / len(right)
    return Marked(score, _multiple_sentence(hits, misses, len(right)), replies)


def _multiple_sentence(hits: int, misses: int, right: int) -> str:
    if hits == right and not misses:
        return "Right."
    parts = [f"{hits} of your {hits + misses} choices {'is' if hits == 1 else 'are'} right"]
    if hits < right:
        missing = right - hits
        parts.append(f"{missing} right {'option is' if missing == 1 else 'options are'} still missing")
    return f"Not yet: {'; '.join(parts)}."
