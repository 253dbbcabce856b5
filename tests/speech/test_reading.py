"""What is said of tables, of what was read in an answer, and of mistakes with cards and pictures, in the made-up language."""

import pytest

import cst1992 as cst
from cst1992.facts.spelling.dates import read_date
from cst1992.facts.spelling.lists import read_numbers
from cst1992.facts.spelling.numbers import read_number
from cst1992.facts.table_verb import table_verb
from tests.speech.unmarked import left_over, without_what_is_typed, words_of_html

pytestmark = pytest.mark.usefixtures("spoken")
MISTAKES = {
    "an article": lambda: cst.article(99),
    "a wording": lambda: cst.article(4, wording="?"),
    "a paragraph": lambda: cst.paragraph(99),
    "a state": lambda: cst.timeline(states="?"),
    "no date": lambda: cst.parties("?"),
    "no year": lambda: cst.parties("0000-01-01"),
    "no month": lambda: cst.parties("1999-13-01"),
    "no day": lambda: cst.parties("1999-02-31"),
    "one day": lambda: cst.membership_map(["1999-01-01"]),
    "a span": lambda: cst.timeline(span=5),
    "a span backwards": lambda: cst.timeline(span=(1999, 1992)),
    "other rows": lambda: cst.timeline(cst.states()),
    "a source": lambda: cst.sources_for("?"),
    "no row": lambda: cst.sources_for(5),
    "no table": lambda: cst.read(5),
    "a disagreement": lambda: cst.disagreements("~"),
    "no filter": lambda: cst.states("?"),
    "too many filters": lambda: cst.claims(1, 2, 3, 4),
    "words of a page": lambda: cst.words("77"),
}
ANSWERS = {
    "dates": (
        read_date,
        ["9/10/1998", "?", "1999 spring", "May", "1 May 1999, 2 June 2000", "1 2 3 1999", "31.02.1999"],
    ),
    "numbers": (read_number, ["4a", "- 5", "not 4", "?", "1, 2", "2 + 2 ="]),
    "lists": (read_numbers, ["not 4", "?", "4.5"]),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told(mistake):
    with pytest.raises((ValueError, TypeError, AttributeError)) as told:
        MISTAKES[mistake]()
    assert left_over(without_what_is_typed([str(told.value).replace("'int'", "")])) == []


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_question_back_is_said(kind):
    read, answers = ANSWERS[kind]
    asked = [read(answer).question for answer in answers]
    quoted = [question.replace("“not”", "").replace("“spring”", "") for question in asked]
    assert all(asked) and left_over(quoted) == []


def test_what_stands_around_a_table_is_said_and_its_columns_and_agreed_words_are_those_of_the_code():
    told = without_what_is_typed(words_of_html(cst.provisions()._repr_html_()))
    assert left_over(told) == [] and "who_decides" in cst.provisions().columns
    assert cst.articles()["confidence"].tolist()[0] in ("low", "medium", "high")
    assert left_over(cst.articles()["title"].tolist()) == []


def test_help_speaks_english_in_every_language():
    assert table_verb("provisions").__doc__.isascii() and not cst.provisions()["paraphrase"][0].isascii()
