"""How each kind of question is answered on the page: one class a kind, each with its widgets.

Every input gives the answer in the form that marking takes, and can be set to an answer from the record.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from cst1992.facts.speech import say, to_be_said
from cst1992.page.controls import button, html, made, menu, said
from cst1992.quizzes.marking import mixed, positions
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question, ShortText

HOW = {
    "single choice": to_be_said("Choose one."),
    "multiple choice": to_be_said("Choose all that apply."),
    "put in order": to_be_said("The first goes to the top."),
    "match pairs": to_be_said("Choose for each line."),
    "short text": to_be_said("Write it."),
}
SHORT = 26  # as many letters as a menu shows beside its label on the narrowest page


def how(question: Question) -> str:
    """How a question wants to be answered, in one short sentence."""
    if isinstance(question, Measure):
        return say("Write a date, such as 1 June 1990.") if question.dated else say("Write a number.")
    return say(HOW[question.kind])


class SingleInput:
    """Radio buttons."""

    def __init__(self, question: Choice, changed: Callable[[], None]) -> None:
        import ipywidgets

        self._length = len(question.options)
        order = mixed(question, self._length)
        self.widget = made(
            ipywidgets.RadioButtons,
            options=[(question.options[place].text, place) for place in order],
            index=None,
        )
        self.widget.observe(lambda _: changed(), names="value")

    def answer(self) -> list[int]:
        """The answer as it stands, in the form that marking takes."""
        return [] if self.widget.value is None else [self.widget.value]

    def set(self, answer: Any) -> None:
        """Show an answer of the record; None clears it."""
        known = positions(answer, self._length)
        self.widget.value = known[0] if known else None


class ManyInput:
    """Checkboxes."""

    def __init__(self, question: Choice, changed: Callable[[], None]) -> None:
        import ipywidgets

        self._order = mixed(question, len(question.options))
        self._ticks = [
            made(ipywidgets.Checkbox, description=question.options[place].text, indent=False) for place in self._order
        ]
        for tick in self._ticks:
            tick.observe(lambda _: changed(), names="value")
        self.widget = made(ipywidgets.VBox, self._ticks)
        self.widget.add_class("cst-options")

    def answer(self) -> list[int]:
        """The answer as it stands, in the form that marking takes."""
        return [place for place, tick in zip(self._order, self._ticks, strict=True) if tick.value]

    def set(self, answer: Any) -> None:
        """Show an answer of the record; None clears it."""
        for place, tick in zip(self._order, self._ticks, strict=True):
            tick.value = place in positions(answer, len(self._ticks))


class OrderInput:
    """Fixed rows whose texts change places, so that the focus never gets lost."""

    def __init__(self, question: Order, changed: Callable[[], None]) -> None:
        import ipywidgets

        self._items, self._changed = question.items, changed
        self._start = mixed(question, len(question.items))
        self.order = list(self._start)
        self._texts = [html("", "cst-item") for _ in self.order]
        self.ups, self.downs, rows = [], [], []
        for row in range(len(self.order)):
            up, down = button(say("↑ Up")), button(say("↓ Down"))
            up.on_click(lambda _, row=row: self._swap(row, row - 1))
            down.on_click(lambda _, row=row: self._swap(row, row + 1))
            self.ups.append(up)
            self.downs.append(down)
            line = made(ipywidgets.HBox, [self._texts[row], up, down])
            line.add_class("cst-line")
            rows.append(line)
        self._said = html("", "cst-said-aloud")
        self.widget = made(ipywidgets.VBox, [*rows, self._said])
        self.widget.add_class("cst-options")
        self._show()

    def _show(self) -> None:
        for row, place in enumerate(self.order):
            self._texts[row].value = f"<p><strong>{row + 1}.</strong> {escape(self._items[place])}</p>"
            self.ups[row].tooltip = say("Move up: {item}", item=self._items[place])
            self.downs[row].tooltip = say("Move down: {item}", item=self._items[place])

    def _swap(self, row: int, other: int) -> None:
        if not 0 <= other < len(self.order):
            return
        self.order[row], self.order[other] = self.order[other], self.order[row]
        self._show()
        (self.ups if other < row else self.downs)[other].focus()
        moved = self._items[self.order[other]]
        self._said.value = said(say("{item}: now number {number}", item=moved, number=other + 1))
        self._changed()

    def answer(self) -> list[int]:
        """The answer as it stands, in the form that marking takes."""
        return list(self.order)

    def set(self, answer: Any) -> None:
        """Show an answer of the record; None clears it."""
        known = positions(answer, len(self._start))
        self.order = known if len(known) == len(self._start) else list(self._start)
        self._show()


class MatchInput:
    """A menu for each left side."""

    def __init__(self, question: Match, changed: Callable[[], None]) -> None:
        import ipywidgets

        choices = question.choices
        mixed_choices = [choices[place] for place in mixed(question, len(choices))]
        options = [(say("Choose …"), ""), *((text, text) for text in mixed_choices)]
        self.menus = [menu(left, options, "") for left, _ in question.pairs]
        for partner in self.menus:
            partner.observe(lambda _: changed(), names="value")
        lines = [line for partner in self.menus for line in self._line(partner, choices)]
        self.widget = made(ipywidgets.VBox, lines)
        self.widget.add_class("cst-options")

    @staticmethod
    def _line(partner: Any, choices: tuple[str, ...]) -> list[Any]:
        """A menu; where its texts are long, it is as wide as the question, and a narrow page tells in full what was chosen."""
        if max(map(len, choices)) <= SHORT:
            return [partner]
        chosen = html("", "cst-chosen")
        partner.add_class("cst-long")
        partner.observe(
            lambda now: setattr(chosen, "value", f"<p>{escape(now['new'])}</p>" if now["new"] else ""), names="value"
        )
        return [partner, chosen]

    def answer(self) -> list[str | None]:
        """The answer as it stands, in the form that marking takes."""
        return [partner.value or None for partner in self.menus]

    def set(self, answer: Any) -> None:
        """Show an answer of the record; None clears it."""
        given = [*(answer if isinstance(answer, list) else []), *[None] * len(self.menus)]
        for partner, text in zip(self.menus, given, strict=False):
            partner.value = text if text in [value for _, value in partner.options] else ""


class TypedInput:
    """A box to write in, for numbers, dates and short texts; Enter checks it."""

    def __init__(self, question: Question, changed: Callable[[], None]) -> None:
        import ipywidgets

        unit = f" ({question.unit})" if isinstance(question, Measure) and question.unit else ""
        self.widget = made(ipywidgets.Text, description=f"{say('Your answer')}{unit}", continuous_update=False)
        self.widget.observe(lambda _: changed(), names="value")

    def answer(self) -> str:
        """The answer as it stands, in the form that marking takes."""
        return str(self.widget.value).strip()

    def set(self, answer: Any) -> None:
        """Show an answer of the record; None clears it."""
        self.widget.value = str(answer) if isinstance(answer, (str, int, float)) else ""


Input = SingleInput | ManyInput | OrderInput | MatchInput | TypedInput


def input_for(question: Question, changed: Callable[[], None]) -> Input:
    """The input that fits a question."""
    match question:
        case Choice(kind="single choice"):
            return SingleInput(question, changed)
        case Choice():
            return ManyInput(question, changed)
        case Order():
            return OrderInput(question, changed)
        case Match():
            return MatchInput(question, changed)
        case Measure() | ShortText():
            return TypedInput(question, changed)
        case _:
            raise TypeError(f"no input for {type(question).__name__}")
