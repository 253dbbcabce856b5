"""The pieces of which both pages are drawn: bars, numbers, signs. All that comes from elsewhere is escaped."""

from __future__ import annotations

from html import escape

from cst1992.facts.speech import say
from cst1992.teacher.pulse.shown import FEW, Shown, ShownLine

LOOKS = ("first-try", "last-try")


def bar(shown: int, people: int, look: str) -> str:
    """A bar as long as the share; what it shows stands beside it in figures. None for fewer than five.

    Examples
    --------
    >>> 'width="40.0"' in bar(10, 25, "first-try")
    True
    """
    if shown == FEW:
        return ""
    share = min(100.0, 100 * shown / people)
    return (
        f'<svg class="bar {look}" aria-hidden="true" focusable="false" preserveAspectRatio="none" viewBox="0 0 100 10">'
        f'<rect class="ground" width="100" height="10"/><rect class="part" width="{share:.1f}" height="10"/></svg>'
    )


def figure(shown: int) -> str:
    """A rounded number in figures.

    Examples
    --------
    >>> figure(15), figure(0)
    ('15', 'fewer than 5')
    """
    return say("fewer than 5") if shown == FEW else str(shown)


def sign(line: ShownLine) -> str:
    """Whether a choice is right, by a sign and in words; nothing where a line gathers several."""
    if line.right is None:
        return ""
    if line.right:
        return f' <strong class="sign">✓ {escape(say("right"))}</strong>'
    return f' <span class="aloud">({escape(say("not right"))})</span>'


def name(line: ShownLine) -> str:
    """A choice with its letter."""
    letter = f'<span class="letter">{line.letter}</span> ' if line.letter else ""
    return f'{letter}<bdi class="text">{escape(line.text)}</bdi>'


def place(shown: Shown) -> str:
    """Where a question stands: notebook and section."""
    return say("Notebook {number}, section “{section}”", number=shown.quiz[:2], section=shown.question.section)


def legend() -> str:
    """What the two kinds of bars are."""
    names = (say("first try"), say("last try"))
    keys = "".join(
        f'<span><span class="key {look}"></span>{escape(told)}</span> ' for look, told in zip(LOOKS, names, strict=True)
    )
    return f'<p class="legend">{keys}</p>'


def rule() -> str:
    """What is not shown and why, in a sentence or two for whoever looks at the page."""
    return say(
        "Numbers of people are rounded to the nearest five, now and then to the next five below. Nothing is told of "
        "fewer than five people."
    )


def how_many(shown: Shown) -> str:
    """How many tried a question, and how many of them had the answer shown."""
    told = say("About {count} tried it.", count=shown.people)
    looked = say("About {count} then had the answer shown.", count=shown.looked) if shown.looked else ""
    return f"{told} {looked}".strip()
