"""From the rows of the Data Package to DataFrames, and how a choice of the reader's is checked."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date, datetime
from numbers import Integral
from typing import TYPE_CHECKING

from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import fields, nearest, rows
from cst1992.facts.spelling.dates import as_span
from cst1992.facts.spelling.letters import folded

if TYPE_CHECKING:
    import pandas as pd

DateLike = str | date | datetime
ARTICLES = range(1, 12)
PARAGRAPHS = range(1, 9)


def whole_table(name: str) -> pd.DataFrame:
    """A table of the Data Package as a DataFrame.

    Whole numbers are int64 (Int64 where some are missing), dates datetime64, yes/no columns boolean;
    a column whose words have an agreed order is an ordered categorical.

    Raises
    ------
    ValueError
        There is no such table.
    DamagedTable
        The file breaks its description; the message says where and how.

    Examples
    --------
    >>> len(whole_table("articles"))
    11
    """
    import pandas as pd

    from cst1992.facts.shown import Table

    columns = fields(name)
    frame = Table(rows(name), columns=[field["name"] for field in columns])
    for field in columns:
        column = field["name"]
        if field["type"] == "integer":
            frame[column] = frame[column].astype("Int64" if frame[column].isna().any() else "int64")
        elif field["type"] == "number":
            frame[column] = frame[column].astype("float64")
        elif field["type"] == "date":
            frame[column] = pd.to_datetime(frame[column])
        elif field["type"] == "boolean":
            frame[column] = frame[column].astype("boolean" if frame[column].isna().any() else "bool")
        elif field.get("categoriesOrdered"):
            frame[column] = pd.Categorical(frame[column], categories=field["constraints"]["enum"], ordered=True)
    return frame


def only(frame: pd.DataFrame, keep: pd.Series) -> pd.DataFrame:
    """The rows to keep, counted anew from 0."""
    return frame[keep.fillna(False).astype(bool)].reset_index(drop=True)


def choice(given: object, known: Iterable[str], what: str) -> str:
    """The known word that was meant, whatever its capitals; else a Mistake that names the nearest one."""
    choices = list(known)
    for word in choices:
        if word.casefold() == str(given).strip().casefold():
            return word
    raise Mistake(f"There is no {what} {given!r}. {nearest(given, choices)}")


def words_of(table: str, column: str) -> list[str]:
    """The agreed words of a column, in their order."""
    return next(field for field in fields(table) if field["name"] == column)["constraints"]["enum"]


def with_word(frame: pd.DataFrame, table: str, column: str, given: object | None, what: str = "") -> pd.DataFrame:
    """The rows of a table that have one of the agreed words in a column; all of them where no word is given."""
    if given is None:
        return frame
    return only(frame, frame[column] == choice(given, words_of(table, column), what or column))


def _whole_number(given: object) -> int | None:
    """A whole number, also written as text; None for anything else."""
    if isinstance(given, str):
        return int(given) if given.strip().isdecimal() else None
    return int(given) if isinstance(given, Integral) and not isinstance(given, bool) else None


def article_number(given: object) -> int:
    """A number between 1 and 11, also written as text; anything else is a Mistake that says so."""
    number = _whole_number(given)
    if number is not None and number in ARTICLES:
        return number
    raise Mistake(f"The Treaty of 1992 has Articles 1 to 11; there is no Article {given!r}. Write a number, such as 4.")


def paragraph_number(given: object) -> int:
    """A number between 1 and 8, also written as text; anything else is a Mistake that says so."""
    number = _whole_number(given)
    if number is not None and number in PARAGRAPHS:
        return number
    raise Mistake(
        f"We hold paragraphs 1 to 8 of the text of 2004; there is no paragraph {given!r}. Write a number, such as 3."
    )


def of_article(name: str, article: int | None) -> pd.DataFrame:
    """A table, or its rows about one article."""
    frame = whole_table(name)
    return frame if article is None else only(frame, frame["article"] == article_number(article))


def state_name(given: object) -> str:
    """A state by its English or Russian name or its ISO code, under the name that all tables use.

    Raises
    ------
    ValueError
        None of the fifteen states is called so; the message names the nearest one.

    Examples
    --------
    >>> state_name("Беларусь"), state_name("kaz")
    ('Belarus', 'Kazakhstan')
    """
    wanted = _bare_name(given)
    known = rows("states")
    for row in known:
        names = [str(row[column]) for column in ("name", "name_ru", "name_official", "iso2", "iso3")]
        names += row.text("other_names").split("; ")
        if wanted and wanted in map(_bare_name, names):
            return row.text("name")
    raise Mistake(f"There is no state {given!r}. {nearest(str(given).strip().title(), (row['name'] for row in known))}")


def _bare_name(name: object) -> str:
    """A name without case, accents and the words for a republic."""
    return " ".join(word for word in folded(name).split() if word not in ("republic", "respublika", "of"))


def as_day(on: DateLike) -> pd.Timestamp:
    """A day from a date, a datetime or a text such as 1994-04-20 or 20 April 1994.

    Raises
    ------
    ValueError
        It is no day of the calendar; the message says how to write one.

    Examples
    --------
    >>> as_day("1994-04-20")
    Timestamp('1994-04-20 00:00:00')
    """
    import pandas as pd

    if isinstance(on, (date, datetime)) and not pd.isna(on):
        return pd.Timestamp(on).normalize()
    parts = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", str(on).strip())
    span = None if parts else as_span(on)
    if span is not None and span[0] == span[1]:
        return pd.Timestamp(span[0])
    if not parts:
        raise Mistake(f"{on!r} is no date. Write year, month and day, such as '1995-05-31'.")
    year, month, day = map(int, parts.groups())
    if not year:
        raise Mistake(f"{on!r} is no date: there is no year 0. Write year, month and day, such as '1995-05-31'.")
    if not 1 <= month <= 12:
        raise Mistake(f"{on!r} is no date: there is no month {month}. Write year, month and day, such as '1995-05-31'.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise Mistake(f"{on!r} is no date: that month has {last} days. The nearest is '{year}-{month:02}-{last:02}'.")
    return pd.Timestamp(year, month, day)
