"""Errors that a reader can mend: Jupyter shows their sentence alone, without the lines of code behind it."""

from __future__ import annotations


class Mistake(ValueError):
    """What was given does not fit; the message says what, where and how to mend it."""

    def _render_traceback_(self) -> list[str]:
        return [f"✗ {self}"]


class MissingData(Mistake, FileNotFoundError):
    """A file of the module is not there; the message says where it was looked for and how to bring it back."""


class UnknownVerb(AttributeError):
    """The module has no such verb; the message names the nearest one."""

    def _render_traceback_(self) -> list[str]:
        return [f"✗ {self}"]
