"""Numbers as sentences need them: in words, and with the right form of what is counted."""

from __future__ import annotations

WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


def in_words(number: int) -> str:
    """A number from 0 to 20 as a word, any other in digits.

    Examples
    --------
    >>> in_words(9), in_words(0), in_words(96)
    ('nine', 'no', '96')
    """
    return WORDS[number] if number in range(len(WORDS)) else str(number)


def many(number: int, one: str, several: str) -> str:
    """A number with what is counted, in its right form.

    Examples
    --------
    >>> many(1, "answer was", "answers were"), many(0, "answer was", "answers were")
    ('1 answer was', '0 answers were')
    """
    return f"{number} {one if number == 1 else several}"
