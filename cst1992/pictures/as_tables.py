"""What each picture shows, as a table: for those who hear the page, and for anybody who wants to look it up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from cst1992.facts.laid_out import Plain
from cst1992.facts.membership import Span
from cst1992.facts.package import Row, row_with
from cst1992.facts.sections import rows_if_there
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
    return "before the Treaty" if known else ""


def lanes_of(lanes: Sequence[tuple[str, Sequence[Shown]]]) -> tuple[list[Shown], dict[str, list[str]]]:
    """The events of some lanes in order of date, each once, and the names of the lanes in which each of them stands."""
    events = {shown.id: shown for _, own in lanes for shown in own}
    names = {key: [name for name, own in lanes if name and events[key] in own] for key in events}
    return sorted(events.values(), key=lambda shown: (shown.first, shown.label)), names


def events_table(lanes: Sequence[tuple[str, Sequence[Shown]]], highlight: str | None) -> Plain:
    """The events of a timeline in order of date, each once: when, what, in which lanes, and the Treaty's status."""
    heads = ["date", "event", "what happened", "lane", "status of the Treaty"]
    events, names = lanes_of(lanes)
    lines = []
    for shown in events:
        row = row_with("events", "id", shown.id)
        lane = "; ".join(names[shown.id])
        lines.append([when_of(row), shown.label, row["description"], lane, status_at(shown.first)])
        if highlight:
            lines[-1].append(highlight in shown.states)
    if highlight:
        heads.append(f"{highlight} takes part")
    empty = {3: not any(name for name, _ in lanes), 4: not eras()}
    kept = [place for place in range(len(heads)) if not empty.get(place)]
    return Plain([heads[place] for place in kept], [[line[place] for place in kept] for line in lines])


def standings_table(panels: Mapping[str, States]) -> Plain:
    """How each state stood on each of the days."""
    lines = [[state, *(own[state].whole for own in panels.values())] for state in next(iter(panels.values()))]
    return Plain(["state", *panels], lines)


def spans_table(bars: Mapping[str, Iterable[Span]], told: bool) -> Plain:
    """The spans of each state; what is disputed of their beginning, where the picture tells it."""
    heads = ["state", "from", "to", "standing", "what is disputed"][: 5 if told else 4]
    lines = [
        [state, span.start, span.end or "still so", span.standing, span.act["dispute"]][: len(heads)]
        for state, spans in bars.items()
        for span in spans
    ]
    return Plain(heads, lines)


def requests_table(cases: Iterable[Row]) -> Plain:
    """The requests for help in order of date: when, what, how asked, under which text, and what followed."""
    heads = ["date", "case", "how", "text in force", "kind of answer"]
    ordered = sorted(cases, key=lambda row: row.text("date"))
    return Plain(
        heads, [[when_of(row), row["label"], row["way"], row["text_in_force"], row["answer"]] for row in ordered]
    )


def harvests_table(by_year: Mapping[int, Iterable[Row]]) -> Plain:
    """Every figure of the harvest: year, series, stage, tonnes."""
    lines = []
    for year, own in by_year.items():
        for row in own:
            ends = Row(figure_low=row["tonnes_low"], figure_high=row["tonnes_high"], unit="")
            lines.append([year, row["series"], row["stage"], figure_of(ends)])
    return Plain(["year", "series", "stage", "tonnes"], lines)


def evidence_table(own: Iterable[Row]) -> Plain:
    """Items of evidence: when, what, figures, who says so and who says otherwise."""
    heads = ["date", "what", "figures", "who says so", "who says otherwise"]
    lines = [[when_of(row), row["what"], figure_of(row), row["who_says_so"], row["who_disputes"]] for row in own]
    return Plain(heads, lines)


def bars_table(names: Mapping[str, str], asked: Mapping[str, int], right: Mapping[str, int], shown: Set[str]) -> Plain:
    """Questions asked and answered rightly, by objective."""
    return Plain(
        ["objective", "right", "asked"], [[names[key], right[key], asked[key]] for key in names if key in shown]
    )
