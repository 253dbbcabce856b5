"""What the bars of membership show, in words: a sentence on the whole, and one on each state that did not stay as it was."""

from __future__ import annotations

from datetime import date

from cst1992.facts.agreed import said_state, said_word
from cst1992.facts.membership import Span
from cst1992.facts.module import module
from cst1992.facts.speech import say, say_count
from cst1992.facts.standings import standings_in_order
from cst1992.facts.wording import capital, day_in_words, from_to, in_a_row, in_words
from cst1992.pictures.state_groups import Bars, first_and_last


def kind_of(span: Span) -> str:
    """How the key names a span: whether the Treaty bound a state at all may be in dispute."""
    standing = said_word("standing", span.standing)
    return say("{standing}, disputed", standing=standing) if is_disputed(span) else standing


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
    places = {
        "treaty": capital(module().short),
        "number": in_words(count),
        "day": day_in_words(min(begun)),
        "states": in_a_row(map(said_state, unsure)),
    }
    if not unsure:
        return say_count(
            "{treaty} is in force for {number} from {day}.",
            "{treaty} is in force for {number} from {day}.",
            count,
            **places,
        )
    return say_count(
        "{treaty} is in force for {number} from {day}, disputed for {states}.",
        "{treaty} is in force for {number} from {day}, disputed for {states}.",
        count,
        **places,
    )


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
                    left.setdefault(span.start.year, []).append(said_state(name))
        said = row.text("said") or row.text("whole")
        found += [_told(in_a_row(sorted(names)), said.format(year=year)) for year, names in sorted(left.items())]
    return found


def _told(states: str, what: str) -> str:
    return say("{states} {what}.", states=states, what=what)


def _said_of(name: str, own: list[Span]) -> str:
    """A state that returned, or stands now in a way that a sentence tells; empty for others."""
    left, last = _left(own), own[-1]
    back = [span.start.year for span in own if left and span.start > left and not span.ended]
    told = [say("returned in {year}", year=back[0])] if back else []
    said = last.words.text("said")
    told += [said.format(year=last.start.year)] if said and not last.ended else []
    return _told(said_state(name), in_a_row(told)) if told else ""


def _said_of_the_steady(bars: Bars) -> str:
    steady = sum(own[-1].in_force and not _left(own) for own in bars.values())
    told = say_count(
        "{number} bar runs on without a change.",
        "{number} bars run on without a change.",
        steady,
        number=in_words(steady),
    )
    return capital(told)


def alt_of(bars: Bars) -> str:
    """Kind, axes, finding, from the acts."""
    first, last = first_and_last()
    if not bars:
        return say(
            "Empty bars, {years}: no act of the table changed how a state stood toward {treaty}.",
            years=from_to(first.year, last.year),
            treaty=module().short,
        )
    said = [
        say_count(
            "Bars for {number} state, {years}.",
            "Bars for {number} states, {years}.",
            len(bars),
            number=in_words(len(bars)),
            years=from_to(first.year, last.year),
        ),
        _said_of_the_beginning(bars),
        *_said_of_those_who_left(bars),
        *(_said_of(name, own) for name, own in bars.items()),
        _said_of_the_steady(bars),
    ]
    return " ".join(filter(None, said))
