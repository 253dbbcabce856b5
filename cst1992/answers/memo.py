"""A text of the learner's own in a sheet: a box whose first line is `%%memo`, written in like any other box.

The words stand in the sheet itself, so that handing in the file hands in the text. A marker finds them with `memos`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cst1992.facts.wording import many

MAGIC = "%%memo"
HEAD = re.compile(
    r"\A\s*%%memo\b[ \t]*(?:(?P<wanted>\d+(?: to \d+)? words)(?:\. Leave this line, and write below it\.?)?)?"
)
FIRST_LINE_GONE = (
    "This is a text, and Python tried to run it. Nothing is lost. Click before its first word, write %%memo, "
    "press Enter so that %%memo has a line of its own, and press Shift+Enter."
)
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
    return HEAD.sub("", source, count=1).strip()


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

    def __init__(self, text: str, wanted: str, in_full: bool = False) -> None:
        self._text, self._in_full = text, in_full
        count = len(text.split())
        asked = f"; {'' if ' to ' in wanted else 'about '}{wanted.removesuffix(' words')} are wanted" if wanted else ""
        self.told = f"{many(count, 'word', 'words')}{asked}. "
        self.told += (
            "They are kept in this sheet when you save it (Ctrl+S)." if count else "Write below the first line."
        )

    def __repr__(self) -> str:
        return f"{self.told}\n\n{self._text}" if self._in_full else self.told

    def _repr_html_(self) -> str:
        paragraphs = [part for part in self._text.split("\n") if part.strip()] if self._in_full else []
        whole = "".join(f"<p>{html.escape(part)}</p>" for part in paragraphs)
        return f'<div class="cst-memo" role="status"><p>{html.escape(self.told)}</p>{whole}</div>{STYLE}'


def wanted_words(first_line: str) -> str:
    """What the first line asks for, such as "600 to 800 words"; empty where it names no number."""
    found = HEAD.match(first_line)
    return (found["wanted"] or "") if found else ""


@dataclass(frozen=True)
class Memo:
    """One text of a sheet for a reader: its box, its words, and where they were found."""

    identity: str
    text: str
    found: str

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def _source(cell: Mapping[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def memos(cells: Iterable[Mapping[str, Any]]) -> list[Memo]:
    """Every text of a sheet that a person marks, for the marker.

    Parameters
    ----------
    cells : the cells of a sheet as they were handed in.

    Returns
    -------
    One `Memo` for each box marked by hand. `found` is "in its box", also where the first line is gone or the box is
    of another kind; "in a box below" where the student has made a new one; or "nowhere".

    Examples
    --------
    >>> box = {"source": "My words.", "metadata": {"nbgrader": {"grade": True, "solution": True, "grade_id": "w"}}}
    >>> memos([box])
    [Memo(identity='w', text='My words.', found='in its box')]
    """
    listed = list(cells)
    found = []
    for place, cell in enumerate(listed):
        about = cell["metadata"].get("nbgrader", {})
        if not (about.get("grade") and about.get("solution")):
            continue
        text, where = words_of(_source(cell)), "in its box"
        if not text:
            text = _below(listed[place + 1 :])
            where = "in a box below" if text else "nowhere"
        found.append(Memo(str(about["grade_id"]), text, where))
    return found


def _below(cells: list[Mapping[str, Any]]) -> str:
    """The sentences in new boxes that follow, up to the next box of the sheet itself."""
    texts = []
    for cell in cells:
        if cell["metadata"].get("nbgrader") or cell["metadata"].get("cst1992"):
            break
        if _source(cell).startswith(("#", "Save the sheet")):
            break
        texts.append(words_of(_source(cell)))
    return "\n\n".join(text for text in texts if text)
