"""What a phone sends, read as an answer to a step: bounded, and with a sentence back where it is none.

A phone names what it chose by the place where it stood on its page, never by its place in the file, which would tell a
reader of the page's source what is right.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from cst1992.answers.verdict import Verdict
from cst1992.facts.speech import say, say_count
from cst1992.facts.spelling.numbers import read_number
from cst1992.quizzes.marking import AskedBack, mark, mixed
from cst1992.quizzes.questions import Choice, Match, Order, Question
from cst1992.teacher.room.steps import Ask, Number, Step, Vote, Word

LONGEST_TYPED = 100


class NotAnAnswer(ValueError):
    """What was sent is no answer; the sentence says what is missing, in the language of the phones."""


@dataclass(frozen=True)
class Read:
    """An answer as it is kept, and whether it is right; None where nothing is."""

    answer: Any
    right: bool | None = None


def read_answer(step: Step, sent: Any) -> Read:
    """What was sent for a step.

    Raises
    ------
    NotAnAnswer
        It is empty, incomplete or nothing that the page offers.

    Examples
    --------
    >>> read_answer(Word(id="w", title="A word"), "  law \\u202e ").answer
    'law'
    """
    match step:
        case Ask(question=question):
            answer = _answer_to(question, sent)
            return Read(answer, _is_right(question, answer))
        case Vote(options=options):
            return Read(_places(sent, len(options), most=1))
        case Number():
            return Read(_number(step, _typed(sent, LONGEST_TYPED)))
        case Word(longest=longest):
            return Read(_typed(sent, longest))
    raise NotAnAnswer(say("There is nothing to answer now."))


def order_shown(question: Question) -> list[int]:
    """The order in which the options, items or right sides of a question stand on every page of the room."""
    match question:
        case Choice(options=options):
            return mixed(question, len(options))
        case Order(items=items):
            return mixed(question, len(items))
        case Match():
            return mixed(question, len(question.choices))
    return []


def _answer_to(question: Question, sent: Any) -> Any:
    shown = order_shown(question)
    match question:
        case Choice():
            most = 1 if question.kind == "single choice" else len(shown)
            return sorted(shown[place] for place in _places(sent, len(shown), most))
        case Order():
            places = _places(sent, len(shown), len(shown), whole=True)
            if len(places) < len(shown):
                raise NotAnAnswer(say("Two lines have the same place. Give each line a place of its own."))
            return [shown[line] for line in sorted(range(len(shown)), key=lambda line: places[line])]
        case Match(pairs=pairs):
            given = sent if isinstance(sent, list) and len(sent) == len(pairs) else []
            chosen = [place for place in given if _is_place(place, len(shown))]
            if len(chosen) < len(pairs):
                raise NotAnAnswer(_still_open(len(pairs) - len(chosen)))
            return [question.choices[shown[place]] for place in chosen]
    return _typed(sent, LONGEST_TYPED)


def _still_open(missing: int) -> str:
    told = say_count("{count} line is still open.", "{count} lines are still open.", missing)
    return f"{told} {say('Choose for each line.')}"


def _is_place(place: Any, length: int) -> bool:
    return isinstance(place, int) and not isinstance(place, bool) and 0 <= place < length


def _places(sent: Any, length: int, most: int, whole: bool = False) -> list[int]:
    """The places that were chosen, each once."""
    given = sent if isinstance(sent, list) and len(sent) <= length else []
    if whole and (len(given) < length or not all(_is_place(place, length) for place in given)):
        raise NotAnAnswer(say("Give each line a place."))
    places = list(dict.fromkeys(place for place in given if _is_place(place, length)))
    if not places or len(places) > most:
        raise NotAnAnswer(say("Choose an answer first."))
    return places


def _typed(sent: Any, longest: int) -> str:
    """What was typed, in one line, without signs that nobody sees and that could turn the line around."""
    text = sent if isinstance(sent, str) else ""
    seen = "".join(" " if sign in "\t\r\n" else sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cs"))
    line = " ".join("".join(sign for sign in seen if unicodedata.category(sign) != "Cc").split())
    if not line:
        raise NotAnAnswer(say("Write an answer first."))
    if len(line) > longest:
        raise NotAnAnswer(say("That is too long: {count} letters; at most {most} fit.", count=len(line), most=longest))
    return line


def _number(step: Number, text: str) -> float:
    read = read_number(text, asked=step.title, unit=step.unit)
    if read.value is None:
        raise NotAnAnswer(read.question)
    low, high = step.lowest, step.highest
    if (low is not None and read.value < low) or (high is not None and read.value > high):
        raise NotAnAnswer(_bounds(low, high))
    return read.value


def _bounds(low: float | None, high: float | None) -> str:
    if low is None:
        return say("Write a number that is at most {high}.", high=f"{high:g}")
    if high is None:
        return say("Write a number that is at least {low}.", low=f"{low:g}")
    return say("Write a number from {low} to {high}.", low=f"{low:g}", high=f"{high:g}")


def _is_right(question: Question, answer: Any) -> bool:
    marked = mark(question, answer)
    if isinstance(marked, AskedBack):
        raise NotAnAnswer(marked.question)
    return isinstance(marked, Verdict) and marked.good


def options_of(step: Step) -> int:
    """How many options a step has whose letters can be held up; 0 where nothing is chosen by letter.

    Examples
    --------
    >>> options_of(Word(id="w", title="A word"))
    0
    """
    match step:
        case Vote(options=options):
            return len(options)
        case Ask(question=Choice(options=choices)):
            return len(choices)
    return 0
