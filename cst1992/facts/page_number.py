"""The number of a page of the walk, from 00 to 99: in the name of its file, of its quiz and of its exercise."""

from __future__ import annotations

import re
from pathlib import Path

PAGES = "[0-9][0-9]_*.ipynb"


def page_number(name: object) -> str:
    """The number that a name begins with, in two figures; the name itself where it begins with none.

    Examples
    --------
    >>> page_number("02_the_treaty_articles"), page_number(2), page_number("12"), page_number("last")
    ('02', '02', '12', 'last')
    """
    text = str(name).strip()
    found = re.match(r"\d{1,2}(?!\d)", text)
    return found.group().zfill(2) if found else text


def page_files(folder: Path) -> list[Path]:
    """The notebooks of a folder that are pages of the walk, in their order."""
    return sorted(folder.glob(PAGES))
