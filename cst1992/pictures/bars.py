"""Who was bound, and when: one bar a state, from act to act."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.agreed import said_state
from cst1992.facts.membership import Span
from cst1992.facts.module import module
from cst1992.facts.speech import say, say_count
from cst1992.facts.standings import words_of
from cst1992.facts.treaty_wordings import wordings
from cst1992.facts.wording import day_in_words, in_words
from cst1992.pictures.as_tables import spans_table
from cst1992.pictures.bars_in_words import alt_of, is_disputed, kind_of
from cst1992.pictures.days_above import Days, Said, said_above
from cst1992.pictures.legend import Key, Legend, draw_legend, legend
from cst1992.pictures.looks import fill_box, look_named
from cst1992.pictures.scale import Box, Scale, draw_lines, draw_segments, draw_years, pieces
from cst1992.pictures.show import Picture, canvas, drawn_from
from cst1992.pictures.state_groups import Bars, Groups, bars_of, first_and_last, groups
from cst1992.pictures.style import LIGHT, NARROW, SMALL, TEXT, WIDE
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DISPUTED = "full with dots"
LINE, HEADING, MARGIN = 15, 26, 112
ROW, TALL = 32, 50  # a state: its name beside its bar on a wide page, above it on a narrow one


@dataclass(frozen=True)
class Note:
    """A dispute: its letter, whose it is, what the sources say, and the days that it touches."""

    letter: str
    state: str
    text: str
    days: list[date]


def _days(bars: Bars) -> Days:
    """The days on which the Treaty's own course turned, with what happened on each."""
    spans = [span for own in bars.values() for span in own]
    begun = [(span.start, span.words.text("key")) for span in spans if span.in_force]
    left = Counter((span.start, span.standing) for span in spans if span.ended).most_common(1)
    found = [min(begun)] if begun else []
    found += [(day, _counted(count, words_of(standing).text("key"))) for (day, standing), count in left]
    found += _later_wordings()
    return [(day, say("{what}, {day}", what=what, day=day_in_words(day))) for day, what in sorted(found)]


def _counted(count: int, standing: str) -> str:
    return say_count("{number} {standing}", "{number} {standing}", count, number=in_words(count), standing=standing)


def _later_wordings() -> list[tuple[date, str]]:
    """From which days a wording was in force that is not the first one, with its short name."""
    return [(one.in_force_on, one.short_name) for one in wordings()[1:] if one.in_force_on]


def _notes(bars: Bars) -> list[Note]:
    """Every disputed change, in the order in which they are drawn; one letter for one text."""
    found: dict[tuple[str, str], Note] = {}
    for name, spans in bars.items():
        for span in spans:
            key = (name, str(span.act["dispute"] or ""))
            if key in found:
                found[key].days.append(span.start)
            elif span.act["dispute"]:
                found[key] = Note(chr(ord("a") + len(found)), *key, [span.start])
    return list(found.values())


def _look(span: Span) -> str:
    return DISPUTED if is_disputed(span) else span.words.text("look")


def _draw_stretch(axes: Axes, span: Span, left: float, right: float, y: float) -> None:
    """One stretch of a bar: lower before the Treaty binds a state, and a thin line once it does not any more."""
    look = look_named(_look(span))
    if span.ended:
        dashed = look.edge_dashes != "solid"
        draw_segments(axes, [(left, y, right, y)], look.edge, 2, dashed)
        draw_segments(axes, [(left, y - 8, left, y + 8)], look.edge, 2)
    else:
        half = 5 if span.words["in_force"] is False else 8
        fill_box(axes, _look(span), left, right, y - half, y + half)


def _key(bars: Bars, width: float, down: bool) -> Legend:
    """The kinds of stretches that are drawn, in the order of their first days; what is disputed last on a day."""
    spans = sorted((span for own in bars.values() for span in own), key=lambda span: (span.start, is_disputed(span)))
    drawn: dict[str, Span] = {}
    for span in spans:
        drawn.setdefault(kind_of(span), span)

    def key(kind: str, span: Span) -> Key:
        return Key(lambda axes, x, y: _draw_stretch(axes, span, x - 13, x + 13, y), kind, wide=26, tall=16)

    return legend([key(kind, span) for kind, span in drawn.items()], width, down)


def _draw_bar(axes: Axes, scale: Scale, spans: list[Span], y: float, notes: list[Note]) -> list[Box]:
    """The bar of one state around a height, with a triangle and a letter at disputed days."""
    boxes = []
    for span in spans:
        left, right = scale.x(span.start), scale.x(span.end or scale.last)
        _draw_stretch(axes, span, left, right, y)
        boxes.append(Box(left, right, y - 8, y + 8))
    marked = sorted((day, note.letter) for note in notes for day in note.days)
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
    axes.text(30, y, say("Disputed: what the sources say"), va="center", fontweight="bold")
    y += LINE + 4
    for note in notes:
        axes.text(13, y, note.letter, va="center", fontsize=SMALL, fontweight="bold")
        for words in wrap(f"{said_state(note.state)}. {note.text}", width - 46, SMALL):
            axes.text(30, y, words, va="center", fontsize=SMALL, color=LIGHT["soft"])
            y += LINE
        y += 3
    return y


def _notes_height(notes: list[Note], width: float) -> float:
    texts = (f"{said_state(note.state)}. {note.text}" for note in notes)
    return LINE + 8 + sum(len(wrap(text, width - 46, SMALL)) * LINE + 3 for text in texts) if notes else 0


def _margin(known: Groups) -> float:
    """The room left of the bars: enough for the longest name."""
    return max([MARGIN, *(width_of(said_state(name)) + 24 for _, states in known for name in states)])


def _draw_names(axes: Axes, known: Groups, narrow: bool, top: float) -> tuple[dict[str, float], list[Box]]:
    """The names of groups and states from a height down; gives the middle of each bar, and what the names fill."""
    y, levels, boxes = top, {}, []
    for title, states in known:
        axes.text(12, y + 12, title, va="center", fontweight="bold", color=LIGHT["soft"])
        boxes.append(Box(12, 12 + width_of(title, TEXT, bold=True), y + 4, y + 20))
        y += HEADING
        for name in states:
            if narrow:
                axes.text(12, y + 8, said_state(name), va="center")
                boxes.append(Box(12, 12 + width_of(said_state(name)), y, y + 16))
                levels[name] = y + 34
                y += TALL
            else:
                axes.text(_margin(known) - 12, y + ROW / 2, said_state(name), ha="right", va="center")
                levels[name] = y + ROW / 2
                y += ROW
    return levels, boxes


def _draw_days(
    axes: Axes, scale: Scale, days: Days, top: float, bottom: float, boxes: list[Box], said_above: list[Said]
) -> None:
    """Broken lines on the days on which the Treaty's own course turned, with what happened above them."""
    for day, _ in days:
        x = scale.x(day)
        draw_lines(axes, [(x, a, b) for a, b in pieces(top, bottom, x, boxes)], "ink", 1, dashed=True)
    for said in said_above:
        axes.text(said.x, top - 10 - said.row * LINE, said.words, ha=said.side, va="center", fontsize=SMALL)


def _draw(known: Groups, width: int, narrow: bool, told: bool) -> Figure:
    bars = bars_of(known)
    notes, key = _notes(bars) if told else [], _key(bars, width, narrow)
    scale = Scale(*first_and_last(), 14 if narrow else _margin(known), width - 14)
    days = _days(bars)
    above = [] if narrow else said_above(days, scale)
    top = key.height + (14 if narrow else 38) + max((said.row for said in above), default=0) * LINE
    bottom = top + len(known) * HEADING + len(bars) * (TALL if narrow else ROW) + 8
    with canvas(width, bottom + 34 + _notes_height(notes, width)) as (figure, axes):
        draw_legend(axes, key, 12)
        levels, boxes = _draw_names(axes, known, narrow, top)
        for name, y in levels.items():
            boxes += _draw_bar(axes, scale, bars[name], y, [note for note in notes if note.state == name])
        draw_years(axes, scale, top, bottom, boxes)
        _draw_days(axes, scale, days, top, bottom, boxes, above)
        if notes:
            _draw_notes(axes, notes, bottom + 40, width)
    return figure


def _effects(bars: Bars) -> list[str]:
    """What the standings that are drawn do to the Treaty, the newest first."""
    spans = sorted((span for own in bars.values() for span in own), key=lambda span: span.start, reverse=True)
    said = [span.words.text("effect") for span in spans]
    return list(dict.fromkeys(filter(None, said)))


def membership(notes: bool = True) -> Picture:
    """Who was bound by the Treaty, and when: one bar a state, from act to act.

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
    known = groups()
    bars = bars_of(known)
    told = say_count(
        "How {number} state stood toward {treaty}, from act to act.",
        "How {number} states stood toward {treaty}, from act to act.",
        len(bars),
        number=in_words(len(bars)),
        treaty=module().short,
    )
    return Picture(
        _draw(known, WIDE, narrow=False, told=notes),
        narrow=_draw(known, NARROW, narrow=True, told=notes),
        alt=alt_of(bars),
        same=spans_table(bars, notes),
        caption=" ".join([told, *_effects(bars)]),
        credit=drawn_from("treaty_actions"),
    )
