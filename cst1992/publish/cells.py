"""From the cells of a notebook that has run to the HTML of a page."""

from __future__ import annotations

import ast
import re
from html import escape
from typing import Any

from cst1992.publish.questions import quiz_html
from cst1992.publish.widgets import States, static_html

WIDGET = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


def widget_states(notebook: Any) -> States:
    """The widgets that a run left in a notebook, by id."""
    kept: States = notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    return kept


def quiz_called(source: str) -> tuple[str, str | None] | None:
    """The quiz and the section that a cell asks for, as in `cst.quiz("02", section="who decides")`; else None."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "cst.quiz":
            words = {word.arg: ast.literal_eval(word.value) for word in node.keywords}
            given = [ast.literal_eval(argument) for argument in node.args]
            section = words.get("section", given[1] if len(given) > 1 else None)
            return str(words.get("name", given[0] if given else "")), section
    return None


def prose(source: str) -> str:
    """Markdown as HTML, with an id on every heading and links to other notebooks turned to their pages."""
    import mistune

    text = str(mistune.create_markdown(plugins=["table"])(source))
    text = re.sub(r'href="([\w-]+)\.ipynb(#[^"]*)?"', r'href="\1.html\2"', text)

    def with_id(heading: re.Match[str]) -> str:
        plain = re.sub(r"<[^>]+>", "", heading[2])
        key = re.sub(r"[^\w]+", "-", plain.lower()).strip("-")
        return f'<h{heading[1]} id="{key}">{heading[2]}</h{heading[1]}>'

    return re.sub(r"<h([1-6])>(.*?)</h\1>", with_id, text)


def _output(output: Any, states: States) -> str:
    if output.output_type == "stream":
        return f'<pre class="printed">{escape(str(output.text))}</pre>'
    data = output.get("data", {})
    if WIDGET in data:
        shown = static_html(str(data[WIDGET]["model_id"]), states)
        return f'<div class="shown-still">{shown}</div>'
    if "text/html" in data:
        return str(data["text/html"])
    return f'<pre class="printed">{escape(str(data.get("text/plain", "")))}</pre>'


def cell_html(cell: Any, states: States) -> str:
    """One cell: prose, or code with what came of it."""
    if cell.cell_type == "markdown":
        return prose(cell.source)
    code = f'<pre class="code" tabindex="0"><code>{escape(cell.source)}</code></pre>'
    asked = quiz_called(cell.source)
    shown = quiz_html(*asked) if asked else "".join(_output(output, states) for output in cell.outputs)
    return f'{code}<div class="result">{shown}</div>'
