"""The pulse of 300 records, from the command line to both pages. Goal: under 5 seconds.

python benchmarks/pulse.py        # 300 records
python benchmarks/pulse.py 30     # fewer
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from figures import milliseconds, tell

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from tests.teacher.pulse.a_class import hand_in  # noqa: E402

FEW, MANY = 30, 300
GOAL = 5.0


def seconds(folder: Path, count: int) -> float:
    """How long the command takes for so many records, its start included."""
    place = folder / str(count)
    hand_in(place, count)
    words = [sys.executable, "-m", "cst1992.teacher.cli", "pulse", str(place), "--to", str(folder), "--with-words"]
    return milliseconds(lambda: subprocess.run(words, check=True, capture_output=True, cwd=ROOT), 2) / 1000


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as folder:
        few = seconds(Path(folder), FEW)
        tell(f"the pulse of {count} records", seconds(Path(folder), count), "s", few, f"{FEW} records", GOAL)


if __name__ == "__main__":
    main()
