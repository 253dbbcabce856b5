"""Numbers, days and names as sentences need them: in words, with the right form of what is counted, in a row.

Whatever is English here is said: another language has its own words, and its own order of day, month and year.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce

from cst1992.facts.speech import say, say_as, to_be_said

WORDS = (
    to_be_said("one"), to_be_said("two"), to_be_said("three"), to_be_said("four"), to_be_said("five"), to_be_said("six"),
    to_be_said("seven"), to_be_said("eight"), to_be_said("nine"), to_be_said("ten"), to_be_said("eleven"),
    to_be_said("twelve"), to_be_said("thirteen"), to_be_said("fourteen"), to_be_said("fifteen"), to_be_said("sixteen"),
    to_be_said("seventeen"), to_be_said("eighteen"), to_be_said("nineteen"), to_be_said("twenty"),
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
TO_THE_DAY = (
    to_be_said("{day} January {year}"), to_be_said("{day} February {year}"), to_be_said("{day} March {year}"),
    to_be_said("{day} April {year}"), to_be_said("{day} May {year}"), to_be_said("{day} June {year}"),
    to_be_said("{day} July {year}"), to_be_said("{day} August {year}"), to_be_said("{day} September {year}"),
    to_be_said("{day} October {year}"), to_be_said("{day} November {year}"), to_be_said("{day} December {year}"),
)  # fmt: skip
TO_THE_MONTH = (
    to_be_said("January {year}"), to_be_said("February {year}"), to_be_said("March {year}"), to_be_said("April {year}"),
    to_be_said("May {year}"), to_be_said("June {year}"), to_be_said("July {year}"), to_be_said("August {year}"),
    to_be_said("September {year}"), to_be_said("October {year}"), to_be_said("November {year}"),
    to_be_said("December {year}"),
)  # fmt: skip


def in_words(number: int) -> str:
    """A number from 0 to 20 as a word, any other in digits.

    Examples
    --------
    >>> in_words(9), in_words(0), in_words(96)
    ('nine', 'no', '96')
    """
    if number == 0:
        return say_as("number", "no")
    return say(WORDS[number - 1]) if number in range(1, len(WORDS) + 1) else str(number)


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


def in_a_row(names: Iterable[object]) -> str:
    """Names with commas between them, the last one after an "and"; empty for none.

    Examples
    --------
    >>> in_a_row(["Azerbaijan", "Georgia", "Uzbekistan"]), in_a_row([1999])
    ('Azerbaijan, Georgia and Uzbekistan', '1999')
    """
    *others, last = [*map(str, names)] or [""]
    return say("{names} and {last}", names=in_a_list(others), last=last) if others else last


def in_a_list(names: Iterable[object]) -> str:
    """Names with commas between them, which no language has to inflect; empty for none.

    Examples
    --------
    >>> in_a_list(["Armenia", "Belarus"])
    'Armenia, Belarus'
    """
    every = [*map(str, names)] or [""]
    return reduce(lambda before, name: say("{names}, {name}", names=before, name=name), every)


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
    drawn = [[from_to(run[0], run[-1])] if len(run) > 2 else run for run in runs]
    return in_a_row(part for run in drawn for part in run)


def from_to(first: object, last: object) -> str:
    """A span by its first and its last number, day or year.

    Examples
    --------
    >>> from_to(1992, 2004)
    '1992 to 2004'
    """
    return say("{first} to {last}", first=first, last=last)


def day_as_known(day: date, precision: str) -> str:
    """A date in figures, cut to what is known of it: a day, a month or a year.

    Raises
    ------
    ValueError
        The precision is none of these.

    Examples
    --------
    >>> [day_as_known(date(1994, 1, 1), precision) for precision in ("day", "month", "year")]
    ['1994-01-01', '1994-01', '1994']
    """
    figures = {"day": 10, "month": 7, "year": 4}
    if precision not in figures:
        raise ValueError(f"A date is known to the day, the month or the year; it was {precision!r}.")
    return day.isoformat()[: figures[precision]]


def in_figures(number: float, digits: str = ".0f") -> str:
    """A number in figures, its thousands apart as the language that is spoken has them.

    Parameters
    ----------
    digits : how many digits stand in it, as Python writes it.

    Examples
    --------
    >>> in_figures(4581), in_figures(2.5, ".10g")
    ('4,581', '2.5')
    """
    whole, point, rest = f"{number:,{digits}}".partition(".")
    return (
        whole.replace(",", say_as("sign between thousands", ","))
        + (say_as("decimal sign", ".") if point else "")
        + rest
    )


def day_in_words(day: date, precision: str = "day") -> str:
    """A date as people write it, in the language that is spoken and not in that of the computer, as exactly as it is known.

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
    match precision:
        case "day":
            return say(TO_THE_DAY[day.month - 1], day=day.day, year=day.year)
        case "month":
            return say(TO_THE_MONTH[day.month - 1], year=day.year)
        case "short month":
            return _short_month(day)
        case "year":
            return str(day.year)
    raise ValueError(f"A date is known to the day, the month or the year; it was {precision!r}.")


def _short_month(day: date) -> str:
    """The month in three letters, or as another language shortens it, with the year."""
    short = (
        say_as("short month", "Jan {year}"), say_as("short month", "Feb {year}"), say_as("short month", "Mar {year}"),
        say_as("short month", "Apr {year}"), say_as("short month", "May {year}"), say_as("short month", "Jun {year}"),
        say_as("short month", "Jul {year}"), say_as("short month", "Aug {year}"), say_as("short month", "Sep {year}"),
        say_as("short month", "Oct {year}"), say_as("short month", "Nov {year}"), say_as("short month", "Dec {year}"),
    )  # fmt: skip
    return short[day.month - 1].format(year=day.year)
