"""What all our widgets share: their look, their names for a screen reader, and the keys of the page.

Plain ipywidgets leave groups and controls nameless, and send a text later than a click; keyboard.js mends
both in each frame. What keys do on the whole page stands in `page_keys`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from cst1992.facts.files import asset
from cst1992.facts.mistakes import Mistake
from cst1992.facts.page_keys import keys_mark
from cst1992.facts.speech import say

if TYPE_CHECKING:
    import ipywidgets

    from cst1992.page.frame import Frame


def made(kind: Any, *content: Any, **options: Any) -> Any:
    """A widget with the layout and the style that all of its kind share: their look comes from the style sheet.

    Every widget brings a layout and a style of its own otherwise, which makes a notebook three times as heavy. Each run
    of a box shares its own: on a page that was loaded again, JupyterLab waits for ever for one that is older.
    """
    return kind(*content, **options, **_shared(kind, _run()))


def _run() -> int:
    """Which run of a box this is, also for what is made at a click later on; 0 outside of a notebook."""
    from IPython import get_ipython

    shell = get_ipython()
    return len(shell.user_ns.get("In", ())) if shell else 0


@cache
def _shared(kind: type[ipywidgets.DOMWidget], run: int) -> dict[str, ipywidgets.Widget]:
    return {"layout": _layout(run)} | ({"style": kind.style.klass()} if hasattr(kind, "style") else {})


@cache
def _layout(run: int) -> ipywidgets.Layout:
    import ipywidgets

    return ipywidgets.Layout()


def html(content: str, *classes: str) -> ipywidgets.HTML:
    """An HTML widget with classes of ours."""
    import ipywidgets

    widget = made(ipywidgets.HTML, content)
    for name in classes:
        widget.add_class(name)
    return widget


def button(text: str, hint: str = "", primary: bool = False) -> ipywidgets.Button:
    """A button with a text that names it."""
    import ipywidgets

    widget = made(ipywidgets.Button, description=text, tooltip=hint)
    widget.add_class("cst-primary" if primary else "cst-secondary")
    return widget


def menu(label: str, options: Sequence[tuple[str, Any]], value: Any) -> ipywidgets.Dropdown:
    """A menu with a label that names it."""
    import ipywidgets

    return made(ipywidgets.Dropdown, options=list(options), value=value, description=label)


def row_of(*widgets: ipywidgets.Widget, look: str = "cst-row") -> ipywidgets.HBox:
    """Controls beside each other, below each other on a narrow page."""
    import ipywidgets

    row = made(ipywidgets.HBox, list(widgets))
    row.add_class(look)
    return row


def line_from_page(look: str, heard: Callable[[str], object]) -> ipywidgets.Text:
    """A hidden line of text in which a script of ours tells Python something; `look` is the class by which it finds it."""
    import ipywidgets

    line = made(ipywidgets.Text, continuous_update=True)
    line.add_class(look)
    line.add_class("cst-hidden")
    line.observe(lambda change: heard(change["new"]), names="value")
    return line


def question_group(parts: Sequence[ipywidgets.Widget]) -> ipywidgets.VBox:
    """What belongs to one question, together: prompt, input, buttons, and what is said to the answer."""
    import ipywidgets

    group = made(ipywidgets.VBox, list(parts))
    group.add_class("cst-question")
    return group


def said(text: str) -> str:
    """A sentence that is spoken when it changes."""
    return f'<p role="status">{escape(text)}</p>'


def alert(text: str) -> str:
    """A sentence that is spoken at once when it appears."""
    return f'<p role="alert">{escape(text)}</p>'


def trouble(act: Callable[..., object], *given: Any, **named: Any) -> str:
    """Do something at a click, where ipywidgets swallows every error.

    Returns
    -------
    What went wrong, as HTML to be shown where the reader looks; empty where all went well.
    """
    try:
        act(*given, **named)
    except Mistake as mistake:
        return f'<div role="alert" class="cst-feedback cst-bad"><p>✗ {escape(str(mistake))}</p></div>'
    return ""


def framed(children: Iterable[ipywidgets.Widget], label: str) -> Frame:
    """A frame of ours around widgets: style sheet first, names and keys last.

    Parameters
    ----------
    label : the name of the whole, for a screen reader.
    """
    from cst1992.page.frame import Frame

    style = html(
        f"<style>{asset('cards/cards.css')}{asset('facts/tables.css')}{asset('page/controls.css')}</style>",
        "cst-hidden",
    )
    script = escape(f"({asset('page/keyboard.js').strip()})(this)", quote=True)
    named = escape(say("{control}: question {number}"), quote=True)
    words = f'data-label="{escape(label, quote=True)}" data-named="{named}"'
    guard = html(f'<img alt="" src="data:," hidden {words} onerror="{script}">{keys_mark()}', "cst-hidden")
    frame = made(Frame, [style, *children, guard])
    frame.label = label
    frame.add_class("cst-frame")
    return frame
