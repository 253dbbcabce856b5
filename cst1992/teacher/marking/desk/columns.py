"""The three columns of the desk: the text with its hints, the rubric to click, and comments to use again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from cst1992.page.controls import button, html, made, question_group, row_of
from cst1992.teacher.marking.desk.comments import KEYS
from cst1992.teacher.marking.desk.drawing import (
    alike_html,
    earlier_html,
    memo_html,
    model_html,
    ours,
    sources_html,
)
from cst1992.teacher.marking.desk.hints import cited, length
from cst1992.teacher.marking.desk.session import Session
from cst1992.teacher.marking.texts.hand_marks import HandMark
from cst1992.teacher.marking.texts.rubric import Criterion, Level, Rubric

NOTHING_LEFT = (
    '<div class="cst-memo-text" role="region" aria-label="The text" tabindex="0"><p>Nothing is left in this list. '
    "Choose another one above. Everything that you clicked is kept; cst1992 mark writes it into the table and the pages.</p></div>"
)


class Reading:
    """The text itself, and what the desk sees in it."""

    def __init__(self, session: Session) -> None:
        import ipywidgets

        self._session = session
        self._models = {cell.identity: model_html(cell.model) for cell in session.pile.master.texts}
        self._first = {cell.identity: cell.source for cell in session.pile.master.texts}
        self._shown: object = None
        self.earlier, self.memo, self.sources, self.alike, self.model = (html("") for _ in range(5))
        self.widget = made(ipywidgets.VBox, [self.earlier, self.memo, self.alike, self.sources, self.model])
        self.widget.add_class("cst-desk-text")

    def show(self) -> None:
        """Show the text that lies here; one that lies here already is left alone, with its folds."""
        text = self._session.text
        self.earlier.value = earlier_html(self._session.earlier(), self._session.rubric) if text else ""
        self.model.value = self._models[self._session.task]
        if text is self._shown and text is not None:
            return
        self._shown = text
        if text is None:
            self.memo.value, self.sources.value, self.alike.value = NOTHING_LEFT, "", ""
            return
        pile = self._session.pile
        long = length(text.words, self._session.rubric.read_to)
        boxes = [] if text.words else pile.own_boxes(text)
        self.memo.value = memo_html(text.words, text.found, long, self._first[text.task], boxes)
        self.sources.value = sources_html(cited(long.read), cited(long.not_read)) if text.words else ""
        self.alike.value = alike_html(pile.like(text), [one.words for one in pile.texts[text.task]])


class RubricColumn:
    """The criteria of a rubric, each with its levels to choose from.

    Parameters
    ----------
    chosen : called with the place of the criterion and the points of the level that was clicked.
    """

    def __init__(self, chosen: Callable[[int, float], None]) -> None:
        import ipywidgets

        self._chosen = chosen
        self._rubric: Rubric | None = None
        self._setting = False
        self.groups: list[Any] = []
        self.radios: list[Any] = []
        self.sum = html("")
        self.widget = made(ipywidgets.VBox, [])
        self.widget.add_class("cst-rubric")

    def forget(self) -> None:
        """Build everything anew at the next look: what the reader has clicked on was not kept."""
        self._rubric = None

    def show(self, rubric: Rubric, mark: HandMark | None, cursor: int) -> None:
        """Show what is chosen, and where the next digit goes."""
        if rubric is not self._rubric:
            self._build(rubric)
        self._setting = True
        for place, (criterion, radio, group) in enumerate(zip(rubric.criteria, self.radios, self.groups, strict=True)):
            radio.value = mark.levels.get(criterion.name) if mark else None
            radio.disabled = mark is None
            (group.add_class if place == cursor and mark else group.remove_class)("cst-here")
        self._setting = False
        given = "–" if mark is None or mark.points is None else f"{mark.points:g}"
        self.sum.value = f"<p><strong>{given} of {rubric.of:g} points</strong></p>"

    def _build(self, rubric: Rubric) -> None:
        import ipywidgets

        self._rubric = rubric
        self.radios, self.groups = [], []
        for place, criterion in enumerate(rubric.criteria):
            radio = made(ipywidgets.RadioButtons, options=_options(criterion), index=None)
            radio.observe(lambda change, place=place: self._clicked(place, change["new"]), names="value")
            more = f': <span class="cst-how">{ours(criterion.more)}</span>' if criterion.more else ""
            prompt = html(f'<p class="cst-prompt"><span class="cst-arrow">▸</span> {ours(criterion.name)}{more}</p>')
            self.radios.append(radio)
            self.groups.append(question_group([prompt, radio]))
        self.widget.children = [*self.groups, self.sum]

    def _clicked(self, place: int, points: float | None) -> None:
        if not self._setting and points is not None:
            self._chosen(place, points)


def _options(criterion: Criterion) -> list[tuple[str, float]]:
    """The levels with their keys: the lowest that gives points is 1."""
    last = len(criterion.levels) - 1
    return [(_level(last - place, level), level.points) for place, level in enumerate(criterion.levels)]


def _level(key: int, level: Level) -> str:
    points = "" if level.points == key else f"{level.points:g} points: "
    return f"{key} · {points}{re.sub(r'[*`]', '', level.words)}"


class Comments:
    """The comments of the list as boxes to tick, with their keys, and room to write a new one.

    Parameters
    ----------
    toggled : called with the comment that was ticked or unticked.
    """

    def __init__(self, toggled: Callable[[str], object]) -> None:
        import ipywidgets

        self._toggled = toggled
        self.listed: list[str] = []
        self._setting = False
        self.ticks: list[Any] = []
        self.list = made(ipywidgets.VBox, [])
        self.list.add_class("cst-options")
        self.write = made(ipywidgets.Textarea, description="A new comment (w)", rows=2)
        self.write.add_class("cst-desk-write")
        here = button("Say it (Enter)", "Give it to this text alone")
        again = button("Say and keep (Shift+Enter)", "Give it to this text, and put it into the list")
        again.add_class("cst-again")
        self.add = row_of(here, again, look="cst-desk-add")
        head = html("<p><strong>Comments to the student</strong></p>")
        self.widget = made(ipywidgets.VBox, [head, self.list, self.write, self.add])

    def forget(self) -> None:
        """Build everything anew at the next look: what the reader has clicked on was not kept."""
        self.listed = []

    def show(self, listed: Sequence[str], given: Sequence[str]) -> None:
        """Show the list, and those that the text has; a comment of this text alone stands below the list."""
        every = [*listed, *(comment for comment in given if comment not in listed)]
        if every != self.listed:
            self._build(every, len(listed))
        self._setting = True
        for comment, tick in zip(every, self.ticks, strict=True):
            tick.value = comment in given
        self._setting = False

    def _build(self, every: list[str], listed: int) -> None:
        import ipywidgets

        self.listed = every
        self.ticks = []
        for place, comment in enumerate(every):
            key = f"{KEYS[place]} · " if place < min(listed, len(KEYS)) else ""
            tick = made(ipywidgets.Checkbox, description=f"{key}{comment}", indent=False)
            tick.observe(lambda _, comment=comment: self._ticked(comment), names="value")
            self.ticks.append(tick)
        self.list.children = self.ticks

    def _ticked(self, comment: str) -> None:
        if not self._setting:
            self._toggled(comment)
