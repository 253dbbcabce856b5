"""Links to a page of the walk, to a heading on it, to one of its boxes."""

from __future__ import annotations

import os
import re
from html import escape
from pathlib import Path

from cst1992.facts.files import asset
from cst1992.page.outline import Box, Page, running_file


def address_of(page: Page, cell: str = "") -> str:
    """The address of a page, or of a cell on it, as seen from the notebook that runs; where Jupyter does not tell which
    one that is, as seen from the folder in which it lies."""
    target = f"#cell-id={cell}" if cell else ""
    running = running_file()
    if target and page.file.resolve() == running:
        return target
    try:
        way = Path(os.path.relpath(page.file, running.parent if running else Path.cwd())).as_posix()
    except ValueError:  # another drive
        way = page.file.name
    return f"{way}{target}"


def way_to(page: Page, words: str = "") -> str:
    """A link to a page, named by its question."""
    return f'<a href="{escape(address_of(page))}">{escape(words or page.title)}</a>'


def way_to_heading(page: Page, heading: str, cell: str) -> str:
    """A link to a heading of a page."""
    return _way(page, cell, heading, 0, heading)


def way_to_box(page: Page, box: Box, words: str = "") -> str:
    """A link to a box of a page, named by the heading above it."""
    beside = [one.id for one in page.boxes if one.under == box.under]
    return _way(page, box.id, box.heading, beside.index(box.id) + 1, words or box.heading)


def _way(page: Page, cell: str, heading: str, place: int, words: str) -> str:
    plain = re.sub(r"[*`]", "", heading)
    return (
        f'<a href="{escape(address_of(page, cell))}" data-heading="{escape(plain, quote=True)}" data-box="{place}">'
        f"{escape(words)}</a>"
    )


def with_ways(html: str) -> str:
    """HTML with links of this kind, and the script that makes the cell at their end the active one."""
    return f"{html}<script>{asset('page/links.js')}</script>"
