"""The first thing that runs in a process of its own: bounds that cannot be raised again, where the system has them."""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any

from cst1992.teacher.marking.inside.refused_calls import refuse_calls
from cst1992.teacher.marking.inside.run import only_modules, run

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]


def main(closed: bool = False) -> None:
    """Read a job from the standard input, and tell what comes of it on the pipe that was the standard output.

    Parameters
    ----------
    closed : refuse as well what a sheet may not ask of the system.
    """
    if closed:
        refuse_calls()
    job = json.loads(sys.stdin.buffer.read())
    pipe = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    for name, limit in job["limits"].items() if resource else ():
        kind = getattr(resource, name)
        most = resource.getrlimit(kind)[1]
        limit = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (limit, limit))

    def tell(told: dict[str, Any]) -> None:
        line = memoryview(json.dumps(told, allow_nan=False).encode() + b"\n")
        while line:
            line = line[os.write(pipe, line) :]

    with only_modules():
        for name in ("IPython.core.interactiveshell", "pandas"):
            importlib.import_module(name)
    tell({"ready": True})
    run(job, tell)
    os._exit(0)
