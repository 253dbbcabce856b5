"""The desk of a folder of marks, opened by the command as a teacher gives it, in a home of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from cst1992.teacher.marking.desk_folder import DeskFolder

PLACES = (
    "HOME",
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "IPYTHONDIR",
    "JUPYTERLAB_WORKSPACES_DIR",
)


SETTINGS = {
    "ServerApp": {"allow_root": True},
    "LabApp": {"news_url": None, "check_for_updates_class": "jupyterlab.NeverCheckForUpdate"},
}


@contextmanager
def desk_running(folder: DeskFolder, home: Path, *words: str) -> Iterator[str]:
    """The address of the desk, as the command with these words tells it; the command ends when the block does."""
    places = {name: home / name for name in PLACES}
    for place in places.values():
        place.mkdir(parents=True)
    (places["JUPYTER_CONFIG_DIR"] / "jupyter_server_config.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
    command = [sys.executable, "-m", "cst1992.teacher.cli", "desk", "03", "--to", str(folder.place.parent), *words]
    told = home / "told.txt"
    with told.open("wb") as out:
        running = subprocess.Popen(
            [*command, "--no-browser"], env=kept | {name: str(place) for name, place in places.items()}, stdout=out
        )
    try:
        for _ in range(1200):
            found = re.search(r"The desk: (\S+)", told.read_text(encoding="utf-8"))
            if found:
                break
            assert running.poll() is None, told.read_text(encoding="utf-8")
            time.sleep(0.1)
        assert found, "the command has told no address within two minutes"
        yield found[1]
    finally:
        running.send_signal(signal.SIGTERM)
        ended = running.wait(timeout=20)
    assert ended == 0, "the command ends, and JupyterLab with it"


def sit(browser: Browser, address: str, marker: str, script: str = "") -> Page:
    """Somebody opens the desk in a browser of their own and says who marks; Enter alone begins."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(script)
    page.set_default_timeout(90_000)
    page.goto(address)
    page.wait_for_selector(".cst-desk-start input:focus")
    page.keyboard.press("Control+a")
    page.keyboard.type(marker)
    page.keyboard.press("Enter")
    page.wait_for_selector(".cst-memo-text:focus")
    return page
