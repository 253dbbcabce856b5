"""From the rows of the Data Package to DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cst1992.facts.package import fields, rows

if TYPE_CHECKING:
    import pandas as pd


def dataframe(table: str) -> pd.DataFrame:
    """A table of the Data Package as a DataFrame of its own.

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
    >>> str(dataframe("articles")["number"].dtype)
    'int64'
    """
    from cst1992.facts.shown import Table

    columns = fields(table)
    frame = Table(rows(table), columns=[field["name"] for field in columns])
    for field in columns:
        if field["type"] != "string" or field.get("categoriesOrdered"):
            frame[field["name"]] = _typed(frame[field["name"]], field)
    return frame


def _typed(column: pd.Series, field: dict[str, Any]) -> pd.Series | pd.Categorical:
    """A column that is more than text, in the type that the Data Package names."""
    import pandas as pd

    match field["type"]:
        case "integer":
            return column.astype("Int64" if column.isna().any() else "int64")
        case "number":
            return column.astype("float64")
        case "date":
            return pd.to_datetime(column)
        case "boolean":
            return column.astype("boolean" if column.isna().any() else "bool")
    return pd.Categorical(column, categories=field["constraints"]["enum"], ordered=True)


def rows_where(frame: pd.DataFrame, keep: pd.Series) -> pd.DataFrame:
    """The rows to keep, counted anew from 0."""
    return frame[keep].reset_index(drop=True)
