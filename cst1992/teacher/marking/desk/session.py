"""One marker at the desk: which text lies there, what is chosen, and what each key does. No widget here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cst1992.facts.wording import in_a_row
from cst1992.teacher.marking.desk.comments import KEYS, Comments
from cst1992.teacher.marking.desk.pile import Pile, Text
from cst1992.teacher.marking.desk.walk import Walk
from cst1992.teacher.marking.texts.hand_marks import HandMark, now, text_key
from cst1992.teacher.marking.texts.rubric import Criterion

NEXT, BACK, UNDO, STEP_BACK, KEEP = ("Enter", "n"), "p", "u", "Backspace", "k"


@dataclass(frozen=True)
class Step:
    """What one click has changed: the text, the mark before it, and the comment that it put into the list."""

    text: Text
    before: HandMark
    added: str = ""


class Session(Walk):
    """The work of one marker on each text. Each of its verbs gives the sentence that is said about it."""

    def __init__(self, pile: Pile, comments: Comments, marker: str) -> None:
        self.comments = comments
        self.cursor = 0
        self._steps: list[Step] = []
        super().__init__(pile, marker)

    @property
    def here(self) -> Criterion | None:
        """The criterion that the next digit chooses for; None where all have a level."""
        criteria = self.rubric.criteria
        return criteria[self.cursor] if self.cursor < len(criteria) else None

    @property
    def on(self) -> str:
        """What tells the text that lies here, and the look at it, from every other; empty where none lies here."""
        return f"{self.task} {self.place} {self.third}" if self.text else ""

    def mark(self) -> HandMark:
        """My mark of the text that lies here, as far as it goes; where two differ, the third look at it."""
        text = self.demand_text()
        ours = [mark for mark in self.pile.current(text) if mark.decides == self.third]
        mine = [mark for mark in ours if mark.marker == self.marker]
        empty = HandMark(text.task, self.marker, text_key(text.words), self.rubric.version, decides=self.third)
        return mine[-1] if mine else empty

    def earlier(self) -> HandMark | None:
        """My whole mark of an earlier form of the text, whose levels the rubric still has."""
        text = self.demand_text()
        for mark in self.pile.marks(text):
            mine = (mark.task, mark.marker, mark.rubric) == (text.task, self.marker, self.rubric.version)
            if mine and mark.points is not None and mark.text != text_key(text.words) and not mark.decides:
                return mark
        return None

    def others(self) -> list[HandMark]:
        """What others have marked: shown once I have marked, or where a third look is wanted."""
        text = self.demand_text()
        whole = [mark for mark in self.pile.current(text) if mark.points is not None]
        mine = any(mark.marker == self.marker for mark in whole)
        return [mark for mark in whole if self.third or (mine and mark.marker != self.marker)]

    def key(self, key: str) -> str:
        """What a key does, as it is said on the page; a key that means nothing here says nothing."""
        if key in NEXT:
            return self.next()
        verbs = {BACK: self.back, UNDO: self.undo, STEP_BACK: self.step_back, KEEP: self.keep_earlier}
        if key in verbs:
            return verbs[key]()
        if key.isascii() and key.isdigit():
            return self.choose_rank(int(key))
        listed = self.comments.of(self.task)
        at = KEYS.find(key) if len(key) == 1 else -1
        return self.toggle(listed[at]) if 0 <= at < len(listed) else ""

    def choose_rank(self, rank: int) -> str:
        """Choose a level by its key: the lowest that gives points is 1, and 0 gives nothing."""
        criterion = self.here
        if criterion is None:
            return "All criteria have a level. Enter goes on; Backspace goes back to the last one."
        if rank >= len(criterion.levels):
            return f"{criterion.name} has no level {rank}."
        return self.choose(criterion, criterion.levels[-1 - rank].points)

    def choose(self, criterion: Criterion, points: float) -> str:
        """Choose the level of a criterion, keep it, and go on to the next criterion that has none."""
        mark = self.mark()
        levels = {**mark.levels, criterion.name: points}
        whole = all(one.name in levels for one in self.rubric.criteria)
        self._keep(replace(mark, levels=levels, points=self.rubric.points(levels) if whole else None))
        self.cursor = self._next_open(self.rubric.criteria.index(criterion) + 1)
        told = f"{criterion.name}: {points:g}."
        return f"{told} {self.here.name} is next." if self.here else f"{told} {self._sum()}"

    def _sum(self) -> str:
        return f"{self.mark().points:g} of {self.rubric.of:g} points."

    def _next_open(self, start: int) -> int:
        names = [criterion.name for criterion in self.rubric.criteria]
        chosen = self.mark().levels
        places = [*range(start, len(names)), *range(start)]
        return next((place for place in places if names[place] not in chosen), len(names))

    def step_back(self) -> str:
        """Back to the criterion before: the next digit chooses for it."""
        self.demand_text()
        self.cursor = max(self.cursor - 1, 0)
        return f"{self.rubric.criteria[self.cursor].name}: choose again."

    def toggle(self, comment: str) -> str:
        """Give a comment to the text, or take it back."""
        mark = self.mark()
        there = comment in mark.comments
        comments = [one for one in mark.comments if one != comment] if there else [*mark.comments, comment]
        self._keep(replace(mark, comments=tuple(comments)))
        return f"Taken back: {comment}" if there else f"Said: {comment}"

    def write(self, words: str, again: bool) -> str:
        """Give a new comment to the text, and put it into the list where it is to be used again."""
        comment = " ".join(words.split())
        if not comment:
            return "Nothing was written."
        mark = self.mark()
        fresh = again and comment not in self.comments.of(self.task)
        if comment not in mark.comments:
            self._keep(replace(mark, comments=(*mark.comments, comment)), comment if fresh else "")
        if fresh:
            self.comments.add(self.task, comment)
        return f"Said, and put into the list: {comment}" if again else f"Said: {comment}"

    def keep_earlier(self) -> str:
        """My mark of the earlier text holds for this one as well."""
        earlier = self.earlier()
        if earlier is None:
            return "There is no mark of an earlier text to keep."
        self._keep(replace(earlier, text=text_key(self.demand_text().words)))
        self.cursor = self._next_open(0)
        return f"Your earlier mark holds. {self._sum()}"

    def _keep(self, mark: HandMark, added: str = "") -> None:
        text = self.demand_text()
        before = next(
            (one for one in self.pile.marks(text) if one.whose == mark.whose),
            replace(mark, levels={}, comments=(), points=None),
        )
        self.pile.keep(text, replace(mark, when=now()))
        self._steps.append(Step(text, before, added))

    def undo(self) -> str:
        """Take the last click back, on whatever text it was, and lay that text here."""
        if not self._steps:
            return "There is nothing to undo."
        step = self._steps[-1]
        self.pile.keep(step.text, step.before)
        if step.added:
            self.comments.take_out(step.text.task, step.added)
        self._steps.pop()
        self.task = step.text.task
        self.lay(self.texts.index(step.text), third=step.before.decides)
        return "The last click is undone."

    def next(self) -> str:
        """Go on to the next text of the list; what was left open is said."""
        return f"{self._left_open()}{super().next()}"

    def _left_open(self) -> str:
        if self.text is None or not self.mark().levels:
            return ""
        open_ones = [one.name for one in self.rubric.criteria if one.name not in self.mark().levels]
        return f"Text {(self.place or 0) + 1} still waits: {in_a_row(open_ones)} open. " if open_ones else ""

    def lay(self, place: int | None, third: bool | None = None) -> None:
        """Lay a text here; the next digit chooses for its first criterion that has no level."""
        super().lay(place, third)
        self.cursor = 0 if self.text is None else self._next_open(0)
