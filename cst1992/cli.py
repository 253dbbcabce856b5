"""The teacher's command line: `cst1992 quiz check`, `quiz export`, `html`, `release`, `bundle`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cst1992.counting import many
from cst1992.mistakes import Mistake


def _check(options: argparse.Namespace) -> int:
    from cst1992.quizzes.bank import bank_names, load_bank

    faults = 0
    for name in options.files or bank_names():
        try:
            bank = load_bank(name)
        except Mistake as mistake:
            faults += 1
            print(f"✗ {mistake}")
        else:
            core = sum(question.core for question in bank.questions)
            print(
                f"✓ {name}: {many(len(bank.questions), 'question', 'questions')}, {core} of them on the core path, all sound"
            )
    return 1 if faults else 0


def _export(options: argparse.Namespace) -> int:
    from cst1992.quizzes.bank import load_bank
    from cst1992.quizzes.export import export

    bank = load_bank(options.file)
    made = export(bank, options.format)
    target = Path(options.to or f"{bank.name}.{made.ending}")
    if target.exists():
        raise Mistake(f"{target} exists already. Remove it, or name another file with --to.")
    target.write_bytes(made.content)
    print(f"✓ {target}: {many(len(bank.questions), 'question', 'questions')} of {bank.name}, read back and compared")
    for told in made.left_out:
        print(f"  not carried over: {told}")
    return 0


def _html(options: argparse.Namespace) -> int:
    from cst1992.publish.edition import write_edition

    written = write_edition(Path(options.to))
    print(f"✓ {written[0]}: open it in a browser; {len(written) - 1} notebooks, readable from disk and offline")
    return 0


def _release(options: argparse.Namespace) -> int:
    from cst1992.release import release

    for path in release():
        print(f"✓ {path}")
    return 0


def _bundle(options: argparse.Namespace) -> int:
    from cst1992.bundle import write_bundle

    count = write_bundle(Path(options.to))
    print(f"✓ {options.to}: {count} files for students, without solutions and hidden tests")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cst1992", description="Tools for teachers of the module.")
    areas = parser.add_subparsers(title="areas", required=True, metavar="AREA")
    quiz = areas.add_parser("quiz", help="check quiz files, take them to a learning management system")
    tasks = quiz.add_subparsers(title="tasks", required=True, metavar="TASK")
    check = tasks.add_parser("check", help="say what is wrong in quiz files: file, question, line and mend")
    check.add_argument(
        "files", nargs="*", metavar="FILE", help="a YAML file or the name of a quiz; without it all quizzes"
    )
    check.set_defaults(run=_check)
    export = tasks.add_parser("export", help="write a quiz for Moodle or Canvas")
    export.add_argument("file", metavar="FILE", help="a YAML file or the name of a quiz, such as 02")
    export.add_argument(
        "--format", required=True, choices=("moodle-xml", "qti"), help="moodle-xml, or qti (Canvas and others)"
    )
    export.add_argument("--to", metavar="FILE", help="where to write; without it beside you, under the quiz's name")
    export.set_defaults(run=_export)
    html = areas.add_parser("html", help="write a read-only edition of all notebooks")
    html.add_argument("--to", metavar="FOLDER", default="html", help="where to write; without it into html/")
    html.set_defaults(run=_html)
    made = areas.add_parser("release", help="make exercises/ from solutions/, and the map of objectives")
    made.set_defaults(run=_release)
    bundle = areas.add_parser("bundle", help="write one zip file for students")
    bundle.add_argument("--to", metavar="FILE", default="cst1992-students.zip", help="where to write")
    bundle.set_defaults(run=_bundle)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 1 where something is wrong, with one clear sentence."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except Mistake as mistake:
        print(f"✗ {mistake}", file=sys.stderr)
    except OSError as error:
        place = error.filename or "A file"
        print(f"✗ {place} could not be read or written ({error.strerror}). Name another place.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
