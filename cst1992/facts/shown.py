"""Our tables as a notebook shows them when they stand alone in a box: readable at any width, nothing cut.

They are DataFrames and Series in every other respect; `print` gives what pandas gives.
"""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from cst1992.facts.files import asset
from cst1992.facts.laid_out import Plain, cell_text, fold
from cst1992.facts.page_keys import keys_mark
from cst1992.facts.speech import say, say_as, say_count
from cst1992.facts.wording import from_to, in_a_list

FIRST_ROWS, MOST_ROWS = 10, 100
LETTERS, WIDEST, LONG = 92, 22, 36
"""How many letters lie beside each other in a table, how many a column needs at most, and when a cell is long."""


class Table(pd.DataFrame):
    """A DataFrame that a notebook lays out to be read; what is taken from it is one too."""

    @property
    def _constructor(self) -> type[Table]:
        return Table

    @property
    def _constructor_sliced(self) -> type[Column]:
        return Column

    def value_counts(self, *given: Any, **named: Any) -> Column:
        """As of pandas; the result is laid out to be read too."""
        return Column(super().value_counts(*given, **named))

    def _repr_html_(self) -> str | None:
        return shown_html(self) + keys_mark() if pd.get_option("display.notebook_repr_html") else None


class Column(pd.Series):
    """A Series that a notebook lays out to be read, and that prints without the names of its types."""

    @property
    def _constructor(self) -> type[Column]:
        return Column

    @property
    def _constructor_expanddim(self) -> type[Table]:
        return Table

    def value_counts(self, *given: Any, **named: Any) -> Column:
        """As of pandas; the result is laid out to be read too."""
        return Column(super().value_counts(*given, **named))

    def _repr_html_(self) -> str | None:
        frame = self.to_frame("value" if self.name is None else self.name)
        return shown_html(frame) + keys_mark() if pd.get_option("display.notebook_repr_html") else None

    def __repr__(self) -> str:
        most = pd.get_option("display.max_rows")
        return str(self.to_string(max_rows=most, min_rows=pd.get_option("display.min_rows"), length=len(self) > most))


def _name(name: object) -> str:
    return " ".join(map(str, name)) if isinstance(name, tuple) else str(name)


def _texts(frame: pd.DataFrame) -> Plain:
    """Names and cells as a reader types them in a query: True and False stay what they are; the index comes first."""
    index = [say_as("of a table", "row") if name is None else _name(name) for name in frame.index.names]
    flat = frame.set_axis(range(frame.shape[1]), axis=1).reset_index(names=[f"index {n}" for n in range(len(index))])
    lines = [
        [str(cell) if isinstance(cell, bool) else cell_text(cell) for cell in line]
        for line in flat.astype(object).itertuples(index=False, name=None)
    ]
    return Plain([*index, *map(_name, frame.columns)], lines)


def _fits(table: Plain) -> bool:
    """Do all columns find room beside each other on a page?"""
    needed = (min(max(map(len, cells)), WIDEST) + 2 for cells in zip(table.heads, *table.lines, strict=True))
    return sum(needed) <= LETTERS


def _one_below_another(table: Plain) -> str:
    """Each row as a list of its cells with their names; empty ones are left out."""
    items = ""
    for row, *cells in table.lines:
        named = "".join(
            f'<div class="{"cst-long" if len(str(cell)) > LONG else "cst-short"}"><dt>{escape(name)}</dt> '
            f"<dd>{escape(str(cell))}</dd></div>"
            for name, cell in zip(table.heads[1:], cells, strict=True)
            if cell != ""
        )
        items += f"<li><span>{escape(table.heads[0])} {escape(str(row))}</span><dl>{named}</dl></li>"
    return f'<ul class="cst-rows">{items}</ul>'


def shown_html(frame: pd.DataFrame) -> str:
    """A table as it stands alone in a box.

    Parameters
    ----------
    frame : any DataFrame.

    Returns
    -------
    HTML with its style sheet: the first ten rows, further ones folded, and the names of all columns. A table that is
    too wide for the page stands as a list, each row with its cells below each other.

    Examples
    --------
    >>> "2 rows, 1 column" in shown_html(pd.DataFrame({"year": [1992, 1999]}))
    True
    """
    length, across = frame.shape
    table = _texts(frame.head(MOST_ROWS))
    beside = _fits(table)
    names = ", ".join(f"<code>{escape(_name(name))}</code>" for name in frame.columns)
    size = in_a_list(
        [
            say_count("{count} row", "{count} rows", length),
            say_count("{count} column", "{count} columns", across),
        ]
    )

    def part(first: int, last: int) -> str:
        piece = Plain(table.heads, table.lines[first:last])
        return (
            piece.html(say("{size}, from {first} on", size=size, first=first + 1))
            if beside
            else _one_below_another(piece)
        )

    content = part(0, FIRST_ROWS) if length else ""
    if length > FIRST_ROWS:
        span = from_to(FIRST_ROWS + 1, min(length, MOST_ROWS))
        content += fold(say("Rows {span} of {count}", span=span, count=length), part(FIRST_ROWS, MOST_ROWS))
    told = " ".join([f"{size}: {names}.", *_left_out(length, beside)])
    return f'<style>{asset("facts/tables.css")}</style><div class="cst-bare">{content}<p>{told}</p></div>'


def _left_out(length: int, beside: bool) -> list[str]:
    """What a reader does not see of a table."""
    left = [] if beside else [say("Empty cells are left out.")]
    if length > MOST_ROWS:
        more = f".tail({length - MOST_ROWS})"
        left.append(say("Rows {span}: add {call}.", span=from_to(MOST_ROWS + 1, length), call=more))
    return left
