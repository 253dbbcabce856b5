"""What a question is: one class for each of the six kinds, without files and without widgets."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen, and what a reader hears who chooses it.

    `cautious`: of all options it claims least. It is for the check of a bank (`guessing.py`) and is shown to nobody.
    """

    text: str
    reply: str
    correct: bool = False
    cautious: bool = False


@dataclass(frozen=True)
class Question:
    """What every question has; the kinds add what they need.

    `in_lms`: what its prompt, hint, explanation or `otherwise` says away from the page, in a learning management system.

    `key_of_section`: in another language the English name of its section, by which notebooks may ask for it too.
    """

    id: str
    kind: str
    section: str
    objective: str
    core: bool
    prompt: str
    source: str
    hint: str = ""
    explanation: str = ""
    otherwise: str = ""
    key_of_section: str = ""
    in_lms: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice(Question):
    """Single or multiple choice. An answer is a list of positions of options."""

    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Order(Question):
    """Put in order. `items` stand in the right order; an answer is a list of positions in it.

    `replies`: (first, then) to what a reader hears who put `first` before `then`, although `then` comes earlier.
    """

    items: tuple[str, ...] = ()
    replies: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Match(Question):
    """Match pairs. An answer is a list: for each left side the text chosen for it, or None.

    `replies`: (left, right) to what a reader hears who matched the two wrongly. `english`: in another language the English
    text of each right side.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()
    replies: dict[tuple[str, str], str] = field(default_factory=dict)
    english: dict[str, str] = field(default_factory=dict)

    def to_keep(self, answer: list[str | None]) -> list[str | None]:
        """An answer as the record keeps it, in English, whatever language it was given in."""
        return [None if text is None else self.english.get(text, text) for text in answer]

    def as_shown(self, answer: list[str | None]) -> list[str | None]:
        """An answer of the record in the language in which the question stands."""
        shown = {english: text for text, english in self.english.items()}
        return [shown.get(text, text) if isinstance(text, str) else None for text in answer]

    @property
    def choices(self) -> tuple[str, ...]:
        """All texts for the right side, each once."""
        return tuple(dict.fromkeys([*(right for _, right in self.pairs), *self.extra]))


@dataclass(frozen=True)
class Measure(Question):
    """Number or date. The right answer is kept as text; an answer is the text that was typed.

    `dated`: it is a date. In the file a date is a text in quotation marks, a number is not. `tolerance` counts in units of the number, or in days. A date may be as inexact as the answer: 1994-04 is a month.
    """

    answer: str = ""
    dated: bool = False
    tolerance: float = 0
    unit: str = ""
    replies: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ShortText(Question):
    """Short text. An answer is the text that was typed; case, accents and Cyrillic or Latin letters do not matter."""

    accepted: tuple[str, ...] = ()
    replies: dict[str, str] = field(default_factory=dict)
