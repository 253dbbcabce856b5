"""The page of feedback is said in the language of the module, in every state."""

from dataclasses import replace

import pytest

from cst1992.teacher.marking.record import (
    AT_ONE_TIME,
    ENDED_ITSELF,
    MARKED,
    OURS,
    STOPPED,
    THE_FILE,
    UNFINISHED,
    UNREAD,
    WAITS,
    Chosen,
    Record,
    TaskMark,
)
from cst1992.teacher.marking.telling.asked import Asked, Place
from cst1992.teacher.marking.telling.feedback_page import feedback_page
from tests.speech.unmarked import left_over, words_of_html

pytestmark = pytest.mark.slow

ASKED = Asked(
    "1", "2", ("a",), (Place("03", "4"), Place("", "5")), ("6", "7"), "8", 1, {"9": ("10", "11"), "12": ("", "13")}
)
SAID = ("✓ x_1: 1", "◐ x_2: 1", "✗ x_3: 1", "○ x_4: 1")
TASKS = (
    TaskMark("t", "1", 0.5, 1, SAID, answers=(("x_1", "1"),)),
    TaskMark("o", "1", 0, 1, ("○ x_1: 1",), answers=(("x_1", "..."),)),
    TaskMark("r", "1", 1, 1, ("✓ x_1: 1",)),
    TaskMark("n", "1", None, 1),
    TaskMark("w", "1", None, 4, text="1 2 3", found="in a box below"),
    TaskMark("v", "1", 3, 4, text="1", levels=(Chosen("9", 2, 4, "1"), Chosen("12", 4, 4, "2")), comments=("1",)),
    TaskMark("e", "1", 0, 4, text=""),
)
BOXES = ({"box": "a", "error": "1"},)


@pytest.mark.parametrize(
    ("state", "trouble"),
    [
        (WAITS, ""),
        (UNFINISHED, STOPPED),
        (UNFINISHED, ENDED_ITSELF),
        (UNREAD, THE_FILE),
        (UNREAD, AT_ONE_TIME),
        (UNREAD, OURS),
        (MARKED, ""),
    ],
)
def test_a_page_speaks_the_language_of_the_module(spoken, state, trouble):
    tasks = TASKS[2:3] if state == MARKED else TASKS
    record = Record("1", "", state, tasks, boxes=BOXES, file="1", handed_in="2026-11-02T10:00:00")
    record = replace(record, trouble=trouble, reason="1")
    for one in (record, replace(record, tasks=TASKS[3:5])):
        page = feedback_page(one, "1", dict.fromkeys("tornwve", ASKED), with_answers=True)
        assert '<html lang="xx">' in page and len(words_of_html(page)) > 8
        assert left_over(words_of_html(page.replace("exit()", ""))) == []
