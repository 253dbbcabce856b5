"""The sandbox for every system, Windows and macOS too: one process of Deno a sheet, and in it Pyodide."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.library_copy import write_library_copy
from cst1992.teacher.marking.listening import run_apart
from cst1992.teacher.marking.sandbox import Job, Limits, Ran

SCRIPTS = Path(__file__).parent
ALONE = ("--no-prompt", "--no-remote", "--no-npm", "--no-config", "--no-lock", "--no-code-cache", "--quiet")
# Compiled when called, and never a second time with more care: a sheet lasts a second.
IN_HASTE = ("--wasm-lazy-compilation", "--liftoff-only")
PAGES_A_MEGABYTE = 16
SYSTEM = ("SYSTEMROOT", "TEMP", "TMP")  # without these Windows starts no program


class Deno:
    """Runs sheets with Deno and Pyodide, from a copy of the library that holds nothing of the teacher's.

    Parameters
    ----------
    room : an empty folder, which sheets may read.
    pyodide : a folder or a packed file of Pyodide; without it the kept one, or one fetched from its own project.
    """

    name = "Deno with Pyodide"

    def __init__(self, room: Path, pyodide: Path | None = None) -> None:
        self.room, self.pyodide = room, pyodide
        self.kept = Path()

    @staticmethod
    def why_not() -> str:
        """Why Deno cannot be used here; empty where it can."""
        program = deno()
        if not program:
            return "Deno is not installed (pip install -c requirements.lock -e '.[marking]')"
        command = [
            program,
            "eval",
            "--no-config",
            "--no-lock",
            f"--v8-flags={','.join(IN_HASTE)}",
            "console.log('ready')",
        ]
        try:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
                tried = subprocess.run(
                    command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60,
                    env=_environment(Path(own)),
                )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"Deno does not start here ({error})"
        told = tried.stderr.strip().splitlines()
        return "" if tried.stdout.strip() == "ready" else f"Deno does not start here ({' '.join(told[:1])})"

    def make_ready(self) -> None:
        """Lay out what sheets may see, and start the interpreter once, so that each sheet finds it already started.

        Raises
        ------
        Mistake
            Pyodide is not there, is damaged, or does not start.
        """
        from cst1992.teacher.marking.deno.kept import keep

        self.kept = keep(self.pyodide)
        write_library_copy(self.room / "library", for_this_python=False)
        for path in SCRIPTS.glob("*.js"):
            shutil.copy(path, self.room)
        known = [self.kept / "used.json", self.kept / "used.json.part"]
        written = [self.kept / "packages", *known, self.room / "library", self.room / "snapshot.bin"]
        command = self._command("prepare.js", [f"--allow-write={_listed(written)}"], Limits(), ())
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
            env=_environment(self.room / "own"), stdin=subprocess.DEVNULL, cwd=self.room,
        )  # fmt: skip
        if done.returncode or "ready" not in done.stdout:
            lines = [line for line in done.stderr.splitlines() if "rror" in line and not line.startswith(" ")]
            told = lines[-1:] or ["no word of why"]
            raise Mistake(
                f"Pyodide did not start in Deno: {told[0].strip()} Remove {self.kept} and run the command again."
            )

    def run(self, job: Job, limits: Limits) -> Ran:
        """Run the boxes of one sheet."""
        return run_apart(
            self._command("run.js", [], limits, IN_HASTE),
            job,
            limits,
            env=_environment(self.room / "own"),
            cwd=str(self.room),
        )

    def _command(self, script: str, allowed: list[str], limits: Limits, compiling: tuple[str, ...]) -> list[str]:
        flags = [
            *compiling,
            f"--max-old-space-size={limits.memory}",
            f"--wasm-max-mem-pages={limits.memory * PAGES_A_MEGABYTE}",
        ]
        places = [str(self.kept), str(self.room / "library"), str(self.room / "snapshot.bin")]
        read = f"--allow-read={_listed([self.kept, self.room])}"
        return [
            deno(), "run", *ALONE, read, *allowed, f"--v8-flags={','.join(flags)}", str(self.room / script), *places,
        ]  # fmt: skip


def _environment(own: Path) -> dict[str, str]:
    """Nothing of the teacher's environment but what a system needs to start a program; a folder for Deno's own notes."""
    plain = {"DENO_DIR": str(own), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    return plain | {name: os.environ[name] for name in SYSTEM if name in os.environ}


@cache
def deno() -> str:
    """The program: what was installed with this Python, or another one on the path; empty where there is none."""
    try:
        from deno import find_deno_bin

        return str(find_deno_bin())
    except (ImportError, OSError):
        return shutil.which("deno") or ""


def _listed(paths: list[Path]) -> str:
    """Paths as Deno's options take them."""
    return ",".join(str(path).replace(",", ",,") for path in paths)
