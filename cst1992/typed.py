"""Reading what a person typed: numbers, dates in several forms, names in Cyrillic or Latin letters."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь қаңтар",
            "february feb февраля февраль ақпан",
            "march mar марта март наурыз",
            "april apr апреля апрель сәуір",
            "may мая май мамыр",
            "june jun июня июнь маусым",
            "july jul июля июль шілде",
            "august aug августа август тамыз",
            "september sep sept сентября сентябрь қыркүйек",
            "october oct октября октябрь қазан",
            "november nov ноября ноябрь қараша",
            "december dec декабря декабрь желтоқсан",
        ),
        start=1,
    )
    for name in names.split()
}
LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
        "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
        "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ә": "a", "ю": "yu", "я": "ya",
    }
)  # fmt: skip


def folded(text: object) -> str:
    """A text without case, accents, punctuation and articles, in Latin letters: what two spellings have in common.

    Examples
    --------
    >>> folded("Назарбаев") == folded(" nazarbaev ")
    True
    >>> folded("the Council") == folded("COUNCIL.")
    True
    """
    latin = str(text).casefold().translate(LATIN)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(letter))
    words = re.sub(r"[^\w\s]", " ", plain.replace("'", "").replace("’", "").replace("_", " ")).split()
    # y, i and ye, e are the usual differences between two ways to write a Russian name in Latin letters.
    joined = " ".join(word for word in words if word not in ("the", "a", "an"))
    return joined.replace("ye", "e").replace("iy", "i").replace("y", "i").replace("ii", "i").replace("kh", "h")


NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "zero none ноль", "one один", "two два", "three три", "four четыре", "five пять", "six шесть", "seven семь",
            "eight восемь", "nine девять", "ten десять", "eleven одиннадцать", "twelve двенадцать", "thirteen тринадцать",
            "fourteen четырнадцать", "fifteen пятнадцать", "sixteen шестнадцать", "seventeen семнадцать",
            "eighteen восемнадцать", "nineteen девятнадцать", "twenty двадцать",
        )
    )
    for word in words.split()
}  # fmt: skip


def as_number(text: object) -> float | None:
    """The first number in a text, or None: "9", "nine", "3 400 t", "3,400", "2.5 per cent", "over 400".

    Examples
    --------
    >>> as_number("3 400 tonnes"), as_number("nine"), as_number("many")
    (3400.0, 9.0, None)
    """
    found = re.search(r"(?<![\w.,])([-+−]?\d[\d  ]*(?:,\d{3})*(?:[.,]\d+)?)", str(text))
    if not found:
        named = [NUMBER_WORDS[word] for word in re.findall(r"\w+", str(text).casefold()) if word in NUMBER_WORDS]
        return float(named[0]) if len(named) == 1 else None
    plain = re.sub(r"[  ]", "", found[1]).replace("−", "-")
    plain = re.sub(r",(?=\d{3}(\D|$))", "", plain).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def as_span(text: object) -> tuple[date, date] | None:
    """The first and the last day that a written date can mean, or None.

    A year is a span of a year, a month one of a month. Forms: 1994-04-20, 1994-04, 1994, 20.04.1994, 20/4/1994,
    20 April 1994, April 20, 1994, April 1994, 20 апреля 1994.

    Examples
    --------
    >>> as_span("April 1994")
    (datetime.date(1994, 4, 1), datetime.date(1994, 4, 30))
    """
    words = re.findall(r"[^\W\d_]+|\d+", str(text).casefold())
    words = [
        word
        for word in words
        if word not in ("of", "on", "in", "г", "года", "год", "the", "th", "st", "nd", "rd", "ж", "жылы")
    ]
    months = [MONTHS[word] for word in words if word in MONTHS]
    numbers = [int(word) for word in words if word.isascii() and word.isdigit()]
    if len(words) != len(months) + len(numbers) or len(months) > 1:
        return None
    years = [number for number in numbers if 1000 <= number <= 9999]
    rest = [number for number in numbers if number not in years]
    if len(years) != 1:
        return None
    if months:
        month, days = months[0], rest
    elif numbers[0] == years[0]:
        month, days = (rest[0], rest[1:]) if rest else (0, [])
    else:
        month, days = (rest[1], rest[:1]) if len(rest) > 1 else (rest[0], [])
    return _span(years[0], month, days)


def _span(year: int, month: int, days: list[int]) -> tuple[date, date] | None:
    try:
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        if len(days) > 1:
            return None
        if days:
            return date(year, month, days[0]), date(year, month, days[0])
        after = date(year + (month == 12), month % 12 + 1, 1)
        return date(year, month, 1), after - timedelta(days=1)
    except ValueError:
        return None
