"""What cannot be kept is told on the page: a click swallows every error."""

import ipywidgets
import pytest

import cst1992 as cst
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.marking import right_answer
from tests.page.touching import click, found, shown

LOST = "Your answers could not be kept in"


@pytest.fixture(autouse=True)
def _nowhere(unwritable):
    return unwritable


def test_an_answer_that_is_not_kept_is_marked_counted_and_told():
    box = cst.quiz("02", section="mutual assistance")
    question = load_bank("02").asked("mutual assistance")[0]
    found(box, ipywidgets.RadioButtons)[0].value = right_answer(question)[0]
    click(box, "Check")
    assert LOST in shown(box) and 'role="alert"' in shown(box), "the page says that nothing was kept"
    assert "✓ Right." in shown(box) and ">1 of " in shown(box), "the answer is marked and counted all the same"


def test_an_answer_that_is_shown_and_a_new_start_that_are_not_kept_are_told():
    box = cst.quiz("02", section="mutual assistance")
    question = load_bank("02").asked("mutual assistance")[0]
    wrong = next(place for place, option in enumerate(question.options) if not option.correct)
    found(box, ipywidgets.RadioButtons)[0].value = wrong
    click(box, "Check")
    click(box, "Show me")
    assert "The answer" in shown(box) and LOST in shown(box)
    click(box, "Start again")
    click(box, "Yes, clear them")
    assert LOST in shown(box) and found(box, ipywidgets.RadioButtons)[0].value is None


def test_own_words_that_are_not_kept_are_told():
    box = cst.my_answer("02", "What happens next?")
    found(box, ipywidgets.Textarea)[0].value = "It depends."
    click(box, "Keep")
    assert LOST in shown(box) and "Kept (" not in shown(box)


def test_a_decision_that_is_not_kept_is_told():
    box = cst.decide("armenia-2022")
    found(box, ipywidgets.RadioButtons)[0].index = 0
    found(box, ipywidgets.Textarea)[0].value = "Article 4"
    click(box, "Decide")
    assert LOST in shown(box) and "Kept. What was done" not in shown(box)


def test_a_country_that_is_not_kept_is_told():
    box = cst.choose_country()
    click(box, "Follow it")
    assert LOST in shown(box) and "You follow" not in shown(box)
