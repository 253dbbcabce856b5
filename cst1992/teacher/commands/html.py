"""`cst1992 html`: a read-only edition."""

from __future__ import annotations

import argparse
from typing import Any

from cst1992.facts.files import meant
from cst1992.facts.wording import many
from cst1992.teacher.commands.command import command

MORE = (
    "It runs the notebooks, which takes a minute or two, and writes a page for each. The pages need no Python and no\n"
    "internet; open index.html. Pages of an earlier edition are replaced, other files stay."
)


def add(areas: Any) -> None:
    """Take `html` up among the commands."""
    html = command(areas, "html", "write a read-only edition of all notebooks", MORE, "html", "html --to ~/edition")
    html.add_argument("--to", metavar="FOLDER", default="html", help="where to write; without it into html/")
    html.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.teacher.edition.edition import FILES_A_NOTEBOOK, write_edition

    written = write_edition(meant(options.to))
    count = many((len(written) - 1) // FILES_A_NOTEBOOK, "notebook", "notebooks")
    print(f"✓ {written[0]}: open it in a browser; {count}, readable from disk and offline")
    return 0
