"""The timeline for a narrow page: a list to be read, one event an item, under the status that the Treaty then had."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from itertools import groupby

from cst1992.facts.speech import say
from cst1992.facts.wording import day_in_words, from_to
from cst1992.pictures.as_tables import lanes_of, status_at, takes_part
from cst1992.pictures.chosen_events import Shown


def _item(shown: Shown, lanes: Sequence[str], highlight: str | None) -> str:
    """One event: when, in which lanes, whether the state takes part, and what."""
    part = [takes_part(highlight)] if highlight and highlight in shown.states else []
    above = " · ".join([day_in_words(shown.first, shown.precision), *lanes, *part])
    label = f"<strong>{escape(shown.label)}</strong>" if shown.turning else escape(shown.label)
    return f"<li><small>{escape(above)}</small> {label}</li>"


def _heading(status: str) -> str:
    """The status of the Treaty above its events; nothing where the module has no eras."""
    return f'<p class="cst-status">{escape(status)}</p>' if status else ""


def events_list(lanes: Sequence[tuple[str, Sequence[Shown]]], first: date, last: date, highlight: str | None) -> str:
    """The narrow form of a timeline, as HTML: the events in order of date, each once, with the lanes where it stands."""
    events, names = lanes_of(lanes)
    if not events:
        years = from_to(first.year, last.year)
        return f"<p>{escape(say('No event in this selection, {years}.', years=years))}</p>"
    parts = groupby(events, key=lambda shown: status_at(shown.first))
    return "".join(
        f"{_heading(status)}<ol>{''.join(_item(shown, names[shown.id], highlight) for shown in own)}</ol>"
        for status, own in parts
    )
