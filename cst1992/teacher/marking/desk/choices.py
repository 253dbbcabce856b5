"""What there is to choose on the desk, and what is chosen, as HTML that desk.js shows and hears.

They are no widgets: ipywidgets draws a group of radio buttons anew whenever Python changes it, and takes the focus from
whoever goes through it by keyboard.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape

from cst1992.teacher.marking.desk.comments import KEYS
from cst1992.teacher.marking.desk.drawing import ours
from cst1992.teacher.marking.desk.session import Session
from cst1992.teacher.marking.texts.rubric import Criterion, Level, Rubric


def rubric_html(rubric: Rubric) -> str:
    """The criteria of a rubric, each with its levels to choose from; what is chosen desk.js shows."""
    return "".join(_criterion_html(criterion) for criterion in rubric.criteria)


def _criterion_html(criterion: Criterion) -> str:
    last = len(criterion.levels) - 1
    levels = "".join(
        f'<label>{escape(_level(last - place, level))}<input type="radio"></label>'
        for place, level in enumerate(criterion.levels)
    )
    more = f': <span class="cst-how">{ours(criterion.more)}</span>' if criterion.more else ""
    prompt = f'<p class="cst-prompt"><span class="cst-arrow">▸</span> {ours(criterion.name)}{more}</p>'
    return f'<div class="cst-question">{prompt}<div class="widget-radio-box">{levels}</div></div>'


def _level(key: int, level: Level) -> str:
    """A level with its key: the lowest that gives points is 1."""
    points = "" if level.points == key else f"{level.points:g} points: "
    return f"{key} · {points}{re.sub(r'[*`]', '', level.words)}"


def comments_html(listed: Sequence[str], given: Sequence[str]) -> str:
    """The comments to use again as boxes to tick, with their keys; one of this text alone stands below the list."""
    with_a_key = min(len(listed), len(KEYS))
    every = [*listed, *(comment for comment in given if comment not in listed)]
    ticks = "".join(
        _comment_html(comment, f"{KEYS[place]} · " if place < with_a_key else "") for place, comment in enumerate(every)
    )
    return f'<p><strong>Comments to the student</strong></p><div class="cst-options">{ticks}</div>'


def _comment_html(comment: str, key: str) -> str:
    tick = f'<input type="checkbox" data-comment="{escape(comment)}"><span>{escape(key + comment)}</span>'
    return f'<div class="widget-checkbox"><label class="widget-label-basic">{tick}</label></div>'


def state_html(session: Session, heard: Mapping[str, int], turn: int, back: str, menus: Sequence[int]) -> str:
    """What is chosen for the text that lies here, as desk.js reads it: the page shows this, and never guesses.

    Parameters
    ----------
    heard : how much of what each page has told was done.
    turn : another number each time, so that the page looks again also where nothing has changed.
    back : a comment that could not be kept, to be put into its box again.
    menus : the line that each menu shows.
    """
    mark = session.mark() if session.text else None
    chosen = mark.levels if mark else {}
    state = {
        "on": session.on,
        "levels": [_place_of(chosen.get(one.name), one) for one in session.rubric.criteria],
        "here": session.cursor if session.here and mark else None,
        "given": list(mark.comments) if mark else [],
        "heard": dict(heard),
        "turn": turn,
        "back": back,
        "menus": list(menus),
    }
    return f'<span class="cst-desk-state" data-state="{escape(json.dumps(state))}"></span>'


def _place_of(points: float | None, criterion: Criterion) -> int | None:
    """The place of the level that gives these points; None where no level is chosen."""
    return next((place for place, level in enumerate(criterion.levels) if level.points == points), None)
