"""What a lecturer would otherwise meet only in a timeline or a strip: an event without a lane, a day in no era."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from cst1992.facts.module import module
from cst1992.facts.package import has_table
from cst1992.teacher.check.fault import Fault, in_table
from cst1992.teacher.check.table_lines import numbered

LIVED = ("treaty_actions", "events", "requests")


def timeline_faults() -> Iterator[Fault]:
    """Everything that no timeline could show rightly."""
    yield from _events_without_a_theme()
    yield from _days_too_late()
    yield from _days_before_the_first_era()
    yield from _gaps_between_eras()


def _events_without_a_theme() -> Iterator[Fault]:
    """An event needs one main theme, or the timeline has no lane for it."""
    if not (has_table("events") and has_table("event_themes")):
        return
    main: dict[object, int] = {}
    for number, row in numbered("event_themes"):
        if row["main"] and row["event"] in main:
            told = f"{row['event']} has a main theme in line {main[row['event']]} too. Write no in one of the two."
            yield in_table("event_themes", number, "main", told)
        if row["main"]:
            main.setdefault(row["event"], number)
    for number, row in numbered("events"):
        if row["id"] not in main:
            told = f"{row['id']} has no main theme. Add a row with main yes to data/event_themes.csv."
            yield in_table("events", number, "id", told)


def _lived() -> Iterator[tuple[str, int, date]]:
    """Each day on which something happened: table, line, day."""
    for table in filter(has_table, LIVED):
        for number, row in numbered(table):
            if isinstance(row["date"], date):
                yield table, number, row["date"]


def _days_too_late() -> Iterator[Fault]:
    last = module().facts_to
    for table, number, day in _lived():
        if day > last:
            told = f"{day} is later than {last}, the day of the newest fact. Correct the day, or facts_to in data/module.yaml."
            yield in_table(table, number, "date", told)


def _days_before_the_first_era() -> Iterator[Fault]:
    """Acts under the treaty, requests and key days from a time that no era covers."""
    starts = [row["start"] for _, row in numbered("eras") if isinstance(row["start"], date)]
    if not starts:
        return
    first = min(starts)
    mend = f"Before {first} no era of data/eras.csv begins. Correct the day, or add an era."
    for table, number, day in _lived():
        if day < first and table != "events":
            yield in_table(table, number, "date", f"{day} lies in no era. {mend}")
    for told in module().key_days:
        if told < first.isoformat():
            yield Fault(f"data/module.yaml, key_days.{told}", f"this day lies in no era. {mend}")


def _gaps_between_eras() -> Iterator[Fault]:
    for (_, before), (number, after) in pairwise(numbered("eras")):
        if before["end"] != after["start"]:
            told = f"{after['start']} is not the day on which {before['id']} ends ({before['end']}). Let one begin as the other ends."
            yield in_table("eras", number, "start", told)
    for number, row in numbered("eras"):
        start, end = row["start"], row["end"]
        if isinstance(start, date) and isinstance(end, date) and end <= start:
            yield in_table(
                "eras", number, "end", f"it ends on {end}, and begins on {start}. Correct one of the two days."
            )
