"""A sandbox kept warm: what one sheet does in it, no other sheet meets; where it cannot be, sheets are marked all the same."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import psutil
import pytest

from cst1992.teacher.marking.bubblewrap import Bubblewrap
from cst1992.teacher.marking.library_copy import write_library_copy
from cst1992.teacher.marking.one_sheet import Sheet, mark_sheet
from cst1992.teacher.marking.warm import MOST_FAILURES, _failures, _own
from tests.teacher.marking.in_bubblewrap import LIMITS, WHERE_IT_WORKS
from tests.teacher.marking.sheets import BY_MACHINE, before, changed, content, solved, the_master
from tests.teacher.marking.test_run_apart import printed

pytestmark = WHERE_IT_WORKS


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return write_library_copy(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def mark(library):
    def marked(notebook, sandbox=None):
        return mark_sheet(Sheet("Anna", content(notebook)), the_master(), sandbox or Bubblewrap(library), LIMITS)

    marked(solved())
    return marked


def in_a_box(source):
    return before("a-bound-1994", source)


def served_by():
    return _own.warm.process.pid


LEAVES_ALL = """
import os, signal, subprocess, sys
import numpy, pandas, cst1992.answers.value_checks as checks
for place in ("/sheet", "/tmp", "/dev/shm", "/proc", "/dev", "/library", "/"):
    try:
        open(place + "/left", "w").write("bound_1994 = 9")
    except OSError:
        pass
os.environ["LEFT"] = "9"
checks.LEFT = pandas.LEFT = 9
checks.number = None
os.umask(0)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
if not os.fork():
    os.setsid()
    while True:
        signal.pause()
print("left")
"""
LOOKS_FOR_IT = """
import os, pandas, cst1992.answers.value_checks as checks
found = [place for place in ("/sheet", "/tmp", "/dev/shm", "/proc", "/dev", "/library", "/") if os.path.exists(place + "/left")]
print(found, os.environ.get("LEFT"), hasattr(checks, "LEFT"), hasattr(pandas, "LEFT"), os.listdir("/proc"), os.getpid())
"""


def test_what_a_sheet_leaves_is_gone_before_the_next_one(mark):
    keeper = served_by()
    left = mark(in_a_box(LEAVES_ALL))
    assert "left" in printed(left) and left.points is not None
    found = mark(in_a_box(LOOKS_FOR_IT))
    assert printed(found).strip() == "[] None False False [] 2" and found.points == BY_MACHINE
    assert served_by() == keeper


KILLS_ALL = """
import os
import subprocess
import sys
import time
for number in (-1, 0, 1, os.getppid(), *range(3, 60)):
    try:
        os.kill(number, 9 if number else 0)
    except OSError:
        pass
print("there still")
"""
REACHES_OUT = r"""
import ctypes, os, socket
system = ctypes.CDLL(None, use_errno=True)
came = {
    "takes away a wall": min(system.umount2(place, 2) for place in (b"/proc", b"/sheet", b"/tmp", b"/")),
    "mounts": system.mount(b"x", b"/tmp", b"tmpfs", 0, None),
    "is a user of its own": system.unshare(0x10000000),
    "memory without a name": system.memfd_create(b"x", 0),
    "a shared segment": system.shmget(5, 10**6, 0o1600),
    "a key": system.syscall(250 if os.uname().machine == "x86_64" else 219, 1, None),
}
for number in range(3, 256):
    try:
        socket.socket(fileno=os.dup(number)).send(b"50\n")
        came["speaks with the keeper"] = number
    except OSError:
        pass
print({what: result for what, result in came.items() if result != -1})
"""


@pytest.mark.parametrize("warm", [True, False])
def test_no_sheet_reaches_what_keeps_it(mark, library, warm):
    sandbox, keeper = Bubblewrap(library, warm), served_by()
    killed = mark(in_a_box(KILLS_ALL), sandbox)
    assert "there still" in printed(killed) and killed.points == BY_MACHINE
    reached = printed(mark(in_a_box(REACHES_OUT), sandbox))
    assert reached.startswith("{") and set(eval(reached)) <= {"speaks with the keeper"}, reached
    after = mark(solved(), sandbox)
    assert after.points == BY_MACHINE and served_by() == keeper


def test_numbers_drawn_by_chance_are_others_in_each_sheet(mark):
    drawn = {
        printed(mark(in_a_box("import numpy, random\nprint(numpy.random.rand(), random.random())"))) for _ in range(2)
    }
    assert len(drawn) == 2


def test_a_sheet_that_was_stopped_is_followed_by_another_keeper(mark):
    keeper = served_by()
    stopped = mark(in_a_box("import os\nwhile True: os.fork()"))
    assert "more than" in stopped.note and mark(solved()).points == BY_MACHINE
    assert served_by() != keeper and not os.path.exists(f"/proc/{keeper}")  # noqa: PTH110


class WithoutWallsWithin(Bubblewrap):
    """As on a system that lets no sandbox make others within it."""

    def _command(self, runner, given, limits):
        return ["bwrap", "--unshare-user", "--disable-userns", *super()._command(runner, given, limits)[1:]]


def test_where_it_cannot_be_kept_warm_each_sheet_has_a_sandbox_of_its_own(mark, library):
    wrong = changed("a-bound-1994", "bound_1994 = 12")
    kept, alone = mark(wrong), [mark(wrong, WithoutWallsWithin(library)) for _ in range(MOST_FAILURES)]
    assert alone == [kept] * MOST_FAILURES and kept.points == BY_MACHINE - 1
    assert _failures(WithoutWallsWithin(library)._command("on_warm_system", "", LIMITS)) == MOST_FAILURES


ASKS = """
import os, time
from cst1992.teacher.marking.workers import workers
with workers(2, 2) as executor:
    print(*{executor.submit(os.getpid).result() for _ in range(2)}, flush=True)
    time.sleep(60)
"""


def test_a_command_that_was_killed_leaves_no_worker(tmp_path):
    asks = tmp_path / "asks.py"
    asks.write_text(ASKS)
    with subprocess.Popen([sys.executable, str(asks)], stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout is not None
        marking = [int(one) for one in asking.stdout.readline().split()]
        asking.kill()
    end = time.monotonic() + 20
    while time.monotonic() < end and any(map(psutil.pid_exists, marking)):
        time.sleep(0.1)
    assert marking and not any(map(psutil.pid_exists, marking))
