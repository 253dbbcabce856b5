"""Questions on the page, without a browser: what a click does."""

import pytest

import cst1992 as cst
from cst1992.page import record
from cst1992.page.quiz import QuestionView, QuizView
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.marking import right_answer
from cst1992.quizzes.questions import Measure
from tests.quizzes.banks import KINDS, SEVEN

EACH = [*sorted(KINDS - {"number or date"}), "number", "date"]


@pytest.fixture
def each(tmp_path):
    """One question of each kind; a number and a date are two."""
    file = tmp_path / "seven.yaml"
    file.write_text(SEVEN, encoding="utf-8")
    found = {question.kind: question for question in load_bank(file).questions}
    measures = [question for question in load_bank(file).questions if isinstance(question, Measure)]
    return found | {"date" if measure.dated else "number": measure for measure in measures}


def view_of(question):
    return QuestionView("seven", question, 1, lambda: None)


def art4(identity="art4-duty"):
    return next(question for question in load_bank("02").questions if question.id == identity)


@pytest.mark.parametrize("kind", EACH)
def test_every_kind_is_answered_kept_and_restored(each, kind):
    view = view_of(each[kind])
    view.input.set(right_answer(each[kind]))
    view.check.click()
    assert view.right and "✓ Right." in view.feedback.value and "Source:" in view.feedback.value
    again = view_of(each[kind])
    again.restore(record.latest_answers("seven")[each[kind].id])
    assert again.right and again.answered and again.input.answer() == view.input.answer()
    assert "✓ Right." in again.feedback.value and "alert" not in again.feedback.value, "restored, not announced"


@pytest.mark.parametrize("kind", EACH)
def test_a_record_that_makes_no_sense_is_borne(each, kind):
    for rubbish in (None, 7, "x", [9, "a", None], {"a": 1}, [[], {}]):
        view_of(each[kind]).restore({"kind": "answer", "answer": rubbish})


@pytest.mark.parametrize("kind", EACH)
def test_clearing_makes_a_question_as_new(each, kind):
    fresh, view = view_of(each[kind]), view_of(each[kind])
    view.input.set(right_answer(each[kind]))
    view.check.click()
    view.clear()
    assert view.input.answer() == fresh.input.answer() and not view.right and view.feedback.value == ""


def test_checking_without_an_answer_asks_for_one_and_keeps_nothing():
    view = view_of(art4())
    view.check.click()
    assert "Give an answer first" in view.feedback.value and not view.right and record.entries() == []


@pytest.mark.parametrize(("kind", "written"), [("number", "not 9"), ("number", "4 and five"), ("date", "before 1994")])
def test_what_cannot_be_read_is_asked_back_and_loses_no_mark(each, kind, written):
    view = view_of(each[kind])
    view.input.set(right_answer(each[kind]))
    view.check.click()
    before = record.latest_answers("seven")
    view.input.set(written)
    view.check.click()
    assert "not marked yet" in view.feedback.value and "Not yet" not in view.feedback.value
    assert view.right and record.latest_answers("seven") == before, "the earlier mark stands"


def test_who_cannot_say_it_may_look_at_the_answer(each):
    view = view_of(each["number"])
    view.input.set("I do not know")
    view.check.click()
    assert record.entries() == [] and not view.right and view.show in view.buttons.children


def test_an_answer_of_an_earlier_day_that_is_now_asked_back_comes_back_unmarked(each):
    view = view_of(each["number"])
    view.restore({"kind": "answer", "answer": "more than 9", "mark": 1})
    assert view.input.answer() == "more than 9" and "more than" in view.feedback.value and not view.answered


def test_a_wrong_choice_hears_its_own_reply_and_can_be_changed():
    question = art4()
    view = view_of(question)
    wrong = next(place for place, option in enumerate(question.options) if not option.correct)
    view.input.set([wrong])
    view.check.click()
    assert "✗ Not yet." in view.feedback.value and "Source:" not in view.feedback.value
    view.input.set(right_answer(question))
    assert "You changed your answer" in view.feedback.value, "no old reply stands beside a new choice"
    view.check.click()
    assert view.right


def test_several_choices_are_answered_one_by_one_and_nothing_else_is_given_away():
    question = art4("art4-silence")
    view = view_of(question)
    wrong = next(place for place, option in enumerate(question.options) if not option.correct)
    view.input.set([right_answer(question)[0], wrong])
    view.check.click()
    unchosen = question.options[right_answer(question)[1]].reply
    assert "1 of your 2 choices is right" in view.feedback.value and unchosen[:20] not in view.feedback.value
    view.input.set(right_answer(question))
    view.check.click()
    assert all(
        f"{option.reply[:20]}" in view.feedback.value.replace("&quot;", '"').replace("&#x27;", "'")
        for option in question.options
    ), "once it is right, every option has its say"


def test_the_answer_is_shown_after_a_try_and_that_is_kept(each):
    view = view_of(each["put in order"])
    assert view.show not in view.buttons.children
    view.input.set([2, 1, 0])
    view.check.click()
    assert view.show in view.buttons.children
    view.show.click()
    assert "<li>signed</li><li>ratified</li><li>in force</li>" in view.feedback.value
    assert record.entries()[-1]["shown"] is True and record.entries()[-1]["mark"] == 0
    again = view_of(each["put in order"])
    again.restore(record.latest_answers("seven")["c"])
    assert "The answer" in again.feedback.value and not again.right


def test_after_a_right_answer_and_after_a_new_start_no_answer_is_offered(each):
    view = view_of(each["put in order"])
    view.input.set([2, 1, 0])
    view.check.click()
    view.input.set([0, 1, 2])
    view.check.click()
    assert view.right and view.show not in view.buttons.children, "'Show me' would make a right answer wrong"
    view.input.set([2, 1, 0])
    view.check.click()
    assert view.show in view.buttons.children
    view.clear()
    assert view.show not in view.buttons.children


def test_items_move_by_buttons_and_say_where_they_are(each):
    view = view_of(each["put in order"])
    first = view.input.answer()
    view.input.downs[0].click()
    assert view.input.answer() == [first[1], first[0], first[2]]
    assert "now number 2" in view.input._said.value and 'role="status"' in view.input._said.value
    view.input.ups[0].click()
    assert view.input.answer() == [first[1], first[0], first[2]], "the first cannot move up"
    assert view.input.ups[1].tooltip.startswith("Move up: ")


def test_a_hint_opens_and_closes():
    view = view_of(art4())
    view.hint.click()
    assert view.question.hint[:10] in view.hint_text.value and view.hint.description == "Hide the hint"
    view.hint.click()
    assert view.hint_text.value == "" and view.hint.description == "Hint"


def shown(box):
    return [child for child in box.children if "cst-question" in child._dom_classes]


def test_a_quiz_greets_with_earlier_answers_and_starts_again():
    section = load_bank("02").section("mutual assistance")
    quiz = QuizView("test", [("02_the_treaty_articles", question) for question in section])
    quiz.widget()
    core = sum(question.core for question in section)
    assert f"0 of {core} right" in quiz.score.value
    quiz.views[0].input.set(right_answer(section[0]))
    quiz.views[0].check.click()
    assert f"1 of {core} right" in quiz.score.value
    box = cst.quiz("02", section="mutual assistance")
    assert f"Your earlier answers are back (1 of {len(section)})." in box.children[1].value
    assert len(shown(box)) == len(section)
    press, told, yes, no = box.children[-2].children[1].children
    press.click()
    assert (
        f"Clear what you answered here, {len(section)} questions?" in told.value
        and "Your earlier" in box.children[1].value
    )
    no.click()
    assert "Nothing was changed" in told.value and "Your earlier answers are back" in box.children[1].value
    press.click()
    yes.click()
    assert box.children[1].value == "" and "cleared" in told.value
    assert "Your earlier answers" not in cst.quiz("02", section="mutual assistance").children[1].value


def test_further_questions_are_counted_apart():
    core, further = [[one for one in load_bank("02").questions if one.core is wanted] for wanted in (True, False)]
    core, further = core[:2], further[:1]
    questions = core + further
    for asked, expected in ((core, "0 of 2 right<"), (further, "0 of 1 right<"), (questions, "0 of 2 right, and 0 of")):
        quiz = QuizView("test", [("02", question) for question in asked])
        quiz.widget()
        assert expected in quiz.score.value
    quiz.views[-1].input.set(right_answer(further[0]))
    quiz.views[-1].check.click()
    assert "0 of 2 right, and 1 of 1 further ones" in quiz.score.value


def test_the_box_for_eighty_words_shows_eight_lines():
    boxes = [cst.my_answer("02", "What happens next?", revised=revised) for revised in (False, True)]
    assert [box.children[1].children[1 + place].rows for place, box in enumerate(boxes)] == [4, 8]


def test_a_damaged_record_is_told_in_the_quiz(learner):
    learner.mkdir(parents=True)
    (learner / "answers.jsonl").write_text("rubbish\n", encoding="utf-8")
    assert "One line of your record could not be read" in cst.quiz("02").children[1].value


def test_spare_questions_say_so():
    spare = next(question for question in load_bank("02").questions if not question.core)
    assert "If you have time" in view_of(spare).widget.children[0].value
    assert "If you have time" not in view_of(art4()).widget.children[0].value


def test_feedback_is_announced_and_does_not_live_by_colour_alone():
    question = art4()
    view = view_of(question)
    view.input.set([next(place for place, option in enumerate(question.options) if not option.correct)])
    view.check.click()
    html = view.feedback.value
    assert 'role="alert"' in html and "✗" in html and "Not yet" in html


def test_every_choice_question_of_the_banks_can_be_drawn():
    for name in ("02", "03", "04"):
        box = cst.quiz(name)
        assert len(shown(box)) == len(load_bank(name).questions)
