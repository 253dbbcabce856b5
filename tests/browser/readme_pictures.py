"""`make pictures`: the pictures in docs/ that README shows, drawn anew from the tables."""

from __future__ import annotations

import sys

from PIL import Image
from playwright.sync_api import sync_playwright

import cst1992 as cst
from cst1992.pictures.show import svg_of
from tests.browser.lab import CHROMIUM_OPTIONS, ROOT, chromium

MARGIN, WIDTH, DENSITY = 6, 760, 1.78


def main() -> None:
    path = chromium()
    if path is None:
        sys.exit("make pictures needs Chromium or Chrome. Install one, or set CST1992_CHROMIUM to its path.")
    drawn = {
        "membership": cst.membership(),
        "requests": cst.requests_at_a_glance(),
        "timeline": cst.timeline(theme="treaty"),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        page = browser.new_page(viewport={"width": WIDTH + 2 * MARGIN, "height": 400}, device_scale_factor=DENSITY)
        for name, picture in drawn.items():
            page.set_content(
                f"<body style='margin:{MARGIN}px;background:#fff;font-family:\"DejaVu Sans\"'>{svg_of(picture.figure)}"
            )
            target = ROOT / "docs" / f"{name}.png"
            page.locator("svg").first.screenshot(path=target)
            Image.open(target).convert("RGB").quantize(64).save(target, optimize=True)
        browser.close()
    print("The pictures are in docs/. Read README's descriptions of them against what they show now.")


if __name__ == "__main__":
    main()
