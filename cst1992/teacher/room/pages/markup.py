"""Texts of steps and cards as HTML: paragraphs, headings, lists, quotations. Everything is escaped."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

LANGUAGE = re.compile(r"\{([a-z]{2,3})\} ")
MARKS = {"# ": ("h3", ""), "- ": ("li", "ul"), "> ": ("p", "blockquote")}


def as_html(text: str) -> str:
    """A text with its few marks as HTML.

    Examples
    --------
    >>> as_html("> {ru} Да.")
    '<blockquote><p lang="ru">Да.</p></blockquote>'
    >>> as_html("One <b>.\\n\\n# Two\\n- a\\n- b")
    '<p>One &lt;b&gt;.</p><h3>Two</h3><ul><li>a</li><li>b</li></ul>'
    """
    return "".join(_block(block) for block in re.split(r"\n\s*\n", text.strip()) if block.strip())


def _block(block: str) -> str:
    made = []
    for mark, lines in groupby(block.splitlines(), key=_mark_of):
        if mark not in MARKS:
            made.append(_tagged("p", " ".join(line.strip() for line in lines)))
            continue
        tag, around = MARKS[mark]
        inner = "".join(_tagged(tag, line.strip()[len(mark) :].strip()) for line in lines)
        made.append(f"<{around}>{inner}</{around}>" if around else inner)
    return "".join(made)


def _tagged(tag: str, text: str) -> str:
    found = LANGUAGE.match(text)
    language = f' lang="{found[1]}"' if found else ""
    return f"<{tag}{language}>{escape(text[found.end() :] if found else text)}</{tag}>"


def _mark_of(line: str) -> str:
    return next((mark for mark in MARKS if line.lstrip().startswith(mark)), "")
