"""The first line of the desk: who marks? Then the desk itself."""

from __future__ import annotations

import getpass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import cst1992.teacher.light_start  # noqa: F401
from cst1992.facts.files import asset
from cst1992.page.controls import alert, button, framed, html, made, row_of
from cst1992.page.whole_answer import question_to_answer
from cst1992.teacher.marking.desk.comments import Comments
from cst1992.teacher.marking.desk.page import Desk
from cst1992.teacher.marking.desk.pile import Pile, pile_of
from cst1992.teacher.marking.desk.session import Session
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.master import load_master

if TYPE_CHECKING:
    import ipywidgets


def desk(exercise: str, place: str, marker: str = "") -> ipywidgets.VBox:
    """The desk with the texts of an exercise.

    Parameters
    ----------
    exercise : its whole name, such as "03_the_signatories".
    place : the folder of its marks.
    marker : who marks; without it the desk asks.

    Raises
    ------
    Mistake
        There is nothing to mark, or a file cannot be used; the message says what to do.

    Examples
    --------
    >>> desk("03_the_signatories", "marks/03_the_signatories")  # doctest: +SKIP
    """
    pile = pile_of(DeskFolder(Path(place)), load_master(exercise))
    comments = Comments(pile.folder.place / "comments.json")
    if marker.strip():
        return Desk(Session(pile, comments, marker.strip())).widget()
    return _who_marks(pile, comments)


def _who_marks(pile: Pile, comments: Comments) -> ipywidgets.VBox:
    """A box with the name of whoever marked last, and a button that begins."""
    import ipywidgets

    known = pile.markers()
    guess = known[0] if len(known) == 1 else "" if known else _user()
    name = made(ipywidgets.Text, value=guess, description="Your name", continuous_update=False)
    begin, told = button("Begin", "Open the desk", primary=True), html("")
    who = [button(f"I am {one}") for one in known] if len(known) > 1 else []
    prompt = html(
        '<p class="cst-prompt">Who marks? <span class="cst-how">Your name or your initials. Two who mark the same texts '
        "are kept apart by them.</span></p>"
    )
    parts = [prompt, *([row_of(*who)] if who else []), name, row_of(begin, look="cst-buttons"), told]
    question = question_to_answer(parts, begin)
    script = escape(f"({asset('teacher/marking/desk/start.js').strip()})(this)", quote=True)
    focus = html(f'<img alt="" src="data:," hidden style="display:none" onerror="{script}">', "cst-hidden")
    frame = framed(
        [html(f"<style>{asset('teacher/marking/desk/desk.css')}</style>", "cst-hidden"), question, focus], "The desk"
    )
    frame.add_class("cst-desk")
    frame.add_class("cst-desk-start")
    outer = made(ipywidgets.VBox, [frame])

    def start(marker: str) -> None:
        if not marker.strip():
            told.value = alert("Write a name first.")
            return
        if frame not in outer.children:
            return
        outer.children = [Desk(Session(pile, comments, marker.strip())).widget()]

    begin.on_click(lambda _: start(name.value))
    for press, one in zip(who, known, strict=False):
        press.on_click(lambda _, one=one: start(one))
    return outer


def _user() -> str:
    """The name under which somebody works on this machine; empty where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
