"""The site that needs no installation, built once and shown to Chromium: where its Pyodide comes from, and how it is used."""

from __future__ import annotations

import json
import os
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from cst1992.teacher.lite.serve import server
from cst1992.teacher.lite.site import build
from tests.browser.lab import CHROMIUM_OPTIONS, IDLE, ROOT, chromium, run_all

NEAR_BY = ROOT.parent / "shared" / "lite"
NOT_RUN = (
    "THE SITE WAS NOT TRIED IN A BROWSER: no Pyodide is at hand. Name a folder or a packed file of Pyodide 0.27.7: "
    "make test PYODIDE=~/pyodide-0.27.7.tar.bz2"
)
WAIT = 120_000
RUN = """async (code) => {
  let told = '';
  const done = jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({ code });
  done.onIOPub = message => { told += message.content.text || message.content.evalue || ''; };
  await done.done;
  return told;
}"""


def at_hand() -> Path | None:
    """The Pyodide that is named by PYODIDE, or that lies beside the module; None where there is none."""
    named = os.environ.get("PYODIDE", "")
    return Path(named).expanduser() if named else next(iter(sorted(NEAR_BY.glob("pyodide-*.tar.*"))), None)


def pyodide() -> Path:
    """The same; without one the test is skipped, loudly."""
    found = at_hand()
    if found is None:
        pytest.skip(NOT_RUN)
    return found


class Tab:
    """A built site, served on a free port and below the top of its server, as on a page of a university."""

    def __init__(self, folder: Path, source: Path | None) -> None:
        self.folder = folder
        build(folder, source)
        self._server = server(folder.parent, 0)
        self._host = f"http://localhost:{self._server.server_port}"
        self.base = f"{self._host}/{folder.name}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def context(self, browser: Browser, **options: Any) -> BrowserContext:
        """A private window: nothing is in it before, and nothing of it stays."""
        return self._watched(browser.new_context(viewport={"width": 1280, "height": 2600}, **options))

    def profile(self, browser: Browser, folder: Path) -> BrowserContext:
        """A browser of somebody's own, which keeps in a folder what it keeps."""
        return self._watched(
            browser.browser_type.launch_persistent_context(
                folder,
                executable_path=chromium(),
                headless=True,
                args=CHROMIUM_OPTIONS,
                viewport={"width": 1280, "height": 2600},
            )
        )

    def _watched(self, context: BrowserContext) -> BrowserContext:
        """Keep every address outside the site that is asked for."""
        context.outside = []  # type: ignore[attr-defined]
        ours = (self._host, self._host.replace("http", "ws"), "data:", "blob:", "about:")
        context.on("request", lambda asked: None if asked.url.startswith(ours) else context.outside.append(asked.url))  # type: ignore[attr-defined]
        return context

    def open(self, page: Page, path: str = "notebooks/02_the_treaty_articles.ipynb", run: bool = True) -> None:
        """Open a notebook, wait for Python, and run all boxes."""
        page.set_default_timeout(20_000)
        page.goto(f"{self.base}/notebooks/index.html?path={path}")
        wait_for_python(page)
        if run:
            run_all(page)


def wait_for_python(page: Page) -> None:
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=WAIT)
    page.wait_for_function(IDLE, timeout=WAIT)


def in_python(page: Page, code: str) -> str:
    """Run a line of Python beside the notebook, and give what it prints or why it failed."""
    return str(page.evaluate(RUN, code)).strip()


def save_notebook(page: Page, path: str, *sources: str) -> None:
    """Put a notebook with these boxes among the files of the browser."""
    cells = [
        {"cell_type": "code", "source": one, "metadata": {}, "outputs": [], "execution_count": None} for one in sources
    ]
    content = {
        "cells": cells,
        "metadata": {"kernelspec": {"name": "python", "display_name": ""}},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    page.evaluate(
        "async ([path, content]) => { await jupyterapp.serviceManager.contents.save(path,"
        " { type: 'notebook', format: 'json', content: JSON.parse(content) }); }",
        [path, json.dumps(content)],
    )


def no_room(page: Page, full: bool) -> None:
    """Let the browser have no more room for what this page wants to keep, or have room again."""
    page.evaluate(
        """full => {
          const store = IDBObjectStore.prototype;
          window.whenThereIsRoom = window.whenThereIsRoom || store.put;
          store.put = full ? () => { throw new DOMException('no room', 'QuotaExceededError'); } : window.whenThereIsRoom;
        }""",
        full,
    )
