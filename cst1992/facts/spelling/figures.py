"""Figures in a text: thousands and decimals, signs, what is glued to them. Each is read for sure or asked back."""

from __future__ import annotations

import re

from cst1992.facts.speech import say
from cst1992.facts.spelling.number_words import SCALES
from cst1992.facts.spelling.reading import Read

FIGURE = re.compile(
    r"(?<!\d)(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|(?:(?<![\w.])\.|^,)?\d+(?:[.,'_]\d+)*)(?:e[-+]?\d+(?!\w))?"
)
GROUPS = re.compile(r"[1-9]\d{0,2}(?:([ ,'_])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
GROUPS_WITH_DOTS = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d+)")
UNITS_OF_ONE_LETTER = set("tтgгdдж")
SIGN = re.compile(r"(minus|negative|минус|терис|[-–])( *)$")
PER_CENT = re.compile(r" ?(?:%|per ?cent|pct|процент\w*|пайыз\w*)")


def figures_in(text: str, unit: str = "") -> list[Read[float]]:
    """Each number that stands in figures, in order; `unit` as in `read_number`. Both texts in small plain letters.

    Examples
    --------
    >>> [read.value for read in figures_in("-1,410 and 0,375 and 24.8 million")]
    [-1410.0, 0.375, 24800000.0]
    >>> figures_in("4a")[0].question
    'I cannot read “4a” for sure. Write the number alone, in figures.'
    """
    found: list[Read[float]] = []
    for figure in FIGURE.finditer(text):
        before, after = text[: figure.start()], text[figure.end() :]
        stuck, sign = _stuck(before, after), _sign(before)
        if stuck:
            words = f"{stuck[0]}{figure[0]}{stuck[1]}"
            asked = say("I cannot read “{words}” for sure. Write the number alone, in figures.", words=words)
            found.append(Read(question=asked))
        elif not sign:
            asked = say("Is the dash before {number} a minus? Write the number alone, or “minus”.", number=figure[0])
            found.append(Read(question=asked))
        else:
            found += [Read(sign * value * _times(after, unit)) for value in _values(figure[0])]
    return found


def _values(figure: str) -> list[float]:
    """The number that a run of figures writes, or several where it can be no single one, as 20.04.1999."""
    digits, _, power = figure.partition("e")
    if GROUPS.fullmatch(digits):
        first = re.search(r"[ ,'_]", digits)
        digits = digits.replace(first[0] if first else " ", "").replace(",", ".")
    elif GROUPS_WITH_DOTS.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d*[.,]?\d+", digits):
        digits = digits.replace(",", ".")
    else:
        return [float(part) for part in re.findall(r"\d+", digits)]
    return [float(f"{digits}e{power}" if power else digits)]


def _stuck(before: str, after: str) -> tuple[str, str] | None:
    """What is stuck to a figure and is no unit, as in 4a, x4 and 4²."""
    ahead = re.search(r"(?<![^\W_])[^\W\d_]$", before)
    behind = re.match(r"(?: k(?!\w)|[^\W\d_](?![^\W\d_])|[^\W\d_]+(?=\d)|[^\w\s]?[²³⁴])", after)
    left = ahead[0] if ahead and ahead[0] not in "n§" else ""
    right = behind[0] if behind and behind[0] not in UNITS_OF_ONE_LETTER else ""
    return (left, right) if left or right else None


def _sign(before: str) -> int:
    """1 or -1; 0 where a dash may be a minus or not."""
    said = SIGN.search(before)
    if not said:
        return 1
    earlier, glued = before[: said.start()], not said[2]
    if len(said[1]) > 1:
        return -1
    if not re.search(r"\w", earlier):
        return -1 if glued else 0
    after_a_word = glued and earlier.endswith(" ") and not re.search(r"[\d)]\W*$", earlier)
    return 0 if after_a_word else 1


def _times(after: str, unit: str) -> float:
    """By what the words after a figure multiply it: per cent, thousands, millions; not where the unit has them."""
    if PER_CENT.match(after):
        return 1 if PER_CENT.search(unit) else 0.01
    word = re.match(r"[ -]?([^\W\d_]+)", after)
    size = 100 if word and word[1] in ("hundred", "жуз") else SCALES.get(word[1], 1) if word else 1
    counted = {SCALES.get(part) for part in re.findall(r"[^\W\d_]+", unit)}
    return 1 if size in counted else size
