"""A missed question comes back at once, a right one after one day, three days and more."""

from datetime import UTC, datetime, timedelta

import pytest

import cst1992 as cst
from cst1992.page.review import due, standings
from tests.page.touching import answer


def stamped(days_ago, mark=1.0, question="q"):
    when = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat()
    return {"kind": "answer", "when": when, "quiz": "z", "question": question, "mark": mark}


def test_a_missed_question_is_due_at_once_and_a_right_one_waits():
    now = datetime.now(UTC) + timedelta(seconds=5)
    assert [at.box for at in standings([stamped(0, 0)]).values()] == [1] and due([stamped(0, 0)], now, 9)
    assert due([stamped(0.5)], now, 9) == [], "a right answer waits a day"
    assert due([stamped(1.1)], now, 9), "and then comes back"
    twice = [stamped(3), stamped(1.5)]
    assert next(iter(standings(twice).values())).box == 3 and due(twice, now, 9) == [], "then after three days"


def test_retries_on_one_day_move_a_question_up_once():
    same_day = [stamped(0.001, 0), stamped(0.0009), stamped(0.0008), stamped(0.0007)]
    assert next(iter(standings(same_day).values())).box == 2


def test_missed_questions_come_first():
    entries = [stamped(30, question="old"), stamped(0, 0, question="missed")]
    assert [at.question for at in due(entries, datetime.now(UTC), 9)] == ["missed", "old"]
    assert len(due(entries, datetime.now(UTC), 1)) == 1


def test_review_brings_back_what_was_missed():
    assert "Answer a quiz first" in cst.review().text
    answer("art4-duty", mark=0, answer=[1])
    shown = [child for child in cst.review().children if "cst-question" in child._dom_classes]
    assert len(shown) == 1
    answer("art4-duty", mark=1)
    assert "The next question comes back on" in cst.review().text
    with pytest.raises(ValueError, match="Write a number from 1 up"):
        cst.review(0)
