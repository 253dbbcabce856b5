"""How much longer Python takes to start with `import cst1992` than without (goal: at most 60 ms)."""

from __future__ import annotations

import subprocess
import sys
import time

ROUNDS = 15


def fastest(code: str) -> float:
    """Milliseconds of the fastest of several fresh Pythons."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


if __name__ == "__main__":
    bare = fastest("pass")
    ours = fastest("import cst1992")
    print(f"import cst1992: {ours - bare:.0f} ms beyond a bare Python of {bare:.0f} ms, a ratio of {ours / bare:.2f}")
