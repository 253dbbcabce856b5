"""Roman numbers, read."""

from __future__ import annotations

import re

PATTERN = re.compile("M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
SIGNS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_number(text: str) -> int | None:
    """What a Roman number counts; None for any other text.

    Examples
    --------
    >>> roman_number("IV"), roman_number(" xxvi "), roman_number("IIII"), roman_number("")
    (4, 26, None, None)
    """
    written = text.strip().upper()
    if not written or not PATTERN.fullmatch(written):
        return None
    values = [SIGNS[sign] for sign in written]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
