"""`cst1992 bundle`: one zip file for students."""

from __future__ import annotations

import argparse
from typing import Any

from cst1992.facts.files import meant
from cst1992.teacher.commands.command import command

MORE = (
    "It holds notebooks, exercises, data and the library, without solutions and hidden tests, and a HOWTO. A file of\n"
    "that name is replaced. The folder in the zip gets another name whenever something has changed."
)


def add(areas: Any) -> None:
    """Take `bundle` up among the commands."""
    bundle = command(areas, "bundle", "write one zip file for students", MORE, "bundle", "bundle --to ~/students.zip")
    bundle.add_argument("--to", metavar="FILE", default="cst1992-students.zip", help="where to write")
    bundle.add_argument(
        "--self-study",
        action="store_true",
        help="with solutions, for somebody who works alone: checks say right or wrong",
    )
    bundle.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.teacher.bundle import write_bundle
    from cst1992.teacher.papers import papers_of_another_title

    target = meant(options.to)
    count = write_bundle(target, self_study=options.self_study)
    without = (
        "solutions among them; give it to nobody whom you mark"
        if options.self_study
        else "without solutions and hidden tests"
    )
    print(f"✓ {target}: {count} files for students, {without}")
    for told in papers_of_another_title():
        print(f"! {told}")
    return 0
