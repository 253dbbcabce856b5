"""The small notebook on which the desk stands, and JupyterLab that opens it.

The notebook has a folder of its own, in which nothing of a student's lies: what JupyterLab can open there is the desk.
"""

from __future__ import annotations

import contextlib
import secrets
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from html import escape
from pathlib import Path

from cst1992.facts.files import asset
from cst1992.facts.mistakes import Mistake
from cst1992.facts.writing import write_whole
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.master import Master

NAME = "desk.ipynb"
LAB = "import cst1992.teacher.light_start; from jupyterlab.labapp import main; main()"
PATIENCE = 120  # seconds


def write_desk(folder: DeskFolder, master: Master, marker: str = "") -> Path:
    """Write the notebook of the desk; it opens the desk by itself, as a notebook that is trusted.

    Returns
    -------
    Where it lies.
    """
    import nbformat
    from nbformat.sign import NotebookNotary

    called = ", ".join(repr(one) for one in (master.name, str(folder.place.resolve()), marker))
    cell = nbformat.v4.new_code_cell(  # type: ignore[no-untyped-call]
        f"from cst1992.teacher.marking.desk.start import desk\n\ndesk({called})", id="desk"
    )
    script = escape(f"({asset('teacher/marking/desk/open.js').strip()})()", quote=True)
    told = (
        f"<p>The desk opens in a moment. Where it does not, click here and press Shift+Enter.</p>"
        f'<img alt="" src="data:," hidden style="display:none" onerror="{script}">'
    )
    cell.outputs = [nbformat.v4.new_output("display_data", {"text/html": told})]  # type: ignore[no-untyped-call]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata=kernel)  # type: ignore[no-untyped-call]
    path = folder.place / "desk" / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, nbformat.writes(notebook).encode("utf-8", "replace"))  # type: ignore[no-untyped-call]
    NotebookNotary().sign(notebook)  # type: ignore[no-untyped-call]
    return path


class Lab:
    """A JupyterLab in a folder, on this machine alone. It starts while its caller still looks at what it is to show.

    Parameters
    ----------
    port : without one, a port that is free.

    Raises
    ------
    Mistake
        Another program has the port.
    """

    def __init__(self, folder: Path, port: int | None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._token = secrets.token_hex(24)
        self._port = _free(port or 0)
        self._log = folder / "jupyterlab.log"
        command = [
            sys.executable, "-c", LAB, "--no-browser", "--expose-app-in-browser", "-y", "--log-level=WARN",
            f"--ServerApp.root_dir={folder}", "--ServerApp.ip=127.0.0.1", "--ServerApp.base_url=/",
            f"--ServerApp.port={self._port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={self._token}",
        ]  # fmt: skip
        with self._log.open("wb") as log:
            self._running = subprocess.Popen(command, stdout=log, stderr=log)

    def end(self) -> None:
        """End it, with all its kernels."""
        self._running.terminate()
        self._running.wait()

    def show(self, notebook: str, browser: bool) -> int:
        """Open a notebook as soon as JupyterLab answers, and wait until that ends or is ended; its exit code comes back.

        Raises
        ------
        Mistake
            It does not start.
        """
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        try:
            if not self._answers():
                raise Mistake(f"JupyterLab did not start; {self._log} says why. Perhaps another --port helps.")
            address = f"http://127.0.0.1:{self._port}/doc/tree/{notebook}?token={self._token}"
            print(f"The desk: {address}", flush=True)
            if browser:
                webbrowser.open(address)
            return self._running.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            self.end()

    def _answers(self) -> bool:
        for _ in range(PATIENCE * 10):
            if self._running.poll() is not None:
                return False
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._port), timeout=1):
                return True
            time.sleep(0.1)
        return False


def _free(port: int) -> int:
    """A port that is free: the one that is wanted, or any."""
    with socket.socket() as free:
        try:
            free.bind(("127.0.0.1", port))
        except OSError:
            raise Mistake(f"Another program has port {port}. Name another one with --port, or none.") from None
        return int(free.getsockname()[1])
