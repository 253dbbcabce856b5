"""`cst1992 outlines`: what maps draw."""

from __future__ import annotations

import argparse
from typing import Any

from cst1992.facts.files import meant
from cst1992.teacher.commands.command import command

MORE = (
    "It lays data/outlines.geojson flat and thins it, into data/outlines_flat.json. Run it after a change of the first.\n"
    "With --from it first takes the states of data/states.csv, and what lies around them, from a file of countries.\n"
    "docs/adapting.md says more. Needs the teacher's extra: pip install -e '.[outlines]'"
)


def add(areas: Any) -> None:
    """Take `outlines` up among the commands."""
    examples = "outlines", "outlines --from ~/countries.geojson"
    drawn = command(areas, "outlines", "make the outlines that maps draw", MORE, *examples)
    drawn.add_argument(
        "--from", dest="source", metavar="FILE", help="a GeoJSON file of countries: take our states from it"
    )
    drawn.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.teacher.outlines.choosing import choose_outlines
    from cst1992.teacher.outlines.flat import write_flat

    if options.source:
        print(f"✓ {choose_outlines(meant(options.source))}: look at the places of the names, and at the borders")
    print(f"✓ {write_flat()}: what maps draw")
    return 0
