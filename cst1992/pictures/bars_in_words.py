"""What the bars of membership show, in words: a sentence on the whole, and one on each state that did not stay as it was."""

from __future__ import annotations

from datetime import date

from cst1992.facts.membership import Span
from cst1992.facts.standings import standings_in_order
from cst1992.facts.wording import day_in_words, in_a_row, in_words
from cst1992.pictures.state_groups import Bars, first_and_last


def kind_of(span: Span) -> str:
    """How the key names a span: whether the Treaty bound a state at all may be in dispute."""
    return f"{span.standing}, disputed" if is_disputed(span) else span.standing


def is_disputed(span: Span) -> bool:
    """Does the span say that the Treaty is in force, and is that in dispute?"""
    return span.in_force and span.act["confidence"] == "low"


def _said_of_the_beginning(bars: Bars) -> str:
    """For how many states the Treaty came into force first, and for whom that is disputed."""
    begun = [span.start for own in bars.values() for span in own if span.in_force]
    if not begun:
        return ""
    bound = {name: [span for span in own if span.in_force and span.start == min(begun)] for name, own in bars.items()}
    count = sum(map(bool, bound.values()))
    unsure = [name for name, own in bound.items() if any(map(is_disputed, own))]
    text = f"The Treaty is in force for {in_words(count)} from {day_in_words(min(begun))}"
    return f"{text}, disputed for {in_a_row(unsure)}." if unsure else f"{text}."


def _left(own: list[Span]) -> date | None:
    """The first day on which the Treaty ended for a state."""
    return min((span.start for span in own if span.ended), default=None)


def _said_of_those_who_left(bars: Bars) -> list[str]:
    """For each standing that ends the Treaty: which states, year by year."""
    found = []
    for row in standings_in_order():
        left: dict[int, list[str]] = {}
        for name, own in bars.items():
            for span in own:
                if row["ends"] and span.standing == row["standing"]:
                    left.setdefault(span.start.year, []).append(name)
        said = row.text("said") or row.text("whole")
        found += [f"{in_a_row(sorted(names))} {said.format(year=year)}." for year, names in sorted(left.items())]
    return found


def _said_of(name: str, own: list[Span]) -> str:
    """A state that returned, or stands now in a way that a sentence tells; empty for others."""
    left, last = _left(own), own[-1]
    back = [span.start.year for span in own if left and span.start > left and not span.ended]
    told = [f"returned in {back[0]}"] if back else []
    said = last.words.text("said")
    told += [said.format(year=last.start.year)] if said and not last.ended else []
    return f"{name} {in_a_row(told)}." if told else ""


def _said_of_the_steady(bars: Bars) -> str:
    steady = sum(own[-1].in_force and not _left(own) for own in bars.values())
    return f"{in_words(steady).capitalize()} {'bar runs' if steady == 1 else 'bars run'} on without a change."


def alt_of(bars: Bars) -> str:
    """Kind, axes, finding, from the acts."""
    first, last = first_and_last()
    if not bars:
        return (
            f"Empty bars, {first.year} to {last.year}: no act of the table changed how a state stood toward the Treaty."
        )
    said = [
        f"Bars for {in_words(len(bars))} {'state' if len(bars) == 1 else 'states'}, {first.year} to {last.year}.",
        _said_of_the_beginning(bars),
        *_said_of_those_who_left(bars),
        *(_said_of(name, own) for name, own in bars.items()),
        _said_of_the_steady(bars),
    ]
    return " ".join(filter(None, said))
