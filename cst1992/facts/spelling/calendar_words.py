"""Months, days of the week and the small words beside a date, in English, Russian and Kazakh, in all their forms."""

from __future__ import annotations

import re
from functools import cache

# Kazakh words stand in the letters of a Russian keyboard, as `plain_cyrillic` writes them.
ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
RUSSIAN_MONTHS = (
    "январ", "феврал", "март", "апрел", "ма", "июн",
    "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
)  # fmt: skip
KAZAKH_MONTHS = (
    "кантар", "акпан", "наурыз", "сауир", "мамыр", "маусым",
    "шилде", "тамыз", "кыркуйек", "казан", "караша", "желтоксан",
)  # fmt: skip
ROMAN_MONTHS = (
    "i", "ii", "iii", "iv", "v", "vi",
    "vii", "viii", "ix", "x", "xi", "xii",
)  # fmt: skip
RUSSIAN_CASES = "ь|я|е|ю|ем|й|и|а|у|ом"
KAZAKH_CASES = r"(?:с?[ыи])?(?:н?[дт][ае](?:г[ыи])?|[дтн][ае]н|н?[гк]?[ае]|[дтн][ыи]н?)?"
WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "понедельник", "вторник", "среда", "четверг",
    "пятница", "суббота", "воскресенье", "дуйсенби", "сейсенби", "сарсенби", "бейсенби", "жума", "сенби", "жексенби",
)  # fmt: skip
RUSSIAN_WEEKDAYS = re.compile(
    r"(?:понедельник|вторник|четверг)(?:а|у|е|ом)?|(?:сред|пятниц|суббот)(?:а|ы|у|е|ой)|воскресень(?:е|я|ю|ем)"
)
SHORT_WEEKDAYS = {"weds", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "дс", "сс", "бс", "жм", "сн", "жс"}
BESIDE = re.compile(
    r"the|of|on|in|from|since|at|as|it|was|is|day|days?|date|dated|month|year|onwards?|starting|beginning|ad|ce|about"
    r"|around|circa|ca?|b|entered|came|into|force|signed|treaty|protocol|charter|approximately|с|со|от|в|во|на|г|год|года|году|числа|число|месяц|месяца|месяце|день|дня|дата|начиная"
    r"|это|было|вступил[ао]?|силу|подписан[ао]?|договор[а-я]*|протокол[а-я]*|кушине|ен(?:ди|ген)|около|примерно|ж|жыл[а-я]*|кун(?:и|инен|инде|ги)?|ай(?:ы|ында|ынан|ынын)?|бастап|бери|шамамен"
)


@cache
def month_of(word: str) -> int | None:
    """The number of the month that a word names, also shortened or in any case; None for any other word.

    Examples
    --------
    >>> month_of("sept"), month_of("сентября"), month_of("кыркуйектен"), month_of("day")
    (9, 9, 9, None)
    """
    if word in ROMAN_MONTHS:
        return ROMAN_MONTHS.index(word) + 1
    for months in (ENGLISH_MONTHS, RUSSIAN_MONTHS, KAZAKH_MONTHS):
        for number, month in enumerate(months, start=1):
            if word == month or (len(word) >= 3 and month.startswith(word)):
                return number
    for number, stem in enumerate(RUSSIAN_MONTHS, start=1):
        if re.fullmatch(rf"{stem}(?:{RUSSIAN_CASES})", word):
            return number
    for number, stem in enumerate(KAZAKH_MONTHS, start=1):
        if re.fullmatch(rf"{re.sub('к$', '[кг]', stem)}{KAZAKH_CASES}", word):
            return number
    return None


def says_nothing_more(word: str) -> bool:
    """Is it a word that may stand beside a date and changes nothing: a day of the week, "from", "года"?

    Examples
    --------
    >>> says_nothing_more("mon"), says_nothing_more("since"), says_nothing_more("before")
    (True, True, False)
    """
    short = len(word) >= 3 and any(day.startswith(word) for day in WEEKDAYS)
    return short or word in SHORT_WEEKDAYS or bool(RUSSIAN_WEEKDAYS.fullmatch(word) or BESIDE.fullmatch(word))
