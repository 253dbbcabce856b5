"""What a frame of ours shows where no widget can live: on paper, in a PDF, in a saved page, in the read-only edition."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from cst1992.facts.files import asset
from cst1992.facts.speech import say

OPEN = "…………………………"
OPENS = '<div class="cst-on-paper">'
LEFT_OUT = {"cst-hidden", "cst-live"}  # what is not seen, and what is said to one learner on one day
LIVE = re.compile(r' role="(?:status|alert)"')  # nothing changes on paper, so nothing is to be spoken
TAG, BLOCK = re.compile(r"<[^>]+>"), re.compile(r"</(?:p|li|h\d|tr|figcaption|summary|div)>")


def _label(widget: Any) -> str:
    return f"<p>{escape(str(widget.description))}</p>" if widget.description else ""


def _choices(widget: Any) -> str:
    """What a menu or a group of choices offers."""
    labels = [label for label, value in widget.options if value not in ("", None)]
    return _label(widget) + f"<ul>{''.join(f'<li>{escape(str(label))}</li>' for label in labels)}</ul>"


def _together(children: list[Any]) -> str:
    """The parts of a frame; what several menus offer alike is told once, below them."""
    menus = [child for child in children if type(child).__name__ == "Dropdown"]
    if len(menus) > 1 and len({tuple(map(str, menu.options)) for menu in menus}) == 1:
        offered = "; ".join(str(label) for label, value in menus[0].options if value not in ("", None))
        lines = "".join(f"<li>{escape(str(menu.description))}</li>" for menu in menus)
        return f"<ul>{lines}</ul><p>{say('To choose from: {options}.', options=escape(offered))}</p>"
    return "".join(map(laid_out, children))


def laid_out(widget: Any) -> str:
    """A widget and all that is in it as HTML that stands still: texts as they are, what there is to choose, no buttons.

    Examples
    --------
    >>> import ipywidgets
    >>> laid_out(ipywidgets.RadioButtons(options=[("a duty", 1), ("a hope", 2)], description="Which?"))
    '<p>Which?</p><ul><li>a duty</li><li>a hope</li></ul>'
    """
    if LEFT_OUT & {*widget._dom_classes}:
        return ""
    match type(widget).__name__:
        case "HTML":
            return LIVE.sub("", str(widget.value))
        case "RadioButtons" | "Dropdown":
            return _choices(widget)
        case "Checkbox":
            return f"<p>☐ {escape(str(widget.description))}</p>"
        case "DatePicker":
            return f"<p>{escape(str(widget.description))}: {widget.value or OPEN}</p>"
        case "Text" | "Textarea":
            written = escape(str(widget.value)) or OPEN
            return f"<p>{escape(str(widget.description))}: {written}</p>"
        case _:
            return _together(list(getattr(widget, "children", ())))


def as_text(html: str) -> str:
    """HTML of ours as plain text, one line for each paragraph or item.

    Examples
    --------
    >>> as_text("<p>Which?</p><ul><li>a duty</li></ul>")
    'Which?\\n- a duty'
    """
    html = re.sub(r"<(style|svg)\b.*?</\1>|<div class=\"cst-narrow\".*?</div>", "", html, flags=re.DOTALL)
    html = html.replace("<li>", "- ")
    lines = (" ".join(unescape(TAG.sub("", line)).split()) for line in BLOCK.sub("\n", html).split("\n"))
    return "\n".join(line for line in lines if line and line != "-")


def bundle_of(frame: Any, label: str) -> dict[str, str]:
    """The two forms in which a frame is kept beside the widget: text/html and text/plain."""
    inside = laid_out(frame)
    only_live = say("In the live notebook you choose and write in this box. Here stands what it shows:")
    head = f"<p><strong>{escape(label)}.</strong> {escape(only_live)}</p>"
    style = f"<style>{asset('page/on_paper.css')}</style>"
    return {"text/html": f"{style}{OPENS}{head}{inside}</div>", "text/plain": as_text(head + inside)}


def kept_for_paper(html: str) -> str:
    """What stands in a frame that was kept beside its widget, without its first sentence; empty for any other HTML.

    Examples
    --------
    >>> import ipywidgets
    >>> kept_for_paper(bundle_of(ipywidgets.HTML("<p>Which?</p>"), "A question")["text/html"])
    '<p>Which?</p>'
    >>> kept_for_paper("<p>a table</p>")
    ''
    """
    _, opened, inside = html.partition(OPENS)
    return inside.partition("</p>")[2].removesuffix("</div>") if opened else ""
