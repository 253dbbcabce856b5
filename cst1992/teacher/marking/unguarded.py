"""No sandbox: a student's code runs as the teacher's own would. For sheets whose writers one trusts, and for comparison."""

from __future__ import annotations

import os
import site
import sys
import tempfile
from pathlib import Path

from cst1992.teacher.marking.bubblewrap import PLAIN, START
from cst1992.teacher.marking.library_copy import write_library_copy
from cst1992.teacher.marking.listening import run_apart
from cst1992.teacher.marking.sandbox import Job, Limits, Ran

RISK = (
    "Without a sandbox a student's code may read and change whatever you may: your files, other students' sheets, the "
    "right answers. Use it only for sheets whose writers you trust."
)

NEEDED_BY_WINDOWS = ("SYSTEMROOT",)


class Unguarded:
    """Runs sheets in a process of their own, and nothing more."""

    name = "none"

    def __init__(self, library: Path) -> None:
        self.library = library

    def make_ready(self) -> None:
        """Copy what sheets may see."""
        write_library_copy(self.library)

    def run(self, job: Job, limits: Limits) -> Ran:
        """Run the boxes of one sheet in an empty folder; what it has started is ended with it."""
        paths = [str(self.library), *site.getsitepackages()]
        command = [sys.executable, "-I", "-S", "-c", START.format(paths=paths, runner="on_system", given="")]
        with tempfile.TemporaryDirectory() as empty:
            environment = {name: value.replace("/sheet", empty) for name, value in PLAIN.items()}
            environment |= {name: os.environ[name] for name in NEEDED_BY_WINDOWS if name in os.environ}
            environment["MPLCONFIGDIR"] = str(self.library / "matplotlib")
            return run_apart(command, job, limits, cwd=empty, env=environment)
