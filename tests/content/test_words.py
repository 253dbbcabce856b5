"""Words in reach: each page begins with its terms, and no hard word goes without a plain one."""

import re

import nbformat
import pytest

from cst1992.cards.words import page_terms
from cst1992.facts.files import data_file
from cst1992.facts.terms import terms_in
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.teacher.activities.activities import activity_names, load_activity
from cst1992.teacher.page_words import page_words_text, text_of_notebook, text_of_quiz
from tests.clock import NOTEBOOKS

NUMBERS = [path.stem[:2] for path in NOTEBOOKS]


# What a reader whose third language is English stops at, and what we write in its place.
HARD = {
    "block of signatures": "page with the signatures",
    "breach": "broken, violated",
    "interim": "temporary",
    "heed": "listen to",
    "rule of coding": "rule of counting",
    "half of this quarrel": "one question",
    "arms Armenia": "gives Armenia weapons",
    "fellow member": "another member",
}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_page_begins_with_its_words(path):
    boxes = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert boxes[1] == f'cst.words("{path.stem[:2]}")', "right after the box that begins the page"
    assert not any("glossary()" in source for source in boxes), "the terms stand at the top, once"


def test_the_table_of_words_is_what_the_notebooks_use():
    kept = data_file("page_words.csv").read_text(encoding="utf-8")
    assert kept == page_words_text(), "the notebooks changed: run `.venv/bin/cst1992 words`"


@pytest.mark.parametrize("number", NUMBERS)
def test_a_page_has_eight_to_fifteen_words_of_its_own(number):
    own, _ = page_terms(number)
    assert 8 <= len(own) <= 15, [term.english for term in own]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_first_use_of_a_term_and_no_other_term_is_in_the_words_of_the_page(path):
    own, common = page_terms(path.stem[:2])
    listed = {term.id for term in own + common}
    used = {term.id for term in terms_in(text_of_notebook(path))}
    assert used <= listed, f"used, and not explained: {sorted(used - listed)}"
    asked = {term.id for term in terms_in(text_of_quiz(path.stem))}
    assert listed <= used | asked, f"explained, and not needed: {sorted(listed - used - asked)}"


def test_no_hard_word_stands_where_a_plain_one_says_the_same():
    """In whatever a learner reads: the tables' texts, the quizzes, the sheets, the pages."""
    shown = {path.stem: path.read_text(encoding="utf-8") for path in NOTEBOOKS}
    shown |= {path.name: path.read_text(encoding="utf-8") for path in data_file("events.csv").parent.glob("*.csv")}
    shown |= {name: str(load_bank(name)) for name in bank_names()}
    shown |= {name: str(load_activity(name)) for name in activity_names()}
    shown |= {
        path.name: path.read_text(encoding="utf-8") for path in NOTEBOOKS[0].parents[1].glob("solutions/*/*.ipynb")
    }
    del shown["sources.csv"], shown["glossary.csv"], shown["page_words.csv"]  # titles of works; the words explained
    for place, text in shown.items():
        for hard, plain in HARD.items():
            found = re.search(rf"\b{hard}.{{0,20}}", text, re.IGNORECASE)
            assert not found, f"{place}: {found.group()!r}; write: {plain}"
        bare = re.search(r" deposited\b.{0,20}", text)
        assert not bare, f"{place}: {bare.group()!r}; write: handed in (deposited)"
