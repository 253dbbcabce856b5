"""Processes with all that they have started, and the memory of each; on Linux without a look at every process there is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import psutil


def descendants(pid: int) -> list[int]:
    """The numbers of all processes that a process has started, and those have started; none where it has ended."""
    if not _children_are_told():
        try:
            return [one.pid for one in psutil.Process(pid).children(recursive=True)]
        except psutil.Error:
            return []
    found: list[int] = []
    open_ones = [pid]
    while open_ones:
        children = _children(open_ones.pop())
        found += children
        open_ones += children
    return found


@cache
def _children_are_told() -> bool:
    """Does this system tell of each process which ones it has started?"""
    return Path("/proc/self/task").is_dir() and bool(list(Path("/proc/self/task").glob("*/children")))


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for told in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, told.read_text().split())
        except OSError:  # it has ended meanwhile
            continue
    return found


def memory_of(pid: int) -> int:
    """Bytes of memory that a process has; none where it has ended."""
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
