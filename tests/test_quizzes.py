"""The bank, the marking and the view of a quiz."""

import random
from pathlib import Path

import pytest

import cst1992 as cst
from cst1992.places import data_file
from cst1992.quizzes.bank import BrokenBank, bank_names, load_bank
from cst1992.quizzes.marking import mark, shown_order
from cst1992.quizzes.view import QuestionView, QuizView, feedback_html

ALL = [(name, question) for name in bank_names() for question in load_bank(name).questions]
GOOD = """title: A test
questions:
  - id: first
    kind: single choice
    section: one
    objective: source
    core: true
    prompt: Which of the two is right here?
    options:
      - text: This one
        correct: true
        reply: Yes, this one.
      - text: That one
        reply: No, not that one.
    source: un-charter
"""


def named(case):
    return f"{case[0]}:{case[1].id}" if isinstance(case, tuple) else None


def places_of(question, right=True):
    return [place for place, option in enumerate(question.options) if option.correct is right]


@pytest.mark.parametrize("case", ALL, ids=named)
def test_every_option_has_a_reply_of_its_own(case):
    replies = [option.reply for option in case[1].options]
    assert len(set(replies)) == len(replies), f"{case[1].id}: two options share a reply"


@pytest.mark.parametrize("case", ALL, ids=named)
def test_the_right_answer_marks_one_and_any_other_less(case):
    question = case[1]
    right = places_of(question)
    assert mark(question, right).mark == 1
    assert mark(question, list(reversed(right))).mark == 1, "the order of the choices does not matter"
    for wrong in places_of(question, right=False):
        assert mark(question, [wrong]).mark == 0
        assert mark(question, [*right, wrong]).mark < 1


@pytest.mark.parametrize("case", ALL, ids=named)
def test_marking_never_raises_and_stays_between_0_and_1(case):
    chance = random.Random(1992)
    for _ in range(50):
        marked = mark(case[1], [chance.randrange(-2, 9) for _ in range(chance.randrange(6))])
        assert marked is None or 0 <= marked.mark <= 1


def test_choosing_everything_earns_nothing_for_the_wrong_ones():
    question = next(question for _, question in ALL if question.id == "art4-silence")
    marked = mark(question, range(5))
    assert marked.mark == pytest.approx(1 / 3), "three right and two wrong of three: (3 - 2) / 3"
    assert "3 of your 5 choices are right" in marked.sentence


def test_the_right_answer_does_not_always_stand_in_the_same_place():
    places = {
        shown_order(question).index(places_of(question)[0]) for _, question in ALL if question.kind == "single choice"
    }
    assert len(places) >= 3, f"the right answer stands only in the places {sorted(places)}"


def test_the_order_of_the_options_is_the_same_for_everybody():
    for _, question in ALL:
        assert shown_order(question) == shown_order(question)
        assert sorted(shown_order(question)) == list(range(len(question.options)))


def test_the_bank_of_the_articles_has_eight_core_questions_and_every_section_has_one():
    bank = load_bank("02_the_treaty_articles")
    core = [question for question in bank.questions if question.core]
    assert len(core) == 8
    assert {question.section for question in core} == set(bank.sections())


def test_an_unknown_quiz_or_section_lists_what_exists():
    with pytest.raises(ValueError, match="02_the_treaty_articles"):
        cst.quiz("no_such")
    with pytest.raises(ValueError, match=r"Did you mean 'mutual assistance'\?"):
        cst.quiz("02_the_treaty_articles", section="mutual asistance")
    with pytest.raises(ValueError, match="There is no quiz file"):
        load_bank(Path("nowhere.yaml"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "        reply: No, not that one.\n",
            "",
            r"bank\.yaml, question 'first', line 13: option 2 lacks `reply:`\. Add it",
        ),
        (
            "kind: single choice",
            "kind: single chioce",
            r"line 4: `kind` is 'single chioce'\. Did you mean 'single choice'",
        ),
        ("        correct: true\n", "", r"line 3: a single choice needs exactly one option with `correct: true`"),
        ("text: That one", "text: This one", r"two options read 'This one'"),
        (
            "objective: source",
            "objective: sourcing",
            r"line 6: objective 'sourcing' is not known\. Did you mean 'source'",
        ),
        ("source: un-charter", "source: un-chart", r"line 15: source 'un-chart' is not known"),
        ("    core: true", "    cor: true", r"line 3: the question lacks `core:`"),
        ("    core: true", "    core: maybe", r"line 7: `core` should be true or false"),
        ("prompt: Which", "promt: Which", r"lacks `prompt:`"),
        ("id: first", "id: First one", r"line 3: `id` is 'First one'\. Use lower-case letters"),
        ("prompt: Which of the two", "prompt: Which: of the two", r"line 8: this is not valid YAML"),
        ("    section: one\n", "    section: one\n    section: two\n", r"line 6: this is not valid YAML"),
        ("questions:", "question:", r"expected `title:` and then `questions:`"),
    ],
)
def test_a_broken_quiz_file_says_file_question_line_and_mend(tmp_path, old, new, message):
    assert old in GOOD
    file = tmp_path / "bank.yaml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenBank, match=message):
        load_bank(file)


def test_two_questions_with_one_id_are_told(tmp_path):
    file = tmp_path / "bank.yaml"
    file.write_text(GOOD + GOOD.split("questions:\n")[1], encoding="utf-8")
    with pytest.raises(BrokenBank, match="line 16: line 3 has the same id"):
        load_bank(file)


def test_a_teacher_who_edits_a_file_sees_the_change_at_once(tmp_path):
    import os

    file = tmp_path / "bank.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert load_bank(file).questions[0].section == "one"
    file.write_text(GOOD.replace("section: one", "section: two"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert load_bank(file).questions[0].section == "two"


def test_the_schema_is_the_one_that_the_bank_points_to():
    first = data_file("quizzes/02_the_treaty_articles.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith("$schema=schema.json") and data_file("quizzes/schema.json").exists()


def view_of(identity):
    question = next(question for _, question in ALL if question.id == identity)
    return QuestionView(question, 1, lambda: None)


def test_checking_without_a_choice_asks_for_one_and_counts_nothing():
    view = view_of("art4-duty")
    view.check.click()
    assert "Choose an answer first" in view.feedback.value and not view.right


def test_a_wrong_choice_hears_its_own_reply_and_can_be_changed():
    view = view_of("art4-duty")
    view.radio.value = 1
    view.check.click()
    assert "✗ Not yet." in view.feedback.value and "how soon" in view.feedback.value
    assert "Source:" not in view.feedback.value, "the source comes with the right answer"
    view.radio.value = 0
    view.check.click()
    assert view.right and "✓ Right." in view.feedback.value and "Source:" in view.feedback.value


def test_several_choices_are_answered_one_by_one():
    view = view_of("art4-silence")
    for place, box in zip(view._order, view.boxes, strict=True):
        box.value = place in (0, 3)
    view.check.click()
    assert "1 of your 2 choices is right; 2 right options are still missing" in view.feedback.value
    assert "Military assistance is named" in view.feedback.value
    assert "Who judges" not in view.feedback.value, "what was not chosen is not given away"


def test_a_hint_opens_and_closes():
    view = view_of("art4-duty")
    view.hint.click()
    assert "Look at the verb" in view.hint_text.value and view.hint.description == "Hide the hint"
    view.hint.click()
    assert view.hint_text.value == "" and view.hint.description == "Hint"


def test_the_score_counts_right_answers():
    bank = load_bank("02_the_treaty_articles")
    quiz = QuizView("test", bank.section("who decides"))
    assert "0 of 2 right" in quiz.score.value
    quiz.views[0].radio.value = places_of(quiz.views[0].question)[0]
    quiz.views[0].check.click()
    assert "1 of 2 right" in quiz.score.value


def test_feedback_is_announced_and_does_not_live_by_colour_alone():
    question = ALL[0][1]
    html = feedback_html(question, mark(question, [1]))
    assert 'role="alert"' in html and "✗" in html and "Not yet" in html
