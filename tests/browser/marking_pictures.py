"""The pictures in docs/marking.md: the report, the desk and a page for a student, of the class of sixty of our tests."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from cst1992.teacher.marking.desk_folder import DeskFolder, file_name
from cst1992.teacher.marking.telling.everything import tell_everything
from tests.browser.desk_running import desk_running
from tests.browser.lab import CHROMIUM_OPTIONS, ROOT, chromium
from tests.teacher.marking.class_of_sixty import STUDENTS, folder_of_sixty, mark_texts
from tests.teacher.marking.sheets import the_master

SHOWN = 24  # the place of the student whose page is shown


def main() -> None:
    path = chromium()
    if path is None:
        sys.exit("make pictures needs Chromium or Chrome. Install one, or set CST1992_CHROMIUM to its path.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, sync_playwright() as playwright:
        folder = folder_of_sixty(Path(place))
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        _desk(folder, browser)
        mark_texts(folder, STUDENTS)
        tell_everything(folder, the_master())
        _from_disk(browser, folder.place / "report.html", "#short", 1290, "marking-report", 940)
        page = folder.place / "feedback" / f"{file_name(STUDENTS[SHOWN])}.html"
        _from_disk(browser, page, "h1", 1000, "marking-feedback", 760)
        browser.close()
    print("The pictures are in docs/. Read the descriptions in docs/marking.md against what they show now.")


def _from_disk(browser: Browser, path: Path, begins: str, height: int, name: str, width: int) -> None:
    """A page of a file, from where something begins on it."""
    page = browser.new_page(viewport={"width": width, "height": 2 * height}, color_scheme="light")
    page.goto(path.as_uri())
    top = page.locator(begins).first.bounding_box()
    assert top
    _keep(page, name, {"x": 0, "y": top["y"] - 12, "width": width, "height": height})


def _desk(folder: DeskFolder, browser: Browser) -> None:
    """The desk in JupyterLab, with two levels chosen."""
    with desk_running(folder, folder.place.parent / "home", "--marker", "Ada") as address:
        page = browser.new_page(viewport={"width": 1180, "height": 740}, color_scheme="light")
        page.goto(address)
        page.wait_for_selector(".cst-memo-text:focus", timeout=120_000)
        page.keyboard.type("43")
        page.wait_for_timeout(800)
        _keep(page, "marking-desk")


def _keep(page: Page, name: str, clip: dict[str, float] | None = None) -> None:
    target = ROOT / "docs" / f"{name}.png"
    page.screenshot(path=target, clip=clip)
    Image.open(target).convert("RGB").quantize(32).save(target, optimize=True)
    page.close()


if __name__ == "__main__":
    main()
