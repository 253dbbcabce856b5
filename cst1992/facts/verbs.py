"""The verbs of the tables, such as `events()`: each made from what the Data Package says, but those written by hand."""

from functools import cache

from cst1992.facts.package import table_names
from cst1992.facts.sourcing import disagreements as disagreements
from cst1992.facts.table_verb import table_verb


def __getattr__(name: str) -> object:
    if name.startswith("_") or name not in table_names():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _made_once(name)


_made_once = cache(table_verb)
