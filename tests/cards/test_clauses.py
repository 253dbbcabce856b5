"""Clauses of several treaties side by side."""

import re

import pytest

import cst1992 as cst
from cst1992.facts.arguments import agreed_words
from tests.cards.cells import Cells

TOPICS = agreed_words("clauses", "topic")


@pytest.mark.parametrize("topic", TOPICS)
def test_the_clauses_counted_in_words_are_those_of_the_table(topic):
    told = cst.clauses_at_a_glance(topic).text.splitlines()[1]
    assert re.match(rf"Table of {len(cst.clauses(topic))} clauses? on {topic}", told), told


def test_one_clause_on_a_topic_is_told_as_one():
    assert "Table of 1 clause on area:" in cst.clauses_at_a_glance("area").text


def test_a_column_that_is_empty_for_a_topic_is_left_out():
    asks = "Must the victim ask?"
    assert asks in Cells(cst.clauses_at_a_glance("mutual assistance").html).heads
    assert asks not in Cells(cst.clauses_at_a_glance("consultation").html).heads


def test_a_wording_that_nobody_here_has_read_is_called_reported():
    assert "(only reported)" in cst.clauses_at_a_glance("duration and exit").html


def test_an_unknown_topic_lists_the_valid_ones():
    with pytest.raises(ValueError, match="There are: mutual assistance"):
        cst.clauses_at_a_glance("help")
