"""The one scaffold of our explorers: controls on top, a sentence that is spoken, and below it what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cst1992.facts.mistakes import Mistake
from cst1992.facts.speech import say, to_be_said
from cst1992.page.controls import button, framed, html, row_of, said

if TYPE_CHECKING:
    import ipywidgets

    from cst1992.page.frame import Frame

ALL = to_be_said("all")
STILL = to_be_said("Below still stands what you chose before.")


class Shown(NamedTuple):
    """What one choice shows: a sentence in plain words, and a card or a picture as HTML."""

    sentence: str
    html: str


def explorer(
    name: str,
    controls: Sequence[ipywidgets.ValueWidget],
    show: Callable[..., Shown],
    beside: Sequence[ipywidgets.Widget] = (),
) -> Frame:
    """Controls, and what they choose.

    Parameters
    ----------
    name : the name of the whole, for a screen reader.
    controls : what the reader chooses with.
    show : what one choice shows; it is called with the values of the controls, in their order. A `Mistake` that it
        raises is told in place of the sentence, and what was shown before stays.
    beside : widgets that stand beside the controls and move them.

    Returns
    -------
    A frame whose `controls` and `told` (the sentence and what is shown) others can turn over.
    """
    sentence, content = html(""), html("")
    before: list[Any] = []

    def draw(_: object = None) -> None:
        now = [control.value for control in controls]
        if now == before:
            return
        before[:] = now
        try:
            shown = show(*now)
        except Mistake as mistake:
            sentence.value = said(f"{mistake} {say(STILL)}")
        else:
            sentence.value, content.value = said(shown.sentence), shown.html

    draw()
    for control in controls:
        control.observe(draw, names="value")
    frame = framed([row_of(*controls, *beside), sentence, content], name)
    frame.controls, frame.told = tuple(controls), (sentence, content)
    return frame


def steps(chosen: ipywidgets.Dropdown, back: str, on: str) -> tuple[ipywidgets.Button, ipywidgets.Button]:
    """Two buttons that move a menu one entry back or one on, and from its end to its beginning, with their hints."""
    before, after = button(say("← Previous"), back), button(say("Next →"), on)

    def move(step: int) -> None:
        chosen.index = (chosen.index + step) % len(chosen.options)

    before.on_click(lambda _: move(-1))
    after.on_click(lambda _: move(1))
    return before, after
