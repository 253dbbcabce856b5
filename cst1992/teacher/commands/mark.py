"""`cst1992 mark`: what students handed in, collected, marked apart, and put into a table."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cst1992.facts.files import meant
from cst1992.facts.wording import in_a_row, many
from cst1992.teacher.commands.command import command
from cst1992.teacher.marking.record import UNFINISHED, UNREAD, WAITS, Record

BESIDE = ("report.html", "feedback", "feedback.zip", "for_moodle.csv", "for_canvas.csv")

if TYPE_CHECKING:
    from cst1992.teacher.marking.desk_folder import DeskFolder
    from cst1992.teacher.marking.marking import Done

MORE = (
    "It collects from the zip file of your learning platform, runs every sheet in a sandbox, judges the answers where no\n"
    "student's code has run, and writes into marks/NAME/ the table of marks, a report, the students' pages and a file for\n"
    "your platform. Run it again after a mend or a late sheet: it marks only what is new or changed. What could not be\n"
    "read or waits for you is an empty cell, never a zero. docs/marking.md says more.\n"
    "Needs the teacher's extra: pip install -e '.[marking]'"
)
EXAMPLES = (
    "mark 03 --from downloads.zip --roster class.csv",
    "mark 03 --from late.zip",
    "mark 03",
    "mark 03 --sandbox deno --pyodide ~/pyodide-0.27.7.tar.bz2",
)


def add(areas: Any) -> None:
    """Take `mark` up among the commands."""
    mark = command(areas, "mark", "mark an exercise: collect, run apart, judge apart, table of marks", MORE, *EXAMPLES)
    mark.add_argument("exercise", metavar="EXERCISE", help="its number or name, such as 03")
    mark.add_argument(
        "--from", dest="places", nargs="+", action="extend", default=[], metavar="PLACE", help="zip files or folders"
    )
    mark.add_argument("--roster", metavar="FILE", help="a CSV file with the class: who handed in nothing is absent")
    mark.add_argument(
        "--column", metavar="NAME", help="the column of that file for the points, where nothing else tells which it is"
    )
    mark.add_argument("--to", metavar="FOLDER", help="where to keep it; without it in marks/ beside the module")
    mark.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="sheets at one time")
    mark.add_argument("--dask", metavar="ADDRESS", help="sheets are marked by the workers of a Dask cluster")
    which = mark.add_mutually_exclusive_group()
    which.add_argument(
        "--sandbox", choices=("bubblewrap", "deno"), help="without it bubblewrap where it works, else deno with Pyodide"
    )
    which.add_argument("--no-sandbox", action="store_true", help="run students' code as your own: only if you trust it")
    mark.add_argument(
        "--pyodide",
        metavar="PLACE",
        default=os.environ.get("PYODIDE", ""),
        help="for deno: a folder or a packed file of Pyodide; without it the one kept before, or it is fetched",
    )
    mark.add_argument(
        "--with-answers",
        action="store_true",
        help="the pages for students show right answers: once nobody hands in any more",
    )
    mark.add_argument("--json", action="store_true", help="tell each record as a line of JSON, for other programs")
    mark.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.teacher.marking.choosing import NONE, choose_sandbox
    from cst1992.teacher.marking.course import assignment, folder_of, mark, take
    from cst1992.teacher.marking.master import load_master
    from cst1992.teacher.marking.sandbox import Limits
    from cst1992.teacher.marking.unguarded import RISK
    from cst1992.teacher.marking.workers import workers

    master = load_master(assignment(options.exercise))
    folder = folder_of(master.name, meant(options.to) if options.to else None)
    say = sys.stderr if options.json else sys.stdout
    with _room(folder.place if options.dask else None) as room:
        asked = NONE if options.no_sandbox else options.sandbox
        sandbox, remark = choose_sandbox(asked, room, meant(options.pyodide) if options.pyodide else None)
        for told in filter(None, (RISK if options.no_sandbox else "", remark)):
            print(f"! {told}", file=sys.stderr)
        roster = meant(options.roster) if options.roster else None
        for told in take([meant(one) for one in options.places], roster, master, folder, options.column).remarks:
            print(f"! {told}", file=say)
        count = folder.how_many_sheets()
        if count:
            sandbox.make_ready()
        with workers(options.workers, count, options.dask) as executor, _progress(count, options.json) as tell:
            done = mark(master, folder, sandbox, executor, Limits(), tell, options.with_answers)
    if not options.json:
        _tell_at_the_end(done, folder, sandbox.name)
    return 0


@contextmanager
def _room(shared: Path | None) -> Iterator[Path]:
    """An empty folder for what sheets may see; beside the marks where the workers of a cluster have to see it too."""
    if shared is not None:
        shared.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".sandbox-", dir=shared, ignore_cleanup_errors=True) as place:
        yield Path(place).resolve()


@contextmanager
def _progress(count: int, as_json: bool) -> Iterator[Callable[[Record], None]]:
    """A bar with the rate and the time left; or a line of JSON for each record."""
    if as_json:
        yield lambda record: print(
            json.dumps(asdict(record) | {"points": record.points}, ensure_ascii=False), flush=True
        )
        return
    from tqdm import tqdm

    with tqdm(total=count, unit="sheet", disable=None, leave=False) as bar:

        def tell(record: Record) -> None:
            bar.update()
            if record.state in (UNREAD, UNFINISHED) or record.note:
                bar.write(f"! {record.student}: {record.state}. {record.note}")

        yield tell


def _tell_at_the_end(done: Done, folder: DeskFolder, sandbox: str) -> None:
    """What came of it: how many in which state, what has changed, what stands where, and what comes next."""
    for told in done.remarks:
        print(f"! {told}")
    for told in done.changed:
        print(f"! changed: {told}")
    count = Counter(record.state for record in done.table)
    states = ", ".join(f"{number} {state}" for state, number in count.most_common())
    apart = "without a sandbox" if sandbox == "none" else f"in {sandbox}"
    marked = many(len(done.marked), "sheet", "sheets")
    print(f"✓ {folder.table}: {marked} marked {apart}, {done.kept} as before; {states}")
    there = [name for name in BESIDE if (folder.place / name).exists()]
    print(f"  Beside it: {in_a_row(there)}.")
    if count[WAITS]:
        print(
            f"  {many(count[WAITS], 'sheet waits', 'sheets wait')} for a text to be marked: cst1992 desk {folder.place.name[:2]}"
        )
