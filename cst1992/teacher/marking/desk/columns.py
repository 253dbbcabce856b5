"""The column with the text and its hints, and the room in which a comment is written."""

from __future__ import annotations

from typing import Any

from cst1992.page.controls import button, html, made, row_of
from cst1992.teacher.marking.desk.drawing import (
    alike_html,
    earlier_html,
    memo_html,
    model_html,
    sources_html,
)
from cst1992.teacher.marking.desk.hints import cited, length
from cst1992.teacher.marking.desk.session import Session

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


def room_to_write() -> list[Any]:
    """A box for a new comment, and its two buttons; desk.js hears both."""
    import ipywidgets

    write = made(ipywidgets.Textarea, description="A new comment (w)", rows=2)
    write.add_class("cst-desk-write")
    here = button("Say it (Enter)", "Give it to this text alone")
    again = button("Say and keep (Shift+Enter)", "Give it to this text, and put it into the list")
    again.add_class("cst-again")
    return [write, row_of(here, again, look="cst-desk-add")]
