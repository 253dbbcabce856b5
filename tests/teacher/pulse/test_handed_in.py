"""What learners hand in: every record counts once, and every file that does not count is told with its mend."""

import gzip
import zipfile

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.pulse.handed_in import Reader
from tests.teacher.pulse.a_class import Learner, hand_in, learner_of

ANSWER = ("03_the_signatories", "what-happened-in-1999", [0])


def files_of(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def small(number, of=""):
    return Learner(number, of).answer(*ANSWER).answer(*ANSWER, mark=1)


def told_of(folder):
    handed_in = Reader(folder).read()
    return len(handed_in.records), dict(told.split(": ", 1) for told in handed_in.told)


def test_each_file_that_does_not_count_is_told_in_a_sentence(tmp_path):
    half = small(2).content()
    count, told = told_of(
        files_of(
            tmp_path,
            {
                "anna.jsonl": small(1).content(),
                "half.jsonl": half + b'{"kind": "answer", "when"',
                "wide.jsonl.txt": small(3).content().decode().encode("utf-16"),
                "packed.jsonl.gz": gzip.compress(small(4).content()),
                "no_ending": small(5).content(),
                "empty.jsonl": b"\r\n\n",
                "damaged.jsonl": b'{"kind": "answer", "when": "yes\n{"kind"\n',
                "foreign.jsonl": small(6, of="anzus").content(),
                "country.jsonl": Learner(7).keep("country", state="Georgia").content(),
                "bomb.jsonl.gz": gzip.compress(b"\0" * 30 * 2**20),
                "readme.txt": b"Hello",
                "memo.docx": b"PK",
                "03.ipynb": b"{}",
                "answers-damaged.txt": b"rubbish",
                "pulse.html": b"<!doctype html>",
            },
        )
    )
    assert count == 5
    assert told == {
        "half.jsonl": "1 line of 3 could not be read; the others count.",
        "empty.jsonl": "it is empty. Ask for the file once more.",
        "damaged.jsonl": "2 lines, none of which could be read. Ask for the file once more.",
        "foreign.jsonl": "it is a record of another module (anzus). Ask for the one of The Collective Security Treaty, 1992.",
        "country.jsonl": "it holds no answer yet. Ask for the file once more.",
        "bomb.jsonl.gz": "it is damaged, or it grows to more than 20 MB. Ask for the file once more.",
        "readme.txt": 'it is no record. A record is the file that cst.save_my_record("mine.jsonl") writes.',
        "memo.docx": 'a file .docx, and no record. A record is the file that cst.save_my_record("mine.jsonl") writes.',
        "03.ipynb": 'a notebook, and no record. A record is the file that cst.save_my_record("mine.jsonl") writes.',
    }


def test_one_record_that_lies_there_twice_counts_once_and_the_fuller_one_at_that(tmp_path):
    early = small(1).content()
    later = small(1).answer(*ANSWER).content()
    folder = files_of(tmp_path, {"mine.jsonl": early, "mine (1).jsonl": later, "mine (2).jsonl": small(2).content()})
    handed_in = Reader(folder).read()
    assert sorted(len(record.entries) for record in handed_in.records) == [2, 3]
    assert handed_in.told == (
        "mine.jsonl: the same record as mine (1).jsonl, which is at least as full; it counts once.",
    )


def test_answers_that_came_with_a_copied_computer_make_nobody_the_same(tmp_path):
    teachers = small(0).lines[0] + "\n"
    files = {f"{number}.jsonl": teachers.encode() + small(number).content() for number in range(1, 7)}
    assert told_of(files_of(tmp_path, files)) == (6, {})


@pytest.mark.parametrize(
    "names",
    [
        ("Anna Example_12_assignsubmission_file/a.jsonl", "Anna Example_12_assignsubmission_file/b.jsonl", "x/c.jsonl"),
        ("home/anna/.local/a.jsonl", "home/anna/b.jsonl", "home/boris/c.jsonl"),
    ],
)
def test_two_computers_of_one_learner_are_put_together(tmp_path, names):
    folder = files_of(tmp_path, {name: small(number).content() for number, name in enumerate(names)})
    count, told = told_of(folder)
    assert count == 2 and list(told.values()) == [
        f"of the same learner as {names[0]}, and counts together with it, as one learner."
    ]


def test_a_folder_of_a_group_is_not_one_learner(tmp_path):
    files = {f"{group}/{number}.jsonl": small(10 * group + number).content() for group in (1, 2) for number in range(6)}
    assert told_of(files_of(tmp_path, files)) == (12, {})


def test_a_zip_file_is_read_like_the_folder_and_what_leads_out_of_it_is_not(tmp_path):
    hand_in(tmp_path / "all", 6)
    path = tmp_path / "moodle.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in (tmp_path / "all").rglob("*.jsonl"):
            archive.write(file, file.relative_to(tmp_path / "all"))
        archive.writestr("../out.jsonl", learner_of(9).content())
    handed_in = Reader(path).read()
    assert len(handed_in.records) == 6
    assert handed_in.told == ("../out.jsonl: not taken, since its path leads out of the zip file.",)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "holds no file. A record is the file that cst.save_my_record"),
        (
            {"a.jsonl": small(1, of="anzus").content()},
            "holds no record of this module among 1 file. a.jsonl: it is a record of",
        ),
    ],
)
def test_a_place_without_records_is_one_sentence_with_the_mend(tmp_path, files, told):
    with pytest.raises(Mistake, match=told):
        Reader(files_of(tmp_path, files)).read()
