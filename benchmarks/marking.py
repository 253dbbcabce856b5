"""Marking a class on exercise 03: in each sandbox, without one, on a cluster, and by stock nbgrader.

Goals: bubblewrap at most a sixth of stock nbgrader's time, Deno at most stock's own; the sandbox at most 1.25 times the same
without it; ten times as many sheets at most 11 times the time. What takes seconds a sheet (stock nbgrader, Deno) marks few
sheets: the time of a larger run less that of a smaller one gives what a sheet takes; `--every` marks the whole class.

    python benchmarks/marking.py                            # a class of 60; all but what is named below
    python benchmarks/marking.py 12 --only stock bubblewrap # a smaller class, and parts of it
    python benchmarks/marking.py --only stock --every       # each of 60 sheets by stock nbgrader
    python benchmarks/marking.py --only linear dask         # 30 sheets and 300; 300 through a Dask cluster of two workers
    PYODIDE=pyodide-0.27.7.tar.bz2 python benchmarks/marking.py --only stock deno
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from figures import tell

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.assignments import solution_path
from cst1992.teacher.marking.bubblewrap import Bubblewrap
from cst1992.teacher.marking.deno.sandbox import Deno
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.marking import mark_class
from cst1992.teacher.marking.one_sheet import Sheet
from cst1992.teacher.marking.sandbox import Limits, Sandbox
from cst1992.teacher.marking.unguarded import Unguarded
from cst1992.teacher.marking.workers import workers

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from tests.teacher.marking.sheets import BY_MACHINE, NAME, content, solved, the_master  # noqa: E402

FEWER, SMALL, LARGE = 2, 30, 300
WORKERS = 2


class Largest(threading.Thread):
    """The most memory that one direct child of ours, with all that it has started, has had at one time.

    What several processes share is counted once (PSS), where the system tells it.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.megabytes, self.over = 0.0, threading.Event()
        self.start()

    def run(self) -> None:
        while not self.over.wait(0.2):
            for child in psutil.Process().children():
                try:
                    family = [child, *child.children(recursive=True)]
                    self.megabytes = max(self.megabytes, sum(map(_memory, family)) / 1e6)
                except psutil.Error:
                    continue


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except (psutil.Error, AttributeError):
        return int(process.memory_info().rss)


def ours(sandbox: Sandbox, count: int, room: Path, dask: str | None = None) -> tuple[float, float]:
    """Seconds to mark so many sheets, and the memory of a worker with its sheet."""
    sheets = [Sheet(f"Student {number}", content(solved())) for number in range(count)]
    with tempfile.TemporaryDirectory(dir=room) as desk:
        watched, start = Largest(), time.perf_counter()
        with workers(WORKERS, count, dask) as executor:
            done = mark_class(sheets, the_master(), sandbox, executor, DeskFolder(Path(desk)), Limits())
        seconds = time.perf_counter() - start
        watched.over.set()
    assert all(record.points == BY_MACHINE for record in done.marked), {record.note for record in done.marked}
    return seconds, watched.megabytes


def stock(count: int, room: Path) -> float:
    """Seconds in which `nbgrader autograde` marks so many sheets."""
    course = room / f"course-{count}"
    target = course / solution_path(NAME).relative_to(ROOT)
    target.parent.mkdir(parents=True)
    shutil.copy(solution_path(NAME), target)
    shutil.copy(ROOT / "nbgrader_config.py", course)
    for number in range(count):
        sheet = course / "submitted" / f"S{number}" / NAME / f"{NAME}.ipynb"
        sheet.parent.mkdir(parents=True)
        sheet.write_bytes(content(solved()))
    _nbgrader(course, "generate_assignment", NAME, "--force")
    start = time.perf_counter()
    _nbgrader(course, "autograde", NAME)
    return time.perf_counter() - start


def _nbgrader(course: Path, *words: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    about = {**os.environ, "PATH": path, "JUPYTER_CONFIG_DIR": str(course / "config")}
    subprocess.run([sys.executable, "-m", "nbgrader", *words], cwd=course, env=about, capture_output=True, check=True)


@dataclass
class Bench:
    """One run: how many sheets a class has, whether each is marked where that takes long, and what was found before."""

    room: Path
    count: int
    every: bool
    found: dict[str, float] = field(default_factory=dict)

    def of_the_class(self, seconds: Callable[[int], float]) -> float:
        """The time of the whole class: measured, or from that of few sheets and of fewer."""
        if self.every:
            return seconds(self.count)
        few = max(4, self.count // 5)
        fewer = seconds(FEWER)
        return fewer + (self.count - FEWER) * (seconds(few) - fewer) / (few - FEWER)

    def tell(self, what: str, seconds: float, *goals: tuple[str, float]) -> None:
        """Print a time, and beside what of that which was found before, with the most that it may be of it."""
        self.found[what] = seconds
        print(f"{self.count} sheets, {what}: {seconds:.1f} s ({60 * self.count / seconds:.0f} a minute)", flush=True)
        for other, most in goals:
            if other in self.found:
                tell(f"  {what}", seconds, "s", self.found[other], other, most)

    def stock(self) -> None:
        """Stock nbgrader."""
        self.tell("stock nbgrader", self.of_the_class(lambda count: stock(count, self.room)))

    def none(self) -> None:
        """Without a sandbox: a new process a sheet."""
        sandbox = Unguarded(self.room / "free")
        sandbox.make_ready()
        self.tell("without a sandbox", ours(sandbox, self.count, self.room)[0])

    def cold(self) -> None:
        """In bubblewrap, a new sandbox a sheet, as where it cannot be kept warm."""
        seconds, _ = ours(self._bubblewrap("cold", warm=False), self.count, self.room)
        self.tell("in bubblewrap, each in a new one", seconds, ("without a sandbox", 1.25), ("stock nbgrader", 0.25))

    def bubblewrap(self) -> None:
        """In bubblewrap, kept warm where the system allows it."""
        seconds, memory = ours(self._bubblewrap("warm"), self.count, self.room)
        self.tell("in bubblewrap", seconds, ("without a sandbox", 1.25), ("stock nbgrader", 0.17))
        print(f"  a worker with its sheet in bubblewrap: {memory:.0f} MB")

    def linear(self) -> None:
        """30 sheets and 300."""
        sandbox = self._bubblewrap("linear")
        small, large = (ours(sandbox, count, self.room)[0] for count in (SMALL, LARGE))
        tell(f"{LARGE} sheets in bubblewrap", large, "s", small, f"{SMALL} sheets", 1.1 * LARGE / SMALL)

    def dask(self) -> None:
        """300 sheets through a Dask cluster of two workers."""
        from distributed import LocalCluster

        sandbox = self._bubblewrap("cluster")
        alone, _ = ours(sandbox, LARGE, self.room)
        with LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:  # type: ignore[no-untyped-call]
            seconds, memory = ours(sandbox, LARGE, self.room, cluster.scheduler_address)
        tell(f"{LARGE} sheets through a Dask cluster", seconds, "s", alone, "processes of this machine", 1.25)
        print(f"  a worker of the cluster with its sheet: {memory:.0f} MB")

    def deno(self) -> None:
        """In Deno with Pyodide."""
        if why := Deno.why_not():
            raise Mistake(why)
        named, memory, times = os.environ.get("PYODIDE"), 0.0, []
        for place in ("deno once", "deno"):
            (self.room / place).mkdir()
            sandbox = Deno(self.room / place, Path(named) if named else None)
            start = time.perf_counter()
            sandbox.make_ready()
            times.append(time.perf_counter() - start)
        once, ready = times

        def seconds(count: int) -> float:
            nonlocal memory
            took, memory = ours(sandbox, count, self.room)
            return took

        self.tell("in Deno", ready + self.of_the_class(seconds), ("stock nbgrader", 1))
        print(f"  of that once before the first sheet: {ready:.1f} s; a worker with its sheet: {memory:.0f} MB")
        print(
            f"  not in it: what is kept in the cache of this computer: {once - ready:.1f} s more, the first time alone"
        )

    def _bubblewrap(self, place: str, warm: bool = True) -> Bubblewrap:
        if why := Bubblewrap.why_not():
            raise Mistake(why)
        sandbox = Bubblewrap(self.room / place, warm)
        sandbox.make_ready()
        return sandbox


PARTS = ("stock", "none", "cold", "bubblewrap", "deno", "linear", "dask")
BY_THEMSELVES = ("stock", "none", "bubblewrap", "deno")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("count", nargs="?", type=int, default=60, metavar="SHEETS", help="how many; 60 without it")
    asked.add_argument("--only", nargs="+", choices=PARTS, default=BY_THEMSELVES, help="what is measured")
    asked.add_argument("--every", action="store_true", help="mark each sheet also where that takes long")
    words = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Path(place), words.count, words.every)
        for part in PARTS:
            if part not in words.only:
                continue
            try:
                getattr(bench, part)()
            except Mistake as why:
                print(f"{part} was not measured: {why}")


if __name__ == "__main__":
    main()
