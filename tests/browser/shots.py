"""`make shots`: pictures of every notebook as a student sees it, light and dark, wide and narrow."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.lab import CHROMIUM_OPTIONS, ROOT, Lab, chromium, close, open_notebook

SIZES = {"wide": 1280, "narrow": 390}


def main() -> None:
    path = chromium()
    if path is None:
        sys.exit("make shots needs Chromium or Chrome. Install one, or set CST1992_CHROMIUM to its path.")
    folder = ROOT / "shots"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        lab = Lab(Path(place))
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
            for size, width in SIZES.items():
                context = lab.context(browser, width=width, height=2600)
                page = context.new_page()
                open_notebook(lab, page, f"notebooks/{notebook.name}")
                for theme in ("light", "dark"):
                    shoot(page, folder / f"{notebook.stem}-{size}-{theme}", theme)
                close(page)
                context.close()
        browser.close()
        lab.stop()
    print(f"The pictures are in {folder}")


def shoot(page, stem: Path, theme: str) -> None:  # type: ignore[no-untyped-def]
    """Scroll through the notebook and write one numbered picture a screen."""
    from tests.browser.lab import change_theme

    change_theme(page, theme)
    panel = page.locator(".jp-WindowedPanel-outer").first
    panel.evaluate("panel => panel.scrollTop = 0")
    step = panel.evaluate("panel => panel.clientHeight")
    total = panel.evaluate("panel => panel.scrollHeight")
    for number, top in enumerate(range(0, total, step), start=1):
        panel.evaluate("(panel, top) => panel.scrollTop = top", top)
        page.wait_for_timeout(150)
        page.screenshot(path=f"{stem}-{number}.png")


if __name__ == "__main__":
    main()
