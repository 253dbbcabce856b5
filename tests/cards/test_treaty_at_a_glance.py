"""The articles of the Treaty at a glance."""

import cst1992 as cst
from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import rows
from cst1992.facts.wording import capital
from tests.cards.cells import Cells
from tests.corrections import corrected, module_says, rewritten, with_column, without


def test_the_articles_stand_by_what_they_are_for_with_how_well_their_wording_is_known():
    table = Cells(cst.treaty_at_a_glance().html)
    assert list(table.groups) == [capital(part) for part in agreed_words("articles", "part")]
    known = {line[0].split()[0]: line[2].strip() for lines in table.groups.values() for line in lines}
    words = {"read": "read", "reported": "only reported"}
    assert known == {row.text("number"): words[row.text("basis")] for row in rows("articles")}


def test_articles_that_somebody_reads_at_last_are_not_called_reported(copied):
    corrected(copied, "articles", "article-09", basis="read")
    assert "the wording of Articles 10 and 11." in cst.treaty_at_a_glance().text
    corrected(copied, "articles", "article-10", basis="read")
    assert "the wording of Article 11." in cst.treaty_at_a_glance().text
    corrected(copied, "articles", "article-11", basis="read")
    assert "reported" not in cst.treaty_at_a_glance().text


def test_the_caption_counts_the_articles_and_names_their_wording(copied):
    assert cst.treaty_at_a_glance().text.startswith("The eleven articles of 1992 by what they are for\n")
    rewritten(copied, "articles", lambda row: row if row["number"] == "4" else None)
    corrected(copied, "wordings", "1992", said="a day in May")
    told = cst.treaty_at_a_glance().text
    assert told.startswith("The one article of a day in May by what it is for\nTable of the one article in one group: ")
    without(copied, "wordings")
    module_says(copied, "treaty: the Treaty of 1992", "treaty: the Pact")
    assert cst.treaty_at_a_glance().text.startswith("The one article of the Pact by")


def test_no_article_of_the_promised_kind_is_told_in_no_sentence(copied):
    assert " About mutual assistance: " in cst.treaty_at_a_glance().text
    rewritten(copied, "articles", lambda row: {**row, "kind": "consultation"})
    assert " About " not in cst.treaty_at_a_glance().text


def test_articles_stand_as_the_treaty_prints_them(copied):
    with_column(copied, "articles", "printed", lambda row: "IV" if row["number"] == "4" else "")
    assert "Article: IV Aggression against one" in cst.treaty_at_a_glance().text
    assert "About mutual assistance: Article" in cst.treaty_at_a_glance().text
    assert cst.article("IV").text.startswith("Article IV · ")
    assert "<summary>Sources of: Article IV</summary>" in cst.article(4).html
    assert cst.then_and_now(4).text.startswith("Article IV · ")
