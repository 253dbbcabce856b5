"""How a page is used, with the mouse and by keyboard, side by side."""

from __future__ import annotations

from cst1992.cards.card import Card
from cst1992.cards.whole_tables import read
from cst1992.facts.speech import say, say_as, to_be_said

CAPTION = to_be_said("With the mouse and by keyboard")
WAYS = (
    (to_be_said("run a box and go on"), to_be_said("click into it, then ▶ above the page"), to_be_said("Shift+Enter")),
    (
        to_be_said("run a box and stay"),
        to_be_said("Run → Run Selected Cell and Do not Advance"),
        to_be_said("Ctrl+Enter"),
    ),
    (
        to_be_said("go into what a box gave, and out"),
        to_be_said("click there; click the box"),
        to_be_said("Tab; Escape"),
    ),
    (
        to_be_said("go to the next box or back"),
        to_be_said("click it"),
        to_be_said("Escape, then ↓ or ↑; or Tab, Shift+Tab"),
    ),
    (to_be_said("write in a box, and stop"), to_be_said("click into it; click beside it"), to_be_said("Enter; Escape")),
    (
        to_be_said("check or keep, and go on"),
        to_be_said("Check or Keep"),
        to_be_said("Shift+Enter (Ctrl+Enter: and stay)"),
    ),
    (to_be_said("make a new box below"), to_be_said("+ above the page"), to_be_said("Escape, then b")),
    (
        to_be_said("run all boxes above"),
        to_be_said("Run → Run All Above Selected Cell"),
        to_be_said("Ctrl+Shift+C, write: run all above, Enter"),
    ),
    (
        to_be_said("make the text wide (JupyterLab)"),
        to_be_said("click the folder at the left edge"),
        to_be_said("Ctrl+B"),
    ),
    (to_be_said("take a change of boxes back"), to_be_said("Edit → Undo Cell Operation"), to_be_said("Escape, then z")),
)


def keys() -> Card:
    """How a page is used: each act with the mouse and by keyboard. On a Mac, Ctrl is Command.

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text.

    Examples
    --------
    >>> keys().text.splitlines()[1]
    'to: run a box and go on; with the mouse: click into it, then ▶ above the page; by keyboard: Shift+Enter'
    """
    import pandas as pd

    heads = [say_as("do something", "to"), say("with the mouse"), say("by keyboard")]
    return read(pd.DataFrame([map(say, way) for way in WAYS], columns=heads), say(CAPTION))
