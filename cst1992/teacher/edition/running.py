"""Running a notebook: with an empty record, so that nobody's answers get into the pages."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import Any

# Without keys of its own a kernel warns at every start that others on the machine could listen.
KERNEL = {"KernelManager": {"transport_encryption": "auto"}}


class EndsInRed(Exception):
    """A cell of a notebook has ended in an error; the message says which cell and what its last line was."""

    def __init__(self, place: str, error: Exception) -> None:
        lines = [line for line in re.sub(r"\x1b\[[0-9;]*m", "", str(error)).splitlines() if line.strip()]
        super().__init__(f"{place} ends in red: {lines[-1] if lines else error}")


def ran(notebook: Path | Any, folder: Path | None = None) -> Any:
    """A notebook with its outputs, run by a kernel of its own.

    Parameters
    ----------
    notebook : its file, or its cells as nbformat has them.
    folder : the folder to run it in; without it that of the file.

    Raises
    ------
    EndsInRed
        A cell has ended in an error; the message says which.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError
    from traitlets.config import Config

    if isinstance(notebook, Path):
        folder = folder or notebook.parent
        notebook = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook, timeout=300, config=Config(KERNEL), resources={"metadata": {"path": str(folder or Path.cwd())}}
    )
    with tempfile.TemporaryDirectory() as record:
        try:
            client.execute(env={**os.environ, "CST1992_HOME": record})
        except CellExecutionError as error:
            raise EndsInRed(_place_of_the_error(notebook), error) from None
    return notebook


def _place_of_the_error(notebook: Any) -> str:
    """Which cell has ended in red: its number and its id."""
    for number, cell in enumerate(notebook.cells, start=1):
        if any(output.output_type == "error" for output in cell.get("outputs", [])):
            return f"cell {number} ({cell.get('id', 'no id')})"
    return "a cell"
