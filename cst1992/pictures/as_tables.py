"""What each picture shows, as a table: for those who hear the page, and for anybody who wants to look it up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from cst1992.facts.agreed import said_state, said_word
from cst1992.facts.laid_out import Plain
from cst1992.facts.membership import Span
from cst1992.facts.module import module
from cst1992.facts.package import Row, row_with
from cst1992.facts.sections import rows_if_there
from cst1992.facts.speech import say, say_as
from cst1992.pictures.chosen_events import Shown
from cst1992.pictures.evidence import figure_of, when_of
from cst1992.pictures.standings import States


def eras() -> list[Row]:
    """The spans of the Treaty's own status; none where the module has no such table."""
    return rows_if_there("eras")


def status_at(day: date) -> str:
    """The Treaty's own status on a day; empty where the module has no eras."""
    known = eras()
    for era in reversed(known):
        start = era["start"]
        if isinstance(start, date) and start <= day:
            return era.text("name")
    return say("before {treaty}", treaty=module().short) if known else ""


def lanes_of(lanes: Sequence[tuple[str, Sequence[Shown]]]) -> tuple[list[Shown], dict[str, list[str]]]:
    """The events of some lanes in order of date, each once, and the names of the lanes in which each of them stands."""
    events = {shown.id: shown for _, own in lanes for shown in own}
    names = {key: [name for name, own in lanes if name and events[key] in own] for key in events}
    return sorted(events.values(), key=lambda shown: (shown.first, shown.label)), names


def takes_part(state: str) -> str:
    """How a key and a list say that a state takes part in an event."""
    return say("{state} takes part", state=said_state(state))


def events_table(lanes: Sequence[tuple[str, Sequence[Shown]]], highlight: str | None) -> Plain:
    """The events of a timeline in order of date, each once: when, what, in which lanes, and the Treaty's status."""
    status = say("status of {treaty}", treaty=module().short)
    heads = [say("date"), say("event"), say("what happened"), say("lane"), status]
    events, names = lanes_of(lanes)
    lines = []
    for shown in events:
        row = row_with("events", "id", shown.id)
        lane = "; ".join(names[shown.id])
        lines.append([when_of(row), shown.label, row["description"], lane, status_at(shown.first)])
        if highlight:
            lines[-1].append(highlight in shown.states)
    if highlight:
        heads.append(takes_part(highlight))
    empty = {3: not any(name for name, _ in lanes), 4: not eras()}
    kept = [place for place in range(len(heads)) if not empty.get(place)]
    return Plain([heads[place] for place in kept], [[line[place] for place in kept] for line in lines])


def standings_table(panels: Mapping[str, States]) -> Plain:
    """How each state stood on each of the days."""
    states = next(iter(panels.values()))
    lines = [[said_state(state), *(own[state].whole for own in panels.values())] for state in states]
    return Plain([say("state"), *panels], lines)


def spans_table(bars: Mapping[str, Iterable[Span]], told: bool) -> Plain:
    """The spans of each state; what is disputed of their beginning, where the picture tells it."""
    heads = [say("state"), say_as("a day", "from"), say_as("a day", "to"), say("standing"), say("what is disputed")]
    heads = heads[: 5 if told else 4]
    lines = [
        [said_state(state), span.start, span.end or say("still so"), _standing(span), span.act["dispute"]][: len(heads)]
        for state, spans in bars.items()
        for span in spans
    ]
    return Plain(heads, lines)


def _standing(span: Span) -> str:
    return said_word("standing", span.standing)


def requests_table(cases: Iterable[Row]) -> Plain:
    """The requests for help in order of date: when, what, how asked, under which text, and what followed."""
    heads = [say("date"), say("case"), say("how"), say("text in force"), say("kind of answer")]
    agreed = ("way", "text_in_force", "answer")
    ordered = sorted(cases, key=lambda row: row.text("date"))
    lines = [[when_of(row), row["label"], *(said_word(name, row[name] or "") for name in agreed)] for row in ordered]
    return Plain(heads, lines)


def harvests_table(by_year: Mapping[int, Iterable[Row]]) -> Plain:
    """Every figure of the harvest: year, series, stage, tonnes."""
    lines = []
    for year, own in by_year.items():
        for row in own:
            ends = Row(figure_low=row["tonnes_low"], figure_high=row["tonnes_high"], qualifier=None, unit="")
            lines.append([year, row["series"], said_word("stage", row["stage"]), figure_of(ends)])
    return Plain([say("year"), say("series"), say("stage"), say("tonnes")], lines)


def evidence_table(own: Iterable[Row]) -> Plain:
    """Items of evidence: when, what, figures, who says so and who says otherwise."""
    heads = [say("date"), say("what"), say("figures"), say("who says so"), say("who says otherwise")]
    lines = [[when_of(row), row["what"], figure_of(row), row["who_says_so"], row["who_disputes"]] for row in own]
    return Plain(heads, lines)


def bars_table(names: Mapping[str, str], asked: Mapping[str, int], right: Mapping[str, int], shown: Set[str]) -> Plain:
    """Questions asked and answered rightly, by objective."""
    heads = [say("objective"), say_as("answers", "right"), say_as("questions", "asked")]
    return Plain(heads, [[names[key], right[key], asked[key]] for key in names if key in shown])
