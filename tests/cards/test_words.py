"""The words of a page: folded, with the Russian and the Kazakh form, and which of these nobody has checked."""

import pytest

import cst1992 as cst
from cst1992.cards.words import words_table
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.terms import all_terms
from tests.clock import visible


def test_the_words_are_folded_and_say_which_forms_nobody_checked():
    card = cst.words("03")
    assert visible(card.html) < 20, "folded until the reader opens it"
    assert 'lang="ru"' in card.html and 'lang="kk"' in card.html
    for term in all_terms():
        marked = f"{term.others['kk']}*".replace("'", "&#x27;") in words_table([term], "One")
        assert marked == ("kk" in term.ours), (
            f"{term.english}: the mark says whether the Kazakh form was read in a source"
        )
        assert set(term.others) == set(module().languages) and term.definition


def test_words_of_no_notebook_end_in_a_sentence():
    with pytest.raises(Mistake, match="Write one of 00, 01"):
        cst.words("09")
