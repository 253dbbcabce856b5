"""A session that runs: vote, talk, vote again; roles by lot; motions; what counts once and what does not count."""

import random

import pytest

from cst1992.teacher.room.controls import carry_out, where
from cst1992.teacher.room.dealing import Deck
from cst1992.teacher.room.keeping import kept
from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.outcomes import motion, outcome, words
from cst1992.teacher.room.pages.phone import phone_view
from cst1992.teacher.room.pages.pieces import told_html
from cst1992.teacher.room.pages.projector import projector_view
from cst1992.teacher.room.phones import AWAKE, Phones
from cst1992.teacher.room.results import result_of
from cst1992.teacher.room.steps import Clock, Reveal, Role, Session, Sheet, Word
from tests.teacher.room.sessions import asking, come, council, go_to, put


def test_a_question_goes_from_the_first_vote_to_the_replies_and_each_step_begins_fresh():
    meeting = asking()
    phases, ballots = [meeting.phase], [meeting.ballot]
    put(meeting, "a", [0])
    for _ in range(4):
        meeting.forward()
        phases.append(meeting.phase)
        ballots.append(meeting.ballot)
    assert phases == ["first", "talk", "second", "results", "replies"]
    assert len(set(ballots[:3])) == 3, "an answer to one vote never counts in another"
    assert [len(meeting.ballots().of(vote)) for vote in (1, 2)] == [1, 0]


def test_there_is_no_vote_without_a_choice_and_none_before_or_after_its_time():
    meeting = asking()
    assert put(meeting, "a", []).sentence == "Choose an answer first."
    first = meeting.ballot
    meeting.forward()
    late = put(meeting, "a", [0], ballot=first)
    assert (late.kept, late.sentence) == (False, "This vote was closed before your answer came. It does not count.")
    assert not put(meeting, "a", [0]).kept and meeting.ballots().counted(1) == 0


def test_a_vote_counts_once_however_often_it_is_sent_and_the_last_choice_is_the_one_that_counts():
    meeting = asking()
    assert put(meeting, "a", [0], turn=1).kept and put(meeting, "a", [1], turn=2).kept
    again = put(meeting, "a", [0], turn=1)
    assert again.kept, "the phone is told that its answer has arrived, and stops sending"
    counts = [line.counts[0] for line in result_of(meeting.step, meeting.ballots()).lines]
    assert counts == [0, 1, 0, 0]


def test_after_the_results_nothing_more_can_be_voted_and_back_does_not_open_the_vote_again():
    meeting = asking()
    meeting.tell()
    assert (meeting.phase, put(meeting, "a", [0]).kept) == ("results", False)
    meeting.back()
    assert meeting.place == 0
    meeting.forward()
    assert meeting.phase == "results", "the step is where it was left"
    meeting.anew()
    assert (meeting.phase, meeting.ballots().votes) == ("ready", {})


def test_letters_that_were_counted_by_hand_are_added_and_everything_else_works_the_same():
    meeting = asking()
    right = [place for place in range(4) if put(meeting, f"phone {place}", [place]).kept]
    assert len(right) == 4 and meeting.count_by_hand(1, [3, 0, 2, 1])
    result = result_of(meeting.step, meeting.ballots())
    assert [line.counts[0] for line in result.lines] == [4, 1, 3, 2] and result.voters[0] == 10
    assert result.rightly[0] == next(line.counts[0] for line in result.lines if line.right)
    for wrong in ([1, 2], [1, 2, 3, -1], [1, 2, 3, "4"], [1, 2, 3, True], [1, 2, 3, 10**9]):
        assert not meeting.count_by_hand(1, wrong)
    assert not meeting.count_by_hand(7, [1, 1, 1, 1])


def test_a_press_counts_once_and_only_where_the_session_stood_when_it_was_pressed():
    meeting = asking()
    press = {"do": "forward", "at": where(meeting)}
    assert carry_out(meeting, press) and not carry_out(meeting, press)
    assert meeting.phase == "talk", "a clicker that bounces skips nothing"
    for rubbish in ({}, {"do": "fly", "at": where(meeting)}, {"do": ["forward"], "at": where(meeting)}):
        assert not carry_out(meeting, rubbish)


def test_roles_are_dealt_evenly_those_that_vote_first_and_a_late_phone_gets_one_too():
    meeting = council()
    come(meeting, *"abcde")
    meeting.forward()
    assert sorted(meeting.deck.held().values()) == [1, 2, 2] and meeting.deck.held()["o"] == 1
    come(meeting, "late")
    assert meeting.role_of("late").id == "o" and meeting.role_of("late") is meeting.role_of("late")
    before = meeting.role_of("a")
    assert meeting.change_card("a") and meeting.role_of("a") is not before
    two = Deck([Role("x", "X", ""), Role("y", "Y", "", most=1)], random.Random(1))
    assert [two.deal(str(phone)).id for phone in range(5)].count("y") == 1


def dealt_council():
    """The council with a phone for each role and one more for A; gives the phone of each role."""
    meeting = council()
    come(meeting, *"123")
    meeting.forward()
    return meeting, {meeting.role_of(phone).id: phone for phone in "123"}


def test_a_delegation_has_one_voice_one_objection_is_enough_and_observers_do_not_vote():
    meeting, phone = dealt_council()
    go_to(meeting, "motion", "open")
    assert put(meeting, phone["a"], [0]).kept and put(meeting, phone["b"], [2]).kept
    assert put(meeting, phone["o"], [2]).sentence == "Observers do not vote."
    assert outcome(meeting).sentence == "Not adopted: one objection is enough. Against: Bland."
    put(meeting, phone["b"], [1], turn=2)
    meeting.forward()
    assert outcome(meeting).sentence == "Adopted: nobody is against it."
    assert "2 delegations have voted" in told_html(meeting, replies=False)


def test_the_motion_is_the_leading_proposal_or_the_one_that_the_teacher_names():
    meeting, phone = dealt_council()
    go_to(meeting, "proposals", "open")
    for one in phone.values():
        put(meeting, one, [1])
    go_to(meeting, "motion", "ready")
    assert motion(meeting, meeting.step) == "B. talk first"
    order = {"do": "motion", "at": where(meeting), "place": 0, "words": " send  food "}
    assert carry_out(meeting, order) and motion(meeting, meeting.step) == "send food"
    assert carry_out(meeting, order | {"words": ""}) and motion(meeting, meeting.step) == "A. send help"
    assert not carry_out(meeting, order | {"place": 9})


def test_of_a_delegation_the_last_words_count_and_hidden_ones_are_shown_to_nobody():
    meeting, phone = dealt_council()
    go_to(meeting, "word", "open")
    put(meeting, phone["a"], "law")
    put(meeting, phone["b"], "power")
    put(meeting, phone["a"], "<b>trust</b>", turn=2)
    assert [(said.who, said.text) for said in words(meeting)] == [("Bland", "power"), ("Aland", "<b>trust</b>")]
    meeting.hide(meeting.phones.number(phone["b"]), True)
    meeting.forward()
    told = told_html(meeting, replies=False)
    assert "power" not in told and "&lt;b&gt;trust" in told


def test_what_was_done_comes_page_by_page_on_the_projector_while_phones_keep_their_sheet():
    step = Reveal(
        id="r", title="Done", text="Look.", sheets=(Sheet("All of it", "One. Two."),), slides=("One.", "Two.")
    )
    meeting = Meeting(Session("r", "R", (step, Clock(id="c", title="Talk", minutes=1))))
    come(meeting, "a")
    meeting.forward()
    shown, phone = [], set()
    while meeting.step is step:
        shown.append(projector_view(meeting, "", "").removeprefix("<h1>Done</h1>"))
        phone.add((phone_view(meeting, "a").html, phone_view(meeting, "a").below))
        meeting.forward()
    assert shown == ["<p>Look.</p>", "<p>One.</p>", "<p>Two.</p>"] and len(phone) == 1


def test_the_same_word_stands_once_with_its_number():
    meeting = Meeting(Session("w", "W", (Word(id="w", title="One word"),)))
    go_to(meeting, "w", "open")
    for phone, word in zip("abcd", ("power", "law", "Law", "law"), strict=True):
        put(meeting, phone, word)
    meeting.forward()
    meeting.forward()
    assert told_html(meeting, replies=False) == '<ul class="words"><li>law × 3</li><li>power</li></ul>'


def test_the_teacher_asks_something_on_the_spot_and_the_session_goes_on_behind_it():
    meeting = asking()
    put(meeting, "a", [0])
    order = {"do": "ask", "at": where(meeting), "kind": "choice", "prompt": "Which of <two>?", "options": "this; that"}
    assert not carry_out(meeting, order | {"options": "one"}) and carry_out(meeting, order)
    assert (meeting.phase, meeting.step.text, len(meeting.steps)) == ("ready", "Which of <two>?", 4)
    meeting.forward()
    put(meeting, "a", [1])
    meeting.forward()
    assert "Which of &lt;two&gt;?" in projector_view(meeting, "", "") and "1 (100 %)" in projector_view(meeting, "", "")
    meeting.back()
    assert meeting.step.id == "q" and meeting.ballots().counted(1) == 1, "nothing of the step before is lost"


def test_the_clock_starts_with_its_step_and_more_time_can_be_given():
    now = [0.0]
    meeting = Meeting(Session("c", "C", (Clock(id="c", title="Talk", minutes=5),)), now=lambda: now[0])
    meeting.forward()
    now[0] = 60.0
    assert meeting.left == pytest.approx(240)
    meeting.more_time(1)
    assert meeting.left == pytest.approx(300)
    now[0] = 9999.0
    assert meeting.left == 0
    meeting.forward()
    assert meeting.left is None


def test_what_is_kept_has_numbers_for_phones_and_nothing_that_says_whose_they_are():
    meeting = asking()
    put(meeting, "f00dcafe", [0])
    told = kept(meeting)
    assert "f00dcafe" not in str(told)
    vote = told["steps"][0]["votes"]["1"][0]
    assert set(vote) == {"phone", "answer", "right"} and vote["phone"] == 1


def test_no_flood_of_new_phones_drives_out_one_that_has_voted():
    now = [0.0]
    phones = Phones(now=lambda: now[0], most=3)
    assert phones.heard_of("voter").number == 1
    phones.keep("voter")
    assert phones.heard_of("x") and phones.heard_of("y") and phones.heard_of("z") is None
    now[0] = AWAKE + 1
    assert phones.heard_of("z") and phones.came == 3 and phones.number("voter") == 1
    phones.door_is_shut = True
    assert phones.heard_of("new") is None and phones.heard_of("voter")
