"""What the pages say of a class."""

import os
import re

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.marking import right_answer
from cst1992.teacher.cli import main
from cst1992.teacher.pulse.counting import count
from cst1992.teacher.pulse.handed_in import Reader
from cst1992.teacher.pulse.own_words import words_of
from cst1992.teacher.pulse.page import teachers_page
from cst1992.teacher.pulse.projector import projectors_page
from cst1992.teacher.pulse.pulse import pulse_of
from cst1992.teacher.pulse.tries import Tries
from cst1992.teacher.pulse.watching import watched
from tests.teacher.pulse.a_class import Learner, hand_in

QUIZ = "03_the_signatories"
BY_ID = {one.id: one for one in load_bank(QUIZ).questions}


@pytest.fixture(scope="module")
def learners(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    hand_in(folder, 32)
    return [record.entries for record in Reader(folder).read().records]


def lines(question, *tries):
    counted = count(QUIZ, BY_ID[question], [Tries(*one) for one in tries])
    return {(table.about, line.text): line.counts for table in counted.tables for line in table.lines}


def test_answers_of_all_kinds_are_counted_by_what_is_behind_them():
    typed = lines("which-act-binds", ("4", "one"), ("four", "1"), ("7", "7"), *[("12", "1 day")] * 5)
    assert typed["", "1"] == (0, 7) and typed["", "4"] == (2, 0)
    assert typed["", "12"] == (5, 0) and typed["", "another answer"] == (1, 1)
    order = BY_ID["spring-of-1999"]
    right = right_answer(order)
    put = lines("spring-of-1999", (right[::-1], right))
    assert put["", "In the right order"] == (0, 1)
    assert all(counts == (1, 0) for (_, text), counts in put.items() if "before" in text)
    pairs = right_answer(BY_ID["fears-and-prices"])
    swapped = [pairs[1], pairs[0], *pairs[2:]]
    matched = lines("fears-and-prices", *[(swapped, pairs)] * 5, ([None, *pairs[1:]], pairs))
    assert matched["If we are attacked, the others may stay at home.", "entrapment"] == (5, 0)
    assert matched["If we are attacked, the others may stay at home.", "another partner, or none"] == (1, 0)


def test_what_is_no_answer_is_not_counted_and_what_was_typed_by_few_stands_nowhere():
    junk = [(None, None), ([9], [0]), ("x", "y"), ({}, {}), ([[]], [[]]), ([True], [True])]
    assert count(QUIZ, BY_ID["what-happened-in-1999"], [Tries(*one) for one in junk]).people == 0
    typed = lines("word-for-a-signer", *[("Anna Example", "Anna Example")] * 4)
    assert not any("anna" in text.casefold() for _, text in typed)


def test_what_to_take_up_is_the_weakest_with_its_mistake_in_words():
    ids = ["what-happened-in-1999", "later-than-the-choice", "one-cause-for-three"]
    quiz = [BY_ID[one] for one in ids]
    class_of = []
    for number in range(20):
        learner = Learner(number)
        for question in quiz:
            wrong = next(place for place, option in enumerate(question.options) if not option.correct)
            is_wrong = question.id == ids[1] and number < 14
            learner.answer(QUIZ, question.id, *([[wrong]] if is_wrong else []), right_answer(question))
        class_of.append(learner)
    pulse = pulse_of([entries_of(one) for one in class_of])
    (chosen,) = pulse.take_up
    wrong = next(option for option in quiz[1].options if not option.correct)
    assert chosen.shown.question.id == ids[1]
    assert chosen.reasons == (
        "Right at the first try: about 5 of about 20; at the last: about 20.",
        f"Wrong, and chosen at the first try by about 15: “{wrong.text}”.",
        wrong.reply,
    )


def test_what_stayed_wrong_is_taken_up_before_what_was_worse_and_is_understood_now():
    understood, stayed, typed = (
        BY_ID[one] for one in ("later-than-the-choice", "one-cause-for-three", "word-for-a-signer")
    )
    class_of = []
    for number in range(20):
        learner = Learner(number)
        wrong = {
            one.id: next(place for place, option in enumerate(one.options) if not option.correct)
            for one in (understood, stayed)
        }
        learner.answer(
            QUIZ, understood.id, *([[wrong[understood.id]]] if number < 16 else []), right_answer(understood)
        )
        learner.answer(QUIZ, stayed.id, [wrong[stayed.id]] if number < 10 else right_answer(stayed))
        learner.answer(QUIZ, typed.id, *([f"guess {number}"] if number < 10 else []), right_answer(typed))
        class_of.append(learner)
    first, second, third = pulse_of([entries_of(one) for one in class_of]).take_up
    assert (first.shown.question.id, second.shown.question.id) == (stayed.id, understood.id)
    assert first.reasons[0] == "Right at the first try: about 10 of about 20; at the last: about 10."
    assert third.reasons[1:] == ("No wrong answer was given by five people or more.",), "each had a mistake of its own"


def entries_of(learner):
    from cst1992.page.record_entries import entry_of

    return [entry_of(line) for line in learner.content().splitlines()]


def test_own_words_come_only_when_asked_for_in_pairs_escaped_and_in_no_order_of_the_learners(learners):
    plain, words = pulse_of(learners), pulse_of(learners, "03", with_words=True)
    assert plain.words == () and [one.notebook for one in words.words] == ["03"]
    text = teachers_page(words, "today")
    assert text.count("&lt;b&gt;I&lt;/b&gt; am not sure yet. ") == 32 and "<b>" not in text
    own = [int(first.rsplit(" ", 1)[1]) for first, _ in words.words[0].pairs]
    assert sorted(own) == list(range(32)) != own
    assert "am not sure" not in projectors_page(words) and "am not sure" not in teachers_page(plain, "today")
    assert words_of(learners[:4]) == []


def test_both_pages_say_the_same_and_no_number_on_them_is_but_a_five(learners):
    pulse = pulse_of(learners)
    alone, projector = teachers_page(pulse, "today"), projectors_page(pulse)
    for text in (alone, projector):
        assert "<script" not in text and not re.search(r"assignsubmission|Learner \d", text)
        assert {int(one) % 5 for one in re.findall(r"</svg><span>(\d+)</span>", text)} == {0}
        assert {int(one) % 5 for one in re.findall(r"[Aa]bout (\d+)(?: tried| learners| then| of about)", text)} == {0}
    reply = next(option.reply for option in BY_ID["what-happened-in-1999"].options if not option.correct)
    assert reply.replace('"', "&quot;") in alone


def test_the_command_writes_both_pages_and_names_what_was_left_out(tmp_path, capsys):
    hand_in(tmp_path / "in", 6)
    (tmp_path / "in" / "empty.jsonl").write_bytes(b"")
    assert main(["pulse", str(tmp_path / "in"), "--to", str(tmp_path / "out"), "--notebook", "3"]) == 0
    told = capsys.readouterr().out
    assert "! empty.jsonl: it is empty." in told and "6 learners from 7 files, " in told
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"pulse.html", "pulse_projector.html"}
    assert 'http-equiv="refresh"' not in (tmp_path / "out" / "pulse_projector.html").read_text(encoding="utf-8")


def test_four_learners_are_no_pulse(tmp_path, capsys):
    hand_in(tmp_path / "in", 4)
    with pytest.raises(Mistake, match="Only 4 learners have handed in"):
        pulse_of([[]] * 4)
    assert main(["pulse", str(tmp_path / "in"), "--to", str(tmp_path / "out")]) == 1
    assert "A pulse begins at five" in capsys.readouterr().err and not (tmp_path / "out").exists()


def test_a_folder_that_is_watched_is_drawn_with_the_fifth_and_ends_by_itself(tmp_path):
    hand_in(tmp_path, 3)
    clock, told = [0.0], []

    def wait(seconds):
        clock[0] += seconds if len(told) < 5 else 9999
        number = len(list(tmp_path.iterdir()))
        if number < 14:
            file = tmp_path / f"{number}.jsonl"
            file.write_bytes(Learner(number).answer(QUIZ, "what-happened-in-1999", [0]).content())
            os.utime(file, (number, number))
        else:
            clock[0] += 9999

    drawn = [len(one.records) for one in watched(Reader(tmp_path), told.append, wait, lambda: clock[0])]
    assert drawn == [5, 10]
    assert told == [f"{count} learners so far: the pages are drawn with the fifth." for count in (3, 4)]
