"""What comes of reading an answer: its value, or a question back. Nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Read(Generic[Value]):
    """A value that was read for sure; or no value, and a question to the one who wrote the answer.

    Examples
    --------
    >>> Read(4.0).sure, Read[float](question="I read two numbers in it, 4 and 5.").sure
    (True, False)
    """

    value: Value | None = None
    question: str = ""

    @property
    def sure(self) -> bool:
        """Was a value read?"""
        return self.value is not None
