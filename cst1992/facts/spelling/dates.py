"""Reading a date as people write it; a year is a span of a year, a month one of a month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from cst1992.facts.speech import say, to_be_said
from cst1992.facts.spelling.calendar_words import month_of, says_nothing_more
from cst1992.facts.spelling.letters import clean, plain_cyrillic
from cst1992.facts.spelling.number_words import in_figures
from cst1992.facts.spelling.reading import Read
from cst1992.facts.wording import day_in_words

Span = tuple[date, date]
TIME = re.compile(
    r"(?<=\d)(?:t|,? *(?:at |в |сагат )?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:z|utc|gmt|am|pm|[-+]\d{2}:?\d{2})?$"
)
DAY_ENDING = re.compile(
    r"(?<!\d)(\d{1,2})(?:(?:st|nd|rd|th)| ?-(?:го|е|ое|ого|му|м|я|с?[ыи]?н?[дтгк]?[аеыи]?н?|ш[ыи]))(?!\w)"
)
YEAR_ENDING = re.compile(r"(?<!\d)(\d{4}) ?-(?:го|й|ый|м|ом|ш[ыи]|[дт][ае]н?|г|ж)(?!\w)")
IN_FIGURES_ALONE = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})")
NO_DATE = to_be_said("I read no date in it. Write one such as {example} or 1990-06-01.")
STRANGE = to_be_said("With “{words}” I cannot tell the date. Write it alone, such as {example} or 1990-06-01.")
NO_YEAR = to_be_said(
    "I read no year in it. Write the date with all four figures of its year, such as {example} or 1990-06-01."
)
SEVERAL = to_be_said("I read more than one date in it. Write the one that you mean, such as {example} or 1990-06-01.")
UNCLEAR = to_be_said("I cannot tell the day and the month in it. Write the date such as {example} or 1990-06-01.")
NO_SUCH_DAY = to_be_said("There is no such day in the calendar. Write a date such as {example} or 1990-06-01.")


def read_date(text: object) -> Read[Span]:
    """The first and the last day that a written date can mean, or a question back.

    Forms: 1994-04-20, 1994-04, 1994, 20.04.1994, 20/4/1994, 20 April 1994, April 20, 1994, Apr. 1994, Mon 10 Jan 2000,
    "from 20 April 1994", 20 апреля 1994 г., "в апреле 1994", 1994 жылғы 20 сәуір, 20.IV.1994; a time may follow.

    Examples
    --------
    >>> read_date("April 1994").value
    (datetime.date(1994, 4, 1), datetime.date(1994, 4, 30))
    >>> read_date("9/10/1998").question
    'I can read it as 9 October 1998 or as 10 September 1998. Write the month as a word.'
    """
    seen = TIME.sub("", plain_cyrillic(clean(text)))
    plain = YEAR_ENDING.sub(r"\1", DAY_ENDING.sub(r"\1", in_figures(seen)))
    if re.fullmatch(r"\d{8}", plain):
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    if two := _two_ways(plain):
        return Read(
            question=say("I can read it as {day} or as {other}. Write the month as a word.", day=two[0], other=two[1])
        )
    words = re.findall(r"[^\W\d_]+|\d+", plain)
    numbers = [word for word in words if word.isdecimal()]
    months = [month for word in words if (month := month_of(word))]
    strange = next((word for word in words if not (word.isdecimal() or month_of(word) or says_nothing_more(word))), "")
    if not numbers and not months:
        return _asked_back(NO_DATE)
    strange = strange or "".join(re.findall(r"[<>≤≥≠]|!=", plain))
    if strange:
        return _asked_back(STRANGE, words=_as_written(strange, text))
    return _put_together(numbers, months)


def as_span(text: object) -> Span | None:
    """The first and the last day of a written date; None where it cannot be read for sure.

    Examples
    --------
    >>> as_span("в апреле 1994 г.") == as_span("1994-04"), as_span("spring 1994")
    (True, None)
    """
    return read_date(text).value


def _asked_back(question: str, **places: object) -> Read[Span]:
    """A question with an example of a date."""
    return Read(question=say(question, example=day_in_words(date(1990, 6, 1)), **places))


def _as_written(word: str, text: object) -> str:
    """A word of the text as the learner wrote it."""
    return next((own for own in re.findall(r"[^\W\d_]+", clean(text)) if plain_cyrillic(own) == word), word)


def _two_ways(text: str) -> tuple[str, str] | None:
    """The two dates that 9/10/1998 can be, with the day first or the month first."""
    ends = IN_FIGURES_ALONE.search(text)
    if not ends:
        return None
    first, second, year = int(ends[1]), int(ends[3]), int(ends[4])
    both = _span(year, second, [first]), _span(year, first, [second])
    if first == second or None in both:
        return None
    day, other = (day_in_words(span[0]) for span in both if span)
    return day, other


def _put_together(numbers: list[str], months: list[int]) -> Read[Span]:
    years = [int(number) for number in numbers if len(number) == 4 and int(number) >= 1000]
    rest = [int(number) for number in numbers if len(number) < 3]
    if not years:
        return _asked_back(NO_YEAR)
    if len(years) > 1 or len(months) > 1:
        return _asked_back(SEVERAL)
    if len(rest) + 1 != len(numbers) or len(rest) + len(months) > 2:
        return _asked_back(UNCLEAR)
    if months:
        span = _span(years[0], months[0], rest)
    else:
        year_first = numbers[0] == str(years[0])
        month, days = _month_and_days(rest, year_first)
        span = _span(years[0], month, days)
    return Read(span) if span else _asked_back(NO_SUCH_DAY)


def _month_and_days(rest: list[int], year_first: bool) -> tuple[int, list[int]]:
    """Which of one or two numbers beside a year is the month: after a year the first, before it the last."""
    if not rest:
        return 0, []
    if len(rest) == 1:
        return rest[0], []
    first, second = rest
    month, day = (first, second) if year_first else (second, first)
    return (day, [month]) if month > 12 >= day else (month, [day])


def _span(year: int, month: int, days: list[int]) -> Span | None:
    try:
        if not month and not days:
            return date(year, 1, 1), date(year, 12, 31)
        if days:
            return date(year, month, days[0]), date(year, month, days[0])
        after = date(year + (month == 12), month % 12 + 1, 1)
        return date(year, month, 1), after - timedelta(days=1)
    except ValueError:
        return None
