"""From the cells of a notebook that has run to the HTML of a page.

nbconvert makes pages too. Its own need scripts from the network and show every answer open below its question; what it
would spare us (headings with ids, a choice among the forms of an output) is shorter here than its template would be.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from html import escape
from typing import Any

from cst1992.cards.words import words_fold
from cst1992.facts.laid_out import fold
from cst1992.facts.page_keys import without_mark
from cst1992.page.on_paper import kept_for_paper
from cst1992.teacher.edition.choices import CHOICES
from cst1992.teacher.edition.questions import quiz_html

WIDGET = "application/vnd.jupyter.widget-view+json"
GIVES = "Show what the box gives"
ASKS = ("my_answer",)
OF_A_RECORD = ("begin", "done")
LAID_OUT: dict[str, Callable[..., str]] = {"quiz": quiz_html, "words": words_fold, **CHOICES}


def last_call(source: str) -> ast.Call | None:
    """The call of ours with which a cell ends, as in `cst.quiz("02", section="who decides")`; else None."""
    lines = ast.parse(source).body
    call = lines[-1].value if lines and isinstance(lines[-1], ast.Expr) else None
    return call if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("cst.") else None


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).removeprefix("cst.")


OPENED = re.compile(r"<p>&lt;details&gt;\s*&lt;summary&gt;(.*?)&lt;/summary&gt;</p>", re.DOTALL)


def with_folds(text: str) -> str:
    """What a page folds away (`<details>` with its line), folded here too; any other HTML in prose stays text."""
    return OPENED.sub(r"<details><summary>\1</summary>", text).replace("<p>&lt;/details&gt;</p>", "</details>")


def prose(source: str) -> str:
    """Markdown as HTML, with an id on every heading and links to other notebooks turned to their pages;
    what lies outside the edition is named without a link."""
    import mistune

    text = with_folds(str(mistune.create_markdown(plugins=["table"])(source)))
    text = re.sub(r'href="([\w-]+)\.ipynb(#[^"]*)?"', r'href="\1.html\2"', text)
    text = re.sub(r'<a href="\.\.[^"]*">(.*?)</a>', r"\1", text)  # the exercises are not part of the edition

    def with_id(heading: re.Match[str]) -> str:
        plain = re.sub(r"<[^>]+>", "", heading[2])
        key = re.sub(r"[^\w]+", "-", plain.lower()).strip("-")
        return f'<h{heading[1]} id="{key}">{heading[2]}</h{heading[1]}>'

    return re.sub(r"<h([1-6])>(.*?)</h\1>", with_id, text)


def _output(output: Any) -> str:
    """One output as it stands; a frame of ours as it was kept for paper."""
    if output.output_type == "stream":
        return f'<pre class="printed">{escape(str(output.text))}</pre>'
    data = output.get("data", {})
    html = str(data.get("text/html", ""))
    still = kept_for_paper(html)
    if still:
        return f'<div class="shown-still">{still}</div>'
    return without_mark(html) or f'<pre class="printed">{escape(str(data.get("text/plain", "")))}</pre>'


def _laid_out(call: ast.Call) -> str:
    """What a call gives, laid out anew for a page on which nothing can be chosen; nothing for any other call.

    A call with names in it, as in `cst.quiz(mine)`, is left as the run shows it.
    """
    try:
        given = [ast.literal_eval(argument) for argument in call.args]
        named = {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}
    except ValueError:
        return ""
    return LAID_OUT[_name(call)](*given, **named) if _name(call) in LAID_OUT else ""


def _is_live(output: Any) -> bool:
    """Is it a frame of ours as only a live notebook can show it? What is kept of it for paper follows it."""
    data = output.get("data", {})
    return WIDGET in data and "text/plain" not in data


def _result(cell: Any) -> str:
    """What a cell gives, folded, so that no answer lies open below its question; only what asks stands open."""
    call, outputs = last_call(cell.source), [output for output in cell.outputs if not _is_live(output)]
    asked = _laid_out(call) if call else ""
    if call and _name(call) in ASKS and outputs:
        asked = _output(outputs[-1])
    if asked:
        outputs = outputs[:-1]
    shown = "".join(map(_output, outputs))
    return (fold(GIVES, shown) if shown else "") + asked


def cell_html(cell: Any) -> str:
    """One cell: prose, or code with what came of it."""
    if cell.cell_type == "markdown":
        return prose(cell.source)
    call = last_call(cell.source)
    if call and _name(call) in OF_A_RECORD:  # a page on paper has no record of anybody
        return ""
    code = f'<pre class="code" tabindex="0"><code>{escape(cell.source)}</code></pre>'
    return f'{code}<div class="result">{_result(cell)}</div>'
