"""The learner's record: kept, restored, merged, damaged, erased."""

import json
import multiprocessing
import shutil
from datetime import datetime

import pytest

import cst1992 as cst
from cst1992.facts.files import SOURCE_TREE
from cst1992.facts.mistakes import Mistake
from cst1992.page import record, record_file
from tests.page.touching import answer


def test_the_record_lies_where_it_was_told_to(learner):
    answer()
    assert (learner / "answers.jsonl").exists() and record_file.record_folder() == learner


def test_without_a_place_of_ones_own_it_lies_in_the_users_data_folder(monkeypatch):
    monkeypatch.delenv("CST1992_HOME")
    assert "cst1992" in str(record_file.record_folder())


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


def test_a_line_of_the_record_can_be_read_by_anybody(learner):
    answer()
    line = json.loads((learner / "answers.jsonl").read_text(encoding="utf-8"))
    assert set(line) == {"kind", "when", "module", "quiz", "question", "answer", "mark"}
    assert datetime.fromisoformat(line["when"]).tzinfo is not None


OF_ANOTHER_MODULE = [
    {"kind": "country", "module": "pacific", "state": "Kazakhstan"},
    {"kind": "country", "state": "Narnia"},
    {"kind": "verdict", "module": "pacific", "claim": "one", "verdict": "true"},
    {"kind": "own words", "module": "pacific", "notebook": "02", "moment": "first", "text": "Of the ocean."},
    {"kind": "answer", "module": "pacific", "quiz": "02_the_treaty_articles", "question": "art4-duty", "answer": [1]},
]


@pytest.fixture
def brought(tmp_path):
    """The record of another module, as a file."""
    file = tmp_path / "brought.jsonl"
    lines = [json.dumps({"when": record.now(), **entry}) for entry in OF_ANOTHER_MODULE]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_lines_of_another_module_are_told_as_such_when_they_are_loaded(learner, brought):
    told = cst.load_my_record(brought)
    assert told == "0 answers were added, 0 were here already. 5 lines belong to another module and were left out."
    assert not (learner / "answers.jsonl").exists()


def test_a_record_shared_by_two_modules_gives_each_its_own(learner, brought):
    answer()
    file = learner / "answers.jsonl"
    file.write_bytes(brought.read_bytes() + file.read_bytes())
    assert len(record.entries()) == 1 and record.damage_told() == ""
    assert "Of the ocean" not in cst.my_answers().text and "Of the ocean" not in cst.done("02").text
    assert record.latest_answers("02_the_treaty_articles")["art4-duty"].get("mark") == 1
    cst.my_record(), cst.review(), cst.country("03"), cst.quiz("02")
    cst.forget(sure=True)
    assert file.read_bytes() == brought.read_bytes(), "what another module has kept stays"


def test_an_entry_that_names_no_module_is_not_doubled_by_one_that_does(learner, tmp_path):
    answer()
    older = tmp_path / "older.jsonl"
    entry = json.loads((learner / "answers.jsonl").read_text(encoding="utf-8"))
    del entry["module"]
    older.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    assert cst.load_my_record(older) == "0 answers were added, 1 was here already."


def test_a_review_speaks_only_of_questions_that_the_module_has():
    record.keep("answer", quiz="mine", question="one", answer=[0], mark=1)
    assert cst.review().text == "Nothing is due for review. Answer a quiz first."


def test_what_is_kept_of_a_section_that_the_module_has_no_more_stops_no_verb(copied):
    for name in ("notebooks", "exercises"):
        shutil.copytree(SOURCE_TREE.parent / name, copied.parent / name)
    answer()
    record.keep("verdict", claim="wording-mutual-assistance", verdict="open")
    record.keep("decision", case="armenia-2022", choice="a choice", reasons="a reason")
    record.keep("country", state="Georgia")
    path = copied / "datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    gone = ("claims", "cases", "case_choices", "case_voices", "page_words")
    content["resources"] = [one for one in content["resources"] if one["name"] not in gone]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert len(record.entries()) == 4 and record.damage_told() == ""
    assert "Core done: " in cst.done("06").text and "You stopped at" in cst.begin("02").text
    assert cst.country("03").text.startswith("Georgia")
    assert "You have not kept an answer yet" in cst.my_answers().text
