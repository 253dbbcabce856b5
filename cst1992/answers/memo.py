"""A text of the learner's own in a sheet: a box whose first line is `%%memo`, written in like any other box.

The words stand in the sheet itself, so that handing in the file hands in the text. Where a marker finds them in a sheet that
was handed in, says `text_of` in `cst1992/teacher/marking/aligning.py`.
"""

from __future__ import annotations

import html
import re
from functools import cache

from cst1992.facts.speech import say, say_count, to_be_said

MAGIC = "%%memo"
FIRST_LINE = (
    to_be_said("{least} to {most} words"),
    to_be_said("{number} words"),
    to_be_said("Leave this line, and write below it"),
)
"""How the first line asks for so many words, in a sheet of the language that is spoken too."""
STYLE = (
    "<style>.jp-CodeCell:has(.cst-memo) .cm-content{min-height:9em}.jp-CodeCell:has(.cst-memo) .cm-line *"
    "{color:inherit!important;font-weight:inherit!important;font-style:inherit!important;text-decoration:none!important}"
    "</style>"
)


def words_of(source: str) -> str:
    """The text of a memo's box, with or without its first line.

    Examples
    --------
    >>> words_of("%%memo 200 words. Leave this line, and write below it.\\nGeorgia did not prolong.")
    'Georgia did not prolong.'
    """
    found = _head(source)
    return source[found.end() if found else 0 :].strip()


def _head(source: str) -> re.Match[str] | None:
    """The first line of a memo as the sheet has given it; what a learner has written behind it is no part of it."""
    forms = FIRST_LINE, tuple(map(say, FIRST_LINE))
    found = [match for form in forms if (match := _pattern(form).match(source))]
    return max(found, key=lambda match: match.end(), default=None)


@cache
def _pattern(form: tuple[str, ...]) -> re.Pattern[str]:
    between, about, leave = (re.sub(r"\\{\w+\\}", r"\\d+", re.escape(sentence)) for sentence in form)
    return re.compile(rf"\A\s*%%memo\b[ \t]*(?:(?P<wanted>{between}|{about})(?:\. {leave}\.?)?)?")


def first_line_gone() -> str:
    """What to do about a text that Python has tried to run."""
    return say(
        "This is a text, and Python tried to run it. Nothing is lost. Click before its first word, write {memo}, "
        "press Enter so that {memo} has a line of its own, and press Shift+Enter.",
        memo=MAGIC,
    )


def looks_like_text(source: str) -> bool:
    """Sentences, and no box of answers: eight words or more, and no line that gives a name a value.

    Examples
    --------
    >>> looks_like_text("Georgia did not prolong the Treaty; its term ended."), looks_like_text("share = 1 / 3")
    (True, False)
    """
    gives = re.search(r"(?m)^\s*[^\W\d]\w*\s*=", source)
    return MAGIC in source or (not gives and len(re.findall(r"[^\W\d_]{2,}", source)) >= 8)


class Kept:
    """What stands below a memo: how many words, what is wanted, and where they are kept."""

    def __init__(self, text: str, wanted: list[int], in_full: bool = False) -> None:
        self._text, self._in_full = text, in_full
        count = len(text.split())
        kept, to_do = say("They are kept in this sheet when you save it (Ctrl+S)."), say("Write below the first line.")
        self.told = f"{_counted(count, wanted)} {kept if count else to_do}"

    def __repr__(self) -> str:
        return f"{self.told}\n\n{self._text}" if self._in_full else self.told

    def _repr_html_(self) -> str:
        paragraphs = [part for part in self._text.split("\n") if part.strip()] if self._in_full else []
        whole = "".join(f"<p>{html.escape(part)}</p>" for part in paragraphs)
        return f'<div class="cst-memo" role="status"><p>{html.escape(self.told)}</p>{whole}</div>{STYLE}'


def _counted(count: int, wanted: list[int]) -> str:
    """How many words there are, and how many are wanted."""
    counted = say_count("{count} word", "{count} words", count)
    match wanted:
        case [number]:
            return say("{counted}; about {number} are wanted.", counted=counted, number=number)
        case [least, most]:
            return say("{counted}; {least} to {most} are wanted.", counted=counted, least=least, most=most)
    return f"{counted}."


def wanted_words(first_line: str) -> list[int]:
    """How many words the first line asks for: a number, or the least and the most; none where it names no number.

    Examples
    --------
    >>> wanted_words("%%memo 600 to 800 words. Leave this line, and write below it."), wanted_words("%%memo")
    ([600, 800], [])
    """
    found = _head(first_line)
    return [int(number) for number in re.findall(r"\d+", found["wanted"] or "")] if found else []
