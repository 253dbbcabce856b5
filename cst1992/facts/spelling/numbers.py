"""Reading a number as people write it: figures, words, a share, a sum with its result."""

from __future__ import annotations

import math
import re

from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.spelling.figures import PER_CENT, figures_in
from cst1992.facts.spelling.hedges import open_words
from cst1992.facts.spelling.letters import clean, plain_cyrillic
from cst1992.facts.spelling.number_words import in_figures, roman_in_figures
from cst1992.facts.spelling.reading import Read
from cst1992.facts.wording import in_a_row, in_words

RESULT = re.compile(r"=>?|≈|→|(?<!\w)(?:equals|is|makes|gives|leaves|равно|равняется|будет|тен)(?!\w)")
SUM = re.compile(r"\d\W*? ?(?:[-+–*×·:^/÷]|minus|plus|times|минус|плюс)(?: ?[-+]?\.?\d)")
PARTS = {3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}
SHARES = {
    **dict.fromkeys(("half", "a half", "one half", "половина", "половину", "жартысы", "жарты"), 1 / 2),
    **{f"{one} {part}": 1 / size for size, part in PARTS.items() for one in ("a", "one")},
    **{
        f"{word} {part}s": top / size
        for size, part in PARTS.items()
        for top, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine"], start=2)
    },
    **dict.fromkeys(("треть", "одна треть", "уштен бир"), 1 / 3),
    **dict.fromkeys(("две трети", "уштен еки"), 2 / 3),
    **dict.fromkeys(("a fourth", "one fourth", "четверть", "одна четверть", "торттен бир", "ширек"), 1 / 4),
    **dict.fromkeys(("three fourths", "три четверти", "торттен уш"), 3 / 4),
}
NO_NUMBER = to_be_said("I read no number in it. Write one in figures.")


def read_number(text: object, asked: str = "", unit: str = "", whole: bool = False) -> Read[float]:
    """The one number that an answer names, or a question back.

    Parameters
    ----------
    text : the answer.
    asked : the question. Where it asks for "at least" or "at most", an answer may say so too.
    unit : in what is counted. In per cent "40 %" is 40, else 0.4; in millions "2 million" is 2.
    whole : a whole number is wanted, and a share is asked back.

    Examples
    --------
    >>> read_number("3 400 t").value, read_number("0,375").value, read_number("1410 - 1216 = 194").value
    (3400.0, 0.375, 194.0)
    >>> read_number("4 and five").question
    'I read two numbers in it, 4 and 5. Write the one that you mean.'
    """
    if isinstance(text, (int, float)):
        return Read(float(text)) if abs(text) < 1e300 else Read(question=say(NO_NUMBER))
    seen, counted = clean(text), plain_cyrillic(clean(unit))
    plain = plain_cyrillic(roman_in_figures(seen))
    if opened := open_words(seen, asked):
        read = Read(_share_in_words(plain))
        return read if read.sure and not whole else _left_open(opened)
    share = _share_in_words(plain)
    plain = in_figures(plain)
    share = _fraction(plain) if share is None else share
    if whole and (share is not None or (PER_CENT.search(plain) and not PER_CENT.search(counted))):
        return Read(question=say("“{words}” is a share. A whole number is wanted.", words=seen))
    return _result(plain, counted) if share is None else Read(share)


def _left_open(words: str) -> Read[float]:
    return Read(question=say("With “{words}” the number stays open. Write only the number that you mean.", words=words))


def _share_in_words(text: str) -> float | None:
    return SHARES.get(re.sub(r"^(?:about|around|около|примерно|шамамен) | ?[.!]$", "", text))


def _fraction(text: str) -> float | None:
    """The share that 1/3 is; nothing where the text is another one."""
    parts = re.fullmatch(r"[^\d=/]*(?<![-–] )(?<![-–])(\d{1,6}) ?/ ?(\d{1,6})[^\d=/]*", text)
    return int(parts[1]) / int(parts[2]) if parts and int(parts[2]) else None


def _result(text: str, unit: str) -> Read[float]:
    """The number of a text; where a sum and its result stand in it, the result."""
    sides = [side for side in RESULT.split(text) if re.search(r"\d", side)]
    if len(sides) < 2:
        return _single(text, unit)
    alone = [read.value for side in sides if (read := _single(side, unit)).value is not None]
    if len(set(alone)) == 1:
        return Read(alone[0])
    return _several(alone) if alone else _single(text, unit)


def _single(text: str, unit: str) -> Read[float]:
    """The number that stands alone in a text."""
    found = figures_in(text, unit)
    unsure = next((read for read in found if not read.sure), None)
    values = [read.value for read in found if read.value is not None]
    if unsure:
        return unsure
    if not values or not all(map(math.isfinite, values)):
        return Read(question=say(NO_NUMBER))
    return Read(values[0]) if len(set(values)) == 1 and not SUM.search(text) else _several(values)


def _several(values: list[float]) -> Read[float]:
    """The question which of several numbers is meant."""
    each = list(dict.fromkeys(f"{value:.10g}" for value in values))
    if len(each) == 1:
        return Read(question=say("A sum stands in it. Write only its result."))
    return Read(
        question=say_count(
            "I read {number} number in it, {numbers}. Write the one that you mean.",
            "I read {number} numbers in it, {numbers}. Write the one that you mean.",
            len(each),
            number=in_words(len(each)),
            numbers=in_a_row(each),
        )
    )
