"""A table laid out to be read, as HTML and as words: what cards, pictures and bare tables share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from cst1992.facts.speech import say_as

DAY = re.compile(r"\d{4}(-\d{2}){1,2}")


def fold(summary: str, content: str) -> str:
    """Something folded away under a name."""
    return f"<details><summary>{escape(summary)}</summary>{content}</details>"


def cell_text(value: object) -> str:
    """How a cell reads: nothing for a missing value, a day for a date, a whole number without a point.

    Examples
    --------
    >>> [cell_text(value) for value in (None, True, 3.0, date(1992, 5, 15), ["a", "b"])]
    ['', 'yes', '3', '1992-05-15', 'a, b']
    """
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return ", ".join(map(cell_text, value))
    kind = type(value).__name__
    if value is None or kind in ("NAType", "NaTType") or value != value:
        return ""
    if isinstance(value, date):
        return value.isoformat()[:10]
    if kind in ("bool", "bool_"):
        return say_as("answer", "yes") if value else say_as("answer", "no")
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value)


def said_before(name: str) -> str:
    """A name as it stands before what it names: with a colon, unless it is a question.

    Examples
    --------
    >>> said_before("area"), said_before("Must the victim ask?")
    ('area:', 'Must the victim ask?')
    """
    return name if name.endswith("?") else f"{name}:"


@dataclass(frozen=True)
class Plain:
    """A table as texts: the heads of its columns and its lines."""

    heads: Sequence[str]
    lines: Sequence[Sequence[object]]

    def html(self, label: str, caption: str = "", languages: Sequence[str] = ()) -> str:
        """The table as HTML, without its style sheet.

        Parameters
        ----------
        label : the name of the table for a screen reader.
        caption : a sentence above it.
        languages : of each column, such as "ru"; empty for English.
        """
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.heads)
        spoken = [f' lang="{one}"' if one else "" for one in languages or [""] * len(self.heads)]
        body = ""
        for line in self.lines:
            body += "<tr>"
            for name, cell, language in zip(self.heads, map(cell_text, line), spoken, strict=True):
                shown = f'<span class="cst-day">{cell}</span>' if DAY.fullmatch(cell) else escape(cell)
                body += f'<td{language} data-label="{escape(said_before(name), quote=True)}">{shown}</td>'
            body += "</tr>"
        heading = f"<caption>{escape(caption)}</caption>" if caption else ""
        return (
            f'<div class="cst-table" tabindex="0" role="group" aria-label="{escape(label, quote=True)}">'
            f"<table>{heading}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )

    def text(self) -> str:
        """The same as plain text: one line a row, each cell under its name; empty cells are left out."""
        return "\n".join(
            "; ".join(
                f"{said_before(name)} {cell}"
                for name, cell in zip(self.heads, map(cell_text, line), strict=True)
                if cell
            )
            for line in self.lines
        )
