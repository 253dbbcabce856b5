"""The threats of the text of 2004 at a glance."""

import cst1992 as cst
from cst1992.facts.package import rows
from tests.cards.cells import text_of


def test_the_threats_carry_their_owner_and_their_full_words_are_folded_below():
    card = cst.threats_at_a_glance()
    assert "what the text calls international terrorism" in text_of(card.html)
    folded = text_of(card.html.split("<details>")[1])
    for row in rows("threats"):
        assert " ".join(row.text("in_the_treaty").split()) in folded and row.text("in_the_treaty") in card.text
