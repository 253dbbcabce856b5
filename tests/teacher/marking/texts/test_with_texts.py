"""What people mark of texts is kept whole, outlives another run of the machine, and is one number everywhere."""

import csv
import json
from dataclasses import replace

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.course import take
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.record import MARKED, UNREAD, WAITS, Chosen, Record, TaskMark, read_record, write_record
from cst1992.teacher.marking.telling.everything import tell_everything
from cst1992.teacher.marking.texts.hand_marks import HandMark, keep, read_hand_marks, text_key
from cst1992.teacher.marking.texts.rubric import rubric_of
from cst1992.teacher.marking.texts.standing import CHANGED, DIFFER, NO_TEXT, standing
from cst1992.teacher.marking.texts.with_texts import with_texts
from tests.teacher.marking.sheets import content, solved, the_master
from tests.teacher.marking.test_collecting import zipped

TEXT = "Georgia did not prolong the Treaty."
RUBRIC = rubric_of(the_master(), "w-memo")


def mark(*points, marker="Anna", text=TEXT, **more):
    levels = dict(zip((criterion.name for criterion in RUBRIC.criteria), points, strict=False))
    whole = RUBRIC.points(levels) if len(points) == 3 else None
    return HandMark("w-memo", marker, text_key(text), RUBRIC.version, levels, points=whole, **more)


def record(text=TEXT, state=WAITS):
    by_machine = [TaskMark(cell.identity, cell.title, cell.points, cell.points) for cell in the_master().checks]
    memo = TaskMark(
        "w-memo", "Memo", None if text else 0.0, 4, () if text else ("No text was found.",), text, "in its box"
    )
    return Record("Dana", "key", state, (*by_machine, memo))


@pytest.fixture
def desk(tmp_path):
    return DeskFolder(tmp_path / "marks" / the_master().name)


def test_a_marked_text_has_its_points_levels_and_comments_and_nothing_waits_any_more():
    found = with_texts(record(), [mark(4, 3, 1, comments=("Name the owner.",))], the_master())
    memo = found.tasks[-1]
    assert (found.state, found.points, memo.points) == (MARKED, 8.5, 2.5)
    assert memo.levels[1] == Chosen("Evidence", 3, 4, "three of them")
    assert (memo.comments, memo.markers) == (("Name the owner.",), ("Anna",))


def test_a_mark_with_a_criterion_open_counts_for_nothing_yet():
    assert with_texts(record(), [mark(4, 3)], the_master()) == record()


def test_a_sheet_that_was_stopped_stays_so_and_an_unread_one_has_no_text():
    assert with_texts(record(state="did not finish"), [mark(4, 4, 4)], the_master()).state == "did not finish"
    unread = Record("Dana", "", UNREAD, (TaskMark("w-memo", "Memo", None, 4),))
    assert with_texts(unread, [mark(4, 4, 4)], the_master()) == unread


def test_no_text_is_nought_until_somebody_has_marked_what_stands_elsewhere():
    empty = with_texts(record("", MARKED), [], the_master())
    assert (empty.tasks[-1].points, empty.state) == (0, MARKED)
    found = with_texts(record("", MARKED), [mark(2, 2, 2, text="")], the_master()).tasks[-1]
    assert (found.points, found.said) == (2, ())


def test_a_mark_of_a_text_that_has_changed_does_not_count_and_is_told():
    found = with_texts(record("Another text."), [mark(4, 4, 4)], the_master())
    assert (found.state, found.tasks[-1].points) == (WAITS, None)
    assert found.remarks == (f"{RUBRIC.title}: the text has changed since it was marked.",)
    assert standing([mark(4, 4, 4)], "Another text.", RUBRIC).state == CHANGED
    assert standing([mark(4, 4, 4)], "", RUBRIC).state == NO_TEXT
    other = replace(RUBRIC, of=8)
    assert "its rubric has changed since" in standing([mark(4, 4, 4)], TEXT, other).told


def test_of_two_markers_the_first_counts_while_they_agree_and_a_third_look_decides_where_they_differ():
    first, close, far = mark(3, 3, 3), mark(3, 3, 4, marker="Bob"), mark(1, 1, 1, marker="Bob")
    found = with_texts(record(), [first, close], the_master()).tasks[-1]
    assert (found.points, found.markers) == (3, ("Anna", "Bob"))
    apart = with_texts(record(), [first, far], the_master())
    assert (apart.state, apart.tasks[-1].points) == (WAITS, None)
    assert apart.remarks[-1].endswith("the markers differ (Anna 3, Bob 1). A third look decides.")
    assert standing([first, far], TEXT, RUBRIC).state == DIFFER
    decided = with_texts(record(), [first, far, mark(2, 2, 2, marker="Bob", decides=True)], the_master())
    assert (decided.state, decided.tasks[-1].points) == (MARKED, 2)


def test_marks_are_kept_for_each_marker_and_an_empty_one_is_taken_away(desk):
    path = desk.texts("Дана, =1+1")
    for one in (mark(3), mark(1, 1, 1, marker="Bob"), mark(3, 2), mark(4, 4, 4, marker="Bob", decides=True)):
        keep(path, "Дана, =1+1", one)
    assert read_hand_marks(path) == [mark(3, 2), mark(1, 1, 1, marker="Bob"), mark(4, 4, 4, marker="Bob", decides=True)]
    keep(path, "Дана, =1+1", mark())
    assert [one.marker for one in read_hand_marks(path)] == ["Bob", "Bob"]
    assert json.loads(path.read_text(encoding="utf-8"))["student"] == "Дана, =1+1"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text[:40], "cannot be read"),
        (lambda text: text.replace('"form": 1', '"form": 2'), "was written by another release of the module"),
        (lambda text: text.replace('"levels"', '"level"'), "is damaged (KeyError: 'levels')"),
        (lambda text: text.replace('"points": 4.0', '"points": "four"'), "'four' are no points"),
        (lambda text: text.replace('"points": 4.0', '"points": 40'), "Anna has 40 points, and the levels give 4"),
        (lambda text: text.replace('"Evidence": 4', '"Evidence": 7'), "Evidence has no level of 7 points"),
    ],
)  # fmt: skip
def test_a_file_that_somebody_has_spoilt_is_named_and_nothing_is_lost(desk, change, told):
    path = desk.texts("Dana")
    desk.write(record())
    keep(path, "Dana", mark(4, 4, 4))
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(Mistake) as why:
        tell_everything(desk, the_master())
    assert told in str(why.value) and str(path) in str(why.value) and path.read_bytes() == before


def test_the_table_has_the_marks_of_texts_and_they_stay_when_the_list_of_the_class_comes_later(desk, tmp_path):
    downloads = zipped(tmp_path / "a.zip", {"Dana_7_assignsubmission_file/03.ipynb": content(solved())})
    take([downloads], None, the_master(), desk)
    keep(desk.texts("Dana (7)"), "Dana (7)", mark(4, 4, 4))
    roster = tmp_path / "class.csv"
    roster.write_text("Full name,ID number\nDana,7\n", encoding="utf-8")
    take([downloads], roster, the_master(), desk)
    desk.write(record())
    assert [one.state for one in tell_everything(desk, the_master()).records] == [MARKED]
    with desk.table.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["student"], row["points"], row[the_master().texts[0].title]) == ("Dana", "10.00", "4.00")


def test_a_record_of_an_older_release_is_still_read(tmp_path):
    path = tmp_path / "Dana.json"
    write_record(record(), path)
    kept = json.loads(path.read_text(encoding="utf-8"))
    for task in kept["tasks"]:
        for name in ("levels", "comments", "markers"):
            del task[name]
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert read_record(path) == record()
    whole = with_texts(record(), [mark(4, 3, 1, comments=("Good.",))], the_master())
    write_record(whole, path)
    assert read_record(path) == whole
