"""One function for each table of the module, typed and fresh at every call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.datapackage import fields, nearest, rows

if TYPE_CHECKING:
    import pandas as pd

ARTICLES = range(1, 12)


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

    columns = fields(name)
    frame = pd.DataFrame(rows(name), columns=[field["name"] for field in columns])
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


def article_number(given: object) -> int:
    """A number between 1 and 11, or a ValueError that says so."""
    if isinstance(given, int) and not isinstance(given, bool) and given in ARTICLES:
        return given
    raise ValueError(f"The Treaty of 1992 has Articles 1 to 11; there is no Article {given!r}.")


def _of_article(name: str, article: int | None) -> pd.DataFrame:
    frame = whole_table(name)
    if article is None:
        return frame
    return frame[(frame["article"] == article_number(article)).fillna(False)].reset_index(drop=True)


def articles() -> pd.DataFrame:
    """The eleven articles of the Treaty signed in Tashkent on 15 May 1992, as first worded.

    Returns
    -------
    11 rows: id, number, title (ours: the Treaty's articles carry none), kind (of provision), part (of the
    Treaty's work, ordered), paragraphs, actor, key_term, key_term_ru, summary (our paraphrase), basis
    (read or reported), confidence, note, source.

    Examples
    --------
    >>> articles().loc[3, "kind"]
    'mutual assistance'
    """
    return whole_table("articles")


def provisions(article: int | None = None) -> pd.DataFrame:
    """The articles paragraph by paragraph: who must do what, when, and who decides.

    Parameters
    ----------
    article : 1 to 11; all of them without it.

    Returns
    -------
    One row a paragraph: id, article, paragraph, paraphrase, who, duty, when, who_decides, basis, confidence, source.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> len(provisions(article=4))
    3
    """
    return _of_article("provisions", article)


def amendments(article: int | None = None) -> pd.DataFrame:
    """What the Protocol of 10 December 2010, in force since 19 December 2012, made of each article.

    Returns
    -------
    One row an article: id, article, amended (amended or not named), change, basis, confidence, source.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> int((amendments()["amended"] == "amended").sum())
    6
    """
    return _of_article("amendments", article)


def claims(article: int | None = None, ledger: str | None = None) -> pd.DataFrame:
    """What the text of 2004 claims, with evidence for and against and our verdict.

    Parameters
    ----------
    article : only claims about this article of the Treaty.
    ledger : only one of the ledgers, for instance "wording" (the text against the Treaty's words).

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
    >>> claims(article=4)["verdict"].tolist()
    ['supported']
    """
    frame = _of_article("claims", article)
    if ledger is None:
        return frame
    known = next(field for field in fields("claims") if field["name"] == "ledger")["constraints"]["enum"]
    if ledger not in known:
        raise ValueError(f"There is no ledger {ledger!r}. {nearest(ledger, known)}")
    return frame[frame["ledger"] == ledger].reset_index(drop=True)


def objectives() -> pd.DataFrame:
    """What a learner can do at the end of the module.

    Returns
    -------
    Five rows: id, order, name, objective.

    Examples
    --------
    >>> objectives()["name"].tolist()[1]
    'Close reading'
    """
    return whole_table("objectives")


def glossary() -> pd.DataFrame:
    """The terms of the module in English, Russian and Kazakh.

    Returns
    -------
    One row a term: id, term, term_ru, term_kk, kk_checked (was the Kazakh form read in a source?), definition,
    confidence, source.

    Examples
    --------
    >>> "party" in set(glossary()["term"])
    True
    """
    return whole_table("glossary")


def sources() -> pd.DataFrame:
    """Every source of the module.

    Returns
    -------
    One row a source: id, title, author, organisation, published, address, kind, seen (how we saw it), language, note.

    Examples
    --------
    >>> sources().set_index("id").loc["un-charter", "kind"]
    'treaty text'
    """
    return whole_table("sources")


def citations() -> pd.DataFrame:
    """Further sources of single rows, beside the best one that each row names itself.

    Returns
    -------
    One row a citation: id, table, row (its id in that table), source, note.

    Examples
    --------
    >>> set(citations().columns) >= {"table", "row", "source"}
    True
    """
    return whole_table("citations")
