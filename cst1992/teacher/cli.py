"""The teacher's command line: it finds the command that is meant, and says in a sentence what went wrong."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import cst1992.teacher.light_start  # noqa: F401
from cst1992.facts.mistakes import Mistake
from cst1992.teacher.commands import (
    bundle,
    cards,
    check,
    desk,
    html,
    lite,
    mark,
    outlines,
    pulse,
    quiz,
    release,
    room,
    translations,
    words,
)
from cst1992.teacher.commands.command import EXITS
from cst1992.teacher.printing import leave_the_pipe, print_anywhere

COMMANDS = (check, quiz, html, release, words, translations, outlines, bundle, lite, mark, desk, room, cards, pulse)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cst1992",
        description="Tools for teachers of the module. Each of them has a help of its own: cst1992 quiz check --help",
        epilog=EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    areas = parser.add_subparsers(title="areas", required=True, metavar="AREA")
    for command in COMMANDS:
        command.add(areas)
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
            f"✗ This needs {error.name or error}, a teacher's extra: pip install -e '.[export,grading,html,marking,outlines,room,translate]'",
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
