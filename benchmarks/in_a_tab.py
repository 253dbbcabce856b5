"""The module in a tab of a browser, as ratios measured in the same run, in turns.

Goals: from the address to the first quiz that answers at most 0.9 times what a bare notebook takes whose only box imports
pandas, matplotlib and ipywidgets, on a site whose wheels bring no bytecode; on a line of 20 megabits a second the second visit
at most half of the first; the site at most 70 MB with Python in it and 25 MB without.

It needs a Pyodide, as the tests do: make bench PYODIDE=...
"""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import nbformat
from figures import tell
from playwright.sync_api import BrowserType, Page, sync_playwright

from cst1992.teacher.lite.serve import Handler
from cst1992.teacher.lite.site import build
from tests.browser.lab import CHROMIUM_OPTIONS, chromium
from tests.browser.tab import NOT_RUN, at_hand, wait_for_python

ROUNDS, PAGE, BARE = 3, "notebooks/02_the_treaty_articles.ipynb", "notebooks/bare.ipynb"
IMPORTS = "import pandas, matplotlib.figure, ipywidgets\nipywidgets.Label('done')"
LINE = 20_000_000 / 8  # bytes a second
CHUNK = 65_536
RUN_TO = """async last => {
  const { content, sessionContext } = jupyterapp.shell.currentWidget, cells = content.widgets;
  const count = last ? cells.findIndex(cell => cell.model.type === 'code' && cell.model.sharedModel.source.includes(last)) : 0;
  for (let place = 0; place <= count; place += 1)
    if (cells[place].model.type === 'code') {
      content.activeCellIndex = place;
      await jupyterapp.commands.execute('notebook:run-cell');
    }
}"""


@contextmanager
def served(folder: Path, bytes_a_second: float = 0) -> Iterator[str]:
    """The address of a folder, over a line that all requests share; without a number as fast as it goes."""
    line = Lock()

    class OverALine(Handler):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given, directory=str(folder))

        def copyfile(self, source: Any, outputfile: Any) -> None:
            while chunk := source.read(CHUNK):
                with line:
                    time.sleep(len(chunk) / bytes_a_second if bytes_a_second else 0)
                outputfile.write(chunk)

    with ThreadingHTTPServer(("127.0.0.1", 0), OverALine) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def visit(kind: BrowserType, profile: Path, base: str, path: str, act: Callable[[Page], None]) -> float:
    """Seconds from the address to the end of an act, in a browser that keeps what it keeps in a folder."""
    options: dict[str, Any] = {"executable_path": chromium(), "headless": True, "args": CHROMIUM_OPTIONS}
    context = kind.launch_persistent_context(profile, viewport={"width": 1280, "height": 2600}, **options)
    try:
        page = context.new_page()
        page.set_default_timeout(180_000)
        start = time.perf_counter()
        page.goto(f"{base}/notebooks/index.html?path={path}")
        wait_for_python(page)
        act(page)
        return time.perf_counter() - start
    finally:
        context.close()


def answer_the_first_quiz(page: Page) -> None:
    page.evaluate(RUN_TO, "cst.quiz(")
    box = page.locator(".cst-quiz").first
    box.get_by_role("radio").first.check()
    box.get_by_role("button", name="Check").first.click()
    box.get_by_role("alert").filter(has_text=re.compile("[✓✗]")).first.wait_for()


def import_the_three(page: Page) -> None:
    page.evaluate(RUN_TO, "import")
    page.get_by_text("done", exact=True).wait_for()


def lay_bare_notebook(site: Path) -> None:
    """Add a notebook of one box to a built site, and name it in its list of files."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(IMPORTS)])
    notebook.metadata["kernelspec"] = {"name": "python", "display_name": ""}  # or the page asks which Python to take
    nbformat.write(notebook, site / "files" / BARE)
    listed = site / "api" / "contents" / "notebooks" / "all.json"
    content = json.loads(listed.read_text(encoding="utf-8"))
    content["content"].append({**content["content"][0], "name": Path(BARE).name, "path": BARE})
    listed.write_text(json.dumps(content), encoding="utf-8")


def measure(room: Path, source: Path, kind: BrowserType) -> None:
    """Build three sites in a folder, visit them in turns, and print the figures."""
    ours, stock = build(room / "ours", source), build(room / "stock", source, compile_too=False)
    small = build(room / "small")
    lay_bare_notebook(stock.folder)
    quiz, bare, first, second = [], [], [], []
    for turn in range(ROUNDS):
        with served(ours.folder) as base:
            quiz.append(visit(kind, room / f"quiz{turn}", base, PAGE, answer_the_first_quiz))
        with served(stock.folder) as base:
            bare.append(visit(kind, room / f"bare{turn}", base, BARE, import_the_three))
        with served(ours.folder, LINE) as base:
            first.append(visit(kind, room / f"line{turn}", base, PAGE, answer_the_first_quiz))
            second.append(visit(kind, room / f"line{turn}", base, PAGE, answer_the_first_quiz))
    tell("the first quiz of 02 answers", min(quiz), "s", min(bare), "a bare notebook, stock wheels", 0.9)
    tell("a second visit, 20 megabits a second", min(second), "s", min(first), "the first visit", 0.5)
    tell("the site with Python in it", ours.megabytes, "MB", 70, "its goal", 1.0)
    tell("the site without", small.megabytes, "MB", 25, "its goal", 1.0)


if __name__ == "__main__":
    source = at_hand()
    if source is None:
        print(NOT_RUN)
    else:
        with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
            measure(Path(place), source, playwright.chromium)
