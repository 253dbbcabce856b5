"""The pulse of the room in the made-up language: its pages have no word of English left."""

from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.marking import right_answer
from cst1992.teacher.pulse.page import teachers_page
from cst1992.teacher.pulse.projector import projectors_page
from cst1992.teacher.pulse.pulse import pulse_of
from tests.speech.unmarked import left_over, words_of_html
from tests.teacher.pulse.a_class import Learner, wrong_answer
from tests.teacher.pulse.test_pulse import entries_of


def test_both_pages_of_the_pulse_are_said(spoken):
    bank = load_bank("03")
    learners = []
    for number in range(12):
        learner = Learner(number).keep("own words", notebook="03", moment="first", prompt="", text="1")
        for question in bank.questions:
            learner.answer(bank.name, question.id, wrong_answer(question, learner.chance), right_answer(question))
        learners.append(entries_of(learner.keep("own words", notebook="03", moment="revised", text="2")))
    pulse = pulse_of(learners, "03", with_words=True)
    for page in (teachers_page(pulse, "1"), projectors_page(pulse)):
        assert left_over(words_of_html(page)) == []
