"""The verb of a table: a function with the filters that the Data Package names, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import TYPE_CHECKING

from cst1992.facts.catalogues import ENGLISH, speaking
from cst1992.facts.filters import ARTICLE, Filter, filters_of
from cst1992.facts.mistakes import WrongCall
from cst1992.facts.package import nearest
from cst1992.facts.speech import say
from cst1992.facts.tables import dataframe, rows_where
from cst1992.facts.verb_help import help_of
from cst1992.facts.wording import in_a_list

if TYPE_CHECKING:
    import pandas as pd


def table_verb(table: str) -> Callable[..., pd.DataFrame]:
    """The verb that gives a table, or those of its rows that its filters choose.

    Raises
    ------
    ValueError
        There is no such table; the message names the nearest one.

    Examples
    --------
    >>> clauses = table_verb("clauses")
    >>> "North Atlantic Treaty" in set(clauses("mutual assistance")["treaty"])
    True
    """
    filters = filters_of(table)
    signature = signature_of(filters)

    def verb(*given: object, **named: object) -> pd.DataFrame:
        try:
            bound = signature.bind(*given, **named).arguments
        except TypeError:
            raise WrongCall(_wrong_call(table, [one.name for one in filters], named)) from None
        chosen = [one.ids(bound[one.name]) for one in filters if bound.get(one.name) is not None]
        frame = dataframe(table)
        return rows_where(frame, frame["id"].isin(set.intersection(*chosen))) if chosen else frame

    verb.__name__ = verb.__qualname__ = table
    verb.__module__ = "cst1992.facts.verbs"
    with speaking(ENGLISH):
        verb.__doc__ = help_of(table)
    verb.__signature__ = signature  # type: ignore[attr-defined]
    return verb


def signature_of(filters: list[Filter]) -> Signature:
    """The filters as parameters, each of them left out by default.

    Examples
    --------
    >>> print(signature_of(filters_of("claims")))
    (article: int | None = None, ledger: str | None = None) -> 'pd.DataFrame'
    """
    parameters = [
        Parameter(
            one.name,
            Parameter.POSITIONAL_OR_KEYWORD,
            default=None,
            annotation=int | None if one.target == ARTICLE else str | None,
        )
        for one in filters
    ]
    return Signature(parameters, return_annotation="pd.DataFrame")


def _wrong_call(table: str, filters: list[str], named: dict[str, object]) -> str:
    """What is wrong with a call that does not fit the filters."""
    if not filters:
        return say("{verb} takes no filter; it gives the whole table.", verb=f"cst.{table}()")
    unknown = next((name for name in named if name not in filters), None)
    if unknown is not None:
        there = nearest(unknown, filters)
        return say("{verb} has no filter {name!r}. {choices}", verb=f"cst.{table}()", name=unknown, choices=there)
    return say(
        "{verb} was given too much. It takes, each once: {filters}.", verb=f"cst.{table}()", filters=in_a_list(filters)
    )
