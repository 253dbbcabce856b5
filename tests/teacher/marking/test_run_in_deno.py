"""The sandbox for every system: sheets in Deno with Pyodide earn what they merit there too, and reach nothing."""

from __future__ import annotations

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cst1992.teacher.assignments import assignment_names
from cst1992.teacher.marking.deno import kept
from cst1992.teacher.marking.deno.sandbox import Deno
from cst1992.teacher.marking.listening import NotReady
from cst1992.teacher.marking.master import load_master
from cst1992.teacher.marking.one_sheet import Sheet, mark_sheet
from cst1992.teacher.marking.record import UNFINISHED, WAITS
from cst1992.teacher.marking.sandbox import Job, Limits
from tests.browser.tab import pyodide
from tests.sheets import blank, master, score
from tests.teacher.marking.sheets import BY_MACHINE, before, changed, content, solved, the_master
from tests.teacher.marking.test_run_apart import ACCIDENTS, CHEATS, MODULE, later

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("deno"),
    pytest.mark.skipif(bool(Deno.why_not()), reason=f"no Deno here: {Deno.why_not()}"),
]
LIMITS = Limits(seconds_a_box=20, seconds_a_sheet=90, memory=1_500)


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory):
    place = tmp_path_factory.mktemp("cache") / "pyodide"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "place_of_kept", lambda: place)
        one = Deno(tmp_path_factory.mktemp("room"), pyodide())
        one.make_ready()
    return one


@pytest.fixture(scope="module")
def mark(sandbox):
    return lambda notebook, limits=LIMITS: mark_sheet(Sheet("Anna", content(notebook)), the_master(), sandbox, limits)


def printed(record):
    return "\n".join(one["text"] + one["error"] for one in record.boxes if one["box"].startswith("own-"))


def points_of(record):
    return {task.task: task.points for task in record.tasks}["t-bound-1994"]


def test_a_right_sheet_has_all_points_and_the_record_says_where_it_ran(mark):
    record = mark(solved())
    assert record.points == BY_MACHINE and record.state == WAITS and record.sandbox == "Deno with Pyodide"
    assert not any(one["error"] for one in record.boxes)


FORGED_LINE = json.dumps({"check": "t-bound-1994", "values": {"bound_1994": 12}, "points": 1})
ON_THE_PIPE = f"import js\njs.Deno.stdout.writeSync(js.TextEncoder.new().encode({FORGED_LINE!r} + '\\n'))"


@pytest.mark.parametrize(
    "sheet",
    [CHEATS["rewrites the points of a task"], CHEATS["replaces globals"], later(ON_THE_PIPE)],
    ids=["rewrites the points of a task", "replaces globals", "tells points of its own"],
)
def test_a_cheat_has_the_points_that_its_answers_merit(mark, sheet):
    record = mark(sheet)
    assert points_of(record) in (0.0, None) and (record.points or 0) <= BY_MACHINE - 1, record


REACHES = {
    "solutions": f"D.readTextFileSync({str(MODULE / 'solutions' / '03_the_signatories' / '03_the_signatories.ipynb')!r})",
    "a folder of the machine": "list(D.readDirSync('/'))",
    "the environment": "D.env.toObject()",
    "another program": "D.Command.new('/bin/sh').outputSync()",
    "the network": "D.listen(js.JSON.parse('{\"port\": 0}'))",
    "who runs it": "D.hostname()",
    "a file to write": "D.writeTextFileSync(D.mainModule.removeprefix('file://'), 'x')",
    "a library of the system": "D.dlopen('libc.so.6', js.Object.new())",
    "the library": "open('/packages/pandas/__init__.py', 'a').write('x')",
}  # fmt: skip


def test_a_sheet_reaches_nothing_of_the_machine_through_javascript(mark, sandbox):
    tries = [
        f"try:\n    {code}\n    print({name!r}, 'REACHED')\nexcept BaseException as error:\n    print({name!r}, 'refused:', error)"
        for name, code in REACHES.items()
    ]
    record = mark(before("a-bound-1994", "import js\nD = js.Deno\n" + "\n".join(tries)))
    said = printed(record)
    assert "REACHED" not in said and said.count("refused:") == len(REACHES), said
    assert said.count("NotCapable") >= len(REACHES) - 1, said
    assert record.points == BY_MACHINE


def test_an_endless_loop_costs_only_its_box(mark):
    record = mark(before("a-reasons", "while True: pass"), Limits(seconds_a_box=6, seconds_a_sheet=90))
    assert record.points == BY_MACHINE and record.state == WAITS
    assert "ran for longer than a box may" in printed(record)


@pytest.mark.release
def test_a_loop_that_hears_no_alarm_is_stopped_from_outside_and_what_ran_before_counts(mark):
    loop = "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass"
    began = time.monotonic()
    record = mark(before("a-reasons", loop), Limits(seconds_a_box=10, seconds_a_sheet=25))
    assert record.state == UNFINISHED and record.points == BY_MACHINE - 1 and "25 seconds" in record.note
    assert time.monotonic() - began < 25 + 120


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import os; os._exit(3)", "ended its own run"),
        pytest.param(
            "import js\nwhile True: js.console.log('x' * 10**6)", "told more than 20 MB", marks=pytest.mark.release
        ),
        pytest.param(
            "import js\nkept = [js.Uint8Array.new(10**8).fill(1) for _ in range(100)]",
            "of memory",
            marks=pytest.mark.release,
        ),
    ],
    ids=["os._exit", "endless output", "memory outside of Python"],
)
def test_what_ends_or_floods_its_process_keeps_what_ran_before(mark, source, told):
    record = mark(before("a-reasons", source))
    assert record.state == UNFINISHED and record.points == BY_MACHINE - 1 and told in record.note, record


@pytest.mark.release
def test_ten_gigabytes_cost_only_their_box(mark):
    record = mark(before("a-reasons", "x = bytearray(10**9) * 3"))
    assert record.points == BY_MACHINE and "MemoryError" in printed(record)


def test_an_accident_costs_what_the_answers_lost(mark):
    notebook, points = ACCIDENTS["a list of a million"]
    assert mark(notebook).points == points


@pytest.mark.release
def test_sheets_side_by_side_have_nothing_to_do_with_each_other(mark):
    writes = changed(
        "a-bound-1994", "open('/sheet/note', 'w').write('9')\nopen('/library/note', 'w').write('9')\nbound_1994 = 12"
    )
    reads = changed(
        "a-bound-1994",
        "import os\nbound_1994 = [p for p in ('/sheet/note', '/library/note') if os.path.exists(p)] or 9",
    )
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(mark, [writes, reads])
    assert (points_of(first), points_of(second)) == (0, 1)
    assert points_of(mark(reads)) == 1


def test_a_sandbox_that_does_not_start_is_no_fault_of_the_student(sandbox, tmp_path):
    broken = Deno(tmp_path)
    broken.kept = Path(os.devnull)
    with pytest.raises(NotReady, match="did not start"):
        broken.run(Job(()), LIMITS)


@pytest.mark.parametrize("name", assignment_names())
@pytest.mark.release
def test_solution_and_blank_sheet_of_every_exercise_have_the_points_that_they_merit(sandbox, name):
    whole = load_master(name)
    for notebook in (master(name), blank(name)):
        expected = score(notebook)
        record = mark_sheet(Sheet("Anna", content(notebook)), whole, sandbox, LIMITS)
        given = {task.task: task.points for task in record.tasks}
        assert {task: given[task] for task in expected.points} == expected.points, record.note
