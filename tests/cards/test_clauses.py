"""Clauses side by side, and an article then and now."""

import cst1992 as cst


def test_the_treaty_stands_beside_nato_warsaw_rio_and_its_own_amended_text():
    alt = cst.clauses_at_a_glance("mutual assistance").alt
    for name in (
        "Collective Security Treaty (1992)",
        "amended in 2010",
        "North Atlantic Treaty",
        "Warsaw Treaty",
        "Rio Treaty",
        "Charter of the United Nations",
    ):
        assert name in alt


def test_a_wording_that_nobody_here_has_read_is_called_reported():
    texts = " ".join(text.get_text() for text in cst.clauses_at_a_glance("duration and exit").figure.axes[0].texts)
    assert "(only reported)" in texts
    assert "wording only reported" in [text.get_text() for text in cst.then_and_now(9).figure.axes[0].texts]


def test_an_article_that_was_not_amended_says_so():
    assert (
        "is not named among the amended articles" in cst.then_and_now(8).alt
        and "was amended" in cst.then_and_now(4).alt
    )


def test_one_clause_on_a_topic_is_told_as_one():
    assert cst.clauses_at_a_glance("area").alt.startswith("Table of 1 clause on area:")
