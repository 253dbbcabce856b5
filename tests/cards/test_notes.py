"""The notes of the text of 2004, counted from their table."""

import cst1992 as cst
from cst1992.facts.wording import in_words


def test_the_notes_are_counted_from_their_table():
    notes, picture = cst.references(), cst.notes_at_a_glance()
    works = notes["points_to"].isna().sum()
    assert "List of the thirteen notes" in picture.alt and f"point to {in_words(works)} works" in picture.alt
    drawn = {text.get_text() for text in picture.figure.axes[0].texts}
    assert {str(number) for number in notes["number"]} <= drawn, "every note has its square"
