"""What JupyterLite is told: where Python comes from, how pages are saved, and what kind of file a record is."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cst1992.facts.files import asset
from cst1992.facts.module import module
from cst1992.teacher.lite.packages import FROM_THE_START, Entries
from cst1992.teacher.lite.release import LOCK, release

SECONDS_TO_SAVE = 10
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
# Without this the tab takes lines of JSON for one value, loses the file, and waits for ever when it is read.
LINES_OF_JSON = {"name": "jsonl", "extensions": [".jsonl"], "mimeTypes": ["text/plain"], "fileFormat": "text"}


def write_settings(folder: Path, extensions: Iterable[Path]) -> None:
    """Write the files from which JupyterLite builds its pages.

    Parameters
    ----------
    folder : where they go.
    extensions : the folders of the extensions that the pages need; no other one of this environment comes in.
    """
    builder = {
        "ignore_sys_prefix": ["federated_extensions"],
        "federated_extensions": [str(path) for path in extensions],
        "extra_file_types": {"jsonl": LINES_OF_JSON},
    }
    _write(folder / "jupyter_lite_config.json", {"LiteBuildConfig": builder})
    _write(folder / "jupyter-lite.json", {"jupyter-lite-schema-version": 0, "jupyter-config-data": _pages()})
    _write(folder / "overrides.json", _overrides())


def _pages() -> dict[str, Any]:
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": {"packages": list(FROM_THE_START)}}
    return {
        "appName": module().title,
        "contentsStorageName": storage_name(),
        "exposeAppInBrowser": True,
        "litePluginSettings": {KERNEL: kernel},
    }


def storage_name() -> str:
    """The name under which the browser keeps the learner's files: that of the record, wherever the site is moved to."""
    return module().record


def _overrides() -> dict[str, Any]:
    """The settings of our installation; all boxes stand in the page, for keys, links and screen readers; saved often."""
    ours: dict[str, Any] = json.loads(asset("page/jupyterlab.json"))
    tracker = "@jupyterlab/notebook-extension:tracker"
    return {
        **ours,
        tracker: {**ours.get(tracker, {}), "windowingMode": "none"},
        "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": SECONDS_TO_SAVE},
    }


def write_network_start(folder: Path, entries: Entries) -> None:
    """Write the file that starts Python from the network of the Pyodide project, with our wheels in its list."""
    integrity = "sha256-" + base64.b64encode(bytes.fromhex(release().sha256[LOCK])).decode()
    text = asset("teacher/lite/network.js").replace("{address}", release().address).replace("{integrity}", integrity)
    (folder / "pyodide.js").write_text(text.replace("{entries}", json.dumps(entries)), encoding="utf-8")


def _write(file: Path, content: Any) -> None:
    file.write_text(json.dumps(content, indent=1), encoding="utf-8")
