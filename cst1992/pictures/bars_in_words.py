"""What the bars of membership show, in words: a sentence on the whole, and one on each state that did not stay as it was."""

from __future__ import annotations

from datetime import date

from cst1992.facts.membership import Span
from cst1992.facts.wording import day_in_words, in_a_row, in_words

FIRST, LAST = date(1992, 1, 1), date(2026, 2, 28)
NOW = {"suspended": "is suspended from", "declared frozen": "declared participation frozen in"}

Bars = dict[str, list[Span]]


def kind_of(span: Span) -> str:
    """How the key names a span: whether the Treaty bound a state at all may be in dispute."""
    disputed = span.standing == "in force" and span.act["confidence"] == "low"
    return "in force, disputed" if disputed else span.standing


def _said_of_the_beginning(bars: Bars) -> str:
    """For how many states the Treaty came into force first, and for whom that is disputed."""
    begun = [span.start for own in bars.values() for span in own if span.standing == "in force"]
    if not begun:
        return ""
    bound = [name for name, own in bars.items() if ("in force", min(begun)) in [(s.standing, s.start) for s in own]]
    unsure = [name for name in bound if "in force, disputed" in map(kind_of, bars[name])]
    text = f"The Treaty is in force for {in_words(len(bound))} from {day_in_words(min(begun))}"
    return f"{text}, disputed for {in_a_row(unsure)}." if unsure else f"{text}."


def _left(own: list[Span]) -> date | None:
    """The first day on which a state did not prolong the Treaty."""
    return min((span.start for span in own if span.standing == "did not prolong"), default=None)


def _said_of_those_who_left(bars: Bars) -> str:
    left = {name: day for name, own in bars.items() if (day := _left(own))}
    years = sorted({day.year for day in left.values()})
    return f"{in_a_row(sorted(left))} did not prolong in {in_a_row(years)}." if left else ""


def _said_of(name: str, own: list[Span]) -> str:
    """A state that returned, is suspended, or declared a freeze; empty for others."""
    left, last = _left(own), own[-1]
    back = [span.start.year for span in own if left and span.start > left]
    told = [f"returned in {back[0]}"] if back else []
    told += [f"{NOW[last.standing]} {last.start.year}"] if last.standing in NOW else []
    return f"{name} {in_a_row(told)}." if told else ""


def _said_of_the_steady(bars: Bars) -> str:
    steady = sum(own[-1].standing == "in force" and not _left(own) for own in bars.values())
    return f"{in_words(steady).capitalize()} {'bar runs' if steady == 1 else 'bars run'} on without a change."


def alt_of(bars: Bars) -> str:
    """Kind, axes, finding, from the acts."""
    said = [
        f"Bars for {in_words(len(bars))} states, {FIRST.year} to {LAST.year}.",
        _said_of_the_beginning(bars),
        _said_of_those_who_left(bars),
        *(_said_of(name, own) for name, own in bars.items()),
        _said_of_the_steady(bars),
    ]
    return " ".join(filter(None, said))
