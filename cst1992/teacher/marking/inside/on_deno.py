"""The first thing that runs in the sandbox of Deno and Pyodide, where there are no processes, signals or pipes."""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import signal
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cst1992.teacher.marking.inside.kept_code import from_archives, keep_code, known_below
from cst1992.teacher.marking.inside.run import get_shell_ready, only_modules, run

HOME = "/sheet"
PLAIN = {"HOME": HOME, "MPLBACKEND": "Agg", "MPLCONFIGDIR": "/library/matplotlib", "IPYTHONDIR": "/sheet/ipython"}
BARE = (
    "IPython.core.interactiveshell", "IPython.core.magics", "IPython.core.completer", "IPython.display",
    "cst1992.answers", "cst1992.facts.membership", "csv", "decimal", "fractions", "html", "statistics", "textwrap", "timeit",
)  # fmt: skip
WITH_PANDAS = ("cst1992.facts.shown",)


def import_bare(known: str) -> None:
    """Import what is written in Python alone: it is kept with the interpreter, and no sheet has to wait for it.

    Parameters
    ----------
    known : what else sheets use, as `work_once` tells it: Python's own modules are imported, the code of others is kept.
    """
    of_python, others = json.loads(known)
    sys.modules["sqlite3"] = _no_history()
    for name in (*BARE, *of_python):
        importlib.import_module(name)
    for room in ("facts", "answers", "cards", "pictures"):
        inside = importlib.import_module(f"cst1992.{room}")
        for found in pkgutil.iter_modules(inside.__path__, f"{inside.__name__}."):
            if found.name not in WITH_PANDAS:
                importlib.import_module(found.name)
    _read_tables()
    importlib.import_module("dateutil.tz").gettz("UTC")  # pandas asks for it, which reads all the world's clocks
    get_shell_ready()
    del sys.modules["sqlite3"]
    keep_code(map(tuple, others))
    compiled = sorted(name for name, one in sys.modules.items() if str(getattr(one, "__file__", "")).endswith(".so"))
    assert not compiled, f"these cannot be kept with the interpreter: {compiled}"
    gc.collect()
    gc.freeze()  # what is there stays there: nobody has to look through it again


def _read_tables() -> None:
    """Read what stands in the data: the files are the same for every sheet, and of one day, so that it holds in each."""
    package = importlib.import_module("cst1992.facts.package")
    for table in package.table_names():
        package.rows(table)
    with contextlib.suppress(ValueError):
        importlib.import_module("cst1992.facts.arguments").state_name("?")


def _no_history() -> Any:
    """What IPython's history asks of sqlite3 when it is imported: it is never used, and could not be kept."""
    names = ("Connection", "DatabaseError", "OperationalError", "IntegrityError")
    stand_in: Any = types.ModuleType("sqlite3")
    stand_in.__dict__.update({name: type(name, (Exception,), {}) for name in names})
    return stand_in


def work_once() -> str:
    """Use what sheets use, so that Python writes down what it has compiled.

    Returns
    -------
    As JSON the names of Python's own modules that were used, and of the packages' modules what `keep_code` takes.
    """
    from matplotlib import pyplot

    importlib.import_module("cst1992.page")
    importlib.import_module("cst1992.cards")
    importlib.import_module("cst1992.pictures")
    cst: Any = importlib.import_module("cst1992")
    cst.exercise()
    importlib.import_module("pandas").DataFrame({"a": [1]}).plot()
    pyplot.savefig("once.png")
    return json.dumps([from_archives(), known_below("/packages")])


def settle() -> None:
    """The folder and the few settings of a sheet."""
    os.environ.update(PLAIN)
    Path(HOME).mkdir(exist_ok=True)
    os.chdir(HOME)


def main(job: str, tell: Callable[[str], None], ring_after: Callable[[float], None]) -> None:
    """Run a sheet.

    Parameters
    ----------
    job : as `run` takes it, written as JSON.
    tell : takes each line of what comes of it.
    ring_after : rings the alarm of a box after so many seconds, or with 0 not any more.
    """
    settle()
    sys.dont_write_bytecode = True
    with only_modules():
        importlib.import_module("pandas")
    clock: Any = signal
    clock.ITIMER_REAL = 0
    clock.setitimer = lambda which, seconds: ring_after(seconds)
    tell(json.dumps({"ready": True}))
    run(json.loads(job), lambda told: tell(json.dumps(told, allow_nan=False)))
