"""The report on a class: figures worked out by hand, wrong answers with their reply, hints without a verdict."""

import re
from html import unescape

import pytest

from cst1992.teacher.marking.marking import absent
from cst1992.teacher.marking.master import Master, MasterCell
from cst1992.teacher.marking.record import MARKED, UNREAD, WAITS, Record, TaskMark
from cst1992.teacher.marking.telling.figures import Totals, machine_totals, task_figures, whole_totals
from cst1992.teacher.marking.telling.report import report_html
from cst1992.teacher.marking.telling.surprises import alike_pairs, odd_sheets
from cst1992.teacher.marking.telling.wrong_answers import wrong_answers
from cst1992.teacher.marking.texts.hand_marks import HandMark

MASTER = Master(
    "03_x",
    (
        MasterCell("t-1", "check", "code", "", points=1.0, title="Easy"),
        MasterCell("t-2", "check", "code", "", points=2.0, title="Hard"),
        MasterCell("t-3", "check", "code", "", points=1.0, title="Middle"),
        MasterCell("w", "text", "code", "", points=4.0, title="Memo"),
    ),
    "",
)


def sheet(student, *points, text=4.0, answers=()):
    tasks = [
        TaskMark(
            f"t-{place}", title, one, of,
            tuple(f"✗ {name}: Not {given}." for name, given in answers if name.endswith(str(place))),
            answers=tuple((name, given) for name, given in answers if name.endswith(str(place))),
        )
        for place, (one, of, title) in enumerate(zip(points, (1.0, 2.0, 1.0), ("Easy", "Hard", "Middle"), strict=True), 1)
    ]  # fmt: skip
    memo = TaskMark("w", "Memo", text, 4.0, text=f"The words of {student}.")
    return Record(student, "key", MARKED if text is not None else WAITS, (*tasks, memo), sandbox="bubblewrap")


# Twelve sheets: the better the sheet, the more of everything, but for one who is right on what is hard alone.
CLASS = [
    *[sheet(f"Good {place}", 1.0, 0.0, 1.0, text=4.0) for place in range(5)],
    *[sheet(f"Fair {place}", 1.0, 0.0, 0.5, text=2.0) for place in range(6)],
    sheet("Odd", 0.0, 2.0, 0.0, text=0.0),
]
NOTHING = [absent("Zoe", MASTER), Record("Word", "", UNREAD, absent("Zoe", MASTER).tasks, "a Word file")]


def words_of(page):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.partition("</style>")[2])))


def test_the_figures_of_a_task_are_those_worked_out_by_hand_and_nobody_unmarked_counts():
    easy, hard, middle, memo = task_figures([*CLASS, *NOTHING], MASTER)
    assert (easy.sheets, easy.whole, easy.nothing) == (12, 11, 1) and easy.facility == pytest.approx(11 / 12)
    assert hard.facility == pytest.approx(2 / 24) and middle.facility == pytest.approx(8 / 12)
    assert memo.facility == pytest.approx(32 / 48)
    # the rest of a sheet for Middle: (1+4)/7 five times, (1+2)/7 six times, 2/7 once
    assert middle.discrimination == pytest.approx(4 / (7 / 6 * 14.25) ** 0.5)
    assert hard.discrimination is not None and hard.discrimination < 0
    assert hard.in_words == "look at it: the better sheets do worse here"
    assert middle.in_words == "it tells clearly who knows the rest"


def test_from_few_sheets_or_from_equal_ones_nothing_is_said_of_a_task():
    few = task_figures(CLASS[:9], MASTER)
    assert {one.in_words for one in few} == {"too few sheets to say"} and few[2].discrimination is None
    alike = task_figures([sheet(f"S{place}", 1.0, 2.0, 1.0) for place in range(10)], MASTER)
    assert {one.in_words for one in alike} == {"nothing: all got the same"}
    assert [one.facility for one in task_figures(NOTHING, MASTER)] == [None] * 4


def test_totals_lie_in_parts_of_one_point_with_the_border_above():
    totals = Totals(4.0, (0.0, 0.99, 1.0, 3.0, 4.0))
    assert totals.parts == [(0.0, 1.0, 2), (1.0, 2.0, 1), (2.0, 3.0, 0), (3.0, 4.0, 2)]
    assert (totals.mean, totals.median) == (pytest.approx(1.798), 1.0)
    waiting = [sheet("A", 1.0, 2.0, 1.0, text=None), sheet("B", 1.0, 1.0, 1.0)]
    assert whole_totals([*waiting, *NOTHING], MASTER) == Totals(8.0, (7.0,))
    assert machine_totals([*waiting, *NOTHING], MASTER) == Totals(4.0, (4.0, 3.0))


def test_wrong_answers_are_grouped_and_what_waits_with_dots_is_none():
    given = [(("a1", "8"), ("b2", "...")), (("a1", "8"),), (("a1", "7"),)]
    records = [sheet(f"S{place}", 0.0, 0.0, 1.0, answers=answers) for place, answers in enumerate(given)]
    found = wrong_answers(records)
    assert [(one.answer, one.students, one.reply) for one in found["t-1"]] == [
        ("8", ("S0", "S1"), "Not 8."),
        ("7", ("S2",), "Not 7."),
    ]
    assert "t-2" not in found, "three dots are no answer"


def test_a_sheet_that_is_right_on_what_is_hard_and_open_on_what_is_easy_is_named():
    (odd,) = odd_sheets(CLASS, task_figures(CLASS, MASTER))
    assert (odd.student, odd.right, odd.nothing) == ("Odd", ("Hard",), ("Easy",))


def test_two_with_the_same_rare_wrong_answers_to_two_tasks_are_a_hint_and_what_many_gave_is_none():
    rare, common = (("a1", "77"), ("b2", '"Mars"')), (("a1", "8"), ("b2", '"Belarus"'))
    records = [sheet(f"C{place}", 0.0, 0.0, 1.0, answers=common) for place in range(5)]
    records += [sheet(name, 0.0, 0.0, 1.0, answers=rare) for name in ("Anna", "Bob")]
    records += [sheet("One task", 0.0, 2.0, 1.0, answers=(("a1", "5"),)) for _ in range(2)]
    (pair,) = alike_pairs(records)
    assert pair.students == ("Anna", "Bob") and len(pair.answers) == 2
    assert "These are hints and no verdict" in words_of(report_html(records, MASTER, []))


def mark(marker, points, decides=False):
    return HandMark("w", marker, "text", "rubric", {"A": points}, points=points, decides=decides)


def test_the_report_says_who_has_marked_how_many_texts_and_how_two_markers_agree():
    texts = [
        [mark("Ada", 4.0), mark("Ben", 4.0)],
        [mark("Ada", 3.0), mark("Ben", 2.5)],
        [mark("Ada", 4.0), mark("Ben", 2.0), mark("Ben", 3.0, decides=True)],
        [mark("Ada", 1.0)],
    ]
    said = words_of(report_html(CLASS, MASTER, texts))
    assert "4 texts were marked by hand: Ada 4 and Ben 3." in said
    assert "texts of both equal at most 0.5 apart Ada and Ben 3 1 2" in said


def test_the_report_says_what_waits_who_is_absent_and_where_the_sheets_ran():
    records = [*CLASS[:11], sheet("<script>alert(1)</script>", 1.0, 2.0, 1.0, text=None), *NOTHING]
    page = report_html(records, MASTER, [])
    said = words_of(page)
    assert "13 of 14 handed in 11 marked 1 text waits 0 did not finish 1 could not be read 1 absent" in said
    assert "1 sheet waits for a text to be marked at the desk." in said
    assert "Word could not be read a Word file" in said and "Handed in nothing: 1 Zoe" in said
    assert "The sheets ran in bubblewrap." in said
    assert "Everything is marked on 11 sheets. Of these: mean 4.64, median 3.50 of 8 points." in said
    assert "By machine, without the texts: mean 1.92, median 1.75 of 4 points." in said
    assert "<script" not in page and "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "4. Memo 4 11" in said and "it tells clearly who knows the rest (1 text waits)" in said


def test_a_report_on_nobody_is_a_report():
    said = words_of(report_html([], MASTER, []))
    assert "0 of 0 handed in" in said and "Nothing." in said and "No wrong answer yet." in said and "nan" not in said
