"""Numbers written as words, turned into figures: English, Russian and Kazakh, counting and ordering."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Kazakh words stand in the letters of a Russian keyboard, as `plain_cyrillic` writes them.
UNITS = """
0 zero none nil ноль нуль нуля нол
1 one first один одна одно одного одной одному одним одном одну биреу
2 two second два две двух двум двумя двое двоих екеу
3 three third три трех трем тремя трое троих ушеу
4 four fourth четыре четырех четырем четырьмя четверо четверых тортеу
5 five fifth пять пяти пятью пятеро пятерых бесеу
6 six sixth шесть шести шестью шестеро алтау
7 seven seventh семь семи семью семеро жетеу
8 eight eighth восемь восьми восемью
9 nine ninth девять девяти девятью
10 ten tenth десять десяти десятью
11 eleven eleventh одиннадцать одиннадцати
12 twelve twelfth двенадцать двенадцати
13 thirteen thirteenth тринадцать тринадцати
14 fourteen fourteenth четырнадцать четырнадцати
15 fifteen fifteenth пятнадцать пятнадцати
16 sixteen sixteenth шестнадцать шестнадцати
17 seventeen seventeenth семнадцать семнадцати
18 eighteen eighteenth восемнадцать восемнадцати
19 nineteen nineteenth девятнадцать девятнадцати
20 twentieth
30 thirtieth
"""
LARGER = """
20 twenty двадцать двадцати
30 thirty тридцать тридцати
40 forty fourty сорок сорока
50 fifty пятьдесят пятидесяти
60 sixty шестьдесят шестидесяти
70 seventy семьдесят семидесяти
80 eighty восемьдесят восьмидесяти
90 ninety девяносто девяноста
100 сто ста
200 двести двухсот
300 триста трехсот
400 четыреста четырехсот
500 пятьсот пятисот
600 шестьсот шестисот
700 семьсот семисот
800 восемьсот восьмисот
900 девятьсот девятисот
"""
KAZAKH = {
    "бир": 1, "еки": 2, "уш": 3, "торт": 4, "бес": 5, "алты": 6, "жети": 7, "сегиз": 8, "тогыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "кырык": 40, "елу": 50, "алпыс": 60, "жетпис": 70, "сексен": 80, "токсан": 90,
}  # fmt: skip
RUSSIAN_ORDINALS = {
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9,
    "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15,
    "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
}  # fmt: skip
SCALES = {
    word: size
    for size, words in (
        (1000, "thousand тысяча тысячи тысяч тысячу тыс мын"),
        (1_000_000, "million миллион миллиона миллионов млн"),
        (1_000_000_000, "billion миллиард миллиарда миллиардов млрд"),
    )
    for word in words.split()
}
ROMAN = ("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
HUNDRED = ("hundred", "жуз")
RUSSIAN = re.compile(rf"({'|'.join(RUSSIAN_ORDINALS)})ь?(?:[ыи]й|ой|ая|я|ое|е|ого|его|ей|ом|ем|ому|ему|ым|ую|ю|ых)")
CASES = r"(?:[дтн](?:ан|ен|а|е|ын|ин|ы|и)|[гк][аеыи])?"
IN_KAZAKH = re.compile(rf"({'|'.join(KAZAKH)})((?:[ыи]|с[ыи])?нш[ыи])?{CASES}")


def _forms(table: str) -> dict[str, int]:
    rows = [line.split() for line in table.split("\n") if line]
    return {word: int(row[0]) for row in rows for word in row[1:]}


ENDS, OPENS = _forms(UNITS), _forms(LARGER)


def _value(word: str) -> tuple[int, int] | None:
    """What a word counts, and below which number the next word has to be to belong to the same number."""
    if word in ENDS:
        return ENDS[word], 0
    if word in OPENS:
        return OPENS[word], 100 if OPENS[word] >= 100 else 10
    if found := RUSSIAN.fullmatch(word):
        return RUSSIAN_ORDINALS[found[1]], 0
    if found := IN_KAZAKH.fullmatch(word):
        number = KAZAKH[found[1]]
        return number, 10 if number >= 10 and not found[2] else 0
    return None


def is_number_word(word: str) -> bool:
    """Does a word, in small plain letters, count something?"""
    return word in SCALES or word in HUNDRED or _value(word) is not None


@dataclass
class _Sum:
    """A number that grows word by word."""

    total: int = 0
    current: int = 0
    room: int = 1000
    scale: int = 10**12

    def takes(self, word: str) -> bool:
        """Add a word if it belongs to this number."""
        if size := SCALES.get(word):
            if size >= self.scale:
                return False
            self.total += (self.current or 1) * size
            self.current, self.room, self.scale = 0, 1000, size
            return True
        if word in HUNDRED:
            if self.current > 9:
                return False
            self.current, self.room = (self.current or 1) * 100, 100
            return True
        value = _value(word)
        if value is None or value[0] >= self.room:
            return False
        self.current, self.room = self.current + value[0], value[1]
        return True


def roman_in_figures(text: str) -> str:
    """A text without figures, with figures in place of its Roman numbers from II to XV.

    Examples
    --------
    >>> roman_in_figures("Articles VI and VII"), roman_in_figures("I think four")
    ('Articles 6 and 7', 'I think four')
    """
    if re.search(r"\d", text):
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(ROMAN)})(?!\w)", lambda one: str(ROMAN.index(one[0]) + 2), text)


def in_figures(text: str) -> str:
    """A text in small plain letters, with figures in place of its number words.

    Examples
    --------
    >>> in_figures("one hundred and ninety-four warheads"), in_figures("two, eight and eleven")
    ('194 warheads', '2, 8 and 11')
    >>> in_figures("сорок пять дней"), in_figures("он сегизинши")
    ('45 дней', '18')
    """
    text = re.sub(r"\b(hundred|thousand|million) and (?=[^\W\d_])", r"\1 ", text)
    pieces = re.split(r"([^\W\d_]+)", text)
    written, number = [pieces[0]], None
    for place in range(1, len(pieces), 2):
        before, word, after = written[-1], pieces[place], pieces[place + 1]
        if number and before.strip(" ") in ("", "-") and number.takes(word):
            written[-2:] = [str(number.total + number.current), after]
            continue
        number, begun = None, _Sum()
        multiplies = (word in SCALES or word in HUNDRED) and re.search(r"\d\s*$", before)
        if not multiplies and is_number_word(word) and begun.takes(word):
            number, word = begun, str(begun.total + begun.current)
        written += [word, after]
    return "".join(written)
