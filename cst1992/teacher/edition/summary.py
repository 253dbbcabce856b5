"""A summary of one page for each notebook, to read on the screen or to print: made of the notebook's own parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from cst1992.cards.words import marked_forms, our_form, page_terms
from cst1992.facts.sections import rows_if_there
from cst1992.facts.terms import Term
from cst1992.teacher.edition.notebook_cells import prose
from cst1992.teacher.edition.short_path import headings_in, named_sections

KEY_POINTS, TAG = "Key points", "summary"
AT_A_GLANCE = re.compile(r'class="[^"]*\bcst-(?:figure|glance)\b')


def key_points(cells: Sequence[Any]) -> str:
    """The key points of a notebook as Markdown: the list under their heading."""
    for cell in cells:
        if cell.cell_type == "markdown" and KEY_POINTS in headings_in(cell.source):
            under = str(cell.source).split(f"## {KEY_POINTS}", 1)[1]
            return "\n".join(re.findall(r"^- .+$", under.split("\n#", 1)[0], re.MULTILINE))
    return ""


def picture(cells: Sequence[Any]) -> str:
    """The picture or table at a glance: that of the cell with the tag “summary”, else the first one of the page."""
    shown = [
        (TAG in cell.metadata.get("tags", []), str(output.data["text/html"]))
        for cell in cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if AT_A_GLANCE.search(output.get("data", {}).get("text/html", ""))
    ]
    tagged = [html for wanted, html in shown if wanted]
    return next(iter([*tagged, *(html for _, html in shown)]), "")


def _word(term: Term, full: bool) -> str:
    """One term with its form in each other language that has one."""
    forms = marked_forms(term).items()
    others = "".join(f' · <span lang="{code}">{escape(form)}</span>' for code, form in forms)
    meaning = f": {escape(term.definition)}" if full else ""
    return f"<li><strong>{escape(term.english)}</strong>{others}{meaning}</li>"


def _words(number: str) -> str:
    """The words of the page under their heading; nothing where the module has no lists of words."""
    if not rows_if_there("page_words"):
        return ""
    own, common = page_terms(number)
    listed = "".join(_word(term, full=True) for term in own) + "".join(_word(term, full=False) for term in common)
    ours = our_form(own + common)
    note = f'<p class="cst-soft">{escape(ours)}</p>' if ours else ""
    return f'<h2>Words of this page</h2><ul class="words">{listed}</ul>{note}'


def summary_html(cells: Sequence[Any], number: str, title: str) -> str:
    """One page on a notebook that has run: its key points, one picture, its words, and the way through in 20 minutes."""
    way = ", ".join(f"<em>{escape(name)}</em>" for name in named_sections(cells))
    return (
        f'<article class="summary"><p>Notebook {escape(number)} on one page</p><h1>{escape(title)}</h1>'
        f"<h2>{KEY_POINTS}</h2>{prose(key_points(cells))}{picture(cells)}"
        f"{_words(number)}"
        f"<h2>In 20 minutes</h2><p>Run the page from the top, and read of it: {way}.</p></article>"
    )
