"""A class is marked: states in words, never a false zero, nobody lost, and only what is new is marked again."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.bubblewrap import Bubblewrap
from cst1992.teacher.marking.course import assignment, mark, take
from cst1992.teacher.marking.desk_folder import DeskFolder, file_name
from cst1992.teacher.marking.one_sheet import Sheet, mark_sheet
from cst1992.teacher.marking.record import ABSENT, MARKED, UNFINISHED, UNREAD, WAITS
from cst1992.teacher.marking.sandbox import Limits, Ran
from cst1992.teacher.marking.telling.everything import tell_everything
from tests.teacher.marking.sheets import box, changed, content, solved, the_master
from tests.teacher.marking.test_collecting import zipped

RIGHT = {
    "bound_1994": 9,
    "first_signatories": {"list": ["Armenia", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"]},
    "only_in_the_press": "Turkmenistan",
    "only_in_the_official_lists": "Kyrgyzstan",
}


class AtOnce(Executor):
    """An executor that does it now, in this process."""

    def submit(self, function, /, *given, **named):
        future = Future()
        try:
            future.set_result(function(*given, **named))
        except Exception as error:
            future.set_exception(error)
        return future


@dataclass
class Knowing:
    """A sandbox that runs nothing: every sheet has the same few answers, unless it says `crash` or `stop`."""

    runs: int = 0
    name: str = "a sandbox of the tests"

    def run(self, job, limits):
        self.runs += 1
        sources = " ".join(cell["source"] for cell in job.cells)
        if "# crash" in sources:
            raise OSError("no room left")
        checks = {cell["id"]: RIGHT for cell in job.cells if "names" in cell}
        if "# stop" in sources:
            return Ran({"t-bound-1994": RIGHT}, [], None, "it ran for longer than 60 seconds")
        return Ran(checks, [], RIGHT)


@dataclass
class Stopping(Knowing):
    """The same, but two boxes ran too long: one of a task, and one of the student's own."""

    def run(self, job, limits):
        error = "TooLong: the box ran for longer than a box may"
        stopped = [cell["id"] for cell in job.cells if cell["id"] in ("a-how-sure", "own-0")]
        return replace(super().run(job, limits), boxes=[{"box": box, "error": error, "text": ""} for box in stopped])


def test_a_box_that_was_stopped_is_told_to_the_teacher_by_its_task():
    notebook = solved()
    notebook.cells.insert(0, box("while True: pass"))
    told = mark_sheet(Sheet("Anna", content(notebook)), the_master(), Stopping(), Limits())
    assert told.state == WAITS and told.remarks[-1] == (
        "A box ran too long and was stopped, and the others ran: a box of the student's own and How sure one can be, and by "
        "which witness."
    )
    empty = mark_sheet(Sheet("Anna", b""), the_master(), Knowing(), Limits())
    assert (empty.state, empty.note[:18]) == (UNREAD, "The file is empty.")


BLANK_MEMO = "%%memo 200 words. Leave this line, and write below it."
HANDED_IN = {
    "Anna Example": content(solved()),
    '=1+1, "Bob"': content(changed("w-memo", BLANK_MEMO)),
    "Боб Пример": content(changed("a-bound-1994", "bound_1994 = 9  # stop")),
    "أحمد علي": b"PK\x03\x04 a Word file",
    "Dana": content(changed("a-bound-1994", "bound_1994 = 9  # crash")),
}


@pytest.fixture
def desk(tmp_path):
    return DeskFolder(tmp_path / "marks" / the_master().name)


@pytest.fixture
def downloads(tmp_path):
    files = {
        f"{name}_{number}_assignsubmission_file/03.ipynb": text
        for number, (name, text) in enumerate(HANDED_IN.items(), 1)
    }
    return zipped(tmp_path / "downloads.zip", files)


@pytest.fixture
def the_class(tmp_path):
    path = tmp_path / "class.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Full name", "ID number"])
        writer.writerows([[name, number] for number, name in enumerate(HANDED_IN, 1)])
        writer.writerow(["Zara Absent", 99])
    return path


def run(desk, sandbox=None, places=(), roster=None):
    taken = take(list(places), roster, the_master(), desk)
    return taken, mark(the_master(), desk, sandbox or Knowing(), AtOnce(), Limits())


def table(desk):
    with desk.table.open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def test_every_student_stands_in_the_table_with_a_state_and_no_false_zero(desk, downloads, the_class):
    run(desk, places=[downloads], roster=the_class)
    rows = table(desk)
    assert {name: row["state"] for name, row in rows.items()} == {
        "Anna Example": WAITS, "'=1+1, \"Bob\"": MARKED, "Боб Пример": UNFINISHED, "أحمد علي": UNREAD, "Dana": UNREAD,
        "Zara Absent": ABSENT,
    }  # fmt: skip
    for name in ("أحمد علي", "Dana", "Zara Absent"):
        assert rows[name]["points"] == "" and {cell for key, cell in rows[name].items() if key.startswith("How")} == {
            ""
        }
    assert rows["Anna Example"]["points"] == "", "a text waits, so the sum is not known"
    assert rows['\'=1+1, "Bob"']["points"] == "3.00", "all is marked, the empty text with 0"
    assert rows["Боб Пример"]["How many states were bound at the end of 20 April 1994"] == "1.00", (
        "what ran before counts"
    )
    assert "Word file" in rows["أحمد علي"]["note"] and "no room left" in rows["Dana"]["note"]


def test_only_what_is_new_or_changed_is_marked_again_and_a_changed_mark_is_told(desk, downloads, tmp_path):
    run(desk, places=[downloads])
    sandbox = Knowing()
    _, done = run(desk, sandbox)
    assert sandbox.runs == 1 and done.kept == len(HANDED_IN) - 1, "Dana alone, whose marking failed, is tried again"
    mended = replace(the_master(), version="mended", cells=tuple(
        replace(cell, marks=cell.marks.replace("right=9", "right=8")) for cell in the_master().cells
    ))  # fmt: skip
    done = mark(mended, desk, Knowing(), AtOnce(), Limits())
    assert "Anna Example (1): 3, now 2" in done.changed


def test_a_late_sheet_is_added_and_nobody_is_lost(desk, downloads, tmp_path, the_class):
    run(desk, places=[downloads], roster=the_class)
    late = zipped(tmp_path / "late.zip", {"Zara Absent_99_assignsubmission_file/03.ipynb": content(solved())})
    sandbox = Knowing()
    take([late], the_class, the_master(), desk)
    mark(the_master(), desk, sandbox, AtOnce(), Limits())
    assert sandbox.runs == 2, "hers, and the one whose marking had failed"
    assert table(desk)["Zara Absent"]["state"] == WAITS and len(table(desk)) == len(HANDED_IN) + 1


def test_a_student_who_is_not_on_the_list_is_marked_and_named(desk, tmp_path, the_class):
    stranger = zipped(tmp_path / "a.zip", {"Stranger_500_assignsubmission_file/03.ipynb": content(solved())})
    taken, _ = run(desk, places=[stranger], roster=the_class)
    assert "Stranger (500) is not on the list of the class." in taken.remarks
    assert table(desk)["Stranger (500)"]["state"] == WAITS


def test_two_who_look_like_one_row_of_the_list_are_both_kept(desk, tmp_path):
    roster = tmp_path / "class.csv"
    roster.write_text("Full name\nAnna Example\n", encoding="utf-8")
    files = {f"Anna Example_{number}_assignsubmission_file/03.ipynb": content(solved()) for number in (1, 2)}
    taken, _ = run(desk, places=[zipped(tmp_path / "a.zip", files)], roster=roster)
    states = {name: row["state"] for name, row in table(desk).items()}
    assert states == {"Anna Example": ABSENT, "Anna Example (1)": WAITS, "Anna Example (2)": WAITS}
    assert any("all look like Anna Example of the list" in remark for remark in taken.remarks)


def test_of_two_zip_files_the_later_try_counts_whatever_their_order(desk, tmp_path):
    name, blank = "Anna_1_assignsubmission_file/03.ipynb", content(changed("w-memo", BLANK_MEMO))
    late = zipped(tmp_path / "late.zip", {name: content(solved())}, {name: (2026, 11, 9, 9, 0, 0)})
    run(desk, places=[late, zipped(tmp_path / "early.zip", {name: blank})])
    assert table(desk)["Anna (1)"]["state"] == WAITS


def test_no_name_is_a_formula_whatever_divides_the_cells(desk, tmp_path):
    files = {
        f"{name}_{number}_assignsubmission_file/03.ipynb": content(solved())
        for number, name in enumerate(["x;=1+1", "＝1+1"], 1)
    }
    run(desk, places=[zipped(tmp_path / "a.zip", files)])
    lines = desk.table.read_text(encoding="utf-8-sig").splitlines()
    assert any(line.startswith('"x;=1+1 (1)","') for line in lines) and any(
        line.startswith("\"'＝1+1 (2)") for line in lines
    )


def test_a_list_that_comes_later_gives_students_their_names_once(desk, downloads, the_class):
    run(desk, places=[downloads])
    run(desk, places=[downloads], roster=the_class)
    assert len(table(desk)) == len(HANDED_IN) + 1


def test_two_tries_of_one_time_wait_for_the_teacher(desk, tmp_path):
    other = content(changed("a-bound-1994", "bound_1994 = 8"))
    run(desk, places=[zipped(tmp_path / "a.zip", {"ANNA/a.ipynb": content(solved()), "ANNA/b.ipynb": other})])
    row = table(desk)["ANNA"]
    assert row["state"] == UNREAD and row["points"] == "" and "Keep the one that counts" in row["note"]
    (tmp_path / "unpacked" / "ANNA").mkdir(parents=True)
    (tmp_path / "unpacked" / "ANNA" / "b.ipynb").write_bytes(other)
    run(desk, places=[tmp_path / "unpacked"])
    assert table(desk)["ANNA"]["state"] == WAITS, "and what the note says helps"


def test_a_record_that_is_damaged_is_made_anew(desk, downloads):
    run(desk, places=[downloads])
    (path,) = list((desk.place / "records").glob("Anna*"))
    path.write_text("{", encoding="utf-8")
    run(desk)
    assert table(desk)["Anna Example (1)"]["state"] == WAITS


def test_a_zip_without_any_sheet_ends_in_one_sentence(desk, tmp_path):
    with pytest.raises(Mistake, match="No file of a student was found"):
        take([zipped(tmp_path / "a.zip", {})], None, the_master(), desk)


def test_an_exercise_is_named_by_its_number_or_its_name():
    assert assignment("3") == assignment("03") == assignment("03_the_signatories")
    with pytest.raises(Mistake, match="There is no exercise '9'"):
        assignment("9")


def test_where_no_box_of_any_sheet_has_run_the_fault_is_told_and_the_sheets_are_marked_again(desk, downloads):
    @dataclass
    class Broken(Knowing):
        def run(self, job, limits):
            return Ran(last=None)

    take([downloads], None, the_master(), desk)
    done = mark(the_master(), desk, Broken(), AtOnce(), Limits())
    assert any("so the fault is not in the sheets" in remark for remark in done.remarks)
    again = mark(the_master(), desk, Knowing(), AtOnce(), Limits())
    assert len(again.marked) == 4 and not any("No box" in remark for remark in again.remarks)


def test_every_student_has_files_of_their_own_on_any_system():
    names = [
        "Anna/Example",
        "Anna Example",
        "Anna:Example",
        "Anna_Example",
        "anna example",
        "CON",
        "..",
        "/",
        "x" * 300,
    ]
    made = [file_name(name) for name in names]
    assert len({one.casefold() for one in made}) == len(names)
    assert all(len(one) < 80 and not set(one) & set('/\\:*?"<>| .') and one != "CON" for one in made)


@pytest.mark.slow
@pytest.mark.xdist_group("bubblewrap")
@pytest.mark.skipif(bool(Bubblewrap.why_not()), reason=f"no sandbox here: {Bubblewrap.why_not()}")
def test_a_run_that_was_killed_goes_on_where_it_stopped(tmp_path):
    files = {f"S{number}_{number}_assignsubmission_file/03.ipynb": content(solved()) for number in range(8)}
    downloads = zipped(tmp_path / "downloads.zip", files)
    command = [
        sys.executable,
        "-m",
        "cst1992.teacher.cli",
        "mark",
        "03",
        "--from",
        str(downloads),
        "--to",
        str(tmp_path / "m"),
    ]
    begun = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    records = tmp_path / "m" / the_master().name / "records"
    for _ in range(600):
        if len(list(records.glob("*.json"))) >= 2:
            break
        time.sleep(0.1)
    os.killpg(begun.pid, signal.SIGKILL)
    begun.wait()
    kept = {path.name: path.read_bytes() for path in records.glob("*.json")}
    assert 2 <= len(kept) < 8
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 8 - len(kept), "only what was not marked yet"
    assert all(json.loads(line)["points"] == 6 for line in done.stdout.splitlines())
    assert {name: (records / name).read_bytes() for name in kept} == kept
    desk = DeskFolder(tmp_path / "m" / the_master().name)
    assert len(table(desk)) == 8 == len(tell_everything(desk, the_master()).records)
