"""The sandbox on Linux: bubblewrap. One fresh interpreter a sheet, without network, home or folders of the teacher's."""

from __future__ import annotations

import contextlib
import os
import shutil
import site
import subprocess
import sys
from pathlib import Path

from cst1992.facts.files import LIBRARY
from cst1992.teacher.marking.library_copy import write_library_copy
from cst1992.teacher.marking.listening import run_apart
from cst1992.teacher.marking.sandbox import Job, Limits, Ran
from cst1992.teacher.marking.warm import CannotBeKeptWarm, run_warm

SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime")
PLAIN = {
    "HOME": "/sheet", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0",
    "MPLBACKEND": "Agg", "MPLCONFIGDIR": "/sheet/matplotlib", "IPYTHONDIR": "/sheet/ipython", "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1", "NBGRADER_EXECUTION": "autograde",
}  # fmt: skip
NOBODY = "1000"  # the number of the user inside where an administrator marks: none
START = "import sys; sys.path[:0] = {paths!r}; from cst1992.teacher.marking.inside.{runner} import main; main({given})"


EMPTY = (
    "/tmp/",
    "/dev/shm/",
    "/sheet/",
)  # what a sheet behind walls of its own finds empty, whatever lies there outside


def _packages() -> list[str]:
    return [path for path in site.getsitepackages() if Path(path).is_dir()]


def _needed() -> dict[str, None]:
    """The folders of Python and of its packages, each once."""
    return dict.fromkeys(str(Path(path).resolve()) for path in (sys.base_prefix, *_packages()))


class Bubblewrap:
    """Runs sheets with `bwrap`, from a copy of the library that holds nothing of the teacher's.

    Parameters
    ----------
    library : where the copy lies, or is to lie.
    warm : keep what all sheets use, and give each sheet walls of its own within it, where the system allows that. Without
        it, and where the system does not, each sheet has a whole sandbox of its own, which takes longer.
    """

    name = "bubblewrap"

    def __init__(self, library: Path, warm: bool = True) -> None:
        self.library, self.warm = library, warm

    @staticmethod
    def why_not() -> str:
        """Why bubblewrap cannot be used here; empty where it can."""
        if not shutil.which("bwrap"):
            return "bubblewrap is not installed (on Debian and Ubuntu: sudo apt install bubblewrap)"
        tried = subprocess.run(
            ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "true"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        told = tried.stderr.strip().splitlines()
        return (
            f"bubblewrap is not allowed to work here ({told[-1] if told else tried.returncode})"
            if tried.returncode
            else ""
        )

    def make_ready(self) -> None:
        """Copy what sheets may see."""
        write_library_copy(self.library)

    def run(self, job: Job, limits: Limits) -> Ran:
        """Run the boxes of one sheet; whatever it has started ends with it."""
        if self.warm and not any(path.startswith(EMPTY) for path in _needed()):
            with contextlib.suppress(CannotBeKeptWarm):
                return run_warm(self._command("on_warm_system", "", limits), job, limits)
        return run_apart(self._command("on_system", "closed=True", limits), job, limits, env={})

    def _command(self, runner: str, given: str, limits: Limits) -> list[str]:
        packages, own = _packages(), _needed()
        seen = [one for path in SYSTEM if Path(path).exists() for one in ("--ro-bind", path, path)]
        seen += [one for path in own if not path.startswith("/usr/") for one in ("--ro-bind", path, path)]
        hidden = ["--tmpfs", str(LIBRARY)] if str(LIBRARY.parent) in packages else []  # the teacher's part, installed
        user = ["--uid", NOBODY, "--gid", NOBODY] if os.getuid() == 0 else []
        size = str(limits.disk * 2**20)
        python = str(Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}")
        return [
            "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL",
            *user, "--hostname", "sheet", *[one for name, value in PLAIN.items() for one in ("--setenv", name, value)],
            "--size", size, "--tmpfs", "/tmp", *seen, "--proc", "/proc", "--dev", "/dev",
            "--size", size, "--tmpfs", "/dev/shm", "--remount-ro", "/dev",
            "--size", size, "--tmpfs", "/sheet", "--ro-bind", str(self.library), "/library",
            "--dir", "/sheet/matplotlib", *self._fonts(), *hidden, "--remount-ro", "/", "--chdir", "/sheet",
            python, "-I", "-S", "-c", START.format(paths=["/library", *packages], runner=runner, given=given),
        ]  # fmt: skip

    def _fonts(self) -> list[str]:
        found = sorted((self.library / "matplotlib").glob("*.json"))
        return [one for path in found for one in ("--ro-bind", str(path), f"/sheet/matplotlib/{path.name}")]
