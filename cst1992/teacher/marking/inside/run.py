"""The boxes of a sheet, run one after the other as a notebook would; what came of each is told at once.

Whoever starts it bounds time, memory and files from outside; nothing here is trusted to do so.
"""

from __future__ import annotations

import contextlib
import gc
import io
import signal
import sys
import threading
import types
from collections.abc import Callable, Iterator
from typing import Any

from cst1992.teacher.marking.inside.values import TooMuch, written

SHOWN = 4_000  # letters of output a box may leave
Told = dict[str, Any]

_ready: Any = None


class TooLong(BaseException):
    """A box has run for longer than a box may."""


class Cut(io.TextIOBase):
    """What a box prints, up to a limit; the rest is dropped while it runs."""

    def __init__(self) -> None:
        self.text: str = ""
        self.whole: bool = True

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, text: str) -> int:
        """Keep what still has room."""
        room = SHOWN - len(self.text)
        if len(text) > room:
            self.whole = False
        self.text += text[: max(room, 0)]
        return len(text)


def run(job: Told, tell: Callable[[Told], None]) -> None:
    """Run a sheet.

    Parameters
    ----------
    job : `cells`, each with `id`, `source` and for a check the `names` that it looks at; `seconds` a box may take.
    tell : is called after each box with what came of it (`box`, `error`, `text`), at each check with the answers
        (`check`, `values`), and at the end with all of them (`end`).
    """
    shell = _ready or _shell()
    for cell in job["cells"]:
        came = _run_box(shell, cell, job["seconds"])
        if "names" in cell:
            tell({"check": cell["id"], "values": _values(shell.user_ns, cell["names"])})
        else:
            tell(came)
    everything = [name for cell in job["cells"] for name in cell.get("names", ())]
    tell({"end": _values(shell.user_ns, everything)})


@contextlib.contextmanager
def only_modules() -> Iterator[None]:
    """While nothing but modules comes into being, nobody looks for what may be thrown away; nor among them later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def get_shell_ready() -> None:
    """Make the IPython of a sheet before the sheet is there: for a process that is copied, and runs only one."""
    global _ready
    _ready = _shell()


def _shell() -> Any:
    """An IPython without history and without colours, whose names stand in a module of its own."""
    from IPython.core.history import HistoryManager
    from IPython.core.interactiveshell import InteractiveShell

    HistoryManager.enabled = False  # type: ignore[assignment]
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    shell: Any = InteractiveShell.instance(user_module=main, user_ns=main.__dict__, colors="nocolor")
    shell._showtraceback = _nothing  # a red box is told by its last line, and so nothing else is worked out
    shell.InteractiveTB.set_mode(mode="Minimal")
    return shell


def _nothing(*_: object) -> None:
    """Print no lines of code."""


def _run_box(shell: Any, cell: Told, seconds: float) -> Told:
    """Run one box; a red box is told by its last line."""
    out = Cut()
    error: BaseException | None = None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            with limited(seconds):
                result = shell.run_cell(cell["source"], store_history=False)
            error = result.error_before_exec or result.error_in_exec
        except BaseException as escaped:
            error = escaped
    told = "" if error is None else f"{type(error).__name__}: {_said(error)}"
    return {"box": cell["id"], "error": told[:500], "text": out.text, "whole": out.whole}


def _said(error: BaseException) -> str:
    if isinstance(error, TooLong):
        return "the box ran for longer than a box may"
    try:
        return str(error)
    except BaseException:
        return "(the error has no text)"


@contextlib.contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Stop what runs after so many seconds, where the machine can; a box that swallows this is stopped from outside.

    Raises
    ------
    TooLong
        It has taken longer.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _values(names: dict[str, Any], wanted: list[str]) -> Told:
    """The answers that are there, as plain values; one that is too large is named by its type."""
    found: Told = {}
    for name in wanted:
        if name in names:
            try:
                found[name] = written(names[name])
            except TooMuch:
                found[name] = {"other": type(names[name]).__name__[:80]}
            except BaseException as error:  # an object that does not even let itself be looked at
                found[name] = {"other": type(error).__name__[:80]}
    return found
