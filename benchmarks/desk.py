"""From the command to the first memo on the desk, in a real browser: with 300 memos, beside 10.

python benchmarks/desk.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from figures import tell
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from cst1992.teacher.marking.desk_folder import DeskFolder  # noqa: E402
from tests.browser.desk_running import desk_running, sit  # noqa: E402
from tests.browser.lab import CHROMIUM_OPTIONS, chromium  # noqa: E402
from tests.teacher.marking.desk.class_of import records_of  # noqa: E402
from tests.teacher.marking.sheets import NAME  # noqa: E402

FEW, MANY = 10, 300
SENTENCES = (
    "Georgia signed in 1993 and did not prolong the Treaty in 1999.",
    "A state weighs who would come to its help, and who would ask it for help.",
    "What was said on the day is a reason given, and need not be the cause.",
    "Two sources tell of it, and the one of the state itself is the better one.",
    "Kazakhstan had signed early, and it waited before it ratified.",
)


def seconds(browser: Browser, room: Path, count: int) -> float:
    """How long it takes until the first of so many memos can be marked, everything included."""
    memos = {f"Student {n}": " ".join(SENTENCES[(n + k * k) % 5] for k in range(14)) + f" {n}" for n in range(count)}
    folder = records_of(DeskFolder(room / f"marks-{count}" / NAME), memos)
    start = time.perf_counter()
    with desk_running(folder, room / f"home-{count}") as address:
        page = sit(browser, address, "Anna")
        took = time.perf_counter() - start
        page.context.close()
    return took


def main() -> None:
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), headless=True, args=CHROMIUM_OPTIONS)
        # The first start of all reads from the disk what later ones find in memory.
        seconds(browser, Path(place) / "first", FEW)
        few, many = (seconds(browser, Path(place), count) for count in (FEW, MANY))
        tell(f"the desk opened on {MANY} memos", many, "s", few, f"{FEW} memos")
        browser.close()


if __name__ == "__main__":
    main()
