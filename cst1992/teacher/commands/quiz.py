"""`cst1992 quiz check` and `cst1992 quiz export`."""

from __future__ import annotations

import argparse
from typing import Any

from cst1992.facts.files import meant
from cst1992.facts.mistakes import Mistake
from cst1992.facts.wording import many
from cst1992.facts.writing import write_whole
from cst1992.teacher.commands.command import command

QUIZ = "A quiz is one YAML file in data/quizzes; docs/quizzes.md says how to write one."
QUIZ_EXAMPLES = ("quiz check", "quiz check --help", "quiz export 02 --format moodle-xml")
CHECK = (
    "It reads the files and changes nothing. Each is sound, or the first thing that is wrong in it is told: mend that,\n"
    "and run it again. Of a sound one it also says how far a guesser gets who always takes the most cautious option,\n"
    "or the longest one."
)
CHECK = (
    "It reads the files and changes nothing. Each is sound, or the first thing that is wrong in it is told: mend that,\n"
    "and run it again. Of a sound one it also says how far a guesser gets who always takes the most cautious option,\n"
    "or the longest one."
)
CHECKS = ("quiz check", "quiz check 02", "quiz check mine.yaml ~/another.yaml")
EXPORT = (
    "The file is read back and compared with the quiz; what does not carry over is listed. In Moodle it is read in\n"
    "under Question bank, Import. A file of that name is not overwritten."
)
EXPORT = (
    "The file is read back and compared with the quiz; what does not carry over is listed. In Moodle it is read in\n"
    "under Question bank, Import. A file of that name is not overwritten."
)
EXPORTS = ("quiz export 02 --format moodle-xml", "quiz export mine.yaml --format qti --to ~/mine.zip")
HTML = (
    "It runs the notebooks, which takes a minute or two, and writes a page for each. The pages need no Python and no\n"
    "internet; open index.html. Pages of an earlier edition are replaced, other files stay."
)


def add(areas: Any) -> None:
    """Take `quiz check` and `quiz export` up among the commands."""
    quiz = command(areas, "quiz", "check quiz files, take them to a learning management system", QUIZ, *QUIZ_EXAMPLES)
    tasks = quiz.add_subparsers(title="tasks", required=True, metavar="TASK")
    check = command(tasks, "check", "say what is wrong in quiz files: file, question, line and mend", CHECK, *CHECKS)
    check.add_argument(
        "files", nargs="*", metavar="FILE", help="a YAML file or the name of a quiz; without it all quizzes"
    )
    check.set_defaults(run=_check)
    export = command(tasks, "export", "write a quiz for Moodle or Canvas", EXPORT, *EXPORTS)
    export.add_argument("file", metavar="FILE", help="a YAML file or the name of a quiz, such as 02")
    export.add_argument(
        "--format", required=True, choices=("moodle-xml", "qti"), help="moodle-xml, or qti (Canvas and others)"
    )
    export.add_argument("--to", metavar="FILE", help="where to write; without it beside you, under the quiz's name")
    export.set_defaults(run=_export)


def _check(options: argparse.Namespace) -> int:
    from cst1992.teacher.quiz_check import print_check

    return 1 if print_check(options.files) else 0


def _export(options: argparse.Namespace) -> int:
    from cst1992.quizzes.bank import load_bank
    from cst1992.teacher.export.export import export

    bank = load_bank(options.file)
    made = export(bank, options.format)
    target = meant(options.to or f"{bank.name}.{made.ending}")
    if target.exists():
        raise Mistake(f"{target} exists already. Remove it, or name another file with --to.")
    write_whole(target, made.content)
    print(f"✓ {target}: {many(len(bank.questions), 'question', 'questions')} of {bank.name}, read back and compared")
    for told in made.left_out:
        print(f"  not carried over: {told}")
    return 0
