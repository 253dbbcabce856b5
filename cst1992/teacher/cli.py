"""The teacher's command line: `cst1992 check`, `quiz check`, `quiz export`, `html`, `release`, `words`, `bundle`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any, cast

from cst1992.facts.files import meant
from cst1992.facts.mistakes import Mistake
from cst1992.facts.wording import many
from cst1992.facts.writing import write_whole
from cst1992.teacher.printing import leave_the_pipe, print_anywhere


def _check_all(options: argparse.Namespace) -> int:
    from cst1992.teacher.check.check import check_module, what_was_read

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
    return 0


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


def _html(options: argparse.Namespace) -> int:
    from cst1992.teacher.edition.edition import FILES_A_NOTEBOOK, write_edition

    written = write_edition(meant(options.to))
    count = many((len(written) - 1) // FILES_A_NOTEBOOK, "notebook", "notebooks")
    print(f"✓ {written[0]}: open it in a browser; {count}, readable from disk and offline")
    return 0


def _release(options: argparse.Namespace) -> int:
    from cst1992.teacher.release import release

    for path in release():
        print(f"✓ {path}")
    return 0


def _words(options: argparse.Namespace) -> int:
    from cst1992.teacher.page_words import write_page_words

    print(f"✓ {write_page_words()}: the terms that each notebook uses, found in its text")
    return 0


def _bundle(options: argparse.Namespace) -> int:
    from cst1992.teacher.bundle import write_bundle

    target = meant(options.to)
    count = write_bundle(target, self_study=options.self_study)
    without = (
        "solutions among them; give it to nobody whom you mark"
        if options.self_study
        else "without solutions and hidden tests"
    )
    print(f"✓ {target}: {count} files for students, {without}")
    return 0


EXITS = """what it ends with (the exit code):
  0    done
  1    something is wrong in a file or with a place; a sentence says what, where and how to mend it
  2    the command was not understood; a sentence says which part
  130  stopped from the keyboard
"""


def _task(parent: Any, name: str, does: str, more: str, *examples: str) -> argparse.ArgumentParser:
    """One command with a help that teaches: what it does, examples to copy, what it ends with."""
    shown = "examples:\n" + "".join(f"  cst1992 {example}\n" for example in examples)
    return cast(
        argparse.ArgumentParser,
        parent.add_parser(
            name,
            help=does,
            description=f"{does[0].upper()}{does[1:]}.\n\n{more}",
            epilog=f"{shown}\n{EXITS}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        ),
    )


def _add_quiz(areas: Any) -> None:
    quiz = _task(areas, "quiz", "check quiz files, take them to a learning management system", QUIZ, *QUIZ_EXAMPLES)
    tasks = quiz.add_subparsers(title="tasks", required=True, metavar="TASK")
    check = _task(tasks, "check", "say what is wrong in quiz files: file, question, line and mend", CHECK, *CHECKS)
    check.add_argument(
        "files", nargs="*", metavar="FILE", help="a YAML file or the name of a quiz; without it all quizzes"
    )
    check.set_defaults(run=_check)
    export = _task(tasks, "export", "write a quiz for Moodle or Canvas", EXPORT, *EXPORTS)
    export.add_argument("file", metavar="FILE", help="a YAML file or the name of a quiz, such as 02")
    export.add_argument(
        "--format", required=True, choices=("moodle-xml", "qti"), help="moodle-xml, or qti (Canvas and others)"
    )
    export.add_argument("--to", metavar="FILE", help="where to write; without it beside you, under the quiz's name")
    export.set_defaults(run=_export)


CHECK_ALL = (
    "It reads the tables, module.yaml, quizzes, notebooks and solutions, runs none of them and changes nothing. It tells\n"
    "all that is wrong at once: file, line, column, what is wrong, how to mend it. docs/adapting.md explains the words."
)
QUIZ = "A quiz is one YAML file in data/quizzes; docs/quizzes.md says how to write one."
QUIZ_EXAMPLES = ("quiz check", "quiz check --help", "quiz export 02 --format moodle-xml")
CHECK = (
    "It reads the files and changes nothing. Each gets a line: sound, or the first thing that is wrong in it.\n"
    "Mend that, and run it again."
)
CHECKS = ("quiz check", "quiz check 02", "quiz check mine.yaml ~/another.yaml")
EXPORT = (
    "The file is read back and compared with the quiz; what does not carry over is listed. In Moodle it is read in\n"
    "under Question bank, Import. A file of that name is not overwritten."
)
EXPORTS = ("quiz export 02 --format moodle-xml", "quiz export mine.yaml --format qti --to ~/mine.zip")
HTML = (
    "It runs the notebooks, which takes a minute or two, and writes a page for each. The pages need no Python and no\n"
    "internet; open index.html. Pages of an earlier edition are replaced, other files stay."
)
RELEASE = (
    "Change a sheet in solutions/, then run this in the folder of the module. Sheets in exercises/ are written over;\n"
    "solutions and hidden tests are left out of them. Needs the teacher's extra: pip install -e '.[grading]'"
)
WORDS = (
    "It finds the terms of the glossary and of the concepts in the texts of the notebooks and writes data/page_words.csv,\n"
    "from which each notebook shows its words. Run it after a change of a notebook, the glossary or the concepts."
)
BUNDLE = (
    "It holds notebooks, exercises, data and the library, without solutions and hidden tests, and a HOWTO. A file of\n"
    "that name is replaced. The folder in the zip gets another name whenever something has changed."
)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cst1992",
        description="Tools for teachers of the module. Each of them has a help of its own: cst1992 quiz check --help",
        epilog=EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    areas = parser.add_subparsers(title="areas", required=True, metavar="AREA")
    everything = _task(
        areas, "check", "say what is wrong anywhere in the module: table, line, column and mend", CHECK_ALL, "check"
    )
    everything.set_defaults(run=_check_all)
    _add_quiz(areas)
    html = _task(areas, "html", "write a read-only edition of all notebooks", HTML, "html", "html --to ~/edition")
    html.add_argument("--to", metavar="FOLDER", default="html", help="where to write; without it into html/")
    html.set_defaults(run=_html)
    made = _task(
        areas,
        "release",
        "make exercises/ from solutions/, and the map of objectives",
        RELEASE,
        "release",
    )
    made.set_defaults(run=_release)
    words = _task(areas, "words", "find the terms that each notebook uses, for “Words of this page”", WORDS, "words")
    words.set_defaults(run=_words)
    bundle = _task(areas, "bundle", "write one zip file for students", BUNDLE, "bundle", "bundle --to ~/students.zip")
    bundle.add_argument("--to", metavar="FILE", default="cst1992-students.zip", help="where to write")
    bundle.add_argument(
        "--self-study",
        action="store_true",
        help="with solutions, for somebody who works alone: checks say right or wrong",
    )
    bundle.set_defaults(run=_bundle)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says whether it was done, and where it was not, one clear sentence says why."""
    print_anywhere()
    options = _parser().parse_args(arguments)
    try:
        code = int(options.run(options))
        print(end="", flush=True)
    except Mistake as mistake:
        print(f"✗ {mistake}", file=sys.stderr)
    except KeyboardInterrupt:
        print("✗ Stopped. What was not finished is not written.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        leave_the_pipe()
    except ImportError as error:
        print(
            f"✗ This needs {error.name or error}, a teacher's extra: pip install -e '.[export,grading,html]'",
            file=sys.stderr,
        )
    except OSError as error:
        place = error.filename or "A file"
        print(f"✗ {place} could not be read or written ({error.strerror}). Name another place.", file=sys.stderr)
        if error.filename is None:
            leave_the_pipe()
    else:
        return code
    return 1


if __name__ == "__main__":
    sys.exit(main())
