"""A whole table laid out to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.cards.card import Card, plain_card
from cst1992.facts.agreed import said_lines
from cst1992.facts.headings import column_heading
from cst1992.facts.laid_out import Plain
from cst1992.facts.languages import language_of
from cst1992.facts.mistakes import Mistake
from cst1992.facts.speech import say
from cst1992.facts.wording import day_as_known, in_a_list

if TYPE_CHECKING:
    import pandas as pd


def _laid_flat(table: pd.DataFrame) -> pd.DataFrame:
    """One name for each column; the index becomes columns where it says more than the number of a row."""
    from pandas.api.types import is_integer_dtype

    names = [" ".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in table.columns]
    flat = table.set_axis(names, axis=1)
    only_numbers = list(flat.index.names) == [None] and is_integer_dtype(flat.index.dtype)
    return flat if only_numbers else flat.reset_index(allow_duplicates=True)


def _dates_as_known(flat: pd.DataFrame) -> pd.DataFrame:
    """Where a table says how exactly a date is known, the date is cut to that: a year stays a year."""
    if not {"date", "date_precision"} <= set(flat.columns):
        return flat
    pairs = zip(flat["date"], flat["date_precision"], strict=True)
    return flat.assign(date=[day_as_known(day, str(known)) for day, known in pairs]).drop(columns="date_precision")


def read(table: pd.DataFrame, caption: str = "") -> Card:
    """A table laid out to be read: long texts in full, one row under the other, nothing cut off.

    Parameters
    ----------
    table : any DataFrame, for instance `cst.provisions(article=4)[["paragraph", "who", "duty"]]`. Its index is shown
        where it says more than the number of a row. With `date_precision` beside `date` a year is shown as a year.
    caption : a sentence above the table.

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text.

    Raises
    ------
    ValueError
        It was given something else than a table.

    Examples
    --------
    >>> import pandas as pd
    >>> print(read(pd.DataFrame({"who_decides": ["the heads of the parties"]})))
    who decides: the heads of the parties
    """
    if not hasattr(table, "columns"):
        verb, example, kind = "cst.read()", "cst.glossary()", type(table).__name__
        raise Mistake(
            say(
                "{verb} reads a table, such as {example}; it was given {kind!r}.", verb=verb, example=example, kind=kind
            )
        )
    table, caption = _dates_as_known(_laid_flat(table)), str(caption or "")
    if table.empty:
        return plain_card(say("{table}: no rows.", table=caption or say("This table")))
    names = [column_heading(str(name)) for name in table.columns]
    languages = [language_of(str(name)) for name in table.columns]
    plain = Plain(names, said_lines([*map(str, table.columns)], list(table.itertuples(index=False, name=None))))
    html = plain.html(caption or say("Table: {columns}", columns=in_a_list(names)), caption, languages)
    return Card(html, f"{caption}\n{plain.text()}" if caption else plain.text())
