"""A table as a DataFrame: a fresh copy each time, with the order of its words."""

import pytest

import cst1992 as cst
from cst1992.facts.tables import dataframe


def test_every_call_gives_a_fresh_copy():
    first = cst.articles()
    first.loc[0, "title"] = "spoilt"
    assert cst.articles().loc[0, "title"] != "spoilt"


def test_words_with_an_order_are_ordered():
    confidence = cst.articles()["confidence"]
    assert confidence.cat.ordered and list(confidence.cat.categories) == ["low", "medium", "high"]


def test_an_unknown_ledger_or_table_names_the_valid_ones():
    with pytest.raises(ValueError, match=r"Did you mean 'wording'\?"):
        cst.claims(ledger="wordings")
    with pytest.raises(ValueError, match=r"Did you mean 'articles'\?"):
        dataframe("article")
