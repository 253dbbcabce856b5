"""How a page is used, with the mouse and by keyboard, side by side."""

from __future__ import annotations

from cst1992.cards.card import Card
from cst1992.cards.whole_tables import read

CAPTION = "With the mouse and by keyboard"
WAYS = (
    ("run a box and go on", "click into it, then ▶ above the page", "Shift+Enter"),
    ("run a box and stay", "Run → Run Selected Cell and Do not Advance", "Ctrl+Enter"),
    ("go into what a box gave, and out", "click there; click the box", "Tab; Escape"),
    ("go to the next box or back", "click it", "Escape, then ↓ or ↑; or Tab, Shift+Tab"),
    ("write in a box, and stop", "click into it; click beside it", "Enter; Escape"),
    ("check or keep, and go on", "Check or Keep", "Shift+Enter (Ctrl+Enter: and stay)"),
    ("make a new box below", "+ above the page", "Escape, then b"),
    ("run all boxes above", "Run → Run All Above Selected Cell", "Ctrl+Shift+C, write: run all above, Enter"),
    ("make the text wide (JupyterLab)", "click the folder at the left edge", "Ctrl+B"),
    ("take a change of boxes back", "Edit → Undo Cell Operation", "Escape, then z"),
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

    return read(pd.DataFrame(WAYS, columns=["to", "with the mouse", "by keyboard"]), CAPTION)
