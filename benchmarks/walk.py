"""The walk on a student's machine, as ratios to bare kernels measured in the same run.

Goals: seven notebooks at most 1.5 times seven bare kernels; the first quiz at most 1.15 times the bare imports; the
kernel's memory after notebook 03 at most 1.2 times that of a kernel with the bare imports. The first quiz is measured
alone, and as a student comes to it: with all boxes of a page above it, pictures included.
"""

from __future__ import annotations

import copy
import time
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
BARE = "import pandas, matplotlib.figure"
WITH_WIDGETS = "import pandas, matplotlib.figure, ipywidgets"
QUIZ = 'import cst1992 as cst\ncst.quiz("02_the_treaty_articles", section="mutual assistance")'
MEMORY = "print(int(open('/proc/self/status').read().split('VmRSS:')[1].split()[0]))"
ROUNDS = 5


def run(notebook: Any) -> Any:
    """The notebook, executed by a kernel of its own."""
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    return notebook


def of_cells(*sources: str) -> Any:
    notebook = new_notebook()
    notebook.cells = [new_code_cell(source) for source in sources]
    return notebook


def seconds(notebooks: list[Any]) -> float:
    start = time.perf_counter()
    for notebook in notebooks:
        run(notebook)
    return time.perf_counter() - start


def cell_seconds(*sources: str) -> float:
    """The fastest of several runs of some cells in a fresh kernel that is idle."""
    times = []
    for _ in range(ROUNDS):
        done = run(of_cells("import time\nstart = time.perf_counter()", *sources, "print(time.perf_counter() - start)"))
        times.append(float(done.cells[-1].outputs[0].text))
    return min(times)


def up_to_the_first_quiz(notebook: Any) -> list[str]:
    """The code of a page down to its first quiz."""
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    first = next(place for place, source in enumerate(sources) if "cst.quiz(" in source)
    return sources[: first + 1]


def memory(notebook: Any) -> int:
    """Kilobytes that the kernel holds after the last cell."""
    notebook.cells.append(new_code_cell(MEMORY))
    return int(run(notebook).cells[-1].outputs[0].text)


if __name__ == "__main__":
    pages = [nbformat.read(path, as_version=4) for path in sorted(NOTEBOOKS.glob("*.ipynb"))]
    bare = seconds([of_cells(BARE) for _ in pages])
    ours = seconds(copy.deepcopy(pages))
    print(f"seven notebooks in a row: {ours:.1f} s, {ours / bare:.2f} times seven bare kernels ({bare:.1f} s)")
    imports, quiz = cell_seconds(WITH_WIDGETS), cell_seconds(QUIZ)
    print(f"first quiz: {1000 * quiz:.0f} ms, {quiz / imports:.2f} times the bare imports ({1000 * imports:.0f} ms)")
    for path, page in zip(sorted(NOTEBOOKS.glob("*.ipynb"))[1:], pages[1:], strict=True):
        way = cell_seconds(*up_to_the_first_quiz(page))
        print(f"from the top of {path.stem[:2]} to its first quiz: {way / imports:.2f} times the bare imports")
    signatories = nbformat.read(next(NOTEBOOKS.glob("03*.ipynb")), as_version=4)
    before, after = memory(of_cells(WITH_WIDGETS)), memory(signatories)
    print(f"kernel after 03: {after // 1024} MB, {after / before:.2f} times a kernel with the bare imports")
