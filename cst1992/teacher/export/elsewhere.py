"""A question away from its page: what it says in a learning management system, and what makes sense on the page alone.

A bank may give a text another form there (`in_lms:`). What still points to the page is left out, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cst1992.quizzes.bank import Bank
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question, ShortText

PAGE = re.compile(
    r"\bcst\.\w*|\brun\b(?! out)|\b(?:above|below|explorer|legend|menu|notebook|strip)\b|\bthis page\b"
    r"|\b(?:the|a|an|this|new|each|second) (?:box|boxes|cards?|pictures?)\b|\bthe section\b",
    re.IGNORECASE,
)


def away_from_the_page(bank: Bank) -> tuple[Bank, list[str]]:
    """The bank as it makes sense in a learning management system; and what was left out, question by question.

    Examples
    --------
    >>> from cst1992.quizzes.bank import load_bank
    >>> away_from_the_page(load_bank("02"))[0].name
    '02_the_treaty_articles'
    """
    kept, told = [], []
    for question in bank.questions:
        there = _with(question, {**question.in_lms, "in_lms": {}})
        found = next((word for text in _asked(there) if (word := _page_word(text))), "")
        if found:
            why = f"not exported, since it asks about the page ({found!r}); write `in_lms:` with another `prompt:`"
            told.append(f"{question.id}: {why}")
            continue
        there, lost = _without_what_points_to_the_page(there)
        kept.append(there)
        told += [f"{question.id}: {what}, which points to the page" for what in lost]
    return replace(bank, questions=tuple(kept)), told


def _page_word(text: str) -> str:
    """The first word that makes sense on the page alone; empty where there is none."""
    found = PAGE.search(text)
    return found[0] if found else ""


def _asked(question: Question) -> Iterator[str]:
    """All that a question asks and offers."""
    yield question.prompt
    match question:
        case Choice(options=options):
            yield from (option.text for option in options)
        case Order(items=items):
            yield from items
        case Match(pairs=pairs, extra=extra):
            yield from [*(text for pair in pairs for text in pair), *extra]


def _without_what_points_to_the_page(question: Question) -> tuple[Question, list[str]]:
    """The question without such a hint, explanation or reply, and the names of what is gone."""
    gone = [name for name in ("hint", "explanation", "otherwise") if _page_word(getattr(question, name))]
    changed: dict[str, Any] = dict.fromkeys(gone, "")
    lost = [f"the {'reply to any other answer' if name == 'otherwise' else name}" for name in gone]
    if isinstance(question, Choice):
        silent = [option for option in question.options if _page_word(option.reply)]
        changed["options"] = tuple(replace(one, reply="") if one in silent else one for one in question.options)
        lost += [f"the reply to {option.text!r}" for option in silent]
    elif isinstance(question, Order | Match | Measure | ShortText):
        replies: dict[Any, str] = {**question.replies}
        changed["replies"] = {key: reply for key, reply in replies.items() if not _page_word(reply)}
        lost += [f"the reply to {_said(key)}" for key in replies if key not in changed["replies"]]
    return _with(question, changed), lost


def _with(question: Question, changed: dict[str, Any]) -> Question:
    return replace(question, **changed)


def _said(key: Any) -> str:
    return " and ".join(map(repr, key)) if isinstance(key, tuple) else repr(key)
