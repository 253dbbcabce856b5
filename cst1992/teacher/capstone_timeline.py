"""The capstone's hidden tests of a timeline and of its description. The teacher's side: students do not get this file."""

from __future__ import annotations

from typing import Any

from cst1992.answers.lists_compared import text_key
from cst1992.answers.plain_values import NotPlain, as_text, plain
from cst1992.answers.task import Task
from cst1992.facts.spelling.dates import Span, as_span
from cst1992.facts.spelling.letters import folded
from cst1992.facts.verbs import events, requests, sources
from cst1992.teacher.capstone import chosen_request, text_of

FEWEST_EVENTS, MOST_EVENTS = 6, 40
FIRST_YEAR, LAST_YEAR = 1985, 2026
COLOURS = set(
    folded("red green blue grey gray orange yellow black white purple violet brown colour color coloured").split()
)


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


def _told(rows: list[dict[str, Any]], spans: list[Span | None]) -> set[str]:
    """The titles of the rows that have one and a real date, each once."""
    return {
        folded(row["title"])
        for row, span in zip(rows, spans, strict=True)
        if span and FIRST_YEAR <= span[0].year <= LAST_YEAR and row["title"]
    }


def _moved(rows: list[dict[str, Any]], spans: list[Span | None]) -> list[str]:
    """The titles of our own tables that stand at another date."""
    ours = _days_of_our_rows()
    return [
        str(row["title"])
        for row, span in zip(rows, spans, strict=True)
        if folded(row["title"]) in ours and not (span and span[0] in ours[folded(row["title"])])
    ]


def mark_timeline(task: Task) -> None:
    """Task 4: six events or more, in order, their dates right, their sources in the tables, the request among them."""
    rows = _rows_of(task.answers.get("my_events"))
    spans = [as_span(as_text(row["date"])) for row in rows]
    starts = [span[0] for span in spans if span]
    told = _told(rows, spans)
    task.holds(
        f"{FEWEST_EVENTS} events or more",
        len(told) >= FEWEST_EVENTS and len(rows) <= MOST_EVENTS,
        f"Rows with a real date and a title, each counted once: {len(told)}. {FEWEST_EVENTS} are wanted, and "
        f"{MOST_EVENTS} rows at most.",
    )
    task.holds(
        "dates in order",
        bool(starts) and len(starts) == len(rows) and starts == sorted(starts),
        "The dates must all be real, and the earliest must come first: sort_values with the column that holds them.",
    )
    moved = _moved(rows, spans)
    task.holds(
        "dates as in our tables",
        bool(rows) and not moved,
        f"Another date stands in our tables for: {'; '.join(moved[:3]) or 'no row at all'}.",
    )
    keys = {folded(key) for key in sources()["id"]}
    task.holds(
        "sources that exist",
        bool(rows) and all(text_key(row["source"]) in keys for row in rows),
        "Each row needs a key of cst.sources() in its column source.",
    )
    request = chosen_request(task.answers)
    asked = None if request is None else request["date"].date()
    task.holds(
        "the request between others",
        asked in starts and min(starts) < asked < max(starts),
        "The day of your request must be one of the dates, with at least one event before it and one after it.",
    )


def mark_picture_in_words(task: Task) -> None:
    """Task 5: two different texts, the year of the request in the alternative text, no colour in it."""
    row, alt_text, caption = (
        chosen_request(task.answers),
        text_of(task.answers, "alt_text"),
        text_of(task.answers, "caption"),
    )
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
