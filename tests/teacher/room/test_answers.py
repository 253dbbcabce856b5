"""What a phone sends: all six kinds are read, nothing is taken that the page does not offer, and the page tells no answer."""

import pytest

from cst1992.quizzes.marking import mark, right_answer
from cst1992.teacher.room.answers import NotAnAnswer, order_shown, read_answer
from cst1992.teacher.room.pages.phone import phone_view
from cst1992.teacher.room.steps import Ask, Number, Word
from tests.teacher.room.sessions import asking, come, question

KINDS = ("single choice", "multiple choice", "put in order", "match pairs", "number or date", "short text")
RUBBISH = (None, True, 3, -1, "", "   ", {}, {"a": 1}, [], [99], [-1], ["0"], [None], [[0]], [1.5], [True], [0] * 500)


def sent_by_a_phone(asked):
    """The right answer as the page sends it: by places on the page."""
    shown, right = order_shown(asked), right_answer(asked)
    if asked.kind in ("single choice", "multiple choice"):
        return [shown.index(place) for place in right]
    if asked.kind == "put in order":
        return list(shown)
    if asked.kind == "match pairs":
        return [shown.index(asked.choices.index(text)) for text in right]
    return right


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_answer_of_each_kind_is_read_and_is_right(kind):
    asked = question(kind)
    read = read_answer(Ask(id="q", title="t", question=asked), sent_by_a_phone(asked))
    assert read.right and mark(asked, read.answer).mark == 1.0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sent", RUBBISH, ids=repr)
def test_rubbish_is_told_in_a_sentence_and_kept_nowhere(kind, sent):
    with pytest.raises(NotAnAnswer, match=r"\w+.*\.$"):
        read_answer(Ask(id="q", title="t", question=question(kind)), sent)


def test_a_number_that_cannot_be_read_for_sure_is_asked_back():
    with pytest.raises(NotAnAnswer, match="cannot tell"):
        read_answer(Ask(id="q", title="t", question=question("number or date")), "4 or 5")


def test_two_lines_at_one_place_and_an_open_line_are_named():
    asked = question("put in order")
    with pytest.raises(NotAnAnswer, match="the same place"):
        read_answer(Ask(id="q", title="t", question=asked), [0] * len(asked.items))
    pairs = question("match pairs")
    with pytest.raises(NotAnAnswer, match=r"1 line is still open"):
        read_answer(Ask(id="q", title="t", question=pairs), [0] * (len(pairs.pairs) - 1) + [None])


def test_what_is_written_is_one_bounded_line_without_hidden_signs():
    step = Word(id="w", title="A word", longest=10)
    assert read_answer(step, "a\nb\u202ec\u200b\x00").answer == "a bc"
    with pytest.raises(NotAnAnswer, match="12 letters; at most 10"):
        read_answer(step, "x" * 12)
    with pytest.raises(NotAnAnswer, match="from 0 to 15"):
        read_answer(Number(id="n", title="How many?", lowest=0, highest=15), "16")


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_an_open_question_says_nothing_of_what_is_right(kind):
    meeting = asking(kind)
    come(meeting, "a")
    html, asked = phone_view(meeting, "a").html, meeting.step.question
    told = [asked.explanation, asked.otherwise, *(option.reply for option in getattr(asked, "options", ()))]
    assert not [text for text in told if text and text in html]
    if kind == "put in order":
        first = html.index(asked.items[0])
        assert [html.index(item) for item in asked.items] != sorted(html.index(item) for item in asked.items), first
