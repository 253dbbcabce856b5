"""Errors that a reader can mend: Jupyter shows their sentence alone, without the lines of code behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cst1992.facts.speech import say


class Mistake(ValueError):
    """What was given does not fit; the message says what, where and how to mend it."""

    def _render_traceback_(self) -> list[str]:
        return [f"✗ {self}"]


class MissingData(Mistake, FileNotFoundError):
    """A file of the module is not there; the message says where it was looked for and how to bring it back."""


class AbsentSection(Mistake, AttributeError):
    """The module has nothing of this kind, and so no verb for it; the message says what it has not."""


class UnknownVerb(AttributeError):
    """The module has no such verb; the message names the nearest one."""

    def _render_traceback_(self) -> list[str]:
        return [f"✗ {self}"]


class WrongCall(TypeError):
    """A verb was given what it does not take; the message names what it takes."""

    def _render_traceback_(self) -> list[str]:
        return [f"✗ {self}"]


@contextmanager
def said_of(path: Path, mend: str) -> Iterator[None]:
    """Whatever goes wrong with a file that somebody has edited is said in one sentence that names the file.

    Parameters
    ----------
    mend : a sentence that says what to do.

    Examples
    --------
    >>> with said_of(Path("a.ipynb"), "Save it again."):
    ...     raise KeyError("cells")
    Traceback (most recent call last):
    cst1992.facts.mistakes.Mistake: a.ipynb cannot be used (KeyError: 'cells'). Save it again.
    """
    try:
        yield
    except (Mistake, OSError, ImportError):
        raise
    except Exception as error:
        told = re.sub(r"\x1b\[[0-9;]*m", "", str(error)).strip().splitlines()
        why = f"{type(error).__name__}: {told[-1] if told else '?'}"
        raise Mistake(say("{file} cannot be used ({why}). {mend}", file=path, why=why, mend=mend)) from None
