"""Words beside a number that leave it open: "not 4", "more than 4", "4 or more", "до 4", "4-тен астам"."""

from __future__ import annotations

import re

from cst1992.facts.spelling.letters import plain_cyrillic
from cst1992.facts.spelling.number_words import is_number_word

# Phrases stand in small letters and, in Kazakh, in those of a Russian keyboard; the longer ones come first.
AT_LEAST = (
    r"(?:at|the) least|no(?:t)? (?:less|fewer) than|(?:as )?minimum|не (?:менее|меньше|ниже)|(?:как )?минимум"
    r"|хотя бы|по (?:крайней|меньшей) мере|кеминде|аз дегенде|кем емес"
)
AT_MOST = r"(?:at|the) most|no(?:t)? more than|up to|maximum|не (?:более|больше|выше)|максимум|коп дегенде|артык емес"
NOT = (
    r"not|never|neither|nor|cannot|\w+n't|no(?! ?\. ?\d)|except(?:ing|ed)?|all but|but for|excluding|without|wrong|false|не|ни"
    r"|нет|кроме|без|неверно|емес|жок|баска"
)
MORE = r"more(?: than)?|exceed\w*|(?:greater|larger|higher) than|upwards|свыше|более|больше|выше|артык|астам|коп|жогары"
LESS = (
    r"(?:less|fewer)(?: than)?|(?:smaller|lower) than|almost|nearly|hardly|barely|just (?:over|under)|меньше|менее|ниже|почти"
    r"|чуть|едва|кем|аз|томен|дерлик|жетпейди"
)
TIMES = r"twice|thrice|double|half|halves|squared|cubed|dozens?|вдвое|втрое|дважды|половин\w*|полтор\w*|жарты\w*"
EITHER = r"between|either|между|либо|арасында"
OR = r"or|или|немесе|алде"
PERHAPS = r"maybe|perhaps|possibly|возможно|наверное|может|мумкин|бэлким"
BEFORE = re.compile(
    r"(?<!\w)(over|above|under|below|beyond|past|up to|until|till|от|до|к|from|since|after|before)(?= ?(\d|[^\W\d_]+))"
)
SIGNS = re.compile(r"[<>]=|(?<![-=])>|[<≤≥≠]|!=|\d+ ?\+(?! ?[\d.])")
BOUNDS = (AT_LEAST, AT_MOST)


def _found(phrases: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w)(?:{phrases})(?!\w)", text)


def open_words(text: str, asked: str = "") -> str:
    """The first words that leave a number open; empty where there are none.

    Parameters
    ----------
    text : the answer, cleaned.
    asked : the question. Where it asks for "at least" or "at most", an answer may say so too.

    Examples
    --------
    >>> open_words("not 4"), open_words("4 states"), open_words("кемінде 4")
    ('not', '', 'кемінде')
    >>> open_words("at least 400", asked='A sentence with "at least ... fighters"')
    ''
    """
    plain, question = plain_cyrillic(text), plain_cyrillic(asked)
    for phrases in BOUNDS:
        if _found(phrases, question):
            plain = re.sub(rf"(?<!\w)(?:{phrases})(?!\w)", lambda said: " " * len(said[0]), plain)
    for phrases in (*BOUNDS, NOT, MORE, LESS, TIMES, EITHER):
        if found := _found(phrases, plain):
            return text[found.start() : found.end()]
    if sign := SIGNS.search(plain):
        return sign[0]
    found = next((one for one in BEFORE.finditer(plain) if one[2].isdecimal() or is_number_word(one[2])), None)
    return text[found.start(1) : found.end(1)] if found else ""


def open_in_a_list(text: str) -> str:
    """The first words that leave a list open; "from 5 to 6" does not.

    Examples
    --------
    >>> open_in_a_list("not 5, 6, 8"), open_in_a_list("5 or 6"), open_in_a_list("from 5 to 6")
    ('not', 'or', '')
    """
    plain = plain_cyrillic(text)
    for phrases in (*BOUNDS, NOT, MORE, LESS, TIMES, EITHER, OR, PERHAPS):
        if found := _found(phrases, plain):
            return text[found.start() : found.end()]
    sign = SIGNS.search(plain)
    return sign[0] if sign else ""
