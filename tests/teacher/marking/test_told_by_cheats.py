"""Lines that a student's code has written itself where a sheet tells its answers: no points, no harm, no long wait."""

import json
import os
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

import pytest

from cst1992.teacher.marking import judging
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.judging import judge
from cst1992.teacher.marking.listening import MOST_LINES, _lines
from cst1992.teacher.marking.marking import mark_class
from cst1992.teacher.marking.one_sheet import Sheet, mark_sheet
from cst1992.teacher.marking.read_back import read_back
from cst1992.teacher.marking.record import UNREAD, WAITS
from cst1992.teacher.marking.sandbox import Limits, Ran, gathered
from tests.teacher.marking.sheets import before, content, solved, the_master

CHECK = "t-bound-1994"


@dataclass
class Lying:
    """A sandbox whose sheet has told these lines, whatever stands in it."""

    told: bytes
    name: str = "a sandbox of the tests"

    def run(self, job, limits):
        return gathered(_lines(self.told + b'{"end": {}}\n'), "")


def says(value, **more):
    return json.dumps({"check": CHECK, "values": {"bound_1994": value, **more}}).encode() + b"\n"


def column(values, kind):
    return {"column": {"values": values, "type": kind}, "index": [0], "name": None}


DEEP = b'{"check": "t-bound-1994", "values": {"bound_1994": '
LIES = {
    "lists in lists without end": DEEP + b"[" * 50_000 + b"]" * 50_000 + b"}}\n",
    "values in values": DEEP + b'{"list": [' * 450 + b"1" + b"]}" * 450 + b"}}\n",
    "a number of two gigabytes": says({"numpy": 12, "type": "V2000000000"}),
    "texts of eight gigabytes": says({"array": {"list": ["a"] * 10_000}, "type": "<U200000"}),
    "a type that is a table of types": says({"array": 12, "type": {"names": ["a"], "formats": ["i4"], "offsets": [2**31 - 9]}}),
    "a type of a library that is not there": says(column(["a"], "string[pyarrow]")),
    "a type that opens a file": says(column(["2020-01-01"], "datetime64[ns, dateutil//etc/hostname]")),
    "no answers": b'{"box": "a", "check": "t-bound-1994", "values": 5}\n',
    "no end": b'{"box": "a", "end": 5}\n',
    "a box that is none": b'{"box": {"x": [1]}, "text": 5, "error": null, "whole": []}\n',
    "no letters": b'{"box": "\xff"}\n',
    "a check without a name": b'{"check": null, "values": {"bound_1994": 9}}\n',
    "a text of sixteen million letters": says("Armenia " * 2_000_000),
    "a number of four million figures": says("9" * 4_000_000),
    "a hundred thousand names": says({"list": [f"Armenja{number}" for number in range(100_000)]}),
    "a table of 20,000 columns": says({"table": [{"values": [1], "type": "int64"}] * 20_000, "names": [], "index": [0]}),
    "the tools of the judge": says(12, __builtins__={"dict": []}, Task={"other": "function"}, round={"other": "function"}),
    "a type with a long name": says({"other": "a" * 1_000_000}),
}  # fmt: skip


@pytest.mark.parametrize("kind", LIES)
def test_a_lie_earns_nothing_and_is_a_wrong_answer_like_others(kind):
    begun = time.monotonic()
    record = mark_sheet(Sheet("Anna", content(solved())), the_master(), Lying(LIES[kind]), Limits())
    task = next(one for one in record.tasks if one.task == CHECK)
    assert (task.points, record.points) == (0.0, 0.0) and not record.note, record.note
    assert len(json.dumps(record.boxes)) + len(str(task.said)) < 20_000 and time.monotonic() - begun < 15


def test_of_many_lines_the_first_are_heard():
    assert len(_lines(b'{"box": "a"}\n' * (MOST_LINES + 10))) == MOST_LINES


def test_what_a_box_says_is_cut_and_its_own_names_are_dropped():
    (box,) = gathered([{"box": "a", "text": "x" * 9_000, "error": ["e"], "whole": 1, "script": "<script>"}], "").boxes
    assert set(box) == {"box", "error", "text", "whole"} and len(box["text"]) == 4_000 and box["whole"] is False


def test_a_check_that_takes_too_long_is_told_and_has_no_false_zero(monkeypatch):
    monkeypatch.setattr(judging, "SECONDS", 0.2)
    endless = replace(
        the_master().checks[0], marks="while True:\n    try:\n        1 / 0\n    except Exception:\n        pass\n1.0"
    )
    judged = judge(endless, {"bound_1994": 9})
    assert judged.points is None and judged.why_not == "the check took longer than 0.2 seconds"


def test_numbers_and_texts_of_numpy_come_back_as_they_were():
    assert read_back({"array": {"list": ["a", "b"]}, "type": "<U1"}).tolist() == ["a", "b"]
    assert (
        read_back({"numpy": 9, "type": "<i8"}) == 9
        and read_back({"array": {"list": [1.5]}, "type": "<f8"}).dtype == float
    )


@dataclass
class Ending:
    """A sandbox that ends the whole process where a sheet says so."""

    name: str = "a sandbox of the tests"

    def run(self, job, limits):
        if any("# the end" in cell["source"] for cell in job.cells):
            os._exit(1)
        return Ran({CHECK: {"bound_1994": 9}}, [], {"bound_1994": 9})


def test_a_sheet_that_ends_the_process_that_marks_it_costs_nobody_else_anything(tmp_path):
    bad = Sheet("Bad", content(before("a-bound-1994", "# the end")))
    sheets = [bad, *[Sheet(f"Good {number}", content(solved())) for number in range(3)]]
    desk = DeskFolder(tmp_path)
    with ProcessPoolExecutor(max_workers=2) as executor:
        mark_class(sheets, the_master(), Ending(), executor, desk, Limits())
    states = {record.student: record.state for record in desk.records()}
    assert states == {"Bad": UNREAD, "Good 0": WAITS, "Good 1": WAITS, "Good 2": WAITS}
