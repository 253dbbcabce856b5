"""Who was bound, and when: one bar a state, from act to act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cst1992.datapackage import Row, rows
from cst1992.figures.marks import draw_fill, draw_key
from cst1992.figures.scale import Box, Scale, draw_lines, draw_years, pieces
from cst1992.figures.show import Picture, canvas
from cst1992.figures.style import LIGHT, NARROW, SMALL, TEXT, WIDE
from cst1992.figures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FIRST, LAST = date(1992, 1, 1), date(2026, 11, 30)
GROUPS = (("signatory of 1992", "Signed in Tashkent, 15 May 1992"), ("acceded in 1993", "Acceded in 1993"))
ORDER = ("signed or acceded", "in force", "in force, disputed", "did not prolong", "suspended", "declared frozen")
KINDS = {
    "signed": "signed or acceded",
    "acceded": "signed or acceded",
    "returned": "signed or acceded",
    "in force": "in force",
    "lapsed": "did not prolong",
    "suspended": "suspended",
    "declared frozen": "declared frozen",
}
DAYS = (
    (date(1994, 4, 20), "in force, 20 April 1994"),
    (date(1999, 4, 20), "three did not prolong, 20 April 1999"),
    (date(2012, 12, 19), "wording of 2010, 19 December 2012"),
)
LINE = 15


@dataclass(frozen=True)
class Span:
    """A stretch of time in which a state stood toward the Treaty in one way."""

    kind: str
    start: date
    end: date
    dispute: str


@dataclass(frozen=True)
class Note:
    """A dispute: its letter, whose it is, what the sources say, and the days that it touches."""

    letter: str
    state: str
    text: str
    days: list[date]


def spans_of(state: str) -> list[Span]:
    """The spans of one state, from the acts that changed its position."""
    acts = [row for row in rows("treaty_actions") if row["state"] == state and str(row["status_after"]) in KINDS]
    ends = [row["date"] for row in acts[1:]] + [LAST]
    found = []
    for act, end in zip(acts, ends, strict=True):
        kind, start = KINDS[str(act["status_after"])], act["date"]
        if kind == "in force" and act["confidence"] == "low":
            kind = "in force, disputed"
        assert isinstance(start, date) and isinstance(end, date)
        found.append(Span(kind, start, end, str(act["dispute"] or "")))
    return found


def _groups() -> list[tuple[str, list[Row]]]:
    """The two groups of states, each in the order of their first acts."""
    found = []
    for role, title in GROUPS:
        own = [row for row in rows("states") if row["role"] == role]
        found.append((title, sorted(own, key=lambda row: (spans_of(str(row["name"]))[0].start, str(row["name"])))))
    return found


def _notes() -> list[Note]:
    """Every disputed change, in the order in which they are drawn; one letter for one text."""
    found: dict[tuple[str, str], Note] = {}
    for _, states in _groups():
        for row in states:
            for span in spans_of(str(row["name"])):
                key = (str(row["name"]), span.dispute)
                if span.dispute and key in found:
                    found[key].days.append(span.start)
                elif span.dispute:
                    found[key] = Note(chr(ord("a") + len(found)), *key, [span.start])
    return list(found.values())


def _draw_bar(axes: Axes, scale: Scale, state: str, y: float, notes: list[Note]) -> list[Box]:
    """The bar of one state around a height, with a triangle and a letter at disputed days."""
    boxes = []
    for span in spans_of(state):
        left, right = scale.x(span.start), scale.x(span.end)
        draw_fill(axes, span.kind, left, right, y - 8, y + 8)
        boxes.append(Box(left, right, y - 8, y + 8))
    marked = sorted((day, note.letter) for note in notes if note.state == state for day in note.days)
    for place, (day, letter) in enumerate(marked):
        x = scale.x(day)
        axes.plot([x], [y - 13], marker="v", markersize=6, color=LIGHT["ink"], zorder=4)
        crowded = place + 1 < len(marked) and scale.x(marked[place + 1][0]) - x < 24
        side, gap = ("right", -6) if crowded else ("left", 6)
        axes.text(x + gap, y - 14, letter, ha=side, va="center", fontsize=SMALL, fontweight="bold")
        boxes.append(Box(x - 16 if crowded else x - 5, x + 5 if crowded else x + 16, y - 21, y - 8))
    return boxes


def _draw_notes(axes: Axes, notes: list[Note], y: float, width: float) -> float:
    """The disputed days in words; gives the height below them."""
    axes.plot([16], [y], marker="v", markersize=6, color=LIGHT["ink"])
    axes.text(30, y, "Disputed: what the sources say", va="center", fontweight="bold")
    y += LINE + 4
    for note in notes:
        axes.text(13, y, note.letter, va="center", fontsize=SMALL, fontweight="bold")
        for words in wrap(f"{note.state}. {note.text}", width - 46, SMALL):
            axes.text(30, y, words, va="center", fontsize=SMALL, color=LIGHT["soft"])
            y += LINE
        y += 3
    return y


def _notes_height(notes: list[Note], width: float) -> float:
    texts = (f"{note.state}. {note.text}" for note in notes)
    return LINE + 8 + sum(len(wrap(text, width - 46, SMALL)) * LINE + 3 for text in texts)


def _draw(width: int, narrow: bool) -> Figure:
    drawn = {span.kind for _, states in _groups() for row in states for span in spans_of(str(row["name"]))}
    kinds = [kind for kind in ORDER if kind in drawn]
    notes = _notes()
    margin, step, heading = (14, 50, 26) if narrow else (112, 32, 26)
    scale = Scale(FIRST, LAST, margin, width - 14)
    count = sum(len(states) for _, states in _groups())
    key_height = len(kinds) * 22 + 8 if narrow else 34
    top = key_height + (6 if narrow else 26)
    bottom = top + 2 * heading + count * step + 8
    with canvas(width, bottom + 34 + _notes_height(notes, width)) as (figure, axes):
        draw_key(axes, kinds, 12, 12, down=narrow, gap=10)
        boxes: list[Box] = []
        y = float(top)
        for title, states in _groups():
            axes.text(12, y + 12, title, va="center", fontweight="bold", color=LIGHT["soft"])
            boxes.append(Box(12, 12 + width_of(title, TEXT, bold=True), y + 4, y + 20))
            y += heading
            for row in states:
                name = str(row["name"])
                if narrow:
                    axes.text(12, y + 8, name, va="center")
                    boxes.append(Box(12, 12 + width_of(name), y, y + 16))
                else:
                    axes.text(margin - 12, y + step / 2, name, ha="right", va="center")
                boxes += _draw_bar(axes, scale, name, y + (34 if narrow else step / 2), notes)
                y += step
        draw_years(axes, scale, top, bottom, boxes)
        for day, words in DAYS:
            x = scale.x(day)
            draw_lines(axes, [(x, a, b) for a, b in pieces(top, bottom, x, boxes)], "ink", 1, dashed=True)
            if not narrow:
                axes.text(x, top - 10, words, ha="right" if day.year < 1999 else "left", va="center", fontsize=SMALL)
        _draw_notes(axes, notes, bottom + 40, width)
    return figure


def membership() -> Picture:
    """Who was bound by the Treaty, and when: one bar a state, 1992 to November 2026.

    Returns
    -------
    A picture, drawn from treaty actions alone; days on which the sources differ are marked and told in words. The same
    as a table: `cst.treaty_actions()`, and for one day `cst.parties("1994-04-20")`.

    Examples
    --------
    >>> membership().alt.split(",")[0]
    'Bars for nine states'
    """
    spans = {str(row["name"]): spans_of(str(row["name"])) for _, states in _groups() for row in states}
    ended = [state for state, own in spans.items() if any(span.kind == "did not prolong" for span in own)]
    back = [state for state in ended if spans[state][-1].kind != "did not prolong"]
    frozen = [state for state, own in spans.items() if own[-1].kind == "declared frozen"]
    steady = len(spans) - len(ended) - len(frozen)
    alt = (
        f"Bars for nine states, {FIRST.year} to {LAST.year}. The Treaty is in force for nine from 20 April 1994, disputed for "
        f"Azerbaijan. {', '.join(sorted(ended)[:-1])} and {sorted(ended)[-1]} did not prolong in 1999; {' and '.join(back)} "
        f"returned in 2006 and is suspended from 2012. {' and '.join(frozen)} declared participation frozen in 2024. "
        f"{steady} bars run on without a change."
    )
    return Picture(
        _draw(WIDE, narrow=False),
        narrow=_draw(NARROW, narrow=True),
        alt=alt,
        caption="How nine states stood toward the Treaty, by their own acts. Suspension of membership of the CSTO and a declared "
        "freeze do not end the Treaty.",
        credit="Drawn from data/treaty_actions.csv, CC BY 4.0.",
    )
