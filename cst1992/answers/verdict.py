"""What is said of an answer: a mark and the sentence that explains it. Quizzes and exercises share it."""

from __future__ import annotations

from dataclasses import dataclass

from cst1992.facts.speech import say, to_be_said

LATER = to_be_said("Whether it is right is marked later.")


@dataclass(frozen=True)
class Reply:
    """What is said of one part of an answer."""

    about: str
    right: bool
    text: str


@dataclass(frozen=True)
class Verdict:
    """A mark from 0 to 1, a sentence, and the replies to parts of the answer.

    Where only the form of an answer was looked at, 1 says that nothing is wrong with it.

    Examples
    --------
    >>> Verdict(1.0, "Right.").good, Verdict(0.5, "3 of 6 are right.").good
    (True, False)
    """

    mark: float
    sentence: str
    replies: tuple[Reply, ...] = ()

    @property
    def good(self) -> bool:
        """Nothing is wrong with it."""
        return self.mark == 1


def right(*replies: Reply) -> Verdict:
    """The verdict on a right answer.

    Examples
    --------
    >>> right().sentence
    'Right.'
    """
    return Verdict(1.0, say("Right."), replies)


def well_formed(sentence: str) -> Verdict:
    """The verdict on an answer of which only the form was looked at: the sentence, and that it is marked later.

    Examples
    --------
    >>> well_formed("A number: 9.").sentence
    'A number: 9. Whether it is right is marked later.'
    """
    return Verdict(1.0, f"{sentence} {say(LATER)}")
