"""`cst1992 release`: the sheets of students, from those with solutions."""

from __future__ import annotations

import argparse
from typing import Any

from cst1992.teacher.commands.command import command

MORE = (
    "Change a sheet in solutions/, then run this in the folder of the module. Sheets in exercises/ are written over;\n"
    "solutions and hidden tests are left out of them. Needs the teacher's extra: pip install -e '.[grading]'"
)


def add(areas: Any) -> None:
    """Take `release` up among the commands."""
    made = command(areas, "release", "make exercises/ from solutions/, and the map of objectives", MORE, "release")
    made.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.teacher.release import release

    for path in release():
        print(f"✓ {path}")
    return 0
