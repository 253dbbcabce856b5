"""How much longer Python takes to start with `import cst1992` than without (goal: at most 60 ms)."""

from __future__ import annotations

import subprocess
import sys

from figures import milliseconds, tell

ROUNDS = 15
MORE_AT_MOST = 60


def start(code: str) -> float:
    """Milliseconds of the fastest of several fresh Pythons."""
    return milliseconds(lambda: subprocess.run([sys.executable, "-c", code], check=True), ROUNDS)


if __name__ == "__main__":
    bare, ours = start("pass"), start("import cst1992")
    tell("Python with import cst1992", ours, "ms", bare, "a bare Python", round(1 + MORE_AT_MOST / bare, 2))
