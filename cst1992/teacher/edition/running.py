"""Running a notebook: with an empty record, so that nobody's answers get into the pages."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

# Without keys of its own a kernel warns at every start that others on the machine could listen.
KERNEL = {"KernelManager": {"transport_encryption": "auto"}}


def ran(notebook: Path | Any, folder: Path | None = None) -> Any:
    """A notebook with its outputs, run by a kernel of its own.

    Parameters
    ----------
    notebook : its file, or its cells as nbformat has them.
    folder : the folder to run it in; without it that of the file.
    """
    import nbformat
    from nbclient import NotebookClient
    from traitlets.config import Config

    if isinstance(notebook, Path):
        folder = folder or notebook.parent
        notebook = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook, timeout=300, config=Config(KERNEL), resources={"metadata": {"path": str(folder or Path.cwd())}}
    )
    with tempfile.TemporaryDirectory() as record:
        client.execute(env={**os.environ, "CST1992_HOME": record})
    return notebook
