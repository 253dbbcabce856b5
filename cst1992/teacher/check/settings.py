"""`data/module.yaml` against the tables and the notebooks that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cst1992.facts.module import Module, Topic, module
from cst1992.facts.package import has_table, nearest
from cst1992.facts.page_number import page_files, page_number
from cst1992.facts.sections import rows_if_there
from cst1992.facts.wording import day_in_words
from cst1992.teacher.check.fault import Fault
from cst1992.teacher.check.places import notebooks_folder

# The tables from which the card of the country takes what it shows.
NEEDED = {"people": "people", "acts": "treaty_actions", "standings": "standings", "events": "event_states"}


def settings_faults() -> Iterator[Fault]:
    """Everything in `module.yaml` that names what the module does not have."""
    told = module()
    view, pages = told.first_view, [page_number(path.name) for path in page_files(notebooks_folder())]
    states, themes = _values("states", "name"), _values("themes", "id")
    yield from _known("first_view.theme", [view.theme] if view.theme else [], themes, "a theme of data/themes.csv")
    articles = _values("articles", "number")
    yield from _known("first_view.article", [view.article] if view.article else [], articles, "an article")
    kinds = _values("articles", "kind") + _values("clauses", "topic")
    promise = [told.promise] if told.promise else []
    yield from _known("promise", promise, dict.fromkeys(kinds), "a kind of article or a topic of clauses")
    first = [told.until_chosen] if told.until_chosen else []
    yield from _known("country.until_chosen", first, states, "a state of data/states.csv")
    yield from _known("country.with_note", told.with_note, pages, "a notebook")
    for number, topic in told.topics.items():
        yield from _of_a_topic(number, topic, pages, themes)
    yield from _days(told)
    month = day_in_words(told.facts_to, "month")
    if told.knowledge and month not in told.knowledge:
        yield Fault(
            "data/module.yaml, knowledge", f"it does not name {month}, the month of facts_to. Correct one of the two."
        )


def _values(table: str, column: str) -> list[object]:
    return [row[column] for row in rows_if_there(table)]


def _known(key: str, given: Iterable[object], known: Iterable[object], what: str) -> Iterator[Fault]:
    """A fault for each value that is none of those known."""
    choices = list(known)
    for value in given:
        if value not in choices:
            yield Fault(f"data/module.yaml, {key}", f"{value!r} is not {what}. {nearest(value, choices)}")


def _of_a_topic(number: str, topic: Topic, pages: list[str], themes: list[object]) -> Iterator[Fault]:
    key = f"country.topics.{number}"
    yield from _known(key, [number], pages, "the number of a notebook")
    yield from _known(f"{key}.themes", topic.themes, themes, "a theme of data/themes.csv")
    needed = NEEDED.get(topic.shows, "request_states")
    if not has_table(needed):
        told = f"it shows {topic.shows}, and the module has no table {needed}. Let it show something else"
        yield Fault(f"data/module.yaml, {key}.shows", f"{told}, or take the topic out.")


def _days(told: Module) -> Iterator[Fault]:
    """Days of the file that no fact reaches."""
    last = told.facts_to.isoformat()
    days = {f"key_days.{day}": day for day in told.key_days}
    days |= {f"country.topics.{number}.until": topic.last_day for number, topic in told.topics.items()}
    days |= {"first_view.day": told.first_view.day} if told.first_view.day else {}
    for key, day in days.items():
        if day > last:
            yield Fault(f"data/module.yaml, {key}", f"{day} is later than facts_to, {last}. Correct one of the two.")
