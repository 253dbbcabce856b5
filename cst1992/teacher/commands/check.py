"""`cst1992 check`: what is wrong anywhere in the module."""

from __future__ import annotations

import argparse
from typing import Any

from cst1992.facts.wording import many
from cst1992.teacher.commands.command import command

MORE = (
    "It reads the tables, module.yaml, quizzes, activities, notebooks and solutions, runs none of them and changes nothing.\n"
    "It tells all that is wrong at once: file, line, column, what is wrong, how to mend it. docs/adapting.md explains the\n"
    "words."
)


def add(areas: Any) -> None:
    """Take `check` up among the commands."""
    check = command(
        areas, "check", "say what is wrong anywhere in the module: table, line, column and mend", MORE, "check"
    )
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.facts.catalogues import ENGLISH, speaking

    with speaking(ENGLISH):
        return _told()


def _told() -> int:
    from cst1992.teacher.check.check import check_module, what_was_read
    from cst1992.teacher.check.languages import languages_told
    from cst1992.teacher.papers import papers_of_another_title

    found = check_module()
    for fault in found.faults:
        print(f"✗ {fault}")
    if found.cut_short:
        print(f"Not looked at to the end until that is mended: {', '.join(found.cut_short)}.")
    if found.faults:
        print(
            f"{many(len(found.faults), 'fault', 'faults')} found. Mend what is named, then run `cst1992 check` again."
        )
        return 1
    print(f"✓ {what_was_read()}: nothing wrong was found")
    for told in languages_told():
        print(f"  {told}")
    for told in papers_of_another_title():
        print(f"! {told}")
    return 0
