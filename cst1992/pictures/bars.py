"""Who was bound, and when: one bar a state, from act to act."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.membership import Span, spans_of
from cst1992.facts.package import row_with, rows
from cst1992.facts.wording import day_in_words, in_a_row, in_words
from cst1992.pictures.as_tables import spans_table
from cst1992.pictures.marks import draw_fill, draw_key
from cst1992.pictures.scale import Box, Scale, draw_lines, draw_years, pieces
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL, TEXT, WIDE
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FIRST, LAST = date(1992, 1, 1), date(2026, 2, 28)
GROUPS = (("signatory of 1992", "Signed in Tashkent, 15 May 1992"), ("acceded in 1993", "Acceded in 1993"))
NOW = {"suspended": "is suspended from", "declared frozen": "declared participation frozen in"}
ORDER = ("signed or acceded", "in force", "in force, disputed", "did not prolong", "suspended", "declared frozen")
LINE = 15


@dataclass(frozen=True)
class Note:
    """A dispute: its letter, whose it is, what the sources say, and the days that it touches."""

    letter: str
    state: str
    text: str
    days: list[date]


def _kind(span: Span) -> str:
    """How the key names a span: whether the Treaty bound a state at all may be in dispute."""
    disputed = span.standing == "in force" and span.act["confidence"] == "low"
    return "in force, disputed" if disputed else span.standing


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


def _draw_bar(axes: Axes, scale: Scale, state: str, y: float, notes: list[Note]) -> list[Box]:
    """The bar of one state around a height, with a triangle and a letter at disputed days."""
    boxes = []
    for span in spans_of(state):
        left, right = scale.x(span.start), scale.x(span.end or LAST)
        draw_fill(axes, _kind(span), left, right, y - 8, y + 8)
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


def _draw(width: int, narrow: bool, told: bool) -> Figure:
    drawn = {_kind(span) for spans in _bars().values() for span in spans}
    kinds = [kind for kind in ORDER if kind in drawn]
    notes = _notes() if told else []
    margin, step, heading = (14, 50, 26) if narrow else (112, 32, 26)
    scale = Scale(FIRST, LAST, margin, width - 14)
    count = sum(len(states) for _, states in _groups())
    key_height = len(kinds) * 22 + 8 if narrow else 34
    top = key_height + (6 if narrow else 26)
    bottom = top + 2 * heading + count * step + 8
    with canvas(width, bottom + 34 + _notes_height(notes, width)) as (figure, axes):
        draw_key(axes, kinds, 8, 12, down=narrow, gap=5)
        boxes: list[Box] = []
        y = float(top)
        for title, states in _groups():
            axes.text(12, y + 12, title, va="center", fontweight="bold", color=LIGHT["soft"])
            boxes.append(Box(12, 12 + width_of(title, TEXT, bold=True), y + 4, y + 20))
            y += heading
            for name in states:
                if narrow:
                    axes.text(12, y + 8, name, va="center")
                    boxes.append(Box(12, 12 + width_of(name), y, y + 16))
                else:
                    axes.text(margin - 12, y + step / 2, name, ha="right", va="center")
                boxes += _draw_bar(axes, scale, name, y + (34 if narrow else step / 2), notes)
                y += step
        draw_years(axes, scale, top, bottom, boxes)
        for day, words in _days():
            x = scale.x(day)
            draw_lines(axes, [(x, a, b) for a, b in pieces(top, bottom, x, boxes)], "ink", 1, dashed=True)
            if not narrow:
                axes.text(x, top - 10, words, ha="right" if day.year < 1999 else "left", va="center", fontsize=SMALL)
        if notes:
            _draw_notes(axes, notes, bottom + 40, width)
    return figure


def _alt() -> str:
    """Kind, axes, finding, from the acts."""
    bars = _bars()
    text = f"Bars for {in_words(len(bars))} states, {FIRST.year} to {LAST.year}."
    begun = [span.start for own in bars.values() for span in own if span.standing == "in force"]
    if begun:
        bound = [name for name, own in bars.items() if ("in force", min(begun)) in [(s.standing, s.start) for s in own]]
        unsure = [name for name in bound if "in force, disputed" in map(_kind, bars[name])]
        text += f" The Treaty is in force for {in_words(len(bound))} from {day_in_words(min(begun))}"
        text += f", disputed for {in_a_row(unsure)}." if unsure else "."
    ended = {name: span for name, own in bars.items() for span in own if span.standing == "did not prolong"}
    if ended:
        years = sorted({span.start.year for span in ended.values()})
        text += f" {in_a_row(sorted(ended))} did not prolong in {in_a_row(years)}."
    for name, own in bars.items():
        last = own[-1]
        back = [span.start.year for span in own if name in ended and span.start > ended[name].start]
        told = [f"returned in {back[0]}"] if back else []
        told += [f"{NOW[last.standing]} {last.start.year}"] if last.standing in NOW else []
        text += f" {name} {in_a_row(told)}." if told else ""
    steady = [name for name, own in bars.items() if own[-1].standing == "in force" and name not in ended]
    bars_run = "bar runs" if len(steady) == 1 else "bars run"
    return f"{text} {in_words(len(steady)).capitalize()} {bars_run} on without a change."


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
        alt=_alt(),
        same=spans_table(_bars(), notes),
        caption=f"How {in_words(len(_bars()))} states stood toward the Treaty, by their own acts. A declared freeze does not end the Treaty. "
        "What the suspension of Uzbekistan's membership of the CSTO does to it is not settled.",
        credit="Drawn from data/treaty_actions.csv, CC BY 4.0.",
    )
