"""The articles of the Treaty at a glance."""

import cst1992 as cst


def test_the_alt_text_has_20_to_60_words_written_from_the_data():
    picture = cst.treaty_at_a_glance()
    assert 20 <= len(picture.alt.split()) <= 60, f"{len(picture.alt.split())} words"
    assert "eleven articles" in picture.alt and "9, 10 and 11 is only reported" in picture.alt
