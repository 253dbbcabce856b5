"""The session that a teacher means: a quiz by its number, name or file, or an activity by its name or file."""

from __future__ import annotations

import re
from pathlib import Path

from cst1992.facts.files import meant
from cst1992.facts.mistakes import Mistake
from cst1992.facts.nearest import nearest
from cst1992.quizzes.bank import Bank, bank_names, load_bank
from cst1992.teacher.activities.activities import activity_names, load_activity
from cst1992.teacher.room.from_activity import session_of_activity
from cst1992.teacher.room.steps import Ask, Session


def session_of(name: str, minutes: int = 50) -> Session:
    """What a teacher means.

    Parameters
    ----------
    minutes : the length of a session, for an activity.

    Raises
    ------
    Mistake
        There is no quiz and no activity of this name, or its file is not sound; the message says what to mend.

    Examples
    --------
    >>> session_of("03").name, type(session_of("03").steps[0]).__name__
    ('03_the_signatories', 'Ask')
    """
    asked = name.strip()
    if asked.endswith((".yaml", ".yml")):
        return session_of_activity(load_activity(asked), minutes) if _has_steps(meant(asked)) else _bank(asked)
    if asked.isdigit() or asked in bank_names():
        return _bank(asked)
    activity = asked.replace("-", "_")
    if activity in activity_names():
        return session_of_activity(load_activity(activity), minutes)
    raise Mistake(f"There is no quiz and no activity {asked!r}. {nearest(asked, [*bank_names(), *activity_names()])}")


def _has_steps(path: Path) -> bool:
    """Is it the file of an activity, and not of a quiz?"""
    try:
        return bool(re.search(r"(?m)^steps:", path.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return False


def _bank(name: str) -> Session:
    return session_of_bank(load_bank(name))


def session_of_bank(bank: Bank) -> Session:
    """A quiz as a session: a step for each question, those of the core path first."""
    steps = tuple(Ask(id=question.id, title=bank.title, question=question) for question in bank.asked())
    return Session(Path(bank.name).stem, bank.title, steps)
