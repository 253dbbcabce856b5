"""A page of feedback: right in every state, told as sentences, and nothing that a student wrote runs or hides in it."""

import re
import time
import zipfile
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest

from cst1992.teacher.marking.desk_folder import DeskFolder, file_name
from cst1992.teacher.marking.marking import absent
from cst1992.teacher.marking.master import load_master
from cst1992.teacher.marking.one_sheet import Sheet, mark_sheet, nothing_marked
from cst1992.teacher.marking.record import (
    AT_ONE_TIME,
    MARKED,
    OURS,
    STOPPED,
    THE_FILE,
    UNFINISHED,
    UNREAD,
    WAITS,
    Chosen,
    Record,
)
from cst1992.teacher.marking.sandbox import Limits
from cst1992.teacher.marking.telling.asked import asked_of, title_of
from cst1992.teacher.marking.telling.feedback import write_feedback
from cst1992.teacher.marking.telling.feedback_page import feedback_page
from cst1992.teacher.marking.telling.feedback_zip import name_in_zip
from cst1992.teacher.marking.telling.prose import prose
from cst1992.teacher.marking.telling.sentences import sentences
from tests.sheets import handed_in, near_misses, solved
from tests.teacher.marking.at_once import AtOnce
from tests.teacher.marking.sheets import content, the_master

LATER = "Whether it is right is marked later."
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\n\n[x](javascript:alert(3)) & \u202egnorw"


@cache
def asked():
    return asked_of(the_master())


def filled(**told):
    """A record of exercise 03: all right, but for tasks that are told otherwise; the memo waits."""
    tasks = []
    for task in nothing_marked(the_master()):
        right = replace(task, points=task.of, said=("✓ x: Right.",), answers=(("x", '"an answer"'),))
        ours = replace(task, text="Georgia did not prolong.", found="in its box") if task.task == "w-memo" else right
        tasks.append(replace(ours, **told.get(task.task.replace("-", "_"), {})))
    return Record("Anna Example", "key", WAITS, tuple(tasks), file="03.ipynb", handed_in="2026-11-02T10:00:00")


HOW_SURE = {
    "points": 0.5,
    "said": (
        f"→ how_sure: A word: certain. {LATER}", f"→ date_of_the_third_witness: A date, read as 6 July 1992. {LATER}",
        "✗ how_sure: Nobody here has seen the paper.", "✓ date_of_the_third_witness: Right.",
    ),
    "answers": (("how_sure", '"certain"'), ("date_of_the_third_witness", '"6.7.1992"')),
}  # fmt: skip


def page(record, with_answers=False):
    return feedback_page(record, title_of(the_master()), asked(), with_answers)


class Read(HTMLParser):
    """The words of a page in their order, its tags, and everything in them that could act."""

    def __init__(self, text):
        super().__init__()
        self.words, self.tags, self.acts, self.open = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.open.append(tag)
        self.acts += [(tag, name, value) for name, value in attributes if name.startswith("on") or name in ACTS]

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if "style" not in self.open and data.strip():
            self.words.append(" ".join(data.split()))


ACTS = ("src", "href", "style", "action", "srcset", "formaction", "data")


def words(text):
    return " ".join(Read(text).words)


def test_a_page_tells_points_what_went_well_and_what_to_read_next():
    told = words(page(filled(t_how_sure=HOW_SURE)))
    assert "5.5 of 6 points so far Not all is marked yet. 4 more points wait for your teacher." in told
    assert "What went well Everything is right in: Task 1, worked: how many were bound?" in told
    assert "A part is right in: Task 4: how sure? (1 of 2)" in told
    partly = words(page(filled(t_how_sure={**HOW_SURE, "said": ("◐ x: 5 of 6 are right.",)})))
    assert "A part is right in: Task 4: how sure? (0.5 of 1 point)" in partly
    assert (
        "What to look at next Task 4: how sure? (0.5 of 1 point) Read again: notebook 03, section “The skill: corroboration”. "
        "The skill that it trains: Corroboration. Set conflicting accounts" in told
    )
    assert "Your file: 03.ipynb, of 2 November 2026".replace(": ", " ") in told


def test_a_task_tells_what_was_asked_what_was_answered_and_why_it_is_not_right():
    told = words(page(filled(t_how_sure=HOW_SURE))).partition("Task by task")[2]
    task = told.partition("Task 4: how sure?")[2].partition("Task 5")[0]
    assert task.startswith(' 0.5 of 1 point What was asked Skill: corroboration. "The state that only the press names')
    assert (
        'how_sure "certain" ✗ Not right. Nobody here has seen the paper. '
        'date_of_the_third_witness "6.7.1992" ✓ Right.' in task
    )
    assert LATER not in told


def test_no_page_holds_a_right_answer_or_a_check_unless_it_is_asked_for():
    wrong = filled(**{
        task.task.replace("-", "_"): {"points": 0.0, "said": ("✗ x: Not this one.",)} for task in filled().tasks[:6]
    })  # fmt: skip
    right = ("len(cst.parties(&quot;1994-04-20", "&quot;6 July 1992&quot;", "A right answer", "Model answer")
    assert [one for one in (*right, "HIDDEN", "task.tell", "right=") if one in page(wrong)] == []
    shown = page(wrong, with_answers=True)
    assert all(one in shown for one in right) and "Common misreadings" not in shown and "half marks" not in shown


def test_what_a_student_has_written_is_text_wherever_it_stands():
    everywhere = {
        "said": (f"✗ how_sure: There is no state {HOSTILE!r}.",), "answers": (("how_sure", HOSTILE),), "points": 0.0,
    }  # fmt: skip
    record = filled(t_how_sure=everywhere, w_memo={"text": HOSTILE, "points": 2.0, "comments": (HOSTILE,)})
    boxes = ({"box": "a-how-sure", "error": HOSTILE, "text": HOSTILE, "whole": True},)
    text = page(replace(record, student=HOSTILE, file=HOSTILE, boxes=boxes))
    read = Read(text)
    assert not {"script", "img", "iframe", "object", "embed", "link", "form", "base", "svg"} & set(read.tags)
    assert all(name == "href" and value.startswith("#") for _, name, value in read.acts), read.acts
    assert "default-src 'none'" in text and "unsafe" not in text
    assert words(text).count("<script>alert(1)</script>") >= 6, "it is shown, as text"


def test_a_text_shows_its_levels_with_the_words_of_the_rubric_and_the_comments():
    levels = (
        Chosen("Explanation", 4, 4, "one concept in its own terms"),
        Chosen("Evidence", 2, 4, "two of them"),
    )
    marked = {"points": 3.0, "levels": levels, "comments": ("Name the day of the act.",), "said": ()}
    told = words(page(replace(filled(w_memo=marked), state=MARKED)))
    assert "9 of 10 points" in told and "so far" not in told
    assert "two keys that bear it out 2 of 4 points : two of them The highest level asks: all four" in told
    assert "What your teacher says Name the day of the act." in told
    assert "A memo of 200 words (3 of 4 points) Begin with: Evidence." in told
    assert "A memo of 200 words (the highest level in: Explanation)" in told


def test_a_text_that_waits_says_so_and_what_is_too_long_is_told():
    told = words(page(filled(w_memo={"text": "word " * 300, "found": "in a box below"})))
    memo = told.rpartition("A memo of 200 words")[2]
    assert memo.startswith(" Waits for your teacher.")
    assert "300 words. What comes after word 250 is not read. It did not stand in its own box alone." in memo


@pytest.mark.parametrize(
    ("note", "trouble", "reason", "heard"),
    [
        ("it is a PDF, not a notebook. Ask the student for the file of the exercise.", THE_FILE, "it is a PDF, not a notebook", "The reason: it is a PDF, not a notebook."),
        ("a and b were handed in at one time, and differ. Keep the one that counts.", AT_ONE_TIME, "", "Write to your teacher which of your files counts."),
        ("marking it failed (ValueError: x). Run the command again.", OURS, "", "The fault is not yours"),
    ],
)  # fmt: skip
def test_a_file_that_could_not_be_read_says_what_to_do_now(note, trouble, reason, heard):
    record = Record("Anna", "", UNREAD, nothing_marked(the_master()), note, file="memo.docx")
    told = words(page(replace(record, trouble=trouble, reason=reason)))
    assert heard in told and "What to do now" in told and "your mark is open" in told
    assert not re.search(r"Ask the student|Keep the one|Run the command|ValueError|of 10 points", told)


def test_a_file_that_is_no_sheet_tells_its_reason_without_what_the_teacher_does():
    record = mark_sheet(Sheet("Anna", b"%PDF-1.7"), the_master(), AtOnce(), Limits())
    assert record.note.endswith("Ask the student for the file of the exercise, the one that ends in .ipynb.")
    assert "The reason: it is a PDF, not a notebook. No points" in words(page(record))


def test_a_sheet_that_did_not_finish_says_where_and_what_ran_before_counts():
    open_ = {"points": None, "said": ("This was not reached.",), "answers": ()}
    record = filled(t_how_sure=open_, t_did_not_prolong=open_, t_reasons=open_)
    record = replace(record, state=UNFINISHED, trouble=STOPPED, reason="it ran for longer than 60 seconds")
    told = words(page(record))
    assert "It was stopped: it ran for longer than 60 seconds. What ran before counts" in told
    assert "It ended in or before “Task 4: how sure?”." in told
    assert "3 of 3 points so far" in told and "3 more points are open" in told
    assert told.count("Not reached: your sheet ended before it.") == 3


def test_a_sheet_of_which_nothing_is_answered_begins_with_its_first_task():
    dots = {
        "points": 0.0, "said": ("○ x: It is still three dots. Write your answer.",) * 2, "answers": (("x", "..."),),
    }  # fmt: skip
    told = {task.task.replace("-", "_"): dots for task in filled().tasks[:6]}
    blank = filled(**told, w_memo={"points": 0.0, "text": "", "said": ("No text was found.",)})
    shown = words(page(replace(blank, state=MARKED)))
    assert "0 of 10 points What went well No answer has earned points yet." in shown
    assert "What to look at next Task 1, worked: how many were bound? (0 of 1 point) It was not answered." in shown
    assert "No text was found in your sheet." in shown


def test_a_task_of_an_earlier_release_keeps_its_title_and_points():
    record = filled()
    old = replace(record.tasks[0], task="t-gone", title="A task that is gone", points=0.5)
    assert "A task that is gone 0.5 of 1 point What you answered" in words(page(replace(record, tasks=(old,))))


def test_a_box_that_ended_in_red_is_told_with_its_task():
    boxes = ({"box": "a-how-sure", "error": "SyntaxError: unterminated string literal (123.py, line 1)", "text": ""},)
    told = words(page(replace(filled(t_how_sure={**HOW_SURE, "points": 0.0}), boxes=boxes)))
    assert (
        "ended in red: what it was to give was not taken over. SyntaxError: unterminated string literal how_sure"
        in told
    )


def test_a_box_that_was_stopped_is_told_in_words_and_not_in_those_of_the_sandbox():
    boxes = ({"box": "a-how-sure", "error": "TooLong: the box ran for longer than a box may", "text": ""},)
    told = words(page(replace(filled(t_how_sure={**HOW_SURE, "points": 0.0}), boxes=boxes)))
    assert "ran too long and was stopped. Look in it for a loop without an end." in told and "TooLong" not in told


def test_the_last_verdict_counts_and_what_is_for_the_marker_stays_with_the_marker():
    said = [
        "✗ a: Uzbekistan signed in 1992.", "◐ a: 4 of 4 are right, 1 does not belong. Uzbekistan signed in 1992.",
        f"→ b: A table of 9 rows. {LATER}", "✓ six events or more: Right.", "→ for the marker: Does the source tell of it?",
        "a was found in a box further below.",
    ]  # fmt: skip
    assert [(one.name, one.kind, one.words) for one in sentences(said, ["a", "b"])] == [
        ("a", "partly", "4 of 4 are right, 1 does not belong. Uzbekistan signed in 1992."),
        ("b", "note", "A table of 9 rows."),
        ("six events or more", "right", "Right."),
        ("", "note", "a was found in a box further below."),
    ]


def test_our_own_markdown_brings_no_html_no_link_and_no_picture():
    html = prose("# A [link](https://example.org) <script>x</script> ![p](p.png)\n\n| a |\n|---|\n| 1 |")
    assert Read(html).acts == [] and set(Read(html).tags) == {"h4", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize(
    ("came_as", "name"),
    [
        ("Anna Example_123_assignsubmission_file/03.ipynb", "Anna Example_123_assignsubmission_file_/feedback_03_x.html"),
        ("Anna Example_123_assignsubmission_file_03.ipynb", "Anna Example_123_assignsubmission_file_/feedback_03_x.html"),
        ("all/Боб_7_assignsubmission_onlinetext_/a.html", "Боб_7_assignsubmission_onlinetext_/feedback_03_x.html"),
        ("exampleanna_LATE_41_977_03_x-1.ipynb", "exampleanna_LATE_41_977_03_x-1.html"),
        ("Exercise 3/Example_Anna_aexample_4711/20261102101500_03.ipynb", "Exercise 3/Example_Anna_aexample_4711/feedback_03_x.html"),
        ("ANNA/03_x/03_x.ipynb", "ANNA/03_x/feedback_03_x.html"),
        ("../../a?/b.ipynb", "a_/feedback_03_x.html"),
        ("", f"{file_name('Anna')}/feedback_03_x.html"),
    ],
)  # fmt: skip
def test_each_page_has_the_name_by_which_the_platform_knows_its_student(came_as, name):
    assert name_in_zip(Record("Anna", "", "", came_as=came_as), "03_x") == name


def test_only_what_changed_is_written_and_who_is_gone_or_absent_has_no_page(tmp_path):
    desk, master = DeskFolder(tmp_path), the_master()
    anna, boris = filled(), replace(filled(), student="Boris")
    assert write_feedback(desk, [anna, boris, absent("Clara", master)], master).written == 2
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}
    assert len(times) == 3
    assert write_feedback(desk, [anna, boris], master).written == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")} == times
    own = desk.place / "feedback" / "notes.html"
    own.write_text("the teacher's own", encoding="utf-8")
    told = write_feedback(desk, [replace(anna, file="late.ipynb")], master)
    assert (told.count, told.written) == (1, 1)
    assert sorted(path.name for path in told.pages.iterdir()) == [f"{file_name('Anna Example')}.html", own.name]
    with zipfile.ZipFile(told.zip_file) as archive:
        assert b"late.ipynb" in archive.read(archive.namelist()[0])


@pytest.mark.slow
@pytest.mark.parametrize(("name", "step"), [("02_the_treaty_articles", 2), ("06_capstone", 4)])
def test_a_near_miss_gets_a_page_with_its_sentence_its_points_and_no_right_answer(name, step):
    master = load_master(name)
    told = asked_of(master)
    for case in [case for exercise, case in near_misses() if exercise == name][::step]:
        sheet = Sheet(case["name"], content(handed_in(name, {**solved(name), **case["answers"]})))
        record = mark_sheet(sheet, master, AtOnce(), Limits())
        text = feedback_page(record, title_of(master), told)
        shown = words(text)
        assert " ".join(case["says"].split()) in shown and f"{case['points']:g} of " in shown, case["name"]
        assert not re.search(r"for the marker|marked later|A right answer|HIDDEN|Traceback", shown), case["name"]
        lost = [task for task in record.tasks if task.points is not None and task.points < task.of]
        next_ = shown.partition("What to look at next")[2].partition("Task by task")[0]
        assert lost and all(told[task.task].heading in next_ for task in lost), case["name"]
        assert 5_000 < len(text.encode()) < 60_000, case["name"]


@pytest.mark.slow
def test_three_hundred_pages_are_written_in_less_than_ten_seconds_and_each_is_small(tmp_path):
    records = [replace(filled(t_how_sure=HOW_SURE), student=f"Student {number}") for number in range(300)]
    begun = time.monotonic()
    told = write_feedback(DeskFolder(tmp_path), records, the_master())
    took = time.monotonic() - begun
    assert told.written == 300 and took < 10, f"{took:.1f} s"
    assert max(path.stat().st_size for path in told.pages.iterdir()) < 60_000
