"""Reading a list of whole numbers: commas and "and", spans such as 9-11 and "five to six", words and figures."""

from __future__ import annotations

import re
from typing import Any

from cst1992.facts.speech import say
from cst1992.facts.spelling.figures import figures_in
from cst1992.facts.spelling.hedges import open_in_a_list
from cst1992.facts.spelling.letters import clean, plain_cyrillic
from cst1992.facts.spelling.number_words import in_figures, roman_in_figures
from cst1992.facts.spelling.reading import Read

SPAN = re.compile(
    r"(?<![\w.-])(\d{1,4})(?: ?(?:тен|тан|дан|ден|нан|нен))?(?: ?(?:-|–|\.\.+|…) ?| (?:to|through|thru|till|until|по|до) )"
    r"(\d{1,4})(?: ?(?:га|ге|ка|ке) дейин)?(?![\w.]\d|-)"
)
KAZAKH_SPAN = re.compile(r"(\d{1,4}) ?(?:тен|тан|дан|ден|нан|нен) (\d{1,4}) ?(?:га|ге|ка|ке)(?: дейин)?")
MOST = 100


def read_numbers(given: Any) -> Read[list[float]]:
    """The whole numbers that a list or a text names, or a question back.

    Parameters
    ----------
    given : a text, or a list of texts and numbers.

    Examples
    --------
    >>> read_numbers("five to six").value, read_numbers(["5-6", "8"]).value, read_numbers("notes 2, 8 and 11").value
    ([5.0, 6.0], [5.0, 6.0, 8.0], [2.0, 8.0, 11.0])
    >>> read_numbers("not 5, 6, 8").question
    'With “not” the list stays open. Write only the numbers that you mean.'
    """
    found: list[float] = []
    for item in given if isinstance(given, list) else [given]:
        read = _numbers_of(item)
        if read.value is None:
            return read
        found += read.value
    return Read(found)


def _numbers_of(item: Any) -> Read[list[float]]:
    if isinstance(item, (int, float)) and not isinstance(item, bool) and float(item).is_integer():
        return Read([float(item)])
    if not isinstance(item, str):
        return _none_in(item)
    seen = clean(item)
    if opened := open_in_a_list(seen):
        asked = say("With “{words}” the list stays open. Write only the numbers that you mean.", words=opened)
        return Read(question=asked)
    found: list[float] = []
    for part in re.split(
        r"[,;\n/]", in_figures(re.sub(r"(?<=\d)-(?=[^\W\d_])", " ", plain_cyrillic(roman_in_figures(seen))))
    ):
        read = _numbers_of_part(part)
        if read.value is None:
            return read
        found += read.value
    return Read(found) if found else _none_in(item)


def _numbers_of_part(part: str) -> Read[list[float]]:
    spread = KAZAKH_SPAN.sub(_spread, SPAN.sub(_spread, re.sub(r"^ *(?:[-–•*]|\d{1,2}\)) ", "", part)))
    read = figures_in(spread)
    unsure = next((one.question for one in read if not one.sure), "")
    values = [one.value for one in read if one.value is not None]
    odd = next((value for value in values if not value.is_integer()), None)
    if odd is not None:
        return _none_in(f"{odd:g}")
    return Read(question=unsure) if unsure else Read(values)


def _spread(ends: re.Match[str]) -> str:
    """A span as all its numbers; as it stands where it does not count upwards."""
    first, last = int(ends[1]), int(ends[2])
    every = " & ".join(map(str, range(first, last + 1)))
    return every if 0 < last - first < MOST else ends[0]


def _none_in(item: object) -> Read[list[float]]:
    return Read(
        question=say("Whole numbers are wanted, such as {example}; {given!r} is none.", example="[3, 4]", given=item)
    )
