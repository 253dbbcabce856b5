"""Sheets of exercise 03 as students hand them in: right, and then spoilt in one way."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import nbformat

from cst1992.teacher.marking.master import load_master
from tests import sheets
from tests.sheets import handed_in

NAME = "03_the_signatories"
BY_MACHINE = 6.0
MEMO = "%%memo 200 words. Leave this line, and write below it.\nGeorgia did not prolong the Treaty."


@cache
def _solved() -> str:
    return nbformat.writes(handed_in(NAME, {**sheets.solved(NAME), "w-memo": MEMO}))


def solved() -> Any:
    """A sheet with every answer right and a short memo."""
    return nbformat.reads(_solved(), as_version=4)


def place_of(notebook: Any, identity: str) -> int:
    return next(place for place, cell in enumerate(notebook.cells) if cell.id == identity)


def cell_of(notebook: Any, identity: str) -> Any:
    return notebook.cells[place_of(notebook, identity)]


def box(source: str, kind: str = "code") -> Any:
    """A new box of the student's own."""
    make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    return make(source)


def before(identity: str, source: str) -> Any:
    """The right sheet with one more box before another one."""
    notebook = solved()
    notebook.cells.insert(place_of(notebook, identity), box(source))
    return notebook


def without(*identities: str) -> Any:
    notebook = solved()
    notebook.cells = [cell for cell in notebook.cells if cell.id not in identities]
    return notebook


def with_copy_of(identity: str) -> Any:
    notebook = solved()
    place = place_of(notebook, identity)
    notebook.cells.insert(place + 1, copy.deepcopy(notebook.cells[place]))
    return notebook


def changed(identity: str, source: str) -> Any:
    notebook = solved()
    cell_of(notebook, identity).source = source
    return notebook


def content(notebook: Any) -> bytes:
    import json

    return json.dumps(notebook).encode()


@cache
def master_of(name: str) -> Any:
    return load_master(name)


def the_master() -> Any:
    return master_of(NAME)
