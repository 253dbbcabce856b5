"""A process that has read all that sheets use, and forks for each sheet one that stands behind walls of its own.

It runs inside bubblewrap, and never runs a line of a student's nor sees a sheet: each comes to its own process by a way of
its own. What a sheet leaves in memory or on the disk goes with it.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from cst1992.teacher.marking.inside import on_system, walls
from cst1992.teacher.marking.inside.refused_calls import refuse_calls
from cst1992.teacher.marking.inside.run import get_shell_ready, only_modules

READY, OVER, FAILED = b"r", b"o", b"x"
FIRST_OWN = 3  # the number of the first open file that is not the standard input, output or errors


def main() -> None:
    """Say when all is read; then take a sheet at a time, until nobody gives any: as an open way to whoever gave it, with the megabytes that it may write."""
    walls.let_itself_be_read(False)
    control = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    with only_modules():
        read_all()
    if len(list(Path("/proc/self/task").iterdir())) != 1:
        os._exit(1)  # a process with several threads cannot be forked safely
    control.send(READY)
    while True:
        megabytes, ways, _, _ = socket.recv_fds(control, 20, 1)
        if not megabytes or len(ways) != 1:
            os._exit(0)
        child = os.fork()
        if not child:
            _behind_walls(ways[0], int(megabytes))
        os.close(ways[0])
        _, came = os.waitpid(child, 0)
        control.send(FAILED if came else OVER)


def read_all() -> None:
    """Import what sheets use, read the tables once, and draw once."""
    from cst1992.facts import arguments, module, package

    for name in ("IPython.core.interactiveshell", "IPython.core.magics", "IPython.core.completer", "IPython.display"):
        importlib.import_module(name)
    for room in ("facts", "answers", "cards", "pictures", "page"):
        inside = importlib.import_module(f"cst1992.{room}")
        for found in pkgutil.iter_modules(inside.__path__, f"{inside.__name__}."):
            importlib.import_module(found.name)
    for table in package.table_names():
        package.rows(table)
    module.module()
    with suppress(ValueError):
        arguments.state_name("?")
    _draw_once()
    get_shell_ready()


def _draw_once() -> None:
    """One table and one picture: what both need is then there."""
    from matplotlib import pyplot

    pandas: Any = importlib.import_module("pandas")
    table = pandas.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    table.query("a == 1").groupby("b").size().to_string()
    table.plot()
    pyplot.savefig("once.png")
    pyplot.close("all")
    Path("once.png").unlink()


def _behind_walls(way: int, megabytes: int) -> None:
    """Go behind walls, and run there what comes this way. It never comes back."""
    try:
        for number in (0, 1):
            os.dup2(way, number)
        os.closerange(FIRST_OWN, 4096)
        os.setsid()
        walls.enter_own_namespaces()
        first = os.fork()
        if first:
            for number in (0, 1):
                os.close(number)
            os._exit(1 if os.waitpid(first, 0)[1] else 0)
        _as_the_first_process(megabytes)
    finally:
        os._exit(1)


def _as_the_first_process(megabytes: int) -> None:
    """Put up the walls; then start the sheet, and end with it. All that it has started ends with the first process."""
    walls.keep_mounts_to_oneself()
    for place in ("/sheet", "/tmp", "/dev/shm"):
        walls.mount_empty(place, megabytes)
    walls.mount_empty("/proc", 1, mode=0o555, writable=False)
    Path("/sheet/matplotlib").mkdir()
    os.chdir("/sheet")
    walls.give_up_all_rights()
    sheet = os.fork()
    if sheet:
        for number in (0, 1):
            os.close(number)
        while os.wait()[0] != sheet:
            pass
        os._exit(0)
    os.setsid()
    walls.let_itself_be_read(True)
    refuse_calls()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()  # else each sheet would draw the same numbers
    on_system.main()
