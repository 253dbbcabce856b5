"""Scores of lists and orders: the same rules in a quiz and in an exercise."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cst1992.answers import list_checks
from cst1992.answers.scores import list_score, order_score, overlap
from cst1992.quizzes.marking import mark
from cst1992.quizzes.questions import Choice, Option, Order

COMMON = {"id": "q", "section": "s", "objective": "source", "core": True, "prompt": "?", "source": "un-charter"}
LETTERS = "abcdef"


@given(
    chosen=some.sets(some.sampled_from(LETTERS), min_size=1), right=some.sets(some.sampled_from(LETTERS), min_size=1)
)
def test_several_choices_of_a_quiz_earn_what_a_list_of_an_exercise_earns(chosen, right):
    options = tuple(Option(letter, "", letter in right) for letter in LETTERS)
    question = Choice(**COMMON, kind="multiple choice", options=options)
    marked = mark(question, [LETTERS.index(letter) for letter in chosen])
    assert marked.mark == list_checks.items(sorted(chosen), right=sorted(right)).mark == overlap(chosen, right).score


@given(places=some.permutations(range(6)))
def test_an_order_of_a_quiz_earns_what_an_order_of_an_exercise_earns(places):
    question = Order(**COMMON, kind="put in order", items=tuple(LETTERS))
    written = [LETTERS[place] for place in places]
    assert mark(question, places).mark == list_checks.items(written, right=list(LETTERS), ordered=True).mark


@given(places=some.permutations(range(5)))
def test_an_order_and_its_reverse_never_both_earn_something(places):
    assert min(order_score(places), order_score(places[::-1])) == 0


@given(given_parts=some.lists(some.sampled_from(LETTERS), max_size=8), ordered=some.booleans())
def test_a_score_lies_between_nothing_and_all(given_parts, ordered):
    assert 0 <= list_score(given_parts, "abcd", ordered) <= 1


@pytest.mark.parametrize(
    ("given_parts", "ordered", "score"),
    [("abcd", True, 1), ("ab", False, 0.5), ("ab", True, 0.25), ("abxy", False, 0), ("abx", False, 0.25)],
)
def test_parts_that_do_not_belong_cost_what_right_ones_earn(given_parts, ordered, score):
    assert list_score(given_parts, "abcd", ordered) == score


def test_one_item_is_always_in_order():
    assert order_score([0]) == 1
