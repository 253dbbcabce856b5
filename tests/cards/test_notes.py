"""The notes of the text of 2004, counted from their table."""

import re

import cst1992 as cst
from cst1992.cards.notes import works
from cst1992.facts.wording import in_words


def test_the_notes_are_counted_from_their_table():
    notes, card = cst.references(), cst.notes_at_a_glance()
    pointed = in_words(notes["points_to"].isna().sum())
    assert f"Table of the {in_words(len(notes))} notes" in card.text and f"point to {pointed} works" in card.text
    squares = re.findall(r'<span class="cst-square[^>]*>(\d+)</span>', card.html)
    assert sorted(map(int, squares)) == sorted(notes["number"]), "every note has its square"
    assert sum(len(work) for own in works().values() for work in own) == len(notes)
