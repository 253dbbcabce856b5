import os
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="the browser suite needs `pip install -e .[test]`")

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.lab import CHROMIUM_OPTIONS, Lab, change_theme, chromium, close, open_notebook, run_all


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        message = (
            "THE BROWSER SUITE WAS NOT RUN: no Chromium or Chrome was found. Install one, or set CST1992_CHROMIUM."
        )
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        chosen = playwright.chromium.launch(executable_path=path, headless=True, args=CHROMIUM_OPTIONS)
        yield chosen
        chosen.close()


@pytest.fixture(scope="session")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    running = Lab(Path(tmp_path_factory.mktemp("lab")))
    yield running
    running.stop()


@pytest.fixture
def context(lab: Lab, browser: Browser) -> Iterator[BrowserContext]:
    fresh = lab.context(browser)
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    yield opened
    close(opened)


@pytest.fixture(scope="module")
def notebook_page(lab: Lab, browser: Browser) -> Iterator[Page]:
    """One page with the notebook open, kept for all tests of a file."""
    context = lab.context(browser)
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    open_notebook(lab, opened, run=False)
    yield opened
    close(opened)
    context.close()


@pytest.fixture
def student(lab: Lab, notebook_page: Page) -> Page:
    """The open notebook, run from top to bottom again in the light theme, for somebody with an empty record."""
    lab.record.unlink(missing_ok=True)
    change_theme(notebook_page, "light")
    run_all(notebook_page)
    return notebook_page
