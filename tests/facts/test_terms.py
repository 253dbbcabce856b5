"""A term is found in the forms in which a page uses it."""

import pytest

from cst1992.facts.terms import all_terms, place_in


@pytest.mark.parametrize(
    ("text", "term", "place"),
    [
        ("Georgia acceded in 1993.", "accession", 8),
        ("Three signatories", "signatory", 6),
        ("a treaty in force", "entry-into-force", 9),
        ("a re-ratified text", "ratification", -1),
        ("the arrangement", "range", -1),
        ("CIS states", "cis", 0),
        ("They did not prolong it", "prolongation", 13),
    ],
)
def test_a_term_is_found_in_the_forms_in_which_a_page_uses_it(text, term, place):
    assert place_in(text, next(one for one in all_terms() if one.id == term)) == place
