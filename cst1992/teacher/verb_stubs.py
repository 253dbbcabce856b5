"""What an editor knows of the tables' verbs: stubs beside the library, written from the Data Package.

`make stubs` writes them. They belong to the library and name every table that it knows: another module brings data of
its own and leaves them as they are.
"""

from __future__ import annotations

import re
from pathlib import Path

from cst1992.facts import verbs
from cst1992.facts.files import LIBRARY
from cst1992.facts.filters import filters_of
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import has_table, sections, table_names
from cst1992.facts.table_verb import signature_of
from cst1992.facts.verb_help import summary_of
from cst1992.facts.writing import write_whole

OF_THE_TABLES = LIBRARY / "facts" / "verbs.pyi"
OF_THE_LIBRARY = LIBRARY / "__init__.pyi"
HEAD = '''# fmt: off
"""The verbs of the tables, for editors. Written by `make stubs` from data/datapackage.json."""

import pandas as pd

'''


def stubs_of_the_tables() -> str:
    """The verb of each table with its filters, its type and what the table is; one written by hand by its import."""
    by_hand = [name for name in table_names() if name in vars(verbs)]
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

    Raises
    ------
    ValueError
        The module lacks tables that the library knows, which the stubs would lose; the message names them.
    """
    if lacking := [table for table in sections() if not has_table(table)]:
        raise Mistake(
            f"These data have no table {', '.join(lacking)}. The stubs name every table that the library knows "
            "(cst1992/facts/sections.json): write them where the data hold all of these."
        )
    library = stub_of_the_library(OF_THE_LIBRARY.read_text(encoding="utf-8"))
    write_whole(OF_THE_LIBRARY, library.encode("utf-8"))
    write_whole(OF_THE_TABLES, stubs_of_the_tables().encode("utf-8"))
    return [OF_THE_LIBRARY, OF_THE_TABLES]


if __name__ == "__main__":
    write_stubs()
