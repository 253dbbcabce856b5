"""The text of 2004: its paragraphs, its notes, the threats it names, and what it claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.arguments import choice
from cst1992.facts.tables import dataframe, of_article, rows_where, with_word

if TYPE_CHECKING:
    import pandas as pd


def passages() -> pd.DataFrame:
    """The eight paragraphs of the opening, with the traps that lie in each.

    Returns
    -------
    8 rows: id, paragraph, paraphrase, key_phrase (quoted), kind_of_statement, trap, russian_check, confidence, source.

    Examples
    --------
    >>> len(passages())
    8
    """
    return dataframe("passages")


def references() -> pd.DataFrame:
    """The thirteen notes: whose voices the article cites.

    Returns
    -------
    13 rows: id, number, called_in_opening, author, office, title, title_en, year, kind, points_to (the note that
    Ibidem, op. cit. or a short form means), side, note, confidence, source.

    Examples
    --------
    >>> references().query("called_in_opening")["number"].tolist()
    [1, 2]
    """
    return dataframe("references")


def claims(article: int | None = None, ledger: str | None = None) -> pd.DataFrame:
    """What the text claims, with evidence for and against and our verdict.

    Parameters
    ----------
    article : only claims about this article of the Treaty.
    ledger : "wording" (against the Treaty's words), "its own day" (against evidence to mid-2004) or "later" (against
        what came after, which the author could not know).

    Returns
    -------
    One row a claim: id, ledger, paragraph (of the text of 2004), article, phrase (quoted), claim, beside_it,
    evidence_for, evidence_against, verdict, confidence, source.

    Raises
    ------
    ValueError
        There is no such article or ledger.

    Examples
    --------
    >>> claims(article=4, ledger="wording")["verdict"].tolist()
    ['supported']
    """
    return with_word(of_article("claims", article), "claims", "ledger", ledger)


def threats(direction: str | None = None) -> pd.DataFrame:
    """The thirteen threats that the text names, and what the Treaty of 1992 says of each.

    Parameters
    ----------
    direction : what the text says of its course, for instance "receding" or "shared".

    Returns
    -------
    One row a threat: id, name, direction, phrase (quoted), paragraph, in_treaty_of_1992, note, confidence, source.

    Raises
    ------
    ValueError
        There is no such direction; the message names the nearest one.

    Examples
    --------
    >>> len(threats("shared"))
    3
    """
    return with_word(dataframe("threats"), "threats", "direction", direction)


def threat_evidence(threat: str | None = None) -> pd.DataFrame:
    """What is known of the three shared threats, with ranges and the owners of figures.

    Parameters
    ----------
    threat : "international-terrorism", "religious-extremism" or "drug-business" (ids of `threats`).

    Returns
    -------
    One row an event or figure: id, threat, date, date_precision, what, figure_low, figure_high, unit, who_says_so,
    who_disputes, confidence, source.

    Raises
    ------
    ValueError
        There is no evidence for such a threat; the message names the nearest one.

    Examples
    --------
    >>> len(threat_evidence("drug-business"))
    13
    """
    frame = dataframe("threat_evidence")
    return (
        frame
        if threat is None
        else rows_where(frame, frame["threat"] == choice(threat, frame["threat"].unique(), "threat"))
    )


def opium_harvests() -> pd.DataFrame:
    """Opium production in Afghanistan, 1994 to 2004, with the figures that rival each other.

    Returns
    -------
    One row a figure: id, year, series, tonnes, tonnes_low, tonnes_high (all in tonnes of opium), stage, confidence,
    note, source.

    Examples
    --------
    >>> int(opium_harvests()["year"].min()), int(opium_harvests()["year"].max())
    (1994, 2004)
    """
    return dataframe("opium_harvests")
