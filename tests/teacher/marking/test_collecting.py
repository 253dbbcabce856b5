"""What a learning platform hands over: every file has an owner or is named, and nothing unsafe is unpacked."""

import io
import stat
import time
import zipfile

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.collecting import found as found_there
from cst1992.teacher.marking.collecting.found import File, Refused, files_in
from cst1992.teacher.marking.collecting.roster import find, read_roster
from cst1992.teacher.marking.collecting.tries import collect
from cst1992.teacher.marking.collecting.whose import whose
from cst1992.teacher.marking.reading import Cell, Unreadable, read_sheet
from cst1992.teacher.marking.record import AT_ONE_TIME, THE_FILE
from tests.teacher.marking.sheets import NAME, changed, content, solved, the_master

SHEET = content(solved())
OTHER = content(changed("a-bound-1994", "bound_1994 = 8"))
BLANK_NAME = f"{NAME}.ipynb"


def zipped(path, files, times=None):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (times or {}).get(name, (2026, 11, 2, 10, 0, 0)))
            archive.writestr(entry, text)
    return path


@pytest.mark.parametrize(
    ("path", "student", "kind"),
    [
        (f"Anna Example_1234567_assignsubmission_file/{BLANK_NAME}", "Anna Example (1234567)", "sheet"),
        (f"Anna Example_1234567_assignsubmission_file_/{BLANK_NAME}", "Anna Example (1234567)", "sheet"),
        (f"Боб Пример_7654321_assignsubmission_file_{NAME} (1).ipynb", "Боб Пример (7654321)", "sheet"),
        (f"O'Neil, Seán_12_assignsubmission_file/{NAME}-Copy1.ipynb", "O'Neil, Seán (12)", "sheet"),
        (f"أحمد علي_99_assignsubmission_file/{NAME} - Копия.ipynb", "أحمد علي (99)", "sheet"),
        ("Anna Example_1234567_assignsubmission_onlinetext/onlinetext.html", "Anna Example (1234567)", "text"),
        (f"Group B-Anna Example_1234567_assignsubmission_file/{BLANK_NAME}", "Group B-Anna Example (1234567)", "sheet"),
        (f"exampleanna_41_977_{BLANK_NAME}", "exampleanna (41)", "sheet"),
        (f"exampleanna_LATE_41_978_{NAME}-1.ipynb", "exampleanna (41)", "sheet"),
        ("exampleanna_41_977_memo.docx", "exampleanna (41)", "other"),
        (f"Exercise 3/Example_Anna_aexample_4711/20261102101500_{BLANK_NAME}", "Example, Anna (aexample)", "sheet"),
        (f"ANNA/{NAME}/{BLANK_NAME}", "ANNA", "sheet"),
        (f"submitted/ANNA/{NAME}/{BLANK_NAME}", "ANNA", "sheet"),
        ("ANNA/homework.IPYNB", "ANNA", "sheet"),
        ("ANNA/homework.ipynb.txt", "ANNA", "sheet"),
        (f"{NAME}_anna.ipynb", "anna", "sheet"),
        ("anna.ipynb", "anna", "sheet"),
        ("Анна Пример/03.ipynb", "Анна Пример", "sheet"),
    ],
)
def test_a_file_tells_whose_it_is(path, student, kind):
    found = whose(tuple(path.split("/")), NAME)
    assert found is not None and (found.student, found.kind) == (student, kind)


def test_a_file_whose_name_is_that_of_the_exercise_alone_belongs_to_nobody_and_is_named(tmp_path):
    found = collect(files_in(zipped(tmp_path / "a.zip", {BLANK_NAME: SHEET})), the_master())
    assert found.sheets == [] and found.remarks == [f"Not taken: {BLANK_NAME}: its name tells no student."]


def test_of_several_tries_the_last_counts_and_the_others_are_named(tmp_path):
    early, late = "ANNA/03.ipynb", "ANNA/03 (1).ipynb"
    path = zipped(tmp_path / "a.zip", {late: SHEET, early: OTHER}, {early: (2026, 11, 1, 9, 0, 0)})
    (sheet,) = collect(files_in(path), the_master()).sheets
    assert sheet.content == SHEET
    assert sheet.remarks == ("Other files of the same student, not marked: ANNA/03.ipynb.",)
    assert sheet.came_as == late


def test_two_different_tries_of_one_time_are_asked_about(tmp_path):
    found = collect(files_in(zipped(tmp_path / "a.zip", {"ANNA/a.ipynb": SHEET, "ANNA/b.ipynb": OTHER})), the_master())
    (one,) = found.unclear
    assert (one.student, one.trouble, one.came_as) == ("ANNA", AT_ONE_TIME, "ANNA/a.ipynb")
    assert "ANNA/a.ipynb and ANNA/b.ipynb were handed in at one time" in one.told


def test_two_equal_tries_of_one_time_are_one(tmp_path):
    found = collect(files_in(zipped(tmp_path / "a.zip", {"ANNA/a.ipynb": SHEET, "ANNA/b.ipynb": SHEET})), the_master())
    assert found.unclear == [] and len(found.sheets) == 1


def test_a_later_turn_of_canvas_counts(tmp_path):
    files = {f"exampleanna_41_1000_{BLANK_NAME}": OTHER, f"exampleanna_LATE_41_1001_{NAME}-1.ipynb": SHEET}
    (sheet,) = collect(files_in(zipped(tmp_path / "a.zip", files)), the_master()).sheets
    assert sheet.content == SHEET and "Handed in late." in sheet.remarks


def test_a_sheet_counts_before_a_word_file_and_before_a_sheet_of_another_exercise(tmp_path):
    from cst1992.teacher.assignments import exercise_path

    other = exercise_path("02_the_treaty_articles").read_bytes()
    files = {"ANNA/memo.docx": b"PK\x03\x04", "ANNA/02.ipynb": other, "ANNA/03.ipynb": SHEET}
    late = dict.fromkeys(["ANNA/memo.docx", "ANNA/02.ipynb"], (2026, 11, 9, 9, 0, 0))
    (sheet,) = collect(files_in(zipped(tmp_path / "a.zip", files, late)), the_master()).sheets
    assert sheet.content == SHEET


def test_a_word_file_alone_is_a_sheet_that_cannot_be_read_not_nobody(tmp_path):
    (sheet,) = collect(files_in(zipped(tmp_path / "a.zip", {"ANNA/memo.docx": b"PK\x03\x04x"})), the_master()).sheets
    assert (sheet.student, sheet.file) == ("ANNA", "memo.docx")


def test_a_zip_within_a_zip_is_opened(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("my work/03.ipynb", SHEET)
    name = "Anna Example_1_assignsubmission_file/work.zip"
    (sheet,) = collect(files_in(zipped(tmp_path / "a.zip", {name: inner.getvalue()})), the_master()).sheets
    assert sheet.student == "Anna Example (1)" and sheet.content == SHEET


def test_a_name_whose_letters_cannot_be_read_closes_nothing_but_its_own_file(tmp_path):
    path = zipped(tmp_path / "a.zip", {"ANNA/a.ipynb": SHEET, "BÖRIS/a.ipynb": OTHER, "CLÄRA/a.ipynb": OTHER})
    path.write_bytes(path.read_bytes().replace("BÖRIS".encode(), b"B\xff\xfeRIS"))
    found = collect(files_in(path), the_master())
    assert {sheet.student for sheet in found.sheets} == {"ANNA", "CLÄRA"}
    assert found.remarks == ["Not taken: B??RIS/a.ipynb: the letters of its name cannot be read."]
    (one,) = found.unclear
    assert (one.student, one.trouble, one.reason) == ("B??RIS", THE_FILE, "the letters of its name cannot be read")
    assert one.told == f"{found.remarks[0]} Ask the student for the sheet."


def test_two_folders_that_differ_in_capitals_are_two_students_and_it_is_said(tmp_path):
    found = collect(files_in(zipped(tmp_path / "a.zip", {"ANNA/a.ipynb": SHEET, "anna/a.ipynb": OTHER})), the_master())
    assert {sheet.student: sheet.content for sheet in found.sheets} == {"ANNA": SHEET, "anna": OTHER}
    assert found.remarks == [
        "ANNA and anna differ only in capitals: each is marked as a student of their own. Ask whether that is right."
    ]


def test_noise_of_systems_is_left_out(tmp_path):
    files = {"__MACOSX/ANNA/._03.ipynb": b"x", "ANNA/.DS_Store": b"x", "ANNA/.ipynb_checkpoints/03.ipynb": SHEET}
    assert list(files_in(zipped(tmp_path / "a.zip", files))) == []


@pytest.mark.parametrize("name", ["../../evil.ipynb", "/etc/evil.ipynb", "C:/evil.ipynb", "a/../../evil.ipynb"])
def test_a_path_that_leads_out_of_the_zip_is_refused_by_name(tmp_path, name):
    (found,) = files_in(zipped(tmp_path / "a.zip", {name: SHEET}))
    assert isinstance(found, Refused) and "leads out" in found.why and found.path == name


def test_a_link_a_bomb_and_an_absurd_name_are_refused_and_the_rest_is_taken(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        link = zipfile.ZipInfo("ANNA/link.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("BOB/bomb.ipynb", bytes(70 * 2**20))
        archive.writestr(f"{'x' * 600}/03.ipynb", SHEET)
        archive.writestr("CLARA/03.ipynb", SHEET)
    found = collect(files_in(path), the_master())
    assert [sheet.student for sheet in found.sheets] == ["CLARA"]
    assert {"ANNA", "BOB"} <= {one.student for one in found.unclear}, "nobody is lost whose file was refused"
    assert len(found.remarks) == 3 and all(remark.startswith("Not taken: ") for remark in found.remarks)


def test_a_link_in_a_folder_is_not_followed(tmp_path):
    secret = tmp_path / "secret.ipynb"
    secret.write_bytes(SHEET)
    folder = tmp_path / "all" / "ANNA"
    folder.mkdir(parents=True)
    (folder / "03.ipynb").symlink_to(secret)
    (found,) = files_in(tmp_path / "all")
    assert isinstance(found, Refused) and "a link" in found.why


def test_a_damaged_zip_and_an_empty_place_end_in_one_sentence(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    assert list(files_in(tmp_path / "a.zip")) == []
    with pytest.raises(Mistake, match="There is nothing at"):
        list(files_in(tmp_path / "b.zip"))


def test_names_in_an_old_code_page_are_read(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("@/03.ipynb", SHEET)
    raw = path.read_bytes().replace(b"@/03", "Я/03".encode("cp866"))
    path.write_bytes(raw)
    (found,) = files_in(path)
    assert isinstance(found, File) and found.path == "Я/03.ipynb"


CLASS = "First name,Surname,ID number,Email address\nAnna,Example,1234567,anna@example.org\nБоб,Пример,7654321,b@example.org\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_class_list_is_read_in_the_usual_forms(tmp_path, encoding, sign):
    path = tmp_path / "class.csv"
    path.write_bytes(CLASS.replace(",", sign).encode(encoding))
    assert [one.shown for one in read_roster(path).students] == ["Anna Example", "Боб Пример"]


@pytest.mark.parametrize(
    ("student", "row"),
    [
        ("Anna Example (1234567)", "Anna Example"),
        ("Example, Anna", "Anna Example"),
        ("anna  example", "Anna Example"),
        ("exampleanna (41)", "Anna Example"),
        ("7654321", "Боб Пример"),
        ("Пример Боб (7654321)", "Боб Пример"),
        ("Clara Nobody (1)", None),
    ],
)
def test_a_student_is_found_on_the_list(tmp_path, student, row):
    path = tmp_path / "class.csv"
    path.write_text(CLASS, encoding="utf-8")
    found = find(student, read_roster(path).students)
    assert (found.shown if found else None) == row


def test_a_list_without_a_head_and_with_names_alone_is_a_list(tmp_path):
    path = tmp_path / "class.csv"
    path.write_text("Anna Example\nBob Other\n", encoding="utf-8")
    assert [one.shown for one in read_roster(path).students] == ["Anna Example", "Bob Other"]


def test_an_empty_list_ends_in_one_sentence(tmp_path):
    path = tmp_path / "class.csv"
    path.write_text("name\n", encoding="utf-8")
    with pytest.raises(Mistake, match="holds no student"):
        read_roster(path)


def packed(files):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return whole.getvalue()


def damaged(text):
    """A zip file whose list of contents leads nowhere."""
    return text[:-6] + b"\xc8\x00\x00\x00\x00\x00"


DEEP_ID = b'{"cells": [{"source": ["x", [1]], "id": ' + b"[" * 900 + b"]" * 900 + b"}]}"
SPOILERS = {
    "a zip file of 201 files": ("work.zip", packed({f"{number}.txt": "" for number in range(201)})),
    "a zip file that is damaged": ("work.zip", damaged(packed({"03.ipynb": SHEET}))),
    "a notebook of old whose sheets are numbers": ("03.ipynb", b'{"worksheets": [5, {"cells": null}]}'),
    "2,001 boxes": ("03.ipynb", b'{"cells": [' + b"{}," * 2_000 + b"{}]}"),
}


@pytest.mark.parametrize("kind", SPOILERS)
def test_what_one_student_hands_in_stops_nobody_else_and_stays_his_own(tmp_path, kind):
    name, text = SPOILERS[kind]
    files = {"Bob_2_assignsubmission_file/" + name: text, "Anna_1_assignsubmission_file/03.ipynb": SHEET}
    found = {
        sheet.student: sheet for sheet in collect(files_in(zipped(tmp_path / "a.zip", files)), the_master()).sheets
    }
    assert set(found) == {"Anna (1)", "Bob (2)"} and found["Anna (1)"].content == SHEET
    with pytest.raises(Unreadable):
        read_sheet(found["Bob (2)"].content)


def test_an_id_that_is_a_list_of_lists_is_none():
    assert read_sheet(DEEP_ID) == [Cell("", "x")]


def test_files_that_are_too_large_leave_room_for_those_after_them(tmp_path, monkeypatch):
    monkeypatch.setattr(found_there, "LARGEST", 2**20)
    monkeypatch.setattr(found_there, "ALL_OF_THEM", 2 * 2**20)
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"Bob_2_assignsubmission_file/{number}.bin", bytes(2**20 + 1))
        archive.writestr("Zed_3_assignsubmission_file/03.ipynb", SHEET)
    found = collect(files_in(path), the_master())
    assert [sheet.student for sheet in found.sheets] == ["Zed (3)"] and len(found.remarks) == 3


def test_a_name_of_a_file_makes_nobody_another_student(tmp_path):
    files = {"anna_41_977_03.ipynb": SHEET, "bob_42_978_x_41_assignsubmission_file_03.ipynb": OTHER}
    found = {
        sheet.student: sheet.content
        for sheet in collect(files_in(zipped(tmp_path / "a.zip", files)), the_master()).sheets
    }
    assert found == {"anna (41)": SHEET, "bob (42)": OTHER}


def test_signs_that_move_a_terminal_are_in_no_name(tmp_path):
    files = {"B\x1b[31mob_42_978_\x1b]0;x.exe": b"x", "03\r\n.ipynb": SHEET}
    found = collect(files_in(zipped(tmp_path / "a.zip", files)), the_master())
    told = "".join([*found.remarks, *(sheet.student + sheet.file for sheet in found.sheets)])
    assert found.sheets and told.isprintable()


def test_a_name_of_many_copies_is_read_at_once():
    begun = time.monotonic()
    found = whose(("copy1-copy 1" * 30 + "x.ipynb",), NAME)
    assert found is not None and time.monotonic() - begun < 1


def test_a_download_that_broke_off_is_told_and_is_no_student(tmp_path):
    path = zipped(tmp_path / "a.zip", {"ANNA/03.ipynb": SHEET})
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(Mistake, match="is damaged"):
        list(files_in(path))


@pytest.mark.parametrize(
    ("text", "told"),
    [(b"name\n" + b"a" * 200_000, "no table that can be read"), (b"name\n" + b"Anna\n" * 500_000, "smaller")],
    ids=["a cell without end", "half a million rows"],
)
def test_a_file_that_is_no_list_of_a_class_ends_in_one_sentence(tmp_path, text, told):
    path = tmp_path / "class.csv"
    path.write_bytes(text)
    with pytest.raises(Mistake, match=told):
        read_roster(path)


def test_a_list_with_the_line_ends_of_an_old_mac_is_read(tmp_path):
    path = tmp_path / "class.csv"
    path.write_bytes(b"name,id\rAnna,1\rBob,2\r")
    assert [one.shown for one in read_roster(path).students] == ["Anna", "Bob"]


def test_two_students_of_one_name_are_told_apart(tmp_path):
    path = tmp_path / "class.csv"
    path.write_text("Full name,ID number\nAnna Example,1\nAnna Example,2\n", encoding="utf-8")
    enrolled = read_roster(path).students
    assert [one.shown for one in enrolled] == ["Anna Example (1)", "Anna Example (2)"]
    found = find("Anna Example (2)", enrolled)
    assert found is not None and found.shown == "Anna Example (2)"
