"""Who was bound, and when: one bar a state, from act to act."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.membership import Span, spans_of
from cst1992.facts.package import row_with, rows
from cst1992.facts.wording import day_in_words, in_words
from cst1992.pictures.as_tables import spans_table
from cst1992.pictures.bars_in_words import FIRST, LAST, alt_of, kind_of
from cst1992.pictures.legend import Key, Legend, draw_legend, legend
from cst1992.pictures.looks import fill_box
from cst1992.pictures.scale import Box, Scale, draw_lines, draw_segments, draw_years, pieces
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL, TEXT, WIDE
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GROUPS = (("signatory of 1992", "Signed in Tashkent, 15 May 1992"), ("acceded in 1993", "Acceded in 1993"))
ORDER = ("signed or acceded", "in force", "in force, disputed", "did not prolong", "suspended", "declared frozen")
LINE, HEADING, MARGIN = 15, 26, 112
ROW, TALL = 32, 50  # a state: its name beside its bar on a wide page, above it on a narrow one


@dataclass(frozen=True)
class Note:
    """A dispute: its letter, whose it is, what the sources say, and the days that it touches."""

    letter: str
    state: str
    text: str
    days: list[date]


def _groups() -> list[tuple[str, dict[str, list[Span]]]]:
    """The two groups of states with their spans, each in the order of their first acts."""
    found = []
    for role, title in GROUPS:
        names = [row.text("name") for row in rows("states") if row["role"] == role]
        own = {name: spans for name in names if (spans := spans_of(name))}
        found.append((title, dict(sorted(own.items(), key=lambda one: (one[1][0].start, one[0])))))
    return found


def _bars() -> dict[str, list[Span]]:
    """The spans of every state that has a bar."""
    return {name: spans for _, own in _groups() for name, spans in own.items()}


def _days() -> list[tuple[date, str]]:
    """The days on which the Treaty's own course turned, with what happened on each."""
    spans = [span for own in _bars().values() for span in own]
    begun = [span.start for span in spans if span.standing == "in force"]
    left = Counter(span.start for span in spans if span.standing == "did not prolong").most_common(1)
    worded = row_with("instruments", "id", "protocol-2010")["in_force_on"]
    found = [(min(begun), "in force")] if begun else []
    found += [(day, f"{in_words(many)} did not prolong") for day, many in left]
    found += [(worded, "wording of 2010")] if isinstance(worded, date) else []
    return [(day, f"{what}, {day_in_words(day)}") for day, what in found]


def _notes() -> list[Note]:
    """Every disputed change, in the order in which they are drawn; one letter for one text."""
    found: dict[tuple[str, str], Note] = {}
    for name, spans in _bars().items():
        for span in spans:
            key = (name, str(span.act["dispute"] or ""))
            if key in found:
                found[key].days.append(span.start)
            elif span.act["dispute"]:
                found[key] = Note(chr(ord("a") + len(found)), *key, [span.start])
    return list(found.values())


def _draw_stretch(axes: Axes, kind: str, left: float, right: float, y: float) -> None:
    """One stretch of a bar: lower before the Treaty binds a state, and a thin line once it does not any more."""
    match kind:
        case "did not prolong":
            draw_segments(axes, [(left, y, right, y), (left, y - 8, left, y + 8)], "ring", 2)
        case "signed or acceded":
            fill_box(axes, kind, left, right, y - 5, y + 5)
        case _:
            fill_box(axes, kind, left, right, y - 8, y + 8)


def _key(width: float, down: bool) -> Legend:
    """The kinds of stretches that are drawn."""
    drawn = {kind_of(span) for spans in _bars().values() for span in spans}

    def key(kind: str) -> Key:
        return Key(lambda axes, x, y: _draw_stretch(axes, kind, x - 13, x + 13, y), kind, wide=26, tall=16)

    return legend([key(kind) for kind in ORDER if kind in drawn], width, down)


def _draw_bar(axes: Axes, scale: Scale, state: str, y: float, notes: list[Note]) -> list[Box]:
    """The bar of one state around a height, with a triangle and a letter at disputed days."""
    boxes = []
    for span in spans_of(state):
        left, right = scale.x(span.start), scale.x(span.end or LAST)
        _draw_stretch(axes, kind_of(span), left, right, y)
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
    return LINE + 8 + sum(len(wrap(text, width - 46, SMALL)) * LINE + 3 for text in texts) if notes else 0


def _draw_names(axes: Axes, narrow: bool, top: float) -> tuple[dict[str, float], list[Box]]:
    """The names of groups and states from a height down; gives the middle of each bar, and what the names fill."""
    y, levels, boxes = top, {}, []
    for title, states in _groups():
        axes.text(12, y + 12, title, va="center", fontweight="bold", color=LIGHT["soft"])
        boxes.append(Box(12, 12 + width_of(title, TEXT, bold=True), y + 4, y + 20))
        y += HEADING
        for name in states:
            if narrow:
                axes.text(12, y + 8, name, va="center")
                boxes.append(Box(12, 12 + width_of(name), y, y + 16))
                levels[name] = y + 34
                y += TALL
            else:
                axes.text(MARGIN - 12, y + ROW / 2, name, ha="right", va="center")
                levels[name] = y + ROW / 2
                y += ROW
    return levels, boxes


def _draw_days(axes: Axes, scale: Scale, top: float, bottom: float, boxes: list[Box], worded: bool) -> None:
    """Broken lines on the days on which the Treaty's own course turned, with what happened above them."""
    for day, words in _days():
        x = scale.x(day)
        draw_lines(axes, [(x, a, b) for a, b in pieces(top, bottom, x, boxes)], "ink", 1, dashed=True)
        if worded:
            axes.text(x, top - 10, words, ha="right" if day.year < 1999 else "left", va="center", fontsize=SMALL)


def _draw(width: int, narrow: bool, told: bool) -> Figure:
    notes, key = _notes() if told else [], _key(width, narrow)
    scale = Scale(FIRST, LAST, 14 if narrow else MARGIN, width - 14)
    top = key.height + (14 if narrow else 38)
    bottom = top + len(_groups()) * HEADING + len(_bars()) * (TALL if narrow else ROW) + 8
    with canvas(width, bottom + 34 + _notes_height(notes, width)) as (figure, axes):
        draw_legend(axes, key, 12)
        levels, boxes = _draw_names(axes, narrow, top)
        for name, y in levels.items():
            boxes += _draw_bar(axes, scale, name, y, notes)
        draw_years(axes, scale, top, bottom, boxes)
        _draw_days(axes, scale, top, bottom, boxes, worded=not narrow)
        if notes:
            _draw_notes(axes, notes, bottom + 40, width)
    return figure


def membership(notes: bool = True) -> Picture:
    """Who was bound by the Treaty, and when: one bar a state, 1992 to February 2026.

    Parameters
    ----------
    notes : False leaves out the marks at disputed days and what the sources say of them.

    Returns
    -------
    A picture, drawn from treaty actions alone; days on which the sources differ are marked and told in words. The same
    as a table: `cst.treaty_actions()`, and for one day `cst.parties("1994-04-20")`.

    Examples
    --------
    >>> membership().alt.split(",")[0]
    'Bars for nine states'
    """
    return Picture(
        _draw(WIDE, narrow=False, told=notes),
        narrow=_draw(NARROW, narrow=True, told=notes),
        alt=alt_of(_bars()),
        same=spans_table(_bars(), notes),
        caption=f"How {in_words(len(_bars()))} states stood toward the Treaty, by their own acts. A declared freeze does not end the Treaty. "
        "What the suspension of Uzbekistan's membership of the CSTO does to it is not settled.",
        credit="Drawn from data/treaty_actions.csv, CC BY 4.0.",
    )
