"""Claims beside the Treaty: the verdict is folded, and where nothing is claimed it is said."""

import cst1992 as cst


def test_a_verdict_is_folded_away_below_the_two_texts():
    html = cst.weigh_claims(article=4, ask=False).html
    assert html.index("The Treaty of 1992") < html.index("<details>") < html.index("Our verdict")


def test_an_article_without_a_claim_says_so():
    assert "makes no claim on this: Article 7." in cst.weigh_claims(article=7).text
    assert "makes no claim on this: the words 5." in cst.weigh_claims(phrase=5).text
