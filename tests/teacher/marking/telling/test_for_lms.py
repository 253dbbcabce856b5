"""Files for Moodle and Canvas, read as their importers read them: who gets which points, and what they would refuse."""

import csv
import io

import pytest

from cst1992.teacher.marking.collecting.roster import read_roster
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.marking import absent
from cst1992.teacher.marking.one_sheet import nothing_marked
from cst1992.teacher.marking.record import MARKED, UNREAD, WAITS, Record, TaskMark
from cst1992.teacher.marking.telling.for_lms import write_for_lms
from tests.teacher.marking.sheets import the_master

NAMES = ["Anna Example", '=1+1, "Bob"', "Боб Пример", "أحمد علي", "Dana, Late"]
WORKSHEET = '''\
Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Last modified (grade)","Feedback comments"
"Participant 1001","Anna Example",anna@example.org,Submitted,,10.00,-,
"Participant 1002","=1+1, ""Bob""",bob@example.org,Submitted,5.00,10.00,-,"A word by hand"
"Participant 1003","Боб Пример",=bob@example.org,Submitted,,10.00,-,
"Participant 1004","أحمد علي",ahmad@example.org,Submitted,,10.00,-,
"Participant 1005","Dana, Late",dana@example.org,"No submission",,10.00,-,
'''
GRADEBOOK = '''\
Student,ID,SIS User ID,SIS Login ID,Section,Note,Exercise 02 (70),Exercise 03 (77),Current Score
,,,,,,,Manual Posting,
    Points Possible,,,,,,10.00,10.00,(read only)
Anna Example,41,007,anna,Group 1,,9.00,,90
"=1+1, ""Bob""",42,-8,+bob,Group 1,,,5.00,
Боб Пример,43,009,=bob,Group 1,,,,
أحمد علي,44,010,ahmad,Group 1,,,EX,
"Dana, Late",45,011,dana,Group 1,,,,
"Student, Test",99,,x,Group 1,,,,
'''


def marked(student, points, texts=4.0):
    first, *others, text = nothing_marked(the_master())
    tasks = (
        TaskMark(first.task, first.title, points, first.of),
        *(TaskMark(one.task, one.title, 1.0, one.of) for one in others),
        TaskMark(text.task, text.title, texts, text.of),
    )
    return Record(student, "key", MARKED if texts is not None else WAITS, tasks)


RECORDS = [
    marked("Anna Example", 2 / 3),
    marked('=1+1, "Bob"', 1.0, None),
    Record("Боб Пример", "", UNREAD, nothing_marked(the_master()), "a Word file"),
    marked("أحمد علي", 0.0),
    absent("Dana, Late", the_master()),
]
POINTS = ["9.67", None, None, "9.00", None]


def told(tmp_path, text, records=RECORDS, column=""):
    """What is told of a list, and what the file for the platform holds."""
    path = tmp_path / "class.csv"
    path.write_text(text, encoding="utf-8")
    folder = DeskFolder(tmp_path / "marks")
    table = read_roster(path).table
    folder.keep_class(type(table)(table.head, table.rows, table.students, column))
    remarks = write_for_lms(records, the_master(), folder)
    files = {one.name: one.read_bytes().decode("utf-8") for one in folder.place.glob("for_*.csv")}
    return remarks, files


def rows_of(text):
    rows = list(csv.DictReader(io.StringIO(text)))
    assert all(None not in row and None not in row.values() for row in rows), "each row has as many cells as the head"
    return rows


def test_the_worksheet_of_moodle_comes_back_with_one_column_filled(tmp_path):
    remarks, files = told(tmp_path, WORKSHEET)
    assert (remarks, list(files)) == ([], ["for_moodle.csv"])
    before, rows = rows_of(WORKSHEET), rows_of(files["for_moodle.csv"])
    for name in ("Identifier", "Email address", "Last modified (grade)", "Maximum Grade"):
        assert [row[name] for row in rows] == [row[name] for row in before], "what names a student comes back unharmed"
    assert [row["Grade"] for row in rows] == ["9.67", "5.00", "", "9.00", ""], "what is not marked stays as it was"
    assert rows[1]["Full name"] == '\'=1+1, "Bob"'
    assert [row["State"] for row in rows] == ["marked", "text waits", "could not be read", "marked", "absent"]
    assert "Feedback comments" not in rows[0], "no comment of the teacher's is written over"


def test_the_gradebook_of_canvas_comes_back_with_its_students_and_one_column(tmp_path):
    remarks, files = told(tmp_path, GRADEBOOK)
    assert (remarks, list(files)) == ([], ["for_canvas.csv"])
    text = files["for_canvas.csv"]
    assert text.startswith('"Student","ID"'), "a mark of the encoding before quotation marks stops Canvas"
    head, hidden, possible, *rows = csv.reader(io.StringIO(text))
    assert head == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Exercise 03 (77)"]
    assert hidden[-1] == "Manual Posting" and possible[0].strip() == "Points Possible" and possible[-1] == "10.00"
    assert [row[1:4] for row in rows[1:3]] == [["42", "-8", "+bob"], ["43", "009", "=bob"]], "ids come back unharmed"
    assert [row[-1] for row in rows] == ["9.67", "5.00", "", "EX", "", ""], "who is excused stays excused"
    assert rows[1][0] == '\'=1+1, "Bob"'


def test_any_list_with_addresses_or_ids_becomes_one_that_moodle_imports(tmp_path):
    lines = [f'"{name.replace(chr(34), chr(34) * 2)}",{place}@example.org' for place, name in enumerate(NAMES)]
    remarks, files = told(tmp_path, "\n".join(lines))
    rows = rows_of(files["for_moodle.csv"])
    assert [row["Points"] or None for row in rows] == POINTS
    assert [row["Email address"] for row in rows] == [f"{place}@example.org" for place in range(5)]
    assert remarks == []


def test_an_older_file_goes_when_the_list_is_another_one_and_an_equal_one_is_left_alone(tmp_path):
    told(tmp_path, WORKSHEET)
    path = tmp_path / "marks" / "for_moodle.csv"
    before = path.stat().st_mtime_ns
    told(tmp_path, WORKSHEET)
    assert path.stat().st_mtime_ns == before
    _, files = told(tmp_path, GRADEBOOK)
    assert list(files) == ["for_canvas.csv"]


NO_FILE = "No file for the learning platform is written: "
REFUSED = {
    "names alone": (
        "name\nAnna Example\n",
        NO_FILE
        + "the list of the class has no column of ids or e-mail addresses, by which Moodle and Canvas know their "
        "students. Give Moodle's grading worksheet or Canvas's exported gradebook with --roster.",
    ),
    "one id twice": (
        GRADEBOOK.replace(",43,", ",42,"),
        NO_FILE
        + '=1+1, "Bob" and Боб Пример have the same ID in the list of the class, 42, and Canvas would take both '
        "for one. Mend the list, and give it again with --roster.",
    ),
    "no column of this exercise": (
        GRADEBOOK.replace("Exercise 03", "Exercise 04"),
        NO_FILE
        + "nothing tells which column of the gradebook is for 03_the_signatories. Name it with --column, one of: "
        "Exercise 02 (70); Exercise 04 (77).",
    ),
    "a gradebook without assignments": (
        "Student,ID,SIS Login ID,Section\nAnna Example,41,anna,Group 1\n",
        NO_FILE
        + "nothing tells which column of the gradebook is for 03_the_signatories. Name it with --column, one of: "
        "it has none, so export the gradebook after you have made the assignment.",
    ),
    "other points": (
        WORKSHEET.replace("10.00", "100,00").replace(",100,00,", ',"100,00",'),
        "Moodle counts these points out of 100, and the exercise has 10: set it to 10 there before you give "
        "for_moodle.csv back.",
    ),
    "somebody who is not on the list": (
        WORKSHEET.replace('"Participant 1001","Anna Example"', '"Participant 1001","Anna Other"'),
        "Not in for_moodle.csv, because not on the list of the class: Anna Example.",
    ),
    "somebody without an address": (
        "Full name,Email address\nAnna Example,\nБоб Пример,bob@example.org\n",
        "Not in for_moodle.csv, because not known there: their Email address is empty in the list: Anna Example.",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_a_platform_would_refuse_or_misread_is_told_in_a_sentence(tmp_path, case):
    text, sentence = REFUSED[case]
    remarks, files = told(tmp_path, text)
    assert sentence in remarks
    assert bool(files) is not sentence.startswith(NO_FILE)


def test_a_column_that_is_named_is_taken(tmp_path):
    remarks, files = told(tmp_path, GRADEBOOK.replace("Exercise 03", "The second week"), column="second week")
    assert remarks == [] and '"The second week (77)"' in files["for_canvas.csv"]
    _, files = told(tmp_path, WORKSHEET.replace(",Grade,", ",Баға,"), column="Баға")
    assert next(row["Баға"] for row in rows_of(files["for_moodle.csv"])) == "9.67"
