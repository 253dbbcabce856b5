"""The judge: the master's checks, run over plain values in a process that never ran a student's code."""

from __future__ import annotations

import ast
import contextlib
import io
from dataclasses import dataclass
from typing import Any

from cst1992.answers.red_box import forget_red_boxes
from cst1992.teacher.marking.inside.run import TooLong, limited
from cst1992.teacher.marking.inside.values import Written
from cst1992.teacher.marking.master import MasterCell
from cst1992.teacher.marking.read_back import read_back

SECONDS, LONGEST = 20, 1_000  # for one check; letters of one sentence


@dataclass(frozen=True)
class Judged:
    """What a check has given: points, or None where it could not be judged; and the sentences that it said."""

    points: float | None
    said: tuple[str, ...]
    why_not: str = ""


def judge(check: MasterCell, values: dict[str, Written]) -> Judged:
    """Run one check of the master over the answers.

    Parameters
    ----------
    check : a box of the master that marks, with its hidden part.
    values : the answers by name, as a sandbox has written them.

    Returns
    -------
    Points between none and all of the check. A check that ends in an error gives None, never a false zero.
    """
    forget_red_boxes()
    out = io.StringIO()
    try:
        with limited(SECONDS), contextlib.redirect_stdout(out):
            names = {name: _read(value) for name, value in values.items()}
            points = _value_of(check.marks, {**names, "__name__": "sheet"})
    except TooLong:
        return Judged(None, tuple(_lines(out)), f"the check took longer than {SECONDS} seconds")
    except NameError as error:
        if error.name in check.names and error.name not in values:
            return Judged(0.0, (*_lines(out), f"✗ {error.name}: It is not there."))
        return Judged(None, tuple(_lines(out)), f"the check ended in an error ({type(error).__name__}: {error})")
    except Exception as error:
        return Judged(None, tuple(_lines(out)), f"the check ended in an error ({type(error).__name__}: {error})")
    if isinstance(points, bool) or not isinstance(points, (int, float)):
        return Judged(None, tuple(_lines(out)), "the check gave no points")
    return Judged(round(min(max(float(points), 0.0), check.points), 2), tuple(_lines(out)))


def _read(value: Written) -> Any:
    """A value read back; a stand-in where nothing of ours has written it."""
    try:
        return read_back(value)
    except Exception:
        return read_back({"other": "something"})


def _value_of(source: str, names: dict[str, Any]) -> object:
    """Run a box; the value of its last line."""
    tree = ast.parse(source)
    last = tree.body.pop()
    exec(compile(tree, "check", "exec"), names)
    if not isinstance(last, ast.Expr):
        exec(compile(ast.Module([last], []), "check", "exec"), names)
        return None
    return eval(compile(ast.Expression(last.value), "check", "eval"), names)


def _lines(out: io.StringIO) -> list[str]:
    """What was said, each sentence once, without the head of the task."""
    said = [line[:LONGEST] for line in out.getvalue().splitlines() if line.strip()]
    return list(dict.fromkeys(said[1:]))
