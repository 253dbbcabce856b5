"""Two partners: what Kazakhstan and Russia each gained and gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.tables import dataframe

if TYPE_CHECKING:
    import pandas as pd


def exchanges() -> pd.DataFrame:
    """What each partner gained and gave, matter by matter.

    Returns
    -------
    One row a matter: id, matter, since (datetime64), since_precision, instrument, kazakhstan_gained, kazakhstan_gave,
    russia_gained, russia_gave (missing where nothing was found), figure, who_disputes, confidence, source.

    Examples
    --------
    >>> "Baikonur space centre" in set(exchanges()["matter"])
    True
    """
    return dataframe("exchanges")
