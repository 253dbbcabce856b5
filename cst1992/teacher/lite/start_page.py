"""The page with which the site begins: the pages by their questions, the sheets, what is kept where, how to hand in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

from cst1992.facts.files import asset, module_folder
from cst1992.facts.module import module
from cst1992.facts.page_number import page_files
from cst1992.facts.wording import day_in_words
from cst1992.page.outline import Page, page_of

PARTS = Path("teacher/lite")
MINUTES = re.compile(r"\*\*Time:\*\* (\d+) minutes\b[^\n]*?(\d+) minutes")
ROOT = re.compile(r'data-jupyter-lite-root="([^"]*)"')
HANDING_IN = """<h2>Exercises</h2>
<ol>{sheets}</ol>
<p>To hand one in: open it, write your answers into it, and press <strong>Download this sheet</strong> above it (on a telephone
below it). Hand in the file under the name that it has. Until then it is saved in this browser every few seconds.</p>"""


def write(site: Path, megabytes: int, made_of: str) -> None:
    """Put the start page into a built site, and our script into each of its pages that run notebooks.

    Parameters
    ----------
    site : the folder that JupyterLite has filled.
    megabytes : how much a first visit fetches at most.
    made_of : names and versions, for whoever looks for the cause of something.
    """
    pages = [page for file in page_files(module_folder() / "notebooks") if (page := page_of(file)) is not None]
    places = {
        "title": escape(module().title),
        "question": escape(module().question),
        "megabytes": str(megabytes),
        "pages": "".join(map(_row, pages)),
        "exercises": _exercises(),
        "facts_to": escape(day_in_words(module().facts_to)),
        "made_of": escape(made_of),
        "storage": escape(module().record, quote=True),
        "style": asset("teacher/lite/start_page.css"),
        "script": asset("teacher/lite/start_page.js"),
    }
    text = re.sub(r"\{(\w+)\}", lambda place: places[place[1]], asset("teacher/lite/start_page.html"))
    (site / "index.html").write_text(text, encoding="utf-8")
    (site / "in_the_tab.js").write_text(asset("teacher/lite/in_the_tab.js"), encoding="utf-8")
    for file in sorted(site.glob("*/**/index.html")):
        _take_up_our_script(file)


def _row(page: Page) -> str:
    fluent, new = _minutes(page.file)
    link = f'<a href="{_address(f"notebooks/{page.file.name}")}">{escape(page.title)}</a>'
    return f'<tr><td><span class="number">{page.number}</span>{link}</td><td>{fluent}</td><td>{new}</td></tr>\n'


def _address(path: str) -> str:
    return f"notebooks/index.html?path={quote(path)}"


def _minutes(file: Path) -> tuple[str, str]:
    """The minutes that the head of a notebook names, for readers fluent in English and for others; empty without them."""
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    found = MINUTES.search("".join(cells[0]["source"])) if cells else None
    return (found[1], found[2]) if found else ("", "")


def _sheets() -> Iterator[Path]:
    folder = module_folder() / "exercises"
    return (path for path in sorted(folder.glob("*/*.ipynb")) if path.stem == path.parent.name)


def _exercises() -> str:
    """The list of sheets and how to hand one in; nothing where a module has none."""
    listed = "".join(
        f'<li><a href="{_address(f"exercises/{path.parent.name}/{path.name}")}">{escape(page.title)}</a></li>'
        for path in _sheets()
        if (page := page_of(path)) is not None
    )
    return HANDING_IN.replace("{sheets}", listed) if listed else ""


def _take_up_our_script(file: Path) -> None:
    """Name our script in the head of a page that JupyterLite has made."""
    text = file.read_text(encoding="utf-8")
    root = ROOT.search(text)
    if root and "</head>" in text:
        ours = f'<script src="{root[1]}/in_the_tab.js"></script>\n  </head>'
        file.write_text(text.replace("</head>", ours, 1), encoding="utf-8")
