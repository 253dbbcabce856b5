"""Letters as people type them: signs that nobody sees, letters that look alike, and what two spellings share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
        "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
        "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ә": "a", "ю": "yu", "я": "ya",
    }
)  # fmt: skip
CYRILLIC_TWINS = "АВЕКМНОРСТУХІЈЅаекморстухіјѕһ"
LATIN_TWINS = "ABEKMHOPCTYXIJSaekmopctyxijsh"
TO_LATIN, TO_CYRILLIC = str.maketrans(CYRILLIC_TWINS, LATIN_TWINS), str.maketrans(LATIN_TWINS, CYRILLIC_TWINS)
PLAIN_CYRILLIC = str.maketrans("ёәғқңөұүһі", "еагкноуухи")
SAME_SIGN = str.maketrans(dict.fromkeys("‐‑−", "-") | dict.fromkeys("‒—―", "–") | dict.fromkeys("’‘ʼ`´", "'"))
OTHER_WIDTHS = ("<wide>", "<narrow>", "<fraction>")


def clean(text: object) -> str:
    """A text as it looks: without signs that nobody sees, each word in the letters of one script, plain spaces.

    Examples
    --------
    >>> clean("Ka\\u00adzakh\\u200bstan"), clean("K\\u0430zakhstan") == "Kazakhstan"
    ('Kazakhstan', True)
    """
    seen = "".join(map(_as_seen, unicodedata.normalize("NFC", str(text))))
    one_script = re.sub(r"[^\W\d_]+", lambda word: _in_one_script(word[0]), seen.translate(SAME_SIGN))
    return " ".join(one_script.split(" ")).strip()


def _as_seen(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Cf" or "\ufe00" <= sign <= "\ufe0f":
        return ""
    if kind == "Zs" or sign == "\t":
        return " "
    if unicodedata.decomposition(sign).startswith(OTHER_WIDTHS):
        usual = unicodedata.normalize("NFKC", sign).replace("\u2044", "/")
        return f" {usual}" if "/" in usual else usual
    return sign


def _in_one_script(word: str) -> str:
    """A word in which Latin and Cyrillic letters are mixed, in the one script that can write the whole of it."""
    cyrillic = {letter for letter in word if "\u0400" <= letter <= "\u04ff"}
    latin = {letter for letter in word if letter.isascii()}
    if cyrillic and latin and cyrillic <= set(CYRILLIC_TWINS):
        return word.translate(TO_LATIN)
    if cyrillic and latin and latin <= set(LATIN_TWINS):
        return word.translate(TO_CYRILLIC)
    return word


def plain_cyrillic(text: str) -> str:
    """A text in small letters, the Kazakh ones and ё written as on a Russian keyboard: letter for letter.

    Examples
    --------
    >>> plain_cyrillic("Қыркүйек"), plain_cyrillic("четырёх")
    ('кыркуйек', 'четырех')
    """
    return text.lower().translate(PLAIN_CYRILLIC)


def folded(text: object) -> str:
    """A text without case, accents, punctuation and articles, in Latin letters: what two spellings have in common.

    Examples
    --------
    >>> folded("Назарбаев") == folded(" nazarbaev ")
    True
    >>> folded("the Council") == folded("COUNCIL.")
    True
    """
    return _folded(str(text))


@lru_cache(maxsize=10_000)  # the ids and names of whole tables are folded again and again
def _folded(text: str) -> str:
    latin = clean(text).casefold().translate(LATIN)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(letter))
    words = re.sub(r"[^\w\s]", " ", plain.replace("'", "").replace("_", " ")).split()
    # y, i and ye, e are the usual differences between two ways to write a Russian name in Latin letters.
    joined = " ".join(word for word in words if word not in ("the", "a", "an"))
    return joined.replace("ye", "e").replace("iy", "i").replace("y", "i").replace("ii", "i").replace("kh", "h")
