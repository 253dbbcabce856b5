"""What was found when the room was tried as a class would: each fault of that hour, and what is seen now."""

import re

import pytest

from cst1992.teacher.room.controls import carry_out, where
from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.pages.own import own_html
from cst1992.teacher.room.pages.phone import phone_view
from cst1992.teacher.room.pages.pieces import told_html
from cst1992.teacher.room.pages.projector import projector_view
from cst1992.teacher.room.pages.teacher import head_html, live_html, next_name, teacher_view
from cst1992.teacher.room.steps import Number, Position, Session, Vote, Word
from tests.teacher.room.sessions import asking, come, council, go_to, put


def seen(html):
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_when_the_second_vote_opens_the_bars_of_the_first_are_called_so():
    meeting = asking()
    put(meeting, "a", [0])
    meeting.forward()
    meeting.forward()
    assert "First vote: 1 has voted Second vote: 0 have voted" in seen(live_html(meeting))
    assert "Second vote" not in seen(told_html(asking(), replies=True)), "one vote alone needs no name"


def test_the_clock_of_a_vote_ends_when_its_result_is_shown():
    step = Vote(id="v", title="?", options=(Position("A"), Position("B")), minutes=2)
    meeting = Meeting(Session("v", "V", (step,)))
    go_to(meeting, "v", "open")
    assert meeting.left == pytest.approx(120, abs=1)
    meeting.forward()
    assert (meeting.phase, meeting.left) == ("results", None)


def test_a_vote_closed_by_a_press_too_many_is_opened_again_by_going_back():
    meeting = Meeting(Session("v", "V", (Vote(id="v", title="?", options=(Position("A"), Position("B"))),)))
    go_to(meeting, "v", "results")
    meeting.back()
    assert (meeting.phase, put(meeting, "a", [0]).kept) == ("open", True)
    meeting.forward()
    meeting.back()
    assert meeting.place == 0, "what everybody has seen is not voted on again"


def test_the_teacher_sees_what_there_is_to_choose_before_the_vote_and_the_question_above_the_bars():
    meeting = asking()
    meeting.anew()
    options = meeting.step.question.options
    assert all(option.text in teacher_view(meeting).replace("&#x27;", "'") for option in options)
    assert seen(teacher_view(meeting)).count("✓ right") == sum(option.correct for option in options)
    assert meeting.step.question.prompt in head_html(meeting).replace("&#x27;", "'") and live_html(meeting) == ""
    meeting.forward()
    assert "✓ right" not in teacher_view(meeting), "then it stands beside the bars"
    assert "✓ right" in live_html(meeting) and "right" not in seen(projector_view(meeting, "", ""))


def test_the_motion_that_leads_stands_chosen_and_a_tie_chooses_none():
    meeting = council()
    go_to(meeting, "proposals", "open")
    put(meeting, "a", [1])
    meeting.forward()
    go_to(meeting, "motion", "ready")
    assert re.findall(r"<option[^>]* selected>([^<]*)", teacher_view(meeting)) == ["B. talk first"]
    tie = council()
    go_to(tie, "motion", "ready")
    assert re.findall(r"<option[^>]* selected>([^<]*)", teacher_view(tie)) == ["Choose …"]
    order = {"do": "motion", "at": where(tie), "place": -1, "words": ""}
    assert not carry_out(tie, order) and tie.motions == {}


def test_a_vote_on_a_motion_is_not_opened_before_there_is_one():
    tie = council()
    go_to(tie, "motion", "ready")
    press = {"do": "forward", "at": where(tie)}
    assert not carry_out(tie, press) and (tie.phase, next_name(tie)) == ("ready", "Name the motion first")
    assert carry_out(tie, {"do": "motion", "at": where(tie), "place": 1, "words": ""})
    assert next_name(tie) == "Open the vote" and carry_out(tie, press) and tie.phase == "open"


def test_words_are_read_by_the_teacher_when_no_more_can_come_and_before_the_room_sees_them():
    meeting = Meeting(Session("w", "W", (Word(id="w", title="One word"),)))
    go_to(meeting, "w", "open")
    put(meeting, "a", "trust")
    meeting.forward()
    assert (meeting.phase, put(meeting, "b", "late").kept, next_name(meeting)) == ("closed", False, "Show the words")
    assert "trust" in live_html(meeting) and "trust" in seen(phone_view(meeting, "a").html), "a phone sees its own"
    assert "trust" not in projector_view(meeting, "", "") + phone_view(meeting, "b").html
    meeting.forward()
    assert "trust" in projector_view(meeting, "", "") and "late" not in projector_view(meeting, "", "")


def test_in_a_small_room_the_teacher_hears_which_cards_no_phone_has():
    meeting = council()
    come(meeting, "a")
    meeting.forward()
    [absent] = {"Aland", "Bland"} - {meeting.role_of("a").name}
    assert f"No phone has drawn: {absent}, Observer." in seen(live_html(meeting))
    come(meeting, "b", "c")
    assert [meeting.role_of(phone).name for phone in "bc"] == [absent, "Observer"] and live_html(meeting) == ""


def test_a_phone_that_comes_late_is_told_whom_it_speaks_for():
    meeting = council()
    meeting.forward()
    go_to(meeting, "proposals", "open")
    come(meeting, "late")
    name = meeting.role_of("late").name
    shown = phone_view(meeting, "late")
    assert f"You are: {name}. Your card is below." in seen(shown.html) and f"Your card: {name}" in seen(shown.below)
    assert shown.said == "What do you propose? You can answer now."


def test_half_of_several_right_answers_is_not_called_wrong():
    meeting = asking("multiple choice")
    options = meeting.step.question.options
    assert sum(option.correct for option in options) > 1
    assert "Choose all that apply." in seen(projector_view(meeting, "", ""))
    one = next(place for place in range(len(options)) if options[_shown(meeting)[place]].correct)
    put(meeting, "a", [one])
    meeting.tell()
    assert "not fully right" in seen(own_html(meeting, "a"))


def _shown(meeting):
    from cst1992.teacher.room.answers import order_shown

    return order_shown(meeting.step.question)


def test_one_absurd_number_does_not_press_a_class_into_one_dot():
    meeting = Meeting(Session("n", "N", (Number(id="n", title="How many?", unit="states"),)))
    go_to(meeting, "n", "open")
    for phone, number in zip("abcdef", ("3", "6", "6", "9", "12", "999999999"), strict=True):
        assert put(meeting, phone, number).kept
    meeting.forward()
    told = told_html(meeting, replies=False)
    across = {float(place) for place in re.findall(r'<circle cx="([\d.]+)"', told)}
    assert len(across) == 4 and max(across) - min(across) > 500, "3, 6, 9 and 12 fill the line"
    assert "1 number lies too far off to be drawn." in told and "from 3 to 999999999" in told
