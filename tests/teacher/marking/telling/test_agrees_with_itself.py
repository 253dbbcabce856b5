"""A class of sixty with every kind of sheet and name: each number is the same in records, tables, pages and files."""

import csv
import io
import re
from html import unescape
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from cst1992.teacher.marking.desk_folder import file_name
from cst1992.teacher.marking.marks import points_cell, whole_points
from cst1992.teacher.marking.record import ABSENT, MARKED, UNFINISHED, UNREAD, WAITS
from cst1992.teacher.marking.telling.everything import everybody, tell_everything
from tests.teacher.marking.class_of_sixty import ALIKE, STUDENTS, folder_of_sixty, mark_texts, number
from tests.teacher.marking.sheets import the_master

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("class of sixty")]
UNESCAPED = re.compile(r"<(?:script|b>Tag)", re.IGNORECASE)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The class, marked by machine; of the texts every second one is marked by hand."""
    folder = folder_of_sixty(tmp_path_factory.mktemp("sixty"))
    mark_texts(folder, [record.student for record in folder.records()][::2])
    tell_everything(folder, the_master())
    return folder


@pytest.fixture(scope="module")
def records(desk):
    return {record.student: record for record in everybody(desk, the_master())}


def table_of(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def unguarded(cell):
    """A cell as it was before it was kept from being a formula."""
    return cell.removeprefix("'")


def words_of(page):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.partition("</style>")[2])))


def test_the_class_has_every_kind_of_sheet_and_nobody_is_lost(records):
    states = [record.state for record in records.values()]
    assert len(states) == len(STUDENTS) == 60
    assert {state: states.count(state) for state in (UNREAD, UNFINISHED, ABSENT)} == {
        UNREAD: 3,
        UNFINISHED: 1,
        ABSENT: 6,
    }
    assert states.count(MARKED) > 20 and states.count(WAITS) > 15


def test_the_table_of_marks_says_what_the_records_say(desk, records):
    rows = {unguarded(row["student"]): row for row in table_of(desk.table)}
    assert set(rows) == set(records)
    for student, row in rows.items():
        marks = {mark.title: mark.points for mark in records[student].tasks}
        assert {title: row[title] for title in marks} == {title: points_cell(one) for title, one in marks.items()}
        assert (row["state"], row["points"]) == (records[student].state, points_cell(whole_points(records[student])))


def test_the_file_for_moodle_says_the_same_by_the_number_of_each_student(desk, records):
    rows = table_of(desk.place / "for_moodle.csv")
    students = desk.class_table().students
    assert [row["Identifier"] for row in rows] == [f"Participant {number(place)}" for place in range(60)]
    assert [unguarded(row["Full name"]) for row in rows] == STUDENTS
    for student, row in zip(students, rows, strict=True):
        assert (row["Grade"], row["State"]) == (points_cell(whole_points(records[student])), records[student].state)


def test_the_report_says_the_same(desk, records):
    page = (desk.place / "report.html").read_text(encoding="utf-8")
    assert not UNESCAPED.search(page)
    whole = re.split(r"<h2", page)[-1]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", whole)]
    told = {
        unescape(re.sub(r"<[^>]+>", "", row[0])): [re.sub(r"<[^>]+>", "", cell) for cell in row[1:]] for row in rows[1:]
    }
    assert set(told) == set(records)
    for student, (state, points, *tasks) in told.items():
        record = records[student]
        assert (state, points) == (record.state, points_cell(whole_points(record)))
        assert tasks == [points_cell(mark.points) for mark in record.tasks]
    said = words_of(page)
    for state in (MARKED, WAITS, UNFINISHED, UNREAD, ABSENT):
        assert f"{sum(one.state == state for one in records.values())} {state}" in said
    assert " and ".join(STUDENTS[place] for place in ALIKE) in said
    links = re.findall(r'href="(feedback/[^"]+)"', page)
    assert len(links) == 54 and all((desk.place / unquote(target)).is_file() for target in links)


def test_the_page_of_each_student_says_the_same_and_whoever_handed_in_nothing_has_none(desk, records):
    pages = {path.name: path.read_text(encoding="utf-8") for path in (desk.place / "feedback").glob("*.html")}
    there = {file_name(student) + ".html": record for student, record in records.items() if record.state != ABSENT}
    assert set(pages) == set(there)
    for name, record in there.items():
        assert not UNESCAPED.search(pages[name])
        said = words_of(pages[name])
        done = sum(mark.of for mark in record.tasks if mark.points is not None)
        if done:
            assert f"{record.points:g} of {done:g} point" in said, name
    with ZipFile(desk.place / "feedback.zip") as archive:
        assert len(archive.namelist()) == len(there)


def test_a_second_time_nothing_is_written_anew(desk):
    before = {path: path.stat().st_mtime_ns for path in desk.place.rglob("*") if path.is_file()}
    tell_everything(desk, the_master())
    assert {path: path.stat().st_mtime_ns for path in desk.place.rglob("*") if path.is_file()} == before
