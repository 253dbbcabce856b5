"""What all commands share: a help that teaches, and what they end with."""

from __future__ import annotations

import argparse
from typing import Any, cast

EXITS = """what it ends with (the exit code):
  0    done
  1    something is wrong in a file or with a place; a sentence says what, where and how to mend it
  2    the command was not understood; a sentence says which part
  130  stopped from the keyboard
"""


def command(parent: Any, name: str, does: str, more: str, *examples: str) -> argparse.ArgumentParser:
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
