"""The verbs of the tables, such as `events()`: each made from what the Data Package says, but those written by hand."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from cst1992.facts.files import Version, data_folder, version_of
from cst1992.facts.package import table_names, version_of_description
from cst1992.facts.sourcing import disagreements as disagreements
from cst1992.facts.table_verb import table_verb


def __getattr__(name: str) -> object:
    if name.startswith("_") or name not in table_names():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    path = data_folder() / f"{name}.csv"
    return _made(name, version_of_description(), version_of(path) if path.exists() else None)


@cache
def _made(name: str, described: tuple[Path, Version], version: Version | None) -> Callable[..., Any]:
    """The verb of a table; `described` and `version` make the cache forget what it said of older files."""
    return table_verb(name)
