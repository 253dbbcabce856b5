"""What an editor knows of the tables' verbs: stubs beside the library, written from the Data Package."""

from __future__ import annotations

import re
from pathlib import Path

from cst1992.facts import verbs
from cst1992.facts.files import LIBRARY
from cst1992.facts.filters import filters_of
from cst1992.facts.package import table_names
from cst1992.facts.table_verb import signature_of
from cst1992.facts.verb_help import summary_of
from cst1992.facts.writing import write_whole

OF_THE_TABLES = LIBRARY / "facts" / "verbs.pyi"
OF_THE_LIBRARY = LIBRARY / "__init__.pyi"
HEAD = '''# fmt: off
"""The verbs of the tables, for editors. Written by `cst1992 release` from data/datapackage.json."""

import pandas as pd

'''


def stubs_of_the_tables() -> str:
    """The verb of each table with its filters, its type and what the table is; one written by hand by its import."""
    by_hand = [name for name in table_names() if name in vars(verbs) and _module(name) != verbs.__name__]
    imports = "".join(f"from {_module(name)} import {name} as {name}\n" for name in by_hand)
    return "\n".join([HEAD + imports, *(_stub(name) for name in table_names() if name not in by_hand)])


def _module(name: str) -> str:
    return str(vars(verbs)[name].__module__)


def _stub(table: str) -> str:
    signature = str(signature_of(filters_of(table))).replace("'", "")
    return f'def {table}{signature}:\n    """{summary_of(table)}"""\n'


def stub_of_the_library(text: str) -> str:
    """The stub of the library, with one line for the verb of each table in the place of the lines for them before."""
    line = re.compile(r"^from \.facts\.verbs import .*\n", re.MULTILINE)
    place = line.search(text)
    start = place.start() if place else len(text)
    ours = "".join(f"from .facts.verbs import {name} as {name}\n" for name in sorted(table_names()))
    return text[:start] + ours + line.sub("", text[start:])


def write_stubs() -> list[Path]:
    """Write both stubs anew.

    Returns
    -------
    The files written.
    """
    library = stub_of_the_library(OF_THE_LIBRARY.read_text(encoding="utf-8"))
    write_whole(OF_THE_LIBRARY, library.encode("utf-8"))
    write_whole(OF_THE_TABLES, stubs_of_the_tables().encode("utf-8"))
    return [OF_THE_LIBRARY, OF_THE_TABLES]
