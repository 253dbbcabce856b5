"""The 20-minute path through a notebook: its head names the sections, and they are found here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

MARK = "**In 20 minutes:**"


def headings_in(source: str) -> list[str]:
    """The headings of one cell, without the title of the page."""
    return re.findall(r"^##+ (.+?)\s*$", source, re.MULTILINE)


def named_sections(cells: Sequence[Any]) -> list[str]:
    """The sections that the head of a notebook names for readers who have 20 minutes; none where it names none."""
    for line in str(cells[0].source).splitlines():
        if line.startswith(MARK):
            return re.findall(r"\*([^*]+)\*", line.removeprefix(MARK))
    return []


def short_path(cells: Sequence[Any]) -> list[Any]:
    """The cells of the 20-minute path: the head of the page with its words, then the sections that it names.

    A cell belongs to the section whose heading stands last above it; a cell with headings of its own also to those.
    """
    wanted, kept, here = set(named_sections(cells)), [], ""
    for cell in cells:
        own = headings_in(cell.source) if cell.cell_type == "markdown" else []
        starts = own and str(cell.source).lstrip().startswith("##")
        inside = set(own) if starts else {here, *own}
        if (not here and not own) or inside & wanted:
            kept.append(cell)
        here = own[-1] if own else here
    return kept
