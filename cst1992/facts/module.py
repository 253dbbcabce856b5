"""What a module is: its title and question, the days and states it speaks of, read from `data/module.yaml`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cst1992.facts.as_json import as_json
from cst1992.facts.catalogues import language, twin_of
from cst1992.facts.files import Version, asset, data_file, shown_path, version_of
from cst1992.facts.lines import place_in, text_of_file
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module_twin import with_words
from cst1992.facts.package import rows
from cst1992.facts.page_number import page_number
from cst1992.facts.sections import section
from cst1992.facts.speech import say


class BrokenModule(Mistake):
    """`data/module.yaml` cannot be used; the message names the line or the key, and the mend."""


@dataclass(frozen=True)
class Topic:
    """What a notebook tells of the country that is followed: a heading, which rows, and of which themes until when."""

    heading: str
    shows: str
    themes: tuple[str, ...] = ()
    until: str | None = None
    with_note: bool = False

    @property
    def last_day(self) -> str:
        """The last day of which it tells."""
        return self.until or module().facts_to.isoformat()


@dataclass(frozen=True)
class FirstView:
    """What the explorers show before anybody chooses; what is None is taken from the tables."""

    theme: str | None = None
    years: tuple[int, int] | None = None
    day: str | None = None
    article: int | None = None


@dataclass(frozen=True)
class Module:
    """One module. `key_days` is a day and its name, in order; `topics` goes by the number of the notebook.

    `treaty` names the treaty in a sentence, and `short` names it once that was said. `knowledge` says how far the facts
    reach, when they were looked up, and what is not in them. `exercises` has the page of each exercise whose name begins
    with another number.
    """

    title: str
    question: str
    treaty: str
    short: str
    states: str
    folder: str
    record: str
    facts_to: date
    knowledge: str = ""
    core_events: str = ""
    language: str = "en"
    languages: dict[str, str] = field(default_factory=dict)
    key_days: dict[str, str] = field(default_factory=dict)
    first_view: FirstView = field(default_factory=FirstView)
    promise: str | None = None
    text: str = ""
    text_read: str | None = None
    text_language: str | None = None
    until_chosen: str | None = None
    with_note: tuple[str, ...] = ()
    topics: dict[str, Topic] = field(default_factory=dict)
    exercises: dict[str, str] = field(default_factory=dict)

    @property
    def first_article(self) -> int:
        """The article with which a page opens."""
        numbers = [row.whole("number") for row in section("articles")]
        return self.first_view.article if self.first_view.article in numbers else numbers[0]

    @property
    def first_country(self) -> str:
        """The state that stands in the pages until a learner has chosen one."""
        return self.until_chosen or rows("states")[0].text("name")

    def page_of(self, exercise: str) -> str:
        """The number of the page to which an exercise belongs: that in its name, where the file says no other."""
        return self.exercises.get(exercise, page_number(exercise))


def module() -> Module:
    """What the module says of itself, read again when the file has changed.

    Raises
    ------
    MissingData
        There is no `data/module.yaml`.
    BrokenModule
        It cannot be read, or a line of it does not fit; the message says which, and how to mend it.

    Examples
    --------
    >>> module().title
    'The Collective Security Treaty, 1992'
    """
    path, twin = data_file("module.yaml"), twin_of("module.yaml")
    return _read(path, version_of(path), twin, version_of(twin) if twin else None, language())


@cache
def _read(path: Path, version: Version, twin: Path | None, version_of_twin: Version | None, spoken: str) -> Module:
    """Read and check the file, with the words of its twin; the versions and the language make the cache forget others."""
    content = as_json(_loaded(path))
    _check(path, content)
    if twin:
        with_words(content, as_json(_loaded(twin)) or {})
    content.setdefault("short", content["treaty"])
    content.setdefault("text", say("the text"))
    country, view = content.pop("country", {}), content.pop("first_view", {})
    return Module(
        **{**content, "facts_to": date.fromisoformat(content["facts_to"])},
        first_view=FirstView(**{**view, "years": tuple(view["years"]) if "years" in view else None}),
        until_chosen=country.get("until_chosen"),
        with_note=tuple(country.get("with_note", ())),
        topics={
            number: Topic(**{**topic, "themes": tuple(topic.get("themes", ()))})
            for number, topic in country.get("topics", {}).items()
        },
    )


def _loaded(path: Path) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="safe", pure=True).load(text_of_file(path, BrokenModule))
    except YAMLError as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        told = getattr(error, "problem", None) or str(error)
        raise BrokenModule(
            say(
                "{place}: {told}. Mend the line; docs/adapting.md shows the form.",
                place=place_in(path, mark.line + 1 if mark else None),
                told=told,
            )
        ) from None


def _check(path: Path, content: Any) -> None:
    import fastjsonschema

    try:
        fastjsonschema.validate(json.loads(asset("facts/module_schema.json")), content)
    except fastjsonschema.JsonSchemaValueException as error:
        where = ".".join(map(str, error.path[1:])) or say("the file")
        told = error.message.replace(error.name or "data", "it", 1)
        raise BrokenModule(
            say(
                "{file}, {place}: {told}. docs/adapting.md shows the form.",
                file=shown_path(path),
                place=where,
                told=told,
            )
        ) from None
