"""Text after text: which one lies on the desk, in which list, and what comes next. No widget here."""

from __future__ import annotations

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.desk.pile import ALL, SHOWN, WAITS, Pile, Text
from cst1992.teacher.marking.texts.rubric import Rubric
from cst1992.teacher.marking.texts.standing import ALIKE


class Walk:
    """The way of one marker through the texts. It begins at the first that waits."""

    def __init__(self, pile: Pile, marker: str) -> None:
        self.pile, self.marker = pile, marker
        self.show = WAITS
        self.place: int | None = None
        self.third = False
        self._been: list[int] = []
        self.task = next((task for task in pile.texts if self._waiting(task)), next(iter(pile.texts)))
        self.show_only(self._first_list())

    def _first_list(self) -> str:
        return WAITS if self._waiting(self.task) else ALL

    def _waiting(self, task: str) -> bool:
        return any(self.pile.belongs(text, WAITS, self.marker) for text in self.pile.texts[task])

    @property
    def texts(self) -> list[Text]:
        """All texts of the task."""
        return self.pile.texts[self.task]

    @property
    def rubric(self) -> Rubric:
        """The rubric of the task."""
        return self.pile.rubrics[self.task]

    @property
    def text(self) -> Text | None:
        """The text that lies on the desk; None where nothing is left."""
        return None if self.place is None else self.texts[self.place]

    def demand_text(self) -> Text:
        """The text that lies on the desk.

        Raises
        ------
        Mistake
            None does.
        """
        if self.text is None:
            raise Mistake("No text lies here. Choose another list above.")
        return self.text

    def next(self) -> str:
        """Lay the next text here that belongs to the list, from this place on and round."""
        start = -1 if self.place is None else self.place
        count = len(self.texts)
        order = [(start + step) % count for step in range(1, count + 1)]
        found = next((at for at in order if at != self.place and self._belongs(at)), None)
        if self.place is not None:
            self._been.append(self.place)
        self.lay(found)
        return self._said_of_place()

    def _belongs(self, at: int) -> bool:
        return self.pile.belongs(self.texts[at], self.show, self.marker)

    def _said_of_place(self) -> str:
        if self.place is None:
            return f"Nothing is left in the list “{SHOWN[self.show]}”."
        return f"Text {self.place + 1} of {len(self.texts)}."

    def back(self) -> str:
        """Lay the text here from which one has come, or else the one before in the order."""
        if self.texts:
            self.lay(self._been.pop() if self._been else ((self.place or 0) - 1) % len(self.texts))
        return self._said_of_place()

    def lay(self, place: int | None, third: bool | None = None) -> None:
        """Lay a text here; where two markers differ it is for a third look, for as long as it lies here."""
        self.place = place
        self.third = False
        if self.text is not None:
            self.pile.read_again(self.text)
            self.third = self._differ(self.text) if third is None else third

    def _differ(self, text: Text) -> bool:
        whole = [mark.points for mark in self.pile.current(text) if mark.points is not None and not mark.decides]
        return any(abs(points - whole[0]) > ALIKE for points in whole)

    def show_only(self, show: str) -> str:
        """Another list: what waits, a second look, a third look, all."""
        for text in self.texts:
            self.pile.read_again(text)
        self.show, self.place = show, None
        self._been = []
        return self.next()

    def take_task(self, task: str) -> str:
        """The other text of an exercise that has two."""
        self.task = task
        return self.show_only(self._first_list())
