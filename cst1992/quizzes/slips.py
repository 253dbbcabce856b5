"""Signs that an editor or a keyboard puts into a quiz file and that YAML reads in its own way: tabs, curly quotation marks."""

from __future__ import annotations

import re

CURLY = "“”„‟‘’‚‛«»"
VALUE = re.compile(rf"^\s*(?:- +)?(?:[\w-]+ *: +|- +)([{CURLY}][^{CURLY}\"]*[{CURLY}\"]) *,?\s*(?:#.*)?$")
KEY = re.compile(rf"^\s*(?:- +)?[{{]? *[{CURLY}][\w -]+[{CURLY}] *:")
IN_BRACES = re.compile(
    rf"^\s*(?:- +)*(?:[\w-]+ *: +)?[{{\[](?:.*[{{\[,])? *(?:[\w-]+ *: +)?[{CURLY}][^{CURLY}]*[{CURLY}] *[,}}\]]"
)
IN_A_ROW = re.compile(rf"^\s*[\w-]+ *: +[{CURLY}][^{CURLY}]*[{CURLY}] *, *[\w-]+ *:")
HALF = re.compile(rf"(?::|-|\[|,) +\"[^\"]*[{CURLY}] *,?\s*$|(?::|-|\[|,) +[{CURLY}][^{CURLY}\"]*\" *,?\s*$")
BEGUN = re.compile(rf": +[{CURLY}]")
TAB = re.compile(r"^ *(?:- *)*\t")

TABS = "a tab stands where YAML wants blanks. Put blanks in its place, as many as in the line above."
QUOTES = (
    'curly quotation marks stand where YAML wants straight ones. Write " in their place; '
    'where readers should see the curly ones, put straight ones around them: "“like this”".'
)


def quotes_in(text: str) -> int | None:
    """The number of the first line in which curly quotation marks stand around a whole value or key.

    Examples
    --------
    >>> quotes_in("title: A test\\nprompt: “Which one?”")
    2
    >>> quotes_in('prompt: What does “necessary” mean?\\ntext: "“Yes”"') is None
    True
    """
    return _first(text, VALUE, KEY, IN_BRACES, IN_A_ROW)


def slip_in(text: str, first: int, last: int) -> tuple[int, str] | None:
    """The line of a tab or of a curly quotation mark that keeps a file from being read, and what to do about it.

    Parameters
    ----------
    first, last : the lines between which the reader of YAML has stumbled.

    Examples
    --------
    >>> slip_in("questions:\\n\\t- id: one", 1, 2)[0]
    2
    """
    near = "\n" * (first - 1) + "\n".join(text.splitlines()[first - 1 : last])
    tab = _first(near, TAB)
    if tab is not None:
        return tab, TABS
    quotes = _first(near, VALUE, KEY, IN_BRACES, IN_A_ROW, HALF, BEGUN)
    return None if quotes is None else (quotes, QUOTES)


def _first(text: str, *forms: re.Pattern[str]) -> int | None:
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if any(form.search(line) for form in forms)), None)
