"""A press of a question's button, told in one message with all that stands in the question.

A widget sends its second change only after Python has answered the first one; a click goes at once. On a slow line the
click would come before the answer. So keyboard.js writes both into one hidden line of text, and here it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from cst1992.page.controls import line_from_page, question_group

if TYPE_CHECKING:
    import ipywidgets

INPUTS = {"RadioButtons", "Checkbox", "Dropdown", "Text", "Textarea"}


def question_to_answer(parts: Sequence[ipywidgets.Widget], press: ipywidgets.Button) -> ipywidgets.VBox:
    """A question whose button, when it is pressed, finds the answer that the reader saw.

    Parameters
    ----------
    parts : prompt, inputs, the row of buttons, what is said to the answer.
    press : the button among them that checks or keeps. Where a page has no script of ours, it is heard by itself.
    """
    return question_group([*parts, line_of(parts, press)])


def line_of(parts: Sequence[ipywidgets.Widget], press: ipywidgets.Button) -> ipywidgets.Text:
    """The hidden line alone, for a button that stands in one row with what is chosen."""
    return line_from_page("cst-whole", lambda told: _pressed(parts, press, told))


def _pressed(parts: Sequence[ipywidgets.Widget], press: ipywidgets.Button, told: str) -> None:
    inputs, state = list(_inputs(parts)), json.loads(told)["state"]
    if len(inputs) == len(state):
        for widget, value in zip(inputs, state, strict=True):
            _take(widget, value)
    press.click()


def _inputs(widgets: Sequence[ipywidgets.Widget]) -> Iterator[ipywidgets.Widget]:
    """Everything in which something is chosen or written, in the order of the page."""
    for widget in widgets:
        if type(widget).__name__ in INPUTS:
            yield widget
        else:
            yield from _inputs(getattr(widget, "children", ()))


def _take(widget: ipywidgets.Widget, value: Any) -> None:
    """Give a widget what the page shows in it: a place among its options (-1: none), a tick, or a text."""
    if hasattr(widget, "options"):
        widget.index = None if value < 0 else value
    else:
        widget.value = value
