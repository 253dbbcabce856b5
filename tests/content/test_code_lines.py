"""Lines of code that a learner reads end before the edge of a page at 150 % zoom: 79 characters at most."""

from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*(ROOT / "notebooks").glob("*.ipynb"), *(ROOT / "exercises").glob("*/*.ipynb")])
LONGEST = 79


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.parent.name + "/" + path.stem)
def test_no_line_of_code_that_stands_open_is_longer_than_79_characters(page):
    long = [
        f"{cell.id}: {line}"
        for cell in nbformat.read(page, as_version=4).cells
        if cell.cell_type == "code" and not cell.metadata.get("jupyter", {}).get("source_hidden")
        for line in cell.source.split("\n")
        if len(line) > LONGEST
    ]
    assert long == []


def test_every_page_and_every_sheet_is_looked_at():
    assert len(PAGES) == 13
