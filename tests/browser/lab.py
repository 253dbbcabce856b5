"""A real JupyterLab on a copy of the module, driven by Chromium."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from cst1992.facts.files import asset

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = "notebooks/02_the_treaty_articles.ipynb"
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
]
# A script for a page: what Python says arrives half a second later, as on a server far away.
SLOW = """const Plain = WebSocket;
window.WebSocket = class extends Plain { set onmessage(heard) { super.onmessage = event => setTimeout(heard, 500, event); } };"""
SETTINGS = {
    "apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false, "doNotDisturbMode": true}',
    "notebook-extension/tracker": '{"windowingMode": "none", "autoStartDefaultKernel": true, "scrollPastEnd": false}',
    "docmanager-extension/plugin": '{"autosave": false}',
    "apputils-extension/themes": '{"theme": "JupyterLab Light"}',
}
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark", "contrast": "JupyterLab Dark High Contrast"}
IDLE = "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
RUN_ALL = """async () => {
  const widget = jupyterapp.shell.currentWidget;
  await widget.context.ready;
  await jupyterapp.commands.execute('notebook:run-all-cells');
}"""


def chromium() -> str | None:
    """The path of a Chromium or Chrome, or None; CST1992_CHROMIUM names another one."""
    named = os.environ.get("CST1992_CHROMIUM")
    if named:
        return named
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for path in map(shutil.which, names) if path), None)


class Lab:
    """One JupyterLab server on a free port, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "module"
        settings = dict(SETTINGS)
        for part in ("notebooks", "data", "exercises"):
            shutil.copytree(ROOT / part, self.root / part)
        for plugin, ours in json.loads(asset("page/jupyterlab.json")).items():
            plugin = plugin.removeprefix("@jupyterlab/").replace(":", "/")
            settings[plugin] = json.dumps({**ours, **json.loads(settings.get(plugin, "{}"))})
        for plugin, text in settings.items():
            file = folder / "settings" / "@jupyterlab" / f"{plugin}.jupyterlab-settings"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        self.record = folder / "record" / "answers.jsonl"
        self.token = secrets.token_hex(12)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = folder / "lab.log"
        self._process = self._start(folder)

    def _start(self, folder: Path) -> subprocess.Popen[bytes]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
        places = {
            "HOME": "home",
            "CST1992_HOME": "record",
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "IPYTHONDIR": "ipython",
            "JUPYTERLAB_SETTINGS_DIR": "settings",
            "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        }
        for name, place in places.items():
            (folder / place).mkdir(exist_ok=True)
            kept[name] = str(folder / place)
        profile = folder / "ipython" / "profile_default"
        profile.mkdir(exist_ok=True)
        shutil.copy(ROOT / "cst1992" / "page" / "ipython_kernel_config.json", profile)  # as an installation does
        kept["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
        command = [
            sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={self.port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={self.token}",
            f"--ServerApp.root_dir={self.root}", "--expose-app-in-browser", "--LabApp.news_url=None",
            "--JupyterNotebookApp.expose_app_in_browser=True",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.extension_manager=readonly",
        ]  # fmt: skip
        with self.log.open("wb") as log:
            process = subprocess.Popen(command, env=kept, stdout=log, stderr=log, start_new_session=True)
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{self.base}/api/status?token={self.token}", timeout=1).close()
                return process
            except (urllib.error.URLError, OSError):
                if process.poll() is not None:
                    break
                time.sleep(0.1)
        raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text(errors='replace')[-2000:]}")

    def stop(self) -> None:
        """End the server and all its kernels."""
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(timeout=20)

    def context(self, browser: Browser, width: int = 1280, height: int = 2600) -> BrowserContext:
        """A fresh browser context that is logged in; requests to anywhere else are refused and kept."""
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        context.outside = []  # type: ignore[attr-defined]

        def gate(route: Any) -> None:
            if route.request.url.startswith((self.base, f"ws://127.0.0.1:{self.port}", "data:", "blob:")):
                route.continue_()
            else:
                context.outside.append(route.request.url)  # type: ignore[attr-defined]
                route.abort()

        context.route("**/*", gate)
        context.request.get(f"{self.base}/lab?token={self.token}")
        return context


def open_notebook(
    lab: Lab,
    page: Page,
    notebook: str = NOTEBOOK,
    theme: str = "light",
    run: bool = True,
    front_end: str = "JupyterLab",
) -> None:
    """Open a notebook in the single-document Lab or in Notebook 7, wait for its kernel and run all cells."""
    lab_url = f"{lab.base}/doc/workspaces/auto-x/tree/{notebook}?reset"
    page.goto(lab_url if front_end == "JupyterLab" else f"{lab.base}/notebooks/{notebook}")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_function(IDLE, timeout=60_000)
    change_theme(page, theme)
    if run:
        run_all(page)


def run_all(page: Page) -> None:
    """Run all cells and wait until the kernel is idle: every quiz is as new afterwards."""
    page.evaluate(RUN_ALL)
    page.wait_for_function(IDLE, timeout=60_000)


def change_theme(page: Page, theme: str) -> None:
    name = THEMES[theme]
    page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", name)
    page.wait_for_function("name => document.body.dataset.jpThemeName === name", arg=name)


def cell_count(page: Page) -> int:
    return int(page.evaluate("() => jupyterapp.shell.currentWidget.content.widgets.length"))


def problems(page: Page) -> list[str]:
    """Every error or warning that a cell printed, and every code cell that did not run."""
    printed = page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']").all_inner_texts()
    never_ran = page.evaluate(
        "() => jupyterapp.shell.currentWidget.content.widgets"
        ".filter(c => c.model.type === 'code' && c.model.executionCount === null).map(c => c.model.sharedModel.source)"
    )
    return [*printed, *(f"did not run: {source}" for source in never_ran)]


def restart_kernel(page: Page) -> None:
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    page.wait_for_function(IDLE, timeout=60_000)


def close(page: Page) -> None:
    """Shut the kernel down, then close the page."""
    page.evaluate("async () => { await jupyterapp.shell.currentWidget?.sessionContext?.shutdown(); }")
    page.close()
