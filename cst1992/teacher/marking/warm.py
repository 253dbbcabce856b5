"""A sandbox kept warm: one process inside bubblewrap that has read all that sheets use, and gives each sheet walls of its own.

Each thread that marks sheets has one. It is used again only after a sheet that has ended well; after any other it is ended
with all that is in it, and the next sheet gets a new one.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import socket
import subprocess
import threading
from typing import Any

from cst1992.teacher.marking.families import descendants
from cst1992.teacher.marking.listening import STARTING, Ear, asked, watch
from cst1992.teacher.marking.sandbox import Job, Limits, Ran, gathered

READY, OVER = b"r", b"o"
ENDING = 10  # seconds in which the processes of a sheet that has said all have to be gone
MOST_FAILURES = 2
OURS = 2  # processes round a sheet, which a sheet does not have to answer for

_own = threading.local()


class CannotBeKeptWarm(RuntimeError):
    """This system does not let a sandbox give its sheets walls of their own: each sheet then has a new sandbox."""


class Warm:
    """A process that was started with a command, and is ready for sheets.

    Raises
    ------
    CannotBeKeptWarm
        It has not become ready.
    """

    def __init__(self, command: list[str]) -> None:
        self.command, self.maker = command, os.getpid()
        self.control, theirs = socket.socketpair()
        self.process = subprocess.Popen(
            command, stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict[str, str]()
        )
        theirs.close()
        atexit.register(self.end)
        if self._said(STARTING) != READY:
            self.end()
            raise CannotBeKeptWarm(f"{command[0]} ended with {self.process.returncode}")
        self.before = {self.process.pid, *descendants(self.process.pid)}

    def _said(self, seconds: float) -> bytes:
        self.control.settimeout(seconds)
        try:
            return self.control.recv(1)
        except OSError:
            return b""

    def end(self) -> None:
        """End it, with all that it has started."""
        if os.getpid() != self.maker:  # a copy in another process, which has no say in it
            return
        atexit.unregister(self.end)
        self.process.kill()
        self.process.wait()
        self.control.close()

    def run(self, job: Job, limits: Limits) -> Ran:
        """Run the boxes of one sheet.

        Raises
        ------
        CannotBeKeptWarm
            The sheet has got no walls of its own: nothing of it has run.
        """
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._give(theirs, limits)
            ear = Ear(ours.makefile("rb"), limits.told * 2**20)
            with contextlib.suppress(OSError):  # the sheet has ended: what it said is heard all the same
                ours.sendall(asked(job, limits))
                ours.shutdown(socket.SHUT_WR)
            stopped = watch(ear, limits, self._family)
            if stopped or self._said(ENDING) != OVER:
                self.end()
            ear.join(1)
        if not (lines := ear.lines()):
            self.end()
            raise CannotBeKeptWarm("a sheet got no walls of its own")
        return gathered(lines, stopped)

    def _give(self, theirs: socket.socket, limits: Limits) -> None:
        try:
            socket.send_fds(self.control, [str(limits.disk).encode()], [theirs.fileno()])
        except OSError as error:
            self.end()
            raise CannotBeKeptWarm(f"it has ended ({error})") from None

    def _family(self) -> list[int]:
        """The processes of the sheet that runs, without those that keep it."""
        return [pid for pid in descendants(self.process.pid) if pid not in self.before][OURS:]

    @property
    def alive(self) -> bool:
        """Is it there for another sheet?"""
        return os.getpid() == self.maker and self.process.poll() is None


def run_warm(command: list[str], job: Job, limits: Limits) -> Ran:
    """Run a sheet in the warm sandbox of this thread, which is started where there is none.

    Parameters
    ----------
    command : starts such a sandbox.

    Raises
    ------
    CannotBeKeptWarm
        It has not become ready, or has given the sheet no walls. After a few times it is not tried again.
    """
    if _failures(command) >= MOST_FAILURES:
        raise CannotBeKeptWarm("it was tried, and cannot be done here")
    try:
        return _warm_one(command).run(job, limits)
    except CannotBeKeptWarm:
        _own.failures = {**getattr(_own, "failures", {}), tuple(command): _failures(command) + 1}
        raise


def _failures(command: list[str]) -> int:
    return int(getattr(_own, "failures", {}).get(tuple(command), 0))


def _warm_one(command: list[str]) -> Warm:
    kept: Any = getattr(_own, "warm", None)
    if kept is not None and (kept.command != command or not kept.alive):
        kept.end()
        kept = None
    _own.warm = kept or Warm(command)
    return _own.warm
