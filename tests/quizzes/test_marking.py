"""Marking: pure, and safe on any input."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cst1992.facts.spelling.letters import folded
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.quizzes.marking import AskedBack, mark, mixed, right_answer
from cst1992.quizzes.questions import Choice, Match, Measure, Option, Order, ShortText

ALL = [question for name in bank_names() for question in load_bank(name).questions]
COMMON = {"id": "q", "section": "s", "objective": "source", "core": True, "prompt": "?", "source": "un-charter"}
OPTIONS = tuple(Option(text, f"reply {text}", text in "ABC") for text in "ABCDE")
CHOICE = Choice(**COMMON, kind="multiple choice", options=OPTIONS)
ORDER = Order(
    **COMMON,
    kind="put in order",
    items=("signed", "ratified", "in force"),
    otherwise="Look again.",
    replies={("in force", "signed"): "Nothing is in force before it is signed."},
)
MATCH = Match(
    **COMMON,
    kind="match pairs",
    pairs=(("L1", "R1"), ("L2", "R2")),
    extra=("R3",),
    otherwise="Not these.",
    replies={("L1", "R3"): "R3 belongs to nobody."},
)
DATE = Measure(
    **COMMON,
    kind="number or date",
    answer="1994-04-20",
    dated=True,
    otherwise="Another day.",
    replies={"1992-05-15": "That is the signature."},
)
MONTH = Measure(**COMMON, kind="number or date", answer="1994-04", dated=True, otherwise="Another month.")
NUMBER = Measure(**COMMON, kind="number or date", answer="3400", tolerance=100, otherwise="Another figure.")
TEXT = ShortText(
    **COMMON,
    kind="short text",
    accepted=("Nazarbayev", "necessary assistance"),
    otherwise="Another.",
    replies={"Yeltsin": "He was president of Russia."},
)
SAMPLES = [*ALL, CHOICE, ORDER, MATCH, DATE, MONTH, NUMBER, TEXT]
ANYTHING = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-9, 99)
    | some.floats()
    | some.text(max_size=40)
    | some.binary(max_size=9),
    lambda inner: some.lists(inner, max_size=8) | some.dictionaries(some.text(max_size=4), inner, max_size=3),
)


@pytest.mark.parametrize("question", SAMPLES, ids=lambda question: question.id)
def test_the_right_answer_marks_one(question):
    marked = mark(question, right_answer(question))
    assert marked.good and marked.mark == 1 and marked.sentence == "Right."


@settings(max_examples=300, deadline=None)
@given(question=some.sampled_from(SAMPLES), answer=ANYTHING)
def test_marking_never_raises_and_stays_between_0_and_1(question, answer):
    marked = mark(question, answer)
    assert marked is None or (isinstance(marked, AskedBack) and marked.question) or 0 <= marked.mark <= 1


@settings(max_examples=200, deadline=None)
@given(question=some.sampled_from([question for question in SAMPLES if isinstance(question, Choice)]), data=some.data())
def test_the_order_of_the_choices_does_not_matter(question, data):
    chosen = data.draw(some.lists(some.integers(0, len(question.options) - 1), min_size=1, unique=True))
    shuffled = data.draw(some.permutations(chosen))
    assert mark(question, chosen) == mark(question, shuffled)


@settings(max_examples=200, deadline=None)
@given(order=some.permutations(range(3)))
def test_only_the_right_order_marks_one(order):
    assert mark(ORDER, order).good == (list(order) == [0, 1, 2])


def test_no_answer_is_not_a_wrong_answer():
    for question in SAMPLES:
        assert mark(question, None) is None
        assert mark(question, "" if isinstance(question, (Measure, ShortText)) else []) is None


def test_choosing_everything_earns_nothing_for_the_wrong_ones():
    marked = mark(CHOICE, range(5))
    assert marked.mark == pytest.approx(1 / 3), "three right and two wrong of three: (3 - 2) / 3"
    assert "3 of your 5 choices are right" in marked.sentence


def test_the_reverse_order_earns_nothing_and_hears_its_misconception():
    marked = mark(ORDER, [2, 1, 0])
    assert marked.mark == 0 and marked.replies[0].text == "Nothing is in force before it is signed."
    assert (
        mark(ORDER, [1, 0, 2]).mark == pytest.approx(1 / 3) and mark(ORDER, [1, 0, 2]).replies[0].text == "Look again."
    )


def test_a_wrong_pair_hears_its_own_reply_and_right_pairs_count():
    marked = mark(MATCH, ["R3", "R2"])
    assert marked.mark == 0.5 and [reply.text for reply in marked.replies] == ["R3 belongs to nobody."]
    assert mark(MATCH, ["R2", None]).replies[0].text == "Not these."


@pytest.mark.parametrize(
    "typed",
    [
        "1994-04-20",
        "20 April 1994",
        "April 20, 1994",
        "20.4.1994",
        "20/04/1994",
        "20 апреля 1994 г.",
        "the 20th of April 1994",
        "1994 4 20",
    ],
)
def test_a_date_may_be_written_in_the_usual_ways(typed):
    assert mark(DATE, typed).good, typed
    assert mark(MONTH, typed).good, "a day of the month is exact enough"


def test_a_date_that_is_less_exact_than_the_answer_is_not_right():
    assert not mark(DATE, "April 1994").good and mark(MONTH, "April 1994").good
    assert not mark(MONTH, "1994").good


def test_a_typical_wrong_date_hears_what_it_is():
    assert mark(DATE, "15 May 1992").replies[0].text == "That is the signature."
    assert mark(DATE, "15 May 1993").replies[0].text == "Another day."


def test_a_number_has_its_tolerance_and_its_ways_to_be_written():
    for typed in ("3400", "about 3400", "3 400 t", "3,400 tonnes", "3350", "3500.0"):
        assert mark(NUMBER, typed).good, typed
    assert not mark(NUMBER, "3501").good


@pytest.mark.parametrize("typed", ["nazarbayev", "НАЗАРБАЕВ", "Nazarbaev", "Nazarbayev", " Nazarbayev. "])
def test_names_may_be_written_in_cyrillic_or_latin_letters(typed):
    assert mark(TEXT, typed).good, typed


def test_a_typical_wrong_text_hears_its_own_reply():
    for typed in ("Ельцин", "yeltsin", "Eltsin"):
        assert mark(TEXT, typed).replies[0].text == "He was president of Russia.", typed
    assert mark(TEXT, "Gorbachev").replies[0].text == "Another."
    assert mark(TEXT, "the necessary assistance").good


def test_kazakh_letters_fold_too():
    assert folded("ұжымдық қауіпсіздік") == folded("УЖЫМДЫК КАУИПСИЗДИК")


def test_what_is_shown_is_mixed_and_the_same_for_everybody():
    for question in SAMPLES:
        assert mixed(question, 4) == mixed(question, 4) != [0, 1, 2, 3]
    singles = [question for question in ALL if question.kind == "single choice"]
    places = {mixed(question, len(question.options)).index(right_answer(question)[0]) for question in singles}
    assert len(places) >= 3, f"the right answer stands only in the places {sorted(places)}"


def test_random_answers_do_not_pass():
    chance, marks = random.Random(1992), []
    for _ in range(300):
        order = list(range(3))
        chance.shuffle(order)
        marks.append(mark(ORDER, order).mark)
    assert sum(marks) / len(marks) < 0.45, "a guessed order earns little on average"


def test_pairs_left_open_are_told_apart_from_wrong_ones():
    question = next(one for one in load_bank("02_the_treaty_articles").questions if isinstance(one, Match))
    first = [question.pairs[0][1], *[None] * (len(question.pairs) - 1)]
    told = mark(question, first)
    assert told.sentence.endswith(f"1 of {len(question.pairs)} pairs is right; {len(first) - 1} lines are still open.")
    assert told.replies == () and told.mark == 1 / len(question.pairs)
