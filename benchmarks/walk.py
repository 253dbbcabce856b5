"""The walk on a student's machine, as ratios to bare kernels measured in the same run.

Goals: seven notebooks at most 1.5 times seven bare kernels; the first quiz at most 1.15 times the bare imports; the
kernel's memory after notebook 03 at most 1.2 times that of a kernel with the bare imports. The first quiz is measured
alone, and as a student comes to it: with all boxes of a page above it, pictures included. What is compared is measured
in turns, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat
from figures import tell
from nbformat.v4 import new_code_cell, new_notebook

from cst1992.teacher.edition.running import ran

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
BARE = "import pandas, matplotlib.figure"
WITH_WIDGETS = "import pandas, matplotlib.figure, ipywidgets"
IMPORTS = "the bare imports"
QUIZ = 'import cst1992 as cst\ncst.quiz("02_the_treaty_articles", section="mutual assistance")'
MEMORY = "print(int(open('/proc/self/status').read().split('VmRSS:')[1].split()[0]))"
ROUNDS = 5


def of_cells(*sources: str) -> Any:
    notebook = new_notebook()
    notebook.cells = [new_code_cell(source) for source in sources]
    return notebook


def seconds(notebooks: list[Any]) -> float:
    start = time.perf_counter()
    for notebook in notebooks:
        ran(notebook, NOTEBOOKS)
    return time.perf_counter() - start


def cell_milliseconds(sources: Sequence[str]) -> float:
    """How long some cells take in a fresh kernel that is idle."""
    clocked = of_cells("import time\nstart = time.perf_counter()", *sources, "print(time.perf_counter() - start)")
    return 1000 * float(ran(clocked, NOTEBOOKS).cells[-1].outputs[0].text)


def fastest(ways: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Milliseconds of the fastest of several runs of each way, measured in turns."""
    rounds = [{name: cell_milliseconds(sources) for name, sources in ways.items()} for _ in range(ROUNDS)]
    return {name: min(one[name] for one in rounds) for name in ways}


def up_to_the_first_quiz(notebook: Any) -> list[str]:
    """The code of a page down to its first quiz."""
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    first = next(place for place, source in enumerate(sources) if "cst.quiz(" in source)
    return sources[: first + 1]


def megabytes(*cells: Any) -> float:
    """What a kernel holds after some cells."""
    notebook = new_notebook()
    notebook.cells = [*copy.deepcopy(cells), new_code_cell(MEMORY)]
    return int(ran(notebook, NOTEBOOKS).cells[-1].outputs[0].text) / 1024


if __name__ == "__main__":
    pages = {path.stem[:2]: nbformat.read(path, as_version=4) for path in sorted(NOTEBOOKS.glob("*.ipynb"))}
    bare = seconds([of_cells(BARE) for _ in pages])
    tell("seven notebooks in a row", seconds(copy.deepcopy([*pages.values()])), "s", bare, "seven bare kernels", 1.5)
    ways = {f"the top of {number} to its first quiz": up_to_the_first_quiz(pages[number]) for number in [*pages][1:]}
    taken = fastest({IMPORTS: [WITH_WIDGETS], "a first quiz, alone": [QUIZ], **ways})
    imports = taken.pop(IMPORTS)
    for name, time_taken in taken.items():
        tell(name, time_taken, "ms", imports, IMPORTS, 1.15)
    tell(
        "memory of the kernel after 03",
        megabytes(*pages["03"].cells),
        "MB",
        megabytes(new_code_cell(WITH_WIDGETS)),
        "a kernel with the bare imports",
        1.2,
    )
