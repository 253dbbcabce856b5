"""Listening to a sheet that runs in another process: what it tells, and when it is stopped, whatever it does.

It works alike on Linux, macOS and Windows: a thread hears, and the clock is ours.
"""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Callable
from typing import IO, Any

from cst1992.teacher.marking.families import descendants, memory_of
from cst1992.teacher.marking.sandbox import Job, Limits, Ran, gathered

LOOKS = 0.1  # seconds between two looks at what a sheet uses
MOST_LINES = 5_000  # a sheet of ours tells fewer than a hundred
STARTING = 120  # seconds that a sandbox may take to be ready on a machine with much other work


class NotReady(RuntimeError):
    """The sandbox has ended before any box of the sheet ran: that is the machine's fault, not the student's."""


class Ear(threading.Thread):
    """Hears what a sheet tells, up to a limit, while somebody else looks at the clock."""

    def __init__(self, pipe: IO[bytes], most: int) -> None:
        super().__init__(daemon=True)
        self.pipe, self.most = pipe, most
        self.told = bytearray()
        self.ready, self.silent = threading.Event(), threading.Event()
        self.start()

    def run(self) -> None:
        """Hear until the pipe is closed or too much was told."""
        try:
            while len(self.told) <= self.most and (part := self.pipe.read1(2**16)):  # type: ignore[attr-defined]
                self.told += part
                if b"\n" in part:
                    self.ready.set()
        except (OSError, ValueError):  # the pipe was closed from our side
            pass
        self.silent.set()
        self.ready.set()

    def lines(self) -> list[dict[str, Any]]:
        """The whole lines of what was told so far."""
        return _lines(bytes(self.told))


def run_apart(command: list[str], job: Job, limits: Limits, **how: Any) -> Ran:
    """Start a process, give it a job, and listen until it ends or uses too much.

    Parameters
    ----------
    how : for `subprocess.Popen`: its environment, its folder.

    Raises
    ------
    NotReady
        It has ended before any box of the sheet ran.
    """
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **how
    ) as process:
        assert process.stdin and process.stdout
        ear = Ear(process.stdout, limits.told * 2**20)
        try:
            with process.stdin as job_in:
                job_in.write(asked(job, limits))
            stopped = watch(ear, limits, lambda: [process.pid, *descendants(process.pid)])
        except BrokenPipeError:
            stopped = ""
        finally:
            _end(process)
            ear.join(1)
    if not (lines := ear.lines()):
        raise NotReady(f"the sandbox did not start ({command[0]} ended with {process.returncode})")
    return gathered(lines, stopped)


def asked(job: Job, limits: Limits) -> bytes:
    """A job as the runner inside a sandbox reads it."""
    told = {
        "cells": [dict(cell) for cell in job.cells],
        "seconds": limits.seconds_a_box,
        "limits": system_limits(limits),
    }
    return json.dumps(told).encode()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with everything that it has started."""
    import psutil

    try:
        family = [*psutil.Process(process.pid).children(recursive=True)]
    except psutil.Error:
        family = []
    process.kill()
    for one in family:
        try:
            one.kill()
        except psutil.Error:
            continue


def system_limits(limits: Limits) -> dict[str, int]:
    """Bounds of the system for each process of a sheet, by their names in the module `resource`."""
    return {
        "RLIMIT_AS": limits.memory * 2**20,
        "RLIMIT_CPU": round(limits.seconds_a_sheet) + 1,
        "RLIMIT_FSIZE": limits.disk * 2**20,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": 256,
    }


def watch(ear: Ear, limits: Limits, family: Callable[[], list[int]]) -> str:
    """Why a sheet was stopped, if it was: its own word is asked for nothing. The clock begins when the sandbox is ready.

    Parameters
    ----------
    family : the numbers of the processes of the sheet.
    """
    ear.ready.wait(STARTING)
    end = time.monotonic() + limits.seconds_a_sheet
    while not ear.silent.wait(LOOKS):
        if time.monotonic() > end:
            return f"it ran for longer than {limits.seconds_a_sheet:g} seconds"
        over = _over(family(), limits)
        if over:
            return over
    return f"it told more than {limits.told} MB" if len(ear.told) > ear.most else ""


def _over(family: list[int], limits: Limits) -> str:
    """What a sheet uses too much of, with everything that it has started; empty where it keeps within its bounds."""
    if len(family) > limits.processes:
        return f"it started more than {limits.processes} processes"
    used = sum(map(memory_of, family))
    return f"it used more than {limits.memory} MB of memory" if used > limits.memory * 2**20 else ""


def _lines(told: bytes) -> list[dict[str, Any]]:
    """The whole lines of what was told; one that is no line of ours is left out."""
    found = []
    for line in told.split(b"\n", MOST_LINES)[:-1]:
        try:
            one = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(one, dict) and (
            isinstance(one.get("values"), dict) or isinstance(one.get("end"), dict) or "box" in one or "ready" in one
        ):
            found.append(one)
    return found
