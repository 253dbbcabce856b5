"""All requests for help on one timeline: how they were made, under which text, and what followed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from cst1992.facts.agreed import said_word
from cst1992.facts.module import module
from cst1992.facts.package import Row
from cst1992.facts.speech import say
from cst1992.facts.treaty_wordings import wordings
from cst1992.pictures.as_tables import requests_table
from cst1992.pictures.legend import Key, draw_legend, legend, marked
from cst1992.pictures.looks import band, draw_box
from cst1992.pictures.marks import Mark, draw_mark, marks_of
from cst1992.pictures.requests_in_words import alt_of, answers_counted, cases_by_way, left_out, month_of, ways_in_order
from cst1992.pictures.scale import GAP, Box, Scale, draw_years
from cst1992.pictures.show import Picture, canvas, drawn_from
from cst1992.pictures.style import LIGHT, NARROW, SMALL, TEXT, WIDE
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW, HEADING, HALF, LINE = 18, 30, 6, 16


Stage = tuple[date, str, str]  # from which day, what is said of it, and its tint


def _in_force(skipped: int = 0) -> list[Stage]:
    """From which day each wording was in force; without the first ones where some are skipped."""
    return [
        (one.in_force_on, say("{wording} in force", wording=one.short_name), ("tint1", "tint2")[place % 2])
        for place, one in enumerate(wordings())
        if one.in_force_on and place >= skipped
    ]


def _texts() -> list[Stage]:
    """From which day the Treaty was signed, and in force in which wording."""
    return [*((one.signed_on, say("signed"), "") for one in wordings()[:1] if one.signed_on), *_in_force()]


def _later_texts() -> list[Stage]:
    """The wordings after the first one, which a narrow page shows by a band."""
    return _in_force(skipped=1)


def _drawn() -> dict[str, list[Row]]:
    """The cases by the heading under which they stand."""
    headings = {row.text("way"): row.text("heading") for row in ways_in_order()}
    return {headings[way]: own for way, own in cases_by_way().items() if own}


def _answers() -> dict[str, Mark]:
    """The marks of the kinds of answer."""
    return marks_of("requests", "answer")


def _keys() -> list[Key]:
    """The marks with their names and numbers."""
    return [
        marked(_answers()[answer], f"{said_word('answer', answer)} ({count})")
        for answer, count in answers_counted().items()
    ]


def _draw_texts(axes: Axes, scale: Scale, top: float, bottom: float) -> None:
    """Which text of the Treaty was in force, named above and as a tint below."""
    texts = _texts()
    for (start, words, tint), following in zip_longest(texts, texts[1:]):
        end = following[0] if following else scale.last
        left, right = scale.x(start), scale.x(end)
        if tint:
            draw_box(axes, (left, top), right - left, bottom - top, tint, zorder=0)
        axes.text((left + right) / 2, top - 10, words, ha="center", va="center", fontsize=SMALL)


def _scale() -> Scale:
    """From the year of the first case or text to the half-year of the newest fact, or of a later case."""
    days = [row.day("date") for own in cases_by_way().values() for row in own] + [day for day, _, _ in _texts()]
    last = max([module().facts_to, *days])
    end = date(last.year, 6, 30) if last.month <= 6 else date(last.year, 12, 31)
    return Scale(date(min([last, *days]).year, 1, 1), end, 34, WIDE - 24)


def _draw_wide() -> Figure:
    scale, top = _scale(), 58.0
    cases = {heading: [_label(row, scale) for row in own] for heading, own in _drawn().items()}
    bottom = (
        top + sum(HEADING + sum(label.height for label in own) for own in cases.values()) + (8 if cases else HEADING)
    )
    with canvas(WIDE, bottom + 28) as (figure, axes):
        draw_legend(axes, legend(_keys(), WIDE), 14)
        _draw_texts(axes, scale, top, bottom)
        boxes: list[Box] = []
        y = top
        for heading, own in cases.items():
            axes.text(20, y + 18, heading, va="center", fontweight="bold")
            boxes.append(Box(20, 20 + width_of(heading, TEXT, bold=True), y + 9, y + 27))
            y += HEADING
            for label in own:
                boxes.append(_draw_case(axes, label, y + ROW / 2))
                y += label.height
        draw_years(axes, scale, top, bottom, boxes)
    return figure


@dataclass(frozen=True)
class Label:
    """A case with its place on the scale: the lines of its words, their width, and on which side of the mark they stand."""

    row: Row
    x: float
    lines: list[str]
    wide: float
    right: bool

    @property
    def height(self) -> float:
        """The height of its row."""
        return ROW + (len(self.lines) - 1) * LINE


def _label(row: Row, scale: Scale) -> Label:
    """Right of the mark where the words find room there, else left of it; in several lines where neither has room."""
    x, words = scale.x(row.day("date")), row.text("label")
    soft = width_of(month_of(row), SMALL) * 1.02 + GAP
    on_the_right, on_the_left = (room - HALF - GAP - soft for room in (WIDE - 12 - x, x - 8))
    wide = width_of(words) * 1.02
    if wide <= max(on_the_right, on_the_left):
        return Label(row, x, [words], wide, wide <= on_the_right)
    lines = wrap(words, max(on_the_right, on_the_left) / 1.02)
    return Label(row, x, lines, max(map(width_of, lines)) * 1.02, on_the_right > on_the_left)


def _draw_case(axes: Axes, label: Label, y: float) -> Box:
    """Mark, label and month of one case from its first line down; gives the box that they fill."""
    month = month_of(label.row)
    soft = width_of(month, SMALL) * 1.02
    draw_mark(axes, _answers()[label.row.text("answer")], label.x, y)
    bottom = y + label.height - ROW + 8
    if label.right:
        start = label.x + HALF + GAP
        box = Box(label.x - HALF, start + label.wide + GAP + soft, y - 8, bottom)
    else:
        start = label.x - HALF - GAP - soft - GAP - label.wide
        box = Box(start, label.x + HALF, y - 8, bottom)
    for place, words in enumerate(label.lines):
        axes.text(start, y + place * LINE, words, va="center")
    axes.text(start + label.wide + GAP, y, month, va="center", fontsize=SMALL, color=LIGHT["soft"])
    return box


def _draw_narrow() -> Figure:
    cases = _drawn()
    heads = {heading: wrap(heading, NARROW - 24, bold=True) for heading in cases}
    texts = {
        row.text("id"): wrap(f"{month_of(row)}: {row['label']}", NARROW - 46) for own in cases.values() for row in own
    }
    bands = [Key(_sign_of_a_band(tint), words, wide=16) for _, words, tint in _later_texts()]
    key = legend([*_keys(), *bands], NARROW, down=True)
    tall = sum(len(lines) * LINE + 14 for lines in heads.values()) + sum(len(own) * 15 + 5 for own in texts.values())
    with canvas(NARROW, key.height + 24 + tall) as (figure, axes):
        y = draw_legend(axes, key, 14) + 6
        for heading, own in cases.items():
            for words in heads[heading]:
                axes.text(12, y, words, va="center", fontweight="bold")
                y += LINE
            y += 4
            for row in own:
                y = _draw_case_down(axes, row, texts[row.text("id")], y)
            y += 10
    return figure


def _sign_of_a_band(tint: str) -> Callable[[Axes, float, float], None]:
    """What draws a piece of the band behind cases under a later wording."""

    def draw(axes: Axes, x: float, y: float) -> None:
        draw_box(axes, (x - 8, y - 6), 16, 12, tint, "ring", line=0.8)

    return draw


def _draw_case_down(axes: Axes, row: Row, lines: list[str], y: float) -> float:
    """One case on a narrow page; gives the height of the next one."""
    tints = [tint for day, _, tint in _later_texts() if day <= row.day("date")]
    if tints:
        band(axes, y - 9, len(lines) * 15 + 4, tints[-1])
    draw_mark(axes, _answers()[row.text("answer")], 18, y)
    for place, words in enumerate(lines):
        axes.text(32, y + place * 15, words, va="center")
    return y + len(lines) * 15 + 5


def requests_at_a_glance() -> Picture:
    """Every case in which help was asked, offered or not asked for, and what followed.

    Returns
    -------
    A picture. The same as a table: `cst.requests()[["date", "label", "way", "answer"]]`.

    Examples
    --------
    >>> requests_at_a_glance().alt.startswith("Timeline of")
    True
    """
    cases = cases_by_way()
    said = [
        say(
            "When help was asked for, and what followed. Nothing found is no proof that nothing was done; the kind of answer is "
            "our judgement on the table's text. The module has no verdict of its own on who was attacked; rows say who said what."
        ),
        *left_out(),
    ]
    return Picture(
        _draw_wide(),
        narrow=_draw_narrow(),
        alt=alt_of(cases),
        same=requests_table(row for own in cases.values() for row in own),
        caption=" ".join(map(str.strip, said)),
        credit=drawn_from("requests"),
    )
