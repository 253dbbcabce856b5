"""Of an error in a sheet the learner's own lines alone: the lines inside pandas say nothing about a slip in a box."""

from __future__ import annotations

from types import TracebackType
from typing import Any


def own_lines(trace: TracebackType | None, names: object) -> TracebackType | None:
    """A traceback with nothing but the lines of boxes; None where it has none.

    Parameters
    ----------
    names : what the boxes have for their global names.

    Examples
    --------
    >>> names = {"wrong": {}}
    >>> try:
    ...     exec("import json; json.loads(wrong)", names)
    ... except TypeError as error:
    ...     own = own_lines(error.__traceback__, names)
    >>> own.tb_frame.f_globals is names, own.tb_next is None
    (True, True)
    """
    kept: list[TracebackType] = []
    while trace:
        if trace.tb_frame.f_globals is names:
            kept.append(trace)
        trace = trace.tb_next
    own = None
    for line in reversed(kept):
        own = TracebackType(own, line.tb_frame, line.tb_lasti, line.tb_lineno)
    return own


def show_own_lines_alone(shell: Any) -> None:
    """Let a notebook's IPython show of every error the lines of its boxes and the last line, and no others."""
    whole = shell.InteractiveTB.structured_traceback
    syntax = shell.SyntaxTB.structured_traceback

    def short(
        kind: type[BaseException],
        error: BaseException | None = None,
        trace: Any = None,
        tb_offset: int | None = None,
        **more: Any,
    ) -> Any:
        own = own_lines(trace, shell.user_ns) if isinstance(trace, TracebackType) else None
        if own is None or error is None:
            return whole(kind, error, trace, tb_offset, **more)
        error.__cause__, error.__suppress_context__ = None, True
        return whole(kind, error, own, 0, **more)

    def short_syntax(kind: type[BaseException], error: BaseException, way: object, *more: Any, **other: Any) -> Any:
        return syntax(kind, error, [], *more, **other)

    shell.InteractiveTB.structured_traceback = short
    shell.SyntaxTB.structured_traceback = short_syntax
