"""A set of cards to print: the command as a teacher runs it, for each activity.

Goal: less than five seconds for any of them. Compared with a command that does nothing but start.

    PYTHONPATH=. python benchmarks/cards.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from figures import milliseconds, tell

from cst1992.teacher.activities.activities import activity_names

ROUNDS = 3
MOST_SECONDS = 5


def command(*words: str) -> float:
    """Seconds that a command takes, from its start to its end."""
    whole = [sys.executable, "-m", "cst1992.teacher.cli", *words]
    return milliseconds(lambda: subprocess.run(whole, check=True, capture_output=True), ROUNDS) / 1000


if __name__ == "__main__":
    nothing = command("cards", "--help")
    with tempfile.TemporaryDirectory() as place:
        for name in activity_names():
            seconds = command("cards", name, "--to", str(Path(place) / name))
            goal = MOST_SECONDS / nothing
            tell(f"cards {name}", seconds, "s", nothing, "cards --help", round(goal, 1))
