"""A sandbox for tests: the boxes of a sheet are run in this process, one after the other. For our own sheets alone."""

from __future__ import annotations

import contextlib
import io
from typing import Any

from cst1992.teacher.marking.inside.values import written
from cst1992.teacher.marking.sandbox import Job, Limits, Ran
from tests.sheets import run_cell


class AtOnce:
    """Runs a sheet where the tests run: a tenth of a second a sheet."""

    name = "none"

    def make_ready(self) -> None:
        """Nothing has to be laid out."""

    def run(self, job: Job, limits: Limits) -> Ran:
        """Run the boxes of one sheet; a box that ends in an error tells it."""
        names: dict[str, Any] = {"__name__": "sheet"}
        ran = Ran(last={})
        for cell in job.cells:
            error, out = "", io.StringIO()
            with contextlib.redirect_stdout(out):
                try:
                    run_cell(cell["source"], names)
                except Exception as fault:
                    error = f"{type(fault).__name__}: {fault}"
            ran.boxes.append({"box": cell["id"], "error": error, "text": out.getvalue(), "whole": True})
            if "names" in cell:
                told = {name: written(names[name]) for name in cell["names"] if name in names}
                ran.checks[cell["id"]] = told
                ran.last.update(told)
        return ran
