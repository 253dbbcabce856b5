"""The pulse of a class: from the learners' records to what may be shown of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cst1992.facts.mistakes import Mistake
from cst1992.facts.wording import many
from cst1992.page.record_entries import Entry
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.teacher.pulse.counting import FEWEST, count
from cst1992.teacher.pulse.own_words import Words, words_of
from cst1992.teacher.pulse.shown import Shown, rounded, shown_and_not
from cst1992.teacher.pulse.take_up import TakeUp, take_up
from cst1992.teacher.pulse.tries import Tries, tries_of


@dataclass(frozen=True)
class Chapter:
    """The questions of one notebook that may be shown."""

    quiz: str
    title: str
    questions: tuple[Shown, ...]

    @property
    def number(self) -> str:
        """The number of the notebook."""
        return self.quiz[:2]


@dataclass(frozen=True)
class Pulse:
    """What may be shown of a class. `people`: how many handed in, rounded; `kept_back`: prompts of which nothing is shown."""

    people: int
    chapters: tuple[Chapter, ...]
    take_up: tuple[TakeUp, ...]
    kept_back: tuple[str, ...]
    words: tuple[Words, ...] = ()


def pulse_of(learners: Sequence[Sequence[Entry]], notebook: str = "", with_words: bool = False) -> Pulse:
    """The pulse of a class.

    Parameters
    ----------
    learners : for each the entries of the record, in order of time.
    notebook : the number or the name of the only quiz that is asked for; empty for all.
    with_words : the learners' own words too.

    Raises
    ------
    Mistake
        There are fewer than five learners, or there is no such quiz.
    """
    names = [load_bank(notebook).name] if notebook else bank_names()
    if len(learners) < FEWEST:
        few = many(len(learners), "learner has", "learners have")
        raise Mistake(
            f"Only {few} handed in a record that can be read. A pulse begins at five, so that nobody is recognised: "
            "collect more, then try again."
        )
    tries: dict[tuple[str, str], list[Tries]] = defaultdict(list)
    for entries in learners:
        for key, one in tries_of(entries).items():
            tries[key].append(one)
    chapters, kept_back = [], []
    for name in names:
        bank = load_bank(name)
        counts = [count(name, question, tries[name, question.id]) for question in bank.questions]
        shown, not_shown = shown_and_not(counts)
        kept_back += [one.question.prompt for one in not_shown]
        chapters += [Chapter(name, bank.title, tuple(shown))] if shown else []
    every = [one for chapter in chapters for one in chapter.questions]
    words = words_of(learners, names[0][:2] if notebook else "") if with_words else []
    return Pulse(rounded(len(learners)), tuple(chapters), tuple(take_up(every)), tuple(kept_back), tuple(words))
