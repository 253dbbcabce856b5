"""Numbers, days and names as sentences need them: in words, with the right form of what is counted, in a row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
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


def capital(words: str) -> str:
    """Words with a capital letter at their beginning.

    Examples
    --------
    >>> capital("treaty contingency"), capital("NATO")
    ('Treaty contingency', 'NATO')
    """
    return words[:1].upper() + words[1:]


def many_in_words(number: int, one: str, several: str) -> str:
    """A number in words with what is counted, in its right form.

    Examples
    --------
    >>> many_in_words(11, "article", "articles"), many_in_words(1, "group", "groups")
    ('eleven articles', 'one group')
    """
    return f"{in_words(number)} {one if number == 1 else several}"


def in_a_row(names: Iterable[object]) -> str:
    """Names with commas between them, the last one after an "and"; empty for none.

    Examples
    --------
    >>> in_a_row(["Azerbaijan", "Georgia", "Uzbekistan"]), in_a_row([1999])
    ('Azerbaijan, Georgia and Uzbekistan', '1999')
    """
    *others, last = [*map(str, names)] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def in_runs(numbers: Iterable[int]) -> str:
    """Whole numbers with their runs drawn together, in order; empty for none.

    Examples
    --------
    >>> in_runs(range(1, 12)), in_runs([1, 2, 4, 5, 6]), in_runs([7])
    ('1 to 11', '1, 2 and 4 to 6', '7')
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    drawn = [[f"{run[0]} to {run[-1]}"] if len(run) > 2 else run for run in runs]
    return in_a_row(part for run in drawn for part in run)


def day_in_words(day: date, precision: str = "day") -> str:
    """A date as people write it, in English whatever the language of the computer, as exactly as it is known.

    Parameters
    ----------
    day : the date, or the first day of what is known.
    precision : "day", "month", "short month" (three letters) or "year".

    Raises
    ------
    ValueError
        The precision is none of these.

    Examples
    --------
    >>> [day_in_words(date(1999, 4, 2), precision) for precision in ("day", "month", "short month", "year")]
    ['2 April 1999', 'April 1999', 'Apr 1999', '1999']
    """
    month = MONTHS[day.month - 1]
    match precision:
        case "day":
            return f"{day.day} {month} {day.year}"
        case "month":
            return f"{month} {day.year}"
        case "short month":
            return f"{month[:3]} {day.year}"
        case "year":
            return str(day.year)
    raise ValueError(f"A date is known to the day, the month or the year; it was {precision!r}.")
