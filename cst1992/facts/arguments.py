"""What a reader gives to a verb, read and checked: an agreed word, a number, a state, a day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Hashable, Iterable
from datetime import date, datetime
from functools import cache
from numbers import Integral

from cst1992.facts.agreed import said_state, version_of_told_words
from cst1992.facts.languages import columns_in
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.package import fields, nearest, rows, version_of_rows
from cst1992.facts.sections import section
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.spelling.dates import as_span
from cst1992.facts.spelling.letters import folded
from cst1992.facts.spelling.roman import roman_number
from cst1992.facts.wording import capital, in_runs

DateLike = str | date | datetime
WRITE_A_DAY = to_be_said("Write year, month and day, such as '1995-05-31'.")


def choice(given: object, known: Iterable[str], what: str) -> str:
    """The known word that was meant, whatever its capitals; else a Mistake that names the nearest one.

    Parameters
    ----------
    what : what kind of word it is, in English; messages say it in the language that is spoken.

    Examples
    --------
    >>> choice("Wording ", ["wording", "later"], "ledger")
    'wording'
    """
    choices = list(known)
    for word in choices:
        if word.casefold() == str(given).strip().casefold():
            return word
    there = nearest(given, choices)
    raise Mistake(say("There is no {what} {given!r}. {choices}", what=say(what), given=given, choices=there))


def agreed_words(table: str, column: str) -> list[str]:
    """The agreed words of a column, in their order.

    Raises
    ------
    ValueError
        There is no such table or column, or its words were never agreed; the message says which.

    Examples
    --------
    >>> agreed_words("articles", "confidence")
    ['low', 'medium', 'high']
    """
    known = {field["name"]: field for field in fields(table)}
    if column not in known:
        there = nearest(column, known)
        raise Mistake(
            say("The table {table} has no column {column!r}. {choices}", table=table, column=column, choices=there)
        )
    words = known[column].get("constraints", {}).get("enum")
    if words is None:
        raise Mistake(
            say(
                "data/datapackage.json has no agreed words (enum) for the column {column} of {table}.",
                column=column,
                table=table,
            )
        )
    return words


def _whole_number(given: object) -> int | None:
    """A whole number, also written as text; None for anything else."""
    if isinstance(given, str):
        return int(given) if given.strip().isdecimal() else None
    return int(given) if isinstance(given, Integral) and not isinstance(given, bool) else None


def _roman_number(given: object) -> int | None:
    return roman_number(given) if isinstance(given, str) else None


def article_number(given: object) -> int:
    """The number of an article, also written as text or in Roman; else a Mistake that says which there are.

    Examples
    --------
    >>> article_number("4"), article_number("IV")
    (4, 4)
    """
    numbers = [row.whole("number") for row in section("articles")]
    number = _roman_number(given) or _whole_number(given)
    if number is not None and number in numbers:
        return number
    first = module().first_view.article
    raise Mistake(
        say_count(
            "{treaty} has one article, Article {numbers}; there is no Article {given!r}. Write a number, such as {example}.",
            "{treaty} has Articles {numbers}; there is no Article {given!r}. Write a number, such as {example}.",
            len(numbers),
            treaty=capital(module().treaty),
            numbers=in_runs(numbers),
            given=given,
            example=first if first in numbers else numbers[0],
        )
    )


def paragraph_number(given: object) -> int:
    """The number of a paragraph of the text that is read, also written as text; else a Mistake that says which there are.

    Examples
    --------
    >>> paragraph_number("3")
    3
    """
    numbers = [row.whole("paragraph") for row in section("passages")]
    number = _whole_number(given)
    if number is not None and number in numbers:
        return number
    raise Mistake(
        say_count(
            "We hold one paragraph, {numbers}, of {text}; there is no paragraph {given!r}. Write a number, such as {example}.",
            "We hold paragraphs {numbers} of {text}; there is no paragraph {given!r}. Write a number, such as {example}.",
            len(numbers),
            numbers=in_runs(numbers),
            text=module().text,
            given=given,
            example=numbers[len(numbers) // 3],
        )
    )


def state_name(given: object) -> str:
    """A state by its name, in English or a language of the module, or its ISO code; under the name that tables use.

    Raises
    ------
    ValueError
        No state of the module is called so; the message names the nearest one.

    Examples
    --------
    >>> state_name("Беларусь"), state_name("kaz")
    ('Belarus', 'Kazakhstan')
    """
    known = _known_as(version_of_rows("states"), version_of_told_words(), tuple(module().languages))
    if found := known.get(_bare_name(given)):
        return found
    there = nearest(str(given).strip().title(), (said_state(row["name"]) for row in rows("states")))
    raise Mistake(say("There is no state {given!r}. {choices}", given=given, choices=there))


@cache
def _known_as(*versions: Hashable) -> dict[str, str]:
    """The name in the table for each bare name that a state has; the versions make the cache forget older ones."""
    spoken = columns_in("name", (field["name"] for field in fields("states")))
    columns = ("name", "name_official", "iso2", "iso3", *spoken.values())
    found: dict[str, str] = {}
    for row in rows("states"):
        names = [said_state(row["name"]), *(str(row[column]) for column in columns if row.get(column))]
        names += str(row.get("other_names") or "").split("; ")
        for name in filter(None, map(_bare_name, names)):
            found.setdefault(name, row.text("name"))
    return found


def _bare_name(name: object) -> str:
    """A name without case, accents and the words for a republic."""
    return " ".join(word for word in folded(name).split() if word not in ("republic", "respublika", "of"))


def as_day(on: DateLike) -> date:
    """A day from a date, a datetime or a text such as 1994-04-20 or 20 April 1994.

    Raises
    ------
    ValueError
        It is no day of the calendar; the message says how to write one.

    Examples
    --------
    >>> as_day("20 April 1994")
    datetime.date(1994, 4, 20)
    """
    if isinstance(on, date) and on == on:  # the missing time of pandas is a datetime that equals nothing
        return on.date() if isinstance(on, datetime) else on
    parts = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", str(on).strip())
    if parts:
        return _day_of_the_calendar(on, *map(int, parts.groups()))
    span = as_span(on)
    if span is None or span[0] != span[1]:
        raise Mistake(say("{given!r} is no date. {how}", given=on, how=say(WRITE_A_DAY)))
    return span[0]


def _day_of_the_calendar(on: object, year: int, month: int, day: int) -> date:
    if not year:
        raise Mistake(say("{given!r} is no date: there is no year 0. {how}", given=on, how=say(WRITE_A_DAY)))
    if not 1 <= month <= 12:
        raise Mistake(
            say("{given!r} is no date: there is no month {month}. {how}", given=on, month=month, how=say(WRITE_A_DAY))
        )
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise Mistake(
            say(
                "{given!r} is no date: that month has {last} days. The nearest is {nearest!r}.",
                given=on,
                last=last,
                nearest=f"{year}-{month:02}-{last:02}",
            )
        )
    return date(year, month, day)
