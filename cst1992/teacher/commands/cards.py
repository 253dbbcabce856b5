"""`cst1992 cards`: what is printed for an activity in class."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from cst1992.facts.files import meant
from cst1992.facts.wording import many
from cst1992.teacher.commands.command import command

MORE = (
    "Without a name it lists the activities. With one it writes pages to print, for A4 and for Letter, in grey: the teacher's\n"
    "sheet, role cards, documents, ballots, letters to hold up, and what is kept back for the reveal. Everything on them comes\n"
    "from the tables. Open index.html; it says how many copies of each you need."
)


def add(areas: Any) -> None:
    """Take `cards` up among the commands."""
    cards = command(
        areas,
        "cards",
        "write the cards of an activity to print, or list the activities",
        MORE,
        "cards",
        "cards council_2010",
        "cards who_signed --students 60 --to ~/monday",
    )
    cards.add_argument("activity", nargs="?", metavar="ACTIVITY", help="its name, or a YAML file; without it a list")
    cards.add_argument("--to", metavar="FOLDER", help="where to write; without it into cards/ACTIVITY/")
    cards.add_argument("--students", metavar="N", type=int, default=30, help="how many there are; without it 30")
    cards.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.teacher.activities.activities import file_of, load_activity
    from cst1992.teacher.activities.paper.files import write_cards
    from cst1992.teacher.check.activities import faults_of

    if options.activity is None:
        return _listed()
    activity = load_activity(options.activity)
    faults = list(faults_of(file_of(options.activity)))
    for fault in faults:
        print(f"✗ {fault}", file=sys.stderr)
    if faults:
        return 1
    written = write_cards(activity, meant(options.to or f"cards/{activity.name}"), options.students)
    print(f"✓ {written[0]}: open it in a browser and print; {many(len(written) - 1, 'file', 'files')} beside it")
    return 0


def _listed() -> int:
    """Each activity with its title and its minutes, in a line."""
    from cst1992.teacher.activities.activities import activity_names, load_activity

    names = activity_names()
    if not names:
        print("This module has no activities. docs/activities.md shows how to write one.")
        return 0
    wide = max(map(len, names))
    for name in names:
        activity = load_activity(name)
        minutes = " or ".join(dict.fromkeys(str(taken) for _, taken in activity.minutes))
        first, last = activity.students
        print(f"{name:<{wide}}  {activity.title} ({minutes} minutes, {first} to {last} students)")
    return 0
