"""A button that asks before it clears anything, where the eye is: beside the button itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cst1992.facts.speech import say
from cst1992.page.controls import alert, button, html, row_of

if TYPE_CHECKING:
    import ipywidgets

HIDDEN = "cst-hidden"


class AskFirst:
    """A button, and beside it, once it was pressed, a question with a yes and a no.

    Parameters
    ----------
    name, hint : the button and its tooltip.
    question : what is asked.
    yes : the button that does it.
    act : what is then done; it gives the HTML of what is said about it.
    """

    def __init__(self, name: str, hint: str, question: str, yes: str, act: Callable[[], str]) -> None:
        self._question, self._act = question, act
        self.press = button(name, hint)
        self.yes = button(yes, say("{button}: {answer}", button=name, answer=yes))
        self.no = button(say("No, keep them"), say("{button}: no, change nothing", button=name))
        self.told = html("", "cst-live")
        self.press.on_click(lambda _: self._asked())
        self.yes.on_click(lambda _: self._settled(self._act()))
        self.no.on_click(lambda _: self._settled(alert(say("Nothing was changed."))))
        self._show_answers(False)

    def widget(self) -> ipywidgets.HBox:
        """The button, and room for the question beside it."""
        return row_of(self.press, self.told, self.yes, self.no, look="cst-buttons")

    def tell(self, told: str) -> None:
        """Say something beside the button; an empty text takes the last sentence away."""
        self.told.value = told
        self._show_answers(False)

    def _show_answers(self, shown: bool) -> None:
        for one in (self.yes, self.no):
            (one.remove_class if shown else one.add_class)(HIDDEN)

    def _asked(self) -> None:
        self.told.value = alert(self._question)
        self._show_answers(True)

    def _settled(self, told: str) -> None:
        self.press.focus()
        self.tell(told)
