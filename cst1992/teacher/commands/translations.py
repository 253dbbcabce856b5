"""`cst1992 translations`: what the library says, for translators."""

from __future__ import annotations

import argparse
from typing import Any

from cst1992.teacher.commands.command import command

MORE = (
    "It collects the sentences of the library in a template, brings the catalogue of every language up to date with it,\n"
    "compiles it, and says how much is left. docs/adapting.md leads a translator through it. Needs the extra: translate"
)


def add(areas: Any) -> None:
    """Take `translations` up among the commands."""
    does = "collect what the library says, for translators"
    spoken = command(areas, "translations", does, MORE, "translations", "translations ru")
    spoken.add_argument("code", nargs="?", metavar="CODE", help="begin a language, such as ru")
    spoken.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.teacher.translations import write_translations

    for told in write_translations(options.code):
        print(f"✓ {told}")
    return 0
