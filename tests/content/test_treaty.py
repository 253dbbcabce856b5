"""The Treaty of 1992 as the tables have it: its articles, who decides, what the Protocol of 2010 changed."""

import pytest

import cst1992 as cst
from cst1992.facts.package import rows


def test_the_treaty_has_eleven_articles():
    articles = cst.articles()
    assert articles["number"].tolist() == list(range(1, 12)), "The Treaty of 1992 has eleven articles, numbered 1 to 11"


def test_the_first_eight_articles_were_read():
    basis = cst.articles().set_index("number")["basis"]
    assert set(basis[basis == "reported"].index) <= {9, 10, 11}, "Articles 1 to 8 were read"


def test_one_article_promises_mutual_assistance():
    kinds = cst.articles().set_index("number")["kind"]
    assert kinds[kinds == "mutual assistance"].index.tolist() == [4], "Mutual assistance is promised in Article 4 alone"


def test_the_text_of_1992_asks_for_no_request_and_no_hurry_in_article_4():
    paraphrases = " ".join(cst.provisions(article=4)["paraphrase"])
    assert "request" not in paraphrases and "immediately" not in paraphrases, (
        "Both words came with the Protocol of 2010"
    )
    change = cst.amendments(article=4)["change"].item()
    assert "request" in change and "immediately" in change


def test_the_heads_of_the_parties_decide_on_force():
    first = cst.provisions(article=6).iloc[0]
    assert first["who_decides"] == "the heads of the parties", (
        "Article 6 gives the decision on force to the heads of the parties"
    )


def test_the_protocol_of_2010_amended_six_articles():
    changes = cst.amendments()
    amended = changes.loc[changes["amended"] == "amended", "article"].tolist()
    assert amended == [2, 3, 4, 5, 6, 11], (
        f"The Kremlin's note of 2011 names Articles 2, 3, 4, 5, 6 and 11; the data say {amended}"
    )


def test_the_number_of_paragraphs_agrees_with_the_provisions():
    for article in rows("articles"):
        if article["paragraphs"] is not None:
            found = sum(row["article"] == article["number"] for row in rows("provisions"))
            assert found == article["paragraphs"], (
                f"Article {article['number']}: {found} provisions, {article['paragraphs']} paragraphs"
            )


@pytest.mark.parametrize(
    "call", [lambda: cst.article(0), lambda: cst.provisions(article=12), lambda: cst.claims(article="four")]
)
def test_an_article_that_does_not_exist_is_named_as_such(call):
    with pytest.raises(ValueError, match="Articles 1 to 11"):
        call()


def test_a_card_of_a_reported_article_says_that_nobody_has_read_it():
    for number in (row["number"] for row in rows("articles") if row["basis"] == "reported"):
        assert "reported, not read" in cst.article(number).html
        assert "None of the authors of this module has read the wording" in cst.article(number).text


def test_the_change_of_2010_is_shown_only_when_asked_for():
    assert "request" not in cst.article(4).text.split("Source:")[0]
    assert "Since December 2012" in cst.article(4, wording="2010").html


def test_the_treaty_stands_beside_nato_warsaw_rio_the_un_charter_and_its_own_amended_text():
    told = cst.clauses_at_a_glance("mutual assistance").text.splitlines()[1]
    for name in (
        "Collective Security Treaty (1992)",
        "amended in 2010",
        "North Atlantic Treaty",
        "Warsaw Treaty",
        "Rio Treaty",
        "Charter of the United Nations",
    ):
        assert name in told
    assert "Only one needs a request of the victim: as amended in 2010" in told


def test_an_article_and_its_paragraphs_say_alike_whether_they_were_read():
    basis = {row["number"]: row["basis"] for row in rows("articles")}
    unlike = {row["id"] for row in rows("provisions") if row["basis"] != basis[row["article"]]}
    assert unlike == set(), "`basis` in provisions.csv and in articles.csv belong together"
