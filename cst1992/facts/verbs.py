"""The verbs of the tables, such as `events()`: each made from what the Data Package says, but those written by hand."""

from cst1992.facts.package import table_names
from cst1992.facts.sourcing import disagreements as disagreements
from cst1992.facts.table_verb import table_verb


def __getattr__(name: str) -> object:
    if name.startswith("_") or name not in table_names():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    verb = globals()[name] = table_verb(name)
    return verb
