"""The learner's record: kept, restored, merged, damaged, erased."""

import json
import multiprocessing
from datetime import UTC, datetime, timedelta

import pytest

import cst1992 as cst
from cst1992.facts.mistakes import Mistake
from cst1992.page import record, record_file
from cst1992.page.own_words import kept_words
from cst1992.page.progress import record_table
from cst1992.page.review import due, standings
from tests.page.touching import answer, parts_of_own_words


def test_the_record_lies_where_it_was_told_to(learner):
    answer()
    assert (learner / "answers.jsonl").exists() and record_file.record_folder() == learner


def test_without_a_place_of_ones_own_it_lies_in_the_users_data_folder(monkeypatch):
    monkeypatch.delenv("CST1992_HOME")
    assert "cst1992" in str(record_file.record_folder())
    monkeypatch.setattr(record_file.sys, "platform", "emscripten")
    assert record_file.record_folder().as_posix() == "/drive", "in the browser edition"


def test_the_last_answer_counts_until_one_starts_again():
    answer(mark=0, answer=[1])
    answer(mark=1, answer=[0])
    assert record.latest_answers("02_the_treaty_articles")["art4-duty"]["answer"] == [0]
    record.keep("start again", quiz="02_the_treaty_articles", questions=["art4-duty"])
    assert record.latest_answers("02_the_treaty_articles") == {}


def test_starting_one_section_again_leaves_the_others():
    answer("one")
    answer("two")
    record.keep("start again", quiz="02_the_treaty_articles", questions=["one"])
    assert list(record.latest_answers("02_the_treaty_articles")) == ["two"]


def test_a_damaged_record_loses_nothing_else_and_says_so(learner):
    answer("one")
    file = learner / "answers.jsonl"
    with file.open("ab") as open_file:
        open_file.write(
            b'\xff\xfe rubbish\n{"kind": "answer", "quiz": 3}\n{"kind":"answer","when":"yesterday"}\n{"half": '
        )
    answer("two")
    assert [entry["question"] for entry in record.entries()] == ["one", "two"]
    told = record.damage_told()
    assert told.startswith("4 lines of your record could not be read") and "all your other answers are here" in told
    aside = (learner / "answers-damaged.txt").read_bytes()
    record.damage_told()
    assert (learner / "answers-damaged.txt").read_bytes() == aside, "kept aside once"
    assert b'{"half": ' in aside and b"\xff\xfe rubbish" in aside, "byte for byte"


@pytest.mark.parametrize("line", ["ended by Windows\r", "one\u2028line", "one\x0bline"])
def test_what_is_kept_aside_does_not_grow(learner, line):
    learner.mkdir()
    (learner / "answers.jsonl").write_bytes(f"{line}\n".encode())
    for _ in range(3):
        assert record.damage_told().startswith("One line of your record could not be read. It is kept in")
    assert (learner / "answers-damaged.txt").read_bytes() == f"{line}\n".encode()


@pytest.mark.parametrize(
    "odd",
    [
        {"kind": "country", "state": "Narnia"},
        {"kind": "country", "state": ["Georgia"]},
        {"kind": "start again", "quiz": "02_the_treaty_articles", "questions": 5},
        {"kind": "start again", "quiz": "02_the_treaty_articles", "questions": [["art4-duty"]]},
        {"kind": "answer", "quiz": "02_the_treaty_articles", "question": {}},
        {"kind": "own words", "notebook": "02", "moment": []},
        {"kind": "decision", "case": "armenia-2022"},
        {"kind": ["answer"]},
        {"kind": "answer", "when": 5},
    ],
    ids=str,
)
def test_an_entry_of_an_odd_shape_is_told_as_damage_and_breaks_nothing(learner, tmp_path, odd):
    brought = tmp_path / "brought.jsonl"
    answer()
    line = json.dumps({"when": record.now(), **odd})
    brought.write_text((learner / "answers.jsonl").read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    assert "1 damaged line was left out" in cst.load_my_record(brought)
    (learner / "answers.jsonl").write_bytes(brought.read_bytes())
    assert "One line of your record could not be read" in cst.quiz("02").children[1].value
    for call in (cst.choose_country, cst.my_record, cst.my_answers, cst.review, cst.forget):
        call()
    assert "Kazakhstan" in cst.country("03").children[3].value
    cst.outcome("armenia-2022")


def test_damage_is_told_where_nothing_can_be_written(learner):
    learner.mkdir()
    (learner / "answers.jsonl").write_text("rubbish\n", encoding="utf-8")
    (learner / "answers-damaged.txt").mkdir()
    assert record.damage_told().startswith(f"One line of your record could not be read. It is kept in {learner}")


def many(place, start):
    import os

    os.environ["CST1992_HOME"] = place
    for number in range(start, start + 500):
        record.keep("answer", quiz="q", question=str(number), answer=[0], mark=1)


def test_two_notebooks_at_once_damage_nothing(learner):
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=many, args=(str(learner), start)) for start in (0, 500, 1000)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    sound, damaged = record.read_lines(learner / "answers.jsonl")
    assert damaged == [] and {entry["question"] for entry in sound} == {str(number) for number in range(1500)}


def test_a_record_moves_to_another_machine_and_back_without_doubles(learner, tmp_path, monkeypatch):
    answer("one")
    file = cst.save_my_record(tmp_path / "mine.jsonl")
    monkeypatch.setenv("CST1992_HOME", str(tmp_path / "other machine"))
    answer("two")
    assert cst.load_my_record(file).startswith("1 answer was added, 0 were here already.")
    assert cst.load_my_record(file).startswith("0 answers were added, 1 was here already.")
    assert {entry["question"] for entry in record.entries()} == {"one", "two"}


def test_moving_a_record_says_what_is_wrong(tmp_path):
    with pytest.raises(ValueError, match="Your record is empty"):
        cst.save_my_record(tmp_path / "mine.jsonl")
    answer()
    (tmp_path / "mine.jsonl").write_text("something else", encoding="utf-8")
    with pytest.raises(ValueError, match="exists already"):
        cst.save_my_record(tmp_path / "mine.jsonl")
    with pytest.raises(ValueError, match="holds no record"):
        cst.load_my_record(tmp_path / "mine.jsonl")
    with pytest.raises(ValueError, match="There is no file"):
        cst.load_my_record(tmp_path / "nowhere.jsonl")
    with pytest.raises(ValueError, match=r"could not be read \(Is a directory\). Choose a file made by"):
        cst.load_my_record(tmp_path)


def test_a_file_that_cannot_be_saved_is_named_not_the_record(tmp_path):
    answer()
    (tmp_path / "a file").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"could not be saved as .*mine.jsonl") as caught:
        cst.save_my_record(tmp_path / "a file" / "mine.jsonl")
    assert "CST1992_HOME" not in str(caught.value)


def test_a_folder_in_the_place_of_the_record_is_named(learner):
    (learner / "answers.jsonl").mkdir(parents=True)
    for call in (lambda: cst.quiz("02"), lambda: cst.country("03"), cst.forget, cst.my_record):
        with pytest.raises(Mistake, match=r"answers.jsonl could not be read .*Move it away"):
            call()
    with pytest.raises(Mistake, match=r"answers.jsonl could not be erased"):
        cst.forget(sure=True)
    with pytest.raises(Mistake, match=r"could not be kept in .*answers.jsonl"):
        answer()


def test_a_place_that_cannot_be_written_to_is_named(tmp_path, monkeypatch):
    (tmp_path / "a file").write_text("", encoding="utf-8")
    monkeypatch.setenv("CST1992_HOME", str(tmp_path / "a file"))
    with pytest.raises(ValueError, match="Set CST1992_HOME to a folder that you may write to"):
        answer()


def test_forgetting_asks_first(learner):
    answer()
    box = cst.forget()
    told, row = box.children[1:3]
    keep, erase = row.children
    assert "has 1 entry. Erase all of it?" in told.value
    keep.click()
    assert (learner / "answers.jsonl").exists() and "Nothing was changed" in told.value
    erase.click()
    assert not (learner / "answers.jsonl").exists() and "erased" in told.value
    answer()
    assert cst.forget(sure=True) == "Your record is erased." and record.entries() == []


def test_my_record_counts_by_notebook_and_objective():
    assert "not answered a question yet" in cst.my_record().text
    answer("art4-duty", mark=1)
    answer("art2-threat", mark=0, answer=[1])
    table = record_table()
    reading = table[(table["notebook"] == "02_the_treaty_articles") & (table["objective"] == "close-read")].iloc[0]
    assert (reading["answered"], reading["right"]) == (2, 1)
    card = cst.my_record()
    assert "<svg" in card.html and "Bars by objective" in card.text and 'role="img"' in card.html


def stamped(days_ago, mark=1.0, question="q"):
    when = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat()
    return {"kind": "answer", "when": when, "quiz": "z", "question": question, "mark": mark}


def test_a_missed_question_is_due_at_once_and_a_right_one_waits():
    now = datetime.now(UTC) + timedelta(seconds=5)
    assert [at.box for at in standings([stamped(0, 0)]).values()] == [1] and due([stamped(0, 0)], now, 9)
    assert due([stamped(0.5)], now, 9) == [], "a right answer waits a day"
    assert due([stamped(1.1)], now, 9), "and then comes back"
    twice = [stamped(3), stamped(1.5)]
    assert next(iter(standings(twice).values())).box == 3 and due(twice, now, 9) == [], "then after three days"


def test_retries_on_one_day_move_a_question_up_once():
    same_day = [stamped(0.001, 0), stamped(0.0009), stamped(0.0008), stamped(0.0007)]
    assert next(iter(standings(same_day).values())).box == 2


def test_missed_questions_come_first():
    entries = [stamped(30, question="old"), stamped(0, 0, question="missed")]
    assert [at.question for at in due(entries, datetime.now(UTC), 9)] == ["missed", "old"]
    assert len(due(entries, datetime.now(UTC), 1)) == 1


def test_review_brings_back_what_was_missed():
    assert "Answer a quiz first" in cst.review().text
    answer("art4-duty", mark=0, answer=[1])
    shown = [child for child in cst.review().children if "cst-question" in child._dom_classes]
    assert len(shown) == 1
    answer("art4-duty", mark=1)
    assert "The next question comes back on" in cst.review().text
    with pytest.raises(ValueError, match="Write a number from 1 up"):
        cst.review(0)


def test_own_words_are_kept_and_stand_above_the_revised_answer():
    text, keep, told = parts_of_own_words(cst.my_answer("02", "What happens next?"))
    keep.click()
    assert "Write something first" in told.value
    text.value = "Everybody helps <at once>."
    keep.click()
    assert "Kept (4 words)" in told.value and 'role="alert"' in told.value
    revised = cst.my_answer("02", "What happens next?", revised=True)
    assert "Everybody helps &lt;at once&gt;." in revised.children[1].children[1].value
    text, keep, _ = parts_of_own_words(revised)
    text.value = "It depends."
    keep.click()
    card = cst.my_answers()
    assert "First: Everybody helps <at once>.\nRevised: It depends." in card.text and "&lt;at once&gt;" in card.html
    assert parts_of_own_words(cst.my_answer("02", "What happens next?"))[0].value == "Everybody helps <at once>.", (
        "it is back"
    )


def test_without_an_answer_the_page_says_so():
    assert "not kept an answer yet" in cst.my_answers().text
    assert "(nothing kept)" in cst.my_answer(2, 5, revised=True).children[1].children[1].value


def test_a_line_of_the_record_can_be_read_by_anybody(learner):
    answer()
    line = json.loads((learner / "answers.jsonl").read_text(encoding="utf-8"))
    assert set(line) == {"kind", "when", "quiz", "question", "answer", "mark"}
    assert datetime.fromisoformat(line["when"]).tzinfo is not None


def test_words_are_kept_when_the_learner_leaves_the_box_and_only_once(learner):
    text, keep, told = parts_of_own_words(cst.my_answer("02", "What happens next?"))
    text.value = "The others help."
    assert "Kept (3 words)" in told.value and kept_words()["02"]["first"] == "The others help."
    keep.click()
    assert len([entry for entry in record.entries() if entry["kind"] == "own words"]) == 1
    assert "2 texts" not in cst.my_record().text and "1 text of your own" in cst.my_record().text
