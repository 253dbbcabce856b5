"""Reading what a person typed: numbers, dates in several forms, names in Cyrillic or Latin letters."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from cst1992.counting import WORDS

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
BESIDE_A_DATE = re.compile(
    r"\b(of|on|in|the|th|st|nd|rd|г|года|год|ж|жылы|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b"
)
TIME = re.compile(r"(?<=\d)[t ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:z|[-+]\d{2}:?\d{2})?$")
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


RUSSIAN = (
    "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать",
    "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать",
)  # fmt: skip
NUMBER_WORDS = {"zero": 0, "none": 0, "ноль": 0} | {
    word: number for number, words in enumerate(zip(WORDS[1:20], RUSSIAN, strict=True), start=1) for word in words
}
TENS = {
    word: number
    for number, words in zip(
        range(20, 100, 10),
        (
            "twenty двадцать", "thirty тридцать", "forty сорок", "fifty пятьдесят", "sixty шестьдесят",
            "seventy семьдесят", "eighty восемьдесят", "ninety девяносто",
        ),
        strict=True,
    )
    for word in words.split()
}  # fmt: skip
LARGER = {"hundred", "hundreds", "thousand", "thousands", "million", "millions", "сто", "тысяча", "тысяч", "миллион"}


def _numbers_in_words(text: str) -> list[float]:
    """The whole numbers below a hundred that are written as words; nothing where one is larger."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if LARGER & set(words):
        return []
    found: list[float] = []
    tens = False
    for word in words:
        if word in TENS:
            found.append(float(TENS[word]))
        elif word in NUMBER_WORDS and tens and 0 < NUMBER_WORDS[word] < 10:
            found[-1] += NUMBER_WORDS[word]
        elif word in NUMBER_WORDS:
            found.append(float(NUMBER_WORDS[word]))
        tens = word in TENS
    return found


def numbers_in(text: str) -> list[float]:
    """Every number in a text, in figures or, where there are no figures, in words below a hundred.

    Examples
    --------
    >>> numbers_in("Articles 6 and 7"), numbers_in("forty-five days")
    ([6.0, 7.0], [45.0])
    """
    found = re.findall(r"(?<![\w.,])[-+−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:,\d{3})*(?:[.,]\d+)?", text)
    if not found:
        return _numbers_in_words(text)
    read = []
    for written in found:
        plain = re.sub(r"[ \u00a0\u202f]", "", written).replace("−", "-")
        read.append(float(re.sub(r",(?=\d{3}(\D|$))", "", plain).replace(",", ".")))
    return read


def as_number(text: object) -> float | None:
    """The first number in a text, or None: "9", "nine", "3 400 t", "3,400", "2.5 per cent", "over 400".

    Examples
    --------
    >>> as_number("3 400 tonnes"), as_number("nine"), as_number("many")
    (3400.0, 9.0, None)
    """
    if isinstance(text, (int, float)):
        return float(text)
    found = numbers_in(str(text))
    in_figures = any(letter.isdigit() for letter in str(text))
    return found[0] if found and (in_figures or len(found) == 1) else None


def as_span(text: object) -> tuple[date, date] | None:
    """The first and the last day that a written date can mean, or None.

    A year is a span of a year, a month one of a month. Forms: 1994-04-20, 1994-04, 1994, 20.04.1994, 20/4/1994,
    4/20/1994 (where only one reading is a date), 20 April 1994, April 20, 1994, April 1994, 20 апреля 1994. The name
    of a day of the week and a time of day may stand with it.

    Examples
    --------
    >>> as_span("April 1994")
    (datetime.date(1994, 4, 1), datetime.date(1994, 4, 30))
    """
    words = re.findall(r"[^\W\d_]+|\d+", TIME.sub("", str(text).casefold()))
    words = [word for word in words if not BESIDE_A_DATE.fullmatch(word)]
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
        if month > 12 and len(rest) == 2:
            month, days = rest[0], rest[1:]
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
