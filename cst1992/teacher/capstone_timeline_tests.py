"""The capstone's hidden tests of a timeline and of its description. The teacher's side: students do not get this file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from cst1992.answers.compared_as import text_key
from cst1992.answers.plain_values import NotPlain, as_text, plain
from cst1992.answers.task import Task
from cst1992.facts.module import module
from cst1992.facts.package import rows
from cst1992.facts.spelling.dates import Span, as_span
from cst1992.facts.spelling.letters import folded
from cst1992.facts.verbs import events, requests
from cst1992.teacher.capstone_sources import told_of, what_to_look_at
from cst1992.teacher.capstone_tests import answered_text, chosen_request

FEWEST_EVENTS, MOST_EVENTS = 6, 40
COLOURS = set(
    folded("red green blue grey gray orange yellow black white purple violet brown colour color coloured").split()
)


@dataclass(frozen=True)
class Timeline:
    """The rows of a student's timeline, for each the days that its date can mean, and the day of the request.

    `since` is the first year from which an event counts; the last one is that of the newest fact.
    """

    rows: list[dict[str, Any]]
    spans: list[Span | None]
    asked: date | None
    since: int

    @property
    def starts(self) -> list[date]:
        """The first days of all dates that can be read."""
        return [span[0] for span in self.spans if span]

    def dated(self) -> Iterator[tuple[Any, str, Span | None]]:
        """The title of each row as it is given and folded, and its date."""
        for row, span in zip(self.rows, self.spans, strict=True):
            yield row["title"], folded(row["title"]), span


def _days_of_our_rows() -> dict[str, set[Any]]:
    """By title, the days on which our own tables have an event or a request."""
    days: dict[str, set[Any]] = {}
    for table, titles in ((events(), ("title", "label")), (requests(), ("label",))):
        for row in table.to_dict("records"):
            for title in titles:
                days.setdefault(folded(row[title]), set()).add(row["date"].date())
    return days


def _rows_of(value: Any) -> list[dict[str, Any]]:
    """The rows of a table with a date, a title and a source; none where it is no such table."""
    try:
        rows = plain(value)
    except NotPlain:
        return []
    needed = {"date", "title", "source"}
    whole = isinstance(rows, list) and all(isinstance(row, dict) and needed <= set(row) for row in rows)
    return rows if whole else []


def _key(row: dict[str, Any]) -> str:
    """The key of the source of a row, as the table of sources writes it; empty where no source has it."""
    return _keys().get(text_key(row["source"]), "")


def _keys() -> dict[str, str]:
    """The keys of the table of sources, by what two spellings of one have in common."""
    return {folded(row["id"]): row.text("id") for row in rows("sources")}


def timeline_of(task: Task, since: int) -> Timeline:
    """The timeline that a student made as `my_events`, with the day of the request that it is about."""
    rows = _rows_of(task.answers.get("my_events"))
    request = chosen_request(task.answers)
    return Timeline(
        rows,
        [as_span(as_text(row["date"])) for row in rows],
        None if request is None else request["date"].date(),
        since,
    )


def _few_or_many(timeline: Timeline) -> str:
    told = {
        folded_title
        for title, folded_title, span in timeline.dated()
        if span and timeline.since <= span[0].year <= module().facts_to.year and title
    }
    if len(told) >= FEWEST_EVENTS and len(timeline.rows) <= MOST_EVENTS:
        return ""
    return (
        f"Rows with a real date and a title, each counted once: {len(told)}. {FEWEST_EVENTS} are wanted, and "
        f"{MOST_EVENTS} rows at most."
    )


def _out_of_order(timeline: Timeline) -> str:
    starts = timeline.starts
    if starts and len(starts) == len(timeline.rows) and starts == sorted(starts):
        return ""
    return "The dates must all be real, and the earliest must come first: sort_values with the column that holds them."


def _other_dates_than_ours(timeline: Timeline) -> str:
    ours = _days_of_our_rows()
    moved = [
        str(title)
        for title, folded_title, span in timeline.dated()
        if folded_title in ours and not (span and span[0] in ours[folded_title])
    ]
    if timeline.rows and not moved:
        return ""
    return f"Another date stands in our tables for: {'; '.join(moved[:3]) or 'no row at all'}."


def _unknown_sources(timeline: Timeline) -> str:
    if timeline.rows and all(map(_key, timeline.rows)):
        return ""
    return "Each row needs a key of cst.sources() in its column source."


def _sources_too_old(timeline: Timeline) -> str:
    told = told_of({_key(row) for row in timeline.rows})
    old = [
        f"{row['title']} ({row['source']})"
        for row, span in zip(timeline.rows, timeline.spans, strict=True)
        if span and (known := told.get(_key(row))) and known.too_old_for(span)
    ]
    if timeline.rows and not old:
        return ""
    return (
        f"The source is older than the event: {'; '.join(old[:3]) or 'no row at all'}. A paper can tell of a plan, not of "
        "what came later. Give a source of that day or later."
    )


def _request_not_between(timeline: Timeline) -> str:
    starts, asked = timeline.starts, timeline.asked
    if asked in starts and min(starts) < asked < max(starts):
        return ""
    return "The day of your request must be one of the dates, with at least one event before it and one after it."


FAULTS = {
    f"{FEWEST_EVENTS} events or more": _few_or_many,
    "dates in order": _out_of_order,
    "dates as in our tables": _other_dates_than_ours,
    "sources that exist": _unknown_sources,
    "no source older than its event": _sources_too_old,
    "the request between others": _request_not_between,
}


def mark_timeline(task: Task, since: int) -> None:
    """Task 4: six events or more, in order, their dates right, their sources in the tables, the request among them.

    No machine can see whether a source holds what a title says. Rows that our tables do not bear out are named to the
    marker, and cost nothing.

    Parameters
    ----------
    since : the first year from which an event counts.
    """
    timeline = timeline_of(task, since)
    for wanted, fault in FAULTS.items():
        told = fault(timeline)
        task.holds(wanted, not told, told)
    look = list(_to_look_at(timeline))
    if look:
        task.note("for the marker", f"Does the source tell of it? {'; '.join(look)}.")


def _to_look_at(timeline: Timeline) -> Iterator[str]:
    """The rows that a marker should open, each with the reason."""
    told = told_of({_key(row) for row in timeline.rows})
    for row, span in zip(timeline.rows, timeline.spans, strict=True):
        known = told.get(_key(row))
        if span and known:
            why = what_to_look_at(as_text(row["title"]), span, known)
            if why:
                yield f"{row['title']}, {as_text(row['date'])[:10]}, {row['source']}: {why}"


def mark_picture_in_words(task: Task) -> None:
    """Task 5: two different texts, the year of the request in the alternative text, no colour in it."""
    row = chosen_request(task.answers)
    alt_text, caption = answered_text(task.answers, "alt_text"), answered_text(task.answers, "caption")
    task.holds(
        "the year of the request in alt_text",
        row is not None and str(row["date"].year) in alt_text,
        "The alternative text does not name the year of the request, so a listener cannot place it.",
    )
    colours = sorted(COLOURS & set(folded(alt_text).split()))
    task.holds(
        "no colour in alt_text",
        bool(alt_text) and not colours,
        f"Who cannot see the picture learns nothing from its colours: {', '.join(colours) or 'no text'}.",
    )
    task.holds(
        "two different texts",
        bool(alt_text) and bool(caption) and folded(alt_text) != folded(caption),
        "Two texts are wanted: the alternative text says what is to be seen, the caption why it was drawn.",
    )
