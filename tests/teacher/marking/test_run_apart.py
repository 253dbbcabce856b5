"""Hostile and broken sheets in the sandbox: the mark is what the answers merit, and nothing reaches what it should not."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from cst1992.teacher.assignments import exercise_path
from cst1992.teacher.marking.bubblewrap import Bubblewrap
from cst1992.teacher.marking.library_copy import write_library_copy
from cst1992.teacher.marking.one_sheet import Sheet, mark_sheet
from cst1992.teacher.marking.record import MARKED, UNFINISHED, UNREAD, WAITS
from tests.teacher.marking.in_bubblewrap import LIMITS, WHERE_IT_WORKS
from tests.teacher.marking.sheets import (
    BY_MACHINE,
    before,
    box,
    cell_of,
    changed,
    content,
    place_of,
    solved,
    the_master,
    with_copy_of,
    without,
)

pytestmark = WHERE_IT_WORKS


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory):
    return Bubblewrap(write_library_copy(tmp_path_factory.mktemp("library")))


@pytest.fixture(scope="module")
def mark(sandbox):
    return lambda notebook: mark_sheet(Sheet("Anna", content(notebook)), the_master(), sandbox, LIMITS)


WRONG = "bound_1994 = 12"  # for those who try to have their points without knowing


def cheat(source, answer=WRONG):
    """The right sheet with one wrong answer, and with a box before it that is to help."""
    notebook = changed("a-bound-1994", answer)
    notebook.cells.insert(place_of(notebook, "a-bound-1994"), box(source))
    return notebook


def later(source):
    """The same with the box at the end, where all answers stand."""
    notebook = changed("a-bound-1994", WRONG)
    notebook.cells.append(box(source))
    return notebook


FORGED_SCORE = "from cst1992.answers.task import Task\nTask.score = lambda self: self.points"
FORGED_CHECKS = (
    "from cst1992.answers import value_checks\nfrom cst1992.answers.verdict import Verdict\n"
    "value_checks.number = lambda *a, **b: Verdict(1.0, 'Right.')"
)
EQUAL_TO_ALL = (
    "class Nine(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__\nbound_1994 = Nine(12)"
)
FORGED_PANDAS = (
    "import pandas as pd\nclass Table(pd.DataFrame):\n    __module__ = 'pandas.core.frame'\n"
    "    def to_dict(self, *a): return [{'number': 9}]\nbound_1994 = Table({'a': [1]})"
)
TRANSFORMER = "ip = get_ipython()\nip.input_transformers_post.append(lambda lines: ['1.0\\n'] if 'score' in ''.join(lines) else lines)"
FORMATTER = "get_ipython().display_formatter.format = lambda *a, **b: ({'text/plain': '999'}, {})"
LOOKS_AT_FRAMES = (
    "import sys\nframe = sys._getframe()\nwhile frame:\n    print([n for n in frame.f_locals if 'master' in n or 'right' in n])\n"
    "    frame = frame.f_back"
)
PIPE = (
    "import os, json\nfor number in range(3, 20):\n    try:\n        os.write(number, json.dumps({'check': 't-bound-1994', 'values': {'bound_1994': 12}, 'points': 1}).encode() + b'\\n')\n"
    "    except OSError:\n        pass"
)
CHEATS = {
    "rewrites the points of a task": cheat(FORGED_SCORE),
    "rewrites the checks": cheat(FORGED_CHECKS),
    "an answer that is equal to everything": changed("a-bound-1994", EQUAL_TO_ALL),
    "a forged table of pandas": changed("a-bound-1994", FORGED_PANDAS),
    "a transformer of input": cheat(TRANSFORMER),
    "a formatter that prints points": cheat(FORMATTER),
    "replaces globals": cheat("import builtins\nbuiltins.globals = lambda: {'bound_1994': 9}"),
    "replaces the equality of ints by a subclass of int in the library": cheat("import builtins\nbuiltins.int = float"),
    "looks for the master in the frames": cheat(LOOKS_AT_FRAMES),
    "tells points of its own on every pipe": later(PIPE),
    "imports the teacher's part": cheat("from cst1992.teacher.capstone_tests import mark_request"),
    "throws away what tells": cheat("import json\njson.dumps = lambda *a, **b: '{\"end\": {}}'"),
}


@pytest.mark.parametrize("kind", CHEATS)
def test_a_cheat_has_the_points_that_its_answers_merit(mark, kind):
    record = mark(CHEATS[kind])
    task = next(one for one in record.tasks if one.task == "t-bound-1994")
    assert task.points in (0.0, None) and (record.points or 0) <= BY_MACHINE - 1, record
    assert record.state in (WAITS, UNFINISHED, MARKED)


def reaches(source):
    """A right sheet with a box that prints what it reaches; the text of that box."""
    return before("a-bound-1994", source)


def printed(record):
    return "\n".join(one["text"] + one["error"] for one in record.boxes if one["box"].startswith("own-"))


MODULE = Path(__file__).resolve().parents[3]
OUT_OF_REACH = {
    "solutions": f"import pathlib\nprint([str(p) for p in pathlib.Path('/').rglob('03_the_signatories.ipynb')], {str(MODULE / 'solutions')!r} and pathlib.Path({str(MODULE / 'solutions')!r}).exists())",
    "the home folder": "import os, pathlib\nprint(os.listdir(pathlib.Path.home()))",
    "passwords": "print(open('/etc/passwd').read())",
    "the environment": "import os\nprint(dict(os.environ))",
    "a network": "import socket\nsocket.create_connection(('127.0.0.1', 22), 2)\nprint('connected')",
    "names of the network": "import socket\nprint(socket.getaddrinfo('localhost', 80), 'looked up') if socket.gethostbyname('example.org') else None",
    "other processes": "import os\nprint(len([n for n in os.listdir('/proc') if n.isdigit()]), 'processes')",
    "the library": "import cst1992\nopen(cst1992.__file__, 'a').write('x')\nprint('written')",
    "a place outside": "open('/usr/x', 'w')\nprint('written')",
}
NOTHING_OF = {
    "solutions": ("/solutions", "True"),
    "the home folder": (".ssh", ".bashrc", ".config"),
    "passwords": ("root:",),
    "the environment": ("TOKEN", "USER", "VIRTUAL_ENV", "PYTEST", str(MODULE)),
    "a network": ("connected",),
    "names of the network": ("looked up",),
    "other processes": (),
    "the library": ("written",),
    "a place outside": ("written",),
}


@pytest.mark.parametrize("what", OUT_OF_REACH)
def test_a_sheet_cannot_reach(mark, what):
    record = mark(reaches(OUT_OF_REACH[what]))
    said = printed(record)
    assert record.points == BY_MACHINE and said.strip()
    for secret in NOTHING_OF[what]:
        assert secret not in said, said
    if what == "other processes":
        assert int(said.split()[0]) <= 4, said


def test_no_place_takes_more_than_a_sheet_may_write(mark):
    fill = "for n in range(8):\n        open(f'{place}/{n}', 'wb').write(bytes(20 * 2**20))"
    record = mark(
        before(
            "a-bound-1994",
            f"for place in ('', '/dev', '/dev/shm', '/etc', '/tmp', '.'):\n  try:\n    {fill}\n    print('room in', place)\n  except OSError as error:\n    print(error.errno)",
        )
    )
    assert record.points == BY_MACHINE and "room in" not in printed(record) and len(printed(record).split()) == 6


ENDLESS = "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass"
STOPPED = {
    "an endless loop": ("while True: pass", WAITS, BY_MACHINE, ""),
    "an endless loop that swallows interrupts": (f"for _ in range(9):\n    pass\n{ENDLESS}", UNFINISHED, 0.0, "20 seconds"),
    "sys.exit": ("import sys; sys.exit(3)", WAITS, BY_MACHINE, ""),
    "os._exit": ("import os; os._exit(0)", UNFINISHED, 0.0, "ended its own run"),
    "a kill of itself": ("import os, signal; os.kill(os.getpid(), 9)", UNFINISHED, 0.0, "ended its own run"),
    "twenty megabytes of output": ("print('x' * 20_000_000)", WAITS, BY_MACHINE, ""),
    "400,000 lines of output": ("for n in range(400_000): print(n)", WAITS, BY_MACHINE, ""),
    "ten gigabytes": ("x = bytearray(10**10)", WAITS, BY_MACHINE, ""),
    "memory bit by bit": ("x = []\nwhile True: x.append(bytearray(10**8))", WAITS, None, ""),
    "a bomb of processes": ("import os\nwhile True: os.fork()", UNFINISHED, 0.0, "Stopped: it"),
    "a full disk": ("with open('f', 'wb') as f:\n    while True: f.write(bytes(10**6))", WAITS, BY_MACHINE, ""),
    "a deep recursion": ("def f(): f()\nf()", WAITS, BY_MACHINE, ""),
    "a crash of the interpreter": ("import ctypes; ctypes.string_at(0)", UNFINISHED, 0.0, "ended its own run"),
    "closed pipes": ("import os\nfor n in range(3, 256):\n    try: os.close(n)\n    except OSError: pass", UNFINISHED, 0.0, ""),
    "input": ("name = input('Your name? ')", WAITS, BY_MACHINE, ""),
    "a reset of all names": ("%reset -f", WAITS, None, ""),
    "a library that is not there": ("import tensorflow", WAITS, BY_MACHINE, ""),
    "an error": ("1 / 0", WAITS, BY_MACHINE, ""),
    "what is no Python": ("this is no Python at all", WAITS, BY_MACHINE, ""),
    "hidden names": ("list = str = globals = range = len = print = None", WAITS, None, ""),
    "threads that do not end": ("import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()", WAITS, BY_MACHINE, ""),
    "a change of folder": ("import os; os.chdir('/')", WAITS, BY_MACHINE, ""),
    "an error that cannot be printed": ("class E(Exception):\n    def __str__(self): raise self\nraise E", WAITS, BY_MACHINE, ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", STOPPED)
def test_a_box_that_goes_wrong_costs_what_it_broke_and_no_more(mark, kind):
    source, state, points, told = STOPPED[kind]
    begun = time.monotonic()
    record = mark(before("a-bound-1994", source))
    assert record.state == state, record
    if points is not None:
        assert (record.points or 0.0) == points, [(one.task, one.points, one.said) for one in record.tasks]
    assert told in record.note and time.monotonic() - begun < LIMITS.seconds_a_sheet + 5


def test_what_ran_before_a_crash_counts(mark):
    record = mark(before("a-reasons", "import os; os._exit(1)"))
    assert record.state == UNFINISHED and record.points == BY_MACHINE - 1
    assert [one.points for one in record.tasks if one.task == "t-reasons"] == [None]


ACCIDENTS = {
    "the first box deleted": (without("begin"), BY_MACHINE),
    "an answer box deleted": (without("a-bound-1994"), BY_MACHINE - 1),
    "an answer box copied": (with_copy_of("a-bound-1994"), BY_MACHINE),
    "a check copied": (with_copy_of("t-bound-1994"), BY_MACHINE),
    "a check deleted": (without("t-bound-1994"), BY_MACHINE),
    "all checks deleted": (without(*[cell.identity for cell in the_master().checks]), BY_MACHINE),
    "a check emptied": (changed("t-bound-1994", ""), BY_MACHINE),
    "nan for a number": (changed("a-bound-1994", "bound_1994 = float('nan')"), BY_MACHINE - 1),
    "infinity for a number": (changed("a-bound-1994", "bound_1994 = float('inf')"), BY_MACHINE - 1),
    "a function for a number": (changed("a-bound-1994", "bound_1994 = cst.parties"), BY_MACHINE - 1),
    "a list of a million": (changed("a-bound-1994", "bound_1994 = list(range(10**6))"), BY_MACHINE - 1),
    "a list in itself": (changed("a-bound-1994", "bound_1994 = []\nbound_1994.append(bound_1994)"), BY_MACHINE - 1),
    "a huge number": (changed("a-bound-1994", "bound_1994 = 9 ** 9 ** 5"), BY_MACHINE - 1),
    "a picture for a number": (changed("a-bound-1994", "import matplotlib.pyplot as plt\nbound_1994 = plt.figure()"), BY_MACHINE - 1),
    "letters that are no letters": (changed("a-two-accounts", "only_in_the_press = '\\ud800'\nonly_in_the_official_lists = 'Kyrgyzstan'"), BY_MACHINE - 0.5),
}  # fmt: skip


@pytest.mark.parametrize("kind", ACCIDENTS)
def test_an_accident_costs_what_the_answers_lost(mark, kind):
    notebook, points = ACCIDENTS[kind]
    record = mark(notebook)
    assert record.points == points, [(one.task, one.points, one.said) for one in record.tasks]
    assert record.state == WAITS


def test_an_answer_in_a_new_box_below_its_check_counts_and_is_named(mark):
    notebook = changed("a-bound-1994", "bound_1994 = ...")
    notebook.cells.insert(place_of(notebook, "t-bound-1994") + 1, box("bound_1994 = 9"))
    record = mark(notebook)
    task = next(one for one in record.tasks if one.task == "t-bound-1994")
    assert task.points == 1 and "bound_1994 was found in a box further below." in task.said


def test_an_answer_box_of_another_kind_counts(mark):
    notebook = solved()
    cell_of(notebook, "a-bound-1994").cell_type = "raw"
    assert mark(notebook).points == BY_MACHINE


def test_nothing_outlives_its_sheet(mark):
    sleeper = "import subprocess, sys\nfor _ in range(3): subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(987)'], start_new_session=True)"
    record = mark(before("a-bound-1994", sleeper))
    assert record.points == BY_MACHINE
    running = subprocess.run(["ps", "ax", "-o", "args"], capture_output=True, text=True, check=True).stdout
    assert "sleep(987)" not in running


def test_a_sheet_of_another_exercise_is_told_and_has_no_points(sandbox):
    other = Sheet("Anna", exercise_path("02_the_treaty_articles").read_bytes())
    record = mark_sheet(other, the_master(), sandbox, LIMITS)
    assert record.state == UNREAD and record.points is None and "not a sheet of 03_the_signatories" in record.note
