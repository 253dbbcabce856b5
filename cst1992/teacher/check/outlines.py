"""Outlines: those on the plane, which maps draw, are made from those in degrees, which people correct."""

from __future__ import annotations

from collections.abc import Iterator

from cst1992.pictures.outlines import FILE
from cst1992.teacher.check.fault import Fault
from cst1992.teacher.outlines.in_degrees import IN_DEGREES, agree


def outline_faults() -> Iterator[Fault]:
    """One fault where the outlines in degrees have changed since those on the plane were made."""
    if not agree():
        told = f"it was not made from data/{IN_DEGREES} as that is now, so maps would show the older one"
        yield Fault(f"data/{FILE}", f"{told}. Make it anew: cst1992 outlines")
