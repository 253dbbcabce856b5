"""A quiz in another language: the words of its twin in the places of the English ones, question by question.

What is marked stays as the English file has it: kinds, right options, orders, numbers. A question that the twin lacks, or
has in another form, stays English.
"""

from __future__ import annotations

from dataclasses import replace

from cst1992.quizzes.bank import Bank
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question, ShortText

WORDS = ("prompt", "hint", "explanation", "otherwise", "section")


def translated(bank: Bank, twin: Bank) -> Bank:
    """A quiz with the words of its twin.

    Examples
    --------
    >>> from cst1992.quizzes.bank import load_bank
    >>> bank = load_bank("02")
    >>> twin = Bank(bank.name, "Договор, статья за статьёй", ())
    >>> translated(bank, twin).title, translated(bank, twin).questions == bank.questions
    ('Договор, статья за статьёй', True)
    """
    known = {question.id: question for question in twin.questions}
    questions = [_in_words_of(question, known.get(question.id)) for question in bank.questions]
    return replace(bank, title=twin.title, questions=tuple(questions))


def _in_words_of(question: Question, twin: Question | None) -> Question:
    if twin is None or differs(question, twin):
        return question
    words = {name: getattr(twin, name) for name in WORDS}
    return replace(_with_parts_of(question, twin), **words, key_of_section=question.section)


def _with_parts_of(question: Question, twin: Question) -> Question:
    """A question whose options, items or pairs are said as the twin says them."""
    match question, twin:
        case Choice(), Choice():
            pairs = zip(question.options, twin.options, strict=True)
            return replace(question, options=tuple(replace(own, text=one.text, reply=one.reply) for own, one in pairs))
        case Order(), Order():
            return replace(question, items=twin.items, replies=twin.replies)
        case Match(), Match():
            english = dict(zip(_rights(twin), _rights(question), strict=True))
            return replace(question, pairs=twin.pairs, extra=twin.extra, replies=twin.replies, english=english)
        case Measure(), Measure():
            return replace(question, unit=twin.unit, replies=twin.replies)
        case ShortText(), ShortText():
            accepted = dict.fromkeys([*twin.accepted, *question.accepted])
            return replace(question, accepted=tuple(accepted), replies=twin.replies)
    return question


def differs(question: Question, twin: Question) -> str:
    """What of a twin is marked in another way than its question, in a sentence for the translator; empty where nothing is.

    Examples
    --------
    >>> from cst1992.quizzes.bank import load_bank
    >>> first = load_bank("02").questions[0]
    >>> differs(first, first), differs(first, replace(first, options=first.options[1:])) == ""
    ('', False)
    """
    if type(twin) is not type(question) or twin.kind != question.kind:
        return f"it is of the kind {twin.kind!r}, the English one of the kind {question.kind!r}."
    match question, twin:
        case Choice(), Choice() if [one.correct for one in question.options] != [one.correct for one in twin.options]:
            return "its options are not as many, or other ones are right, than in English. Keep their order."
        case Order(), Order() if len(question.items) != len(twin.items):
            return "it has not as many items as the English one. Keep their order."
        case Match(), Match() if _form(question) != _form(twin):
            return (
                "its pairs are not as many, or do not share their right sides as the English ones do. Keep their order."
            )
        case Measure(), Measure() if (question.answer, question.tolerance) != (twin.answer, twin.tolerance):
            return "its answer is another one than in English. Numbers and dates stay as they are."
    return ""


def _rights(question: Match) -> list[str]:
    """The texts of the right sides in the order of the file, with those that belong to no pair."""
    return [*(right for _, right in question.pairs), *question.extra]


def _form(question: Match) -> tuple[int, list[int]]:
    """How many pairs there are, and which right sides are the same."""
    rights = _rights(question)
    return len(question.pairs), [rights.index(right) for right in rights]
