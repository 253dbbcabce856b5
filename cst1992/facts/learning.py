"""What helps to learn: objectives, terms, concepts, and works to read on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.tables import dataframe, with_word

if TYPE_CHECKING:
    import pandas as pd


def objectives() -> pd.DataFrame:
    """What a learner can do at the end of the module.

    Returns
    -------
    Five rows: id, order, name, objective, taught_in (the notebook that introduces the skill with a worked example).

    Examples
    --------
    >>> objectives()["name"].tolist()[1]
    'Close reading'
    """
    return dataframe("objectives")


def glossary() -> pd.DataFrame:
    """The terms of the module in English, Russian and Kazakh.

    Returns
    -------
    One row a term: id, term, forms (further English forms), term_ru, term_kk, kk_checked (was the Kazakh form read in
    a source?), definition, confidence, source (missing for a word of study: the definition is ours alone).

    Examples
    --------
    >>> "party" in set(glossary()["term"])
    True
    """
    return dataframe("glossary")


def page_words() -> pd.DataFrame:
    """Which terms each notebook uses, in the order of their first use; `cst.words("03")` lays them out.

    Returns
    -------
    One row a term in a notebook: id, notebook (its number), term (a key of `glossary`), concept (a key of `concepts`),
    common (do four notebooks or more use it?).

    Examples
    --------
    >>> set(page_words()["notebook"]) >= {"01", "06"}
    True
    """
    return dataframe("page_words")


def concepts() -> pd.DataFrame:
    """Concepts that explain a state's choice, with who argued them.

    Returns
    -------
    One row a concept: id, concept, forms (further English forms), concept_ru, concept_kk, kk_checked (was the Kazakh
    form read in a source?), in_short, question_it_asks, coined_by, reading (an id of `reading`), confidence, source.

    Examples
    --------
    >>> {"abandonment", "entrapment", "securitisation"} <= set(concepts()["concept"])
    True
    """
    return dataframe("concepts")


def reading(level: str | None = None) -> pd.DataFrame:
    """Works to read on.

    Parameters
    ----------
    level : "student" or "instructor"; both without it.

    Returns
    -------
    One row a work: id, authors, year, title, published_in, doi, address, open_access, topic, level, annotation,
    source_seen, source.

    Raises
    ------
    ValueError
        There is no such level.

    Examples
    --------
    >>> len(reading())
    25
    """
    return with_word(dataframe("reading"), "reading", "level", level)
