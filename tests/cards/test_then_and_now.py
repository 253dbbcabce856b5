"""An article in 1992 and after the Protocol of 2010."""

import pytest

import cst1992 as cst
from cst1992.facts.package import rows
from tests.cards.cells import text_of


@pytest.mark.parametrize("row", rows("amendments"), ids=lambda row: f"article {row['article']}")
def test_then_and_now_has_every_paragraph_of_1992_and_what_2010_made_of_it(row):
    card = cst.then_and_now(row["article"])
    paragraphs = [own.text("paraphrase") for own in rows("provisions") if own["article"] == row["article"]]
    assert card.html.count("<li>") == len(paragraphs)
    for words in [*paragraphs, row.text("change"), f"confidence {row['confidence']}"]:
        assert " ".join(words.split()) in text_of(card.html) and words in card.text
    amended = row["amended"] == "amended"
    assert ("Not named among the amended articles." in card.html) is not amended
    assert ("<strong>Amended.</strong>" in card.html) is amended


def test_a_wording_that_nobody_here_has_read_is_called_reported():
    then = cst.then_and_now(9).html.split("Protocol of 2010, in force")[0]
    assert "wording only reported" in then and "<ul" in then and "<ol" not in then


def test_an_unknown_article_is_told_which_there_are():
    with pytest.raises(ValueError, match="Articles 1 to 11"):
        cst.then_and_now(12)
