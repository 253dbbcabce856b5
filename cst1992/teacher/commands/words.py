"""`cst1992 words`: the terms that each page uses."""

from __future__ import annotations

import argparse
from typing import Any

from cst1992.teacher.commands.command import command

MORE = (
    "It finds the terms of the glossary and of the concepts in the texts of the notebooks and writes data/page_words.csv,\n"
    "from which each notebook shows its words. Run it after a change of a notebook, the glossary or the concepts."
)


def add(areas: Any) -> None:
    """Take `words` up among the commands."""
    words = command(areas, "words", "find the terms that each notebook uses, for “Words of this page”", MORE, "words")
    words.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.teacher.page_words import write_page_words

    print(f"✓ {write_page_words()}: the terms that each notebook uses, found in its text")
    return 0
