"""The threats of the text of 2004: their course, and the evidence for the shared ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cst1992.datapackage import Row, rows
from cst1992.figures.scale import GAP, MARK, Box, Scale, draw_dots, draw_spans, draw_years, last_day
from cst1992.figures.show import Picture, canvas
from cst1992.figures.style import LIGHT, NARROW, SMALL, WIDE
from cst1992.figures.words import wrap
from cst1992.tables.loading import choice, words_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHARED = ("international-terrorism", "religious-extremism", "drug-business")
LINE = 15


def _silent(row: Row) -> bool:
    """Is the Treaty of 1992, as far as it was read, silent on the threat?"""
    return str(row["in_treaty_of_1992"]).startswith("Not named")


def _mark(axes: Axes, x: float, y: float, silent: bool) -> None:
    face = "none" if silent else LIGHT["accent"]
    edge = LIGHT["ring"] if silent else LIGHT["accent"]
    axes.plot([x], [y], "s", markersize=8, markerfacecolor=face, markeredgecolor=edge, markeredgewidth=1.5, zorder=3)


def _draw_courses(width: int, margin: int) -> Figure:
    from matplotlib.patches import Rectangle

    groups = {
        course: [row for row in rows("threats") if row["direction"] == course]
        for course in words_of("threats", "direction")
    }
    groups = {course: own for course, own in groups.items() if own}
    left = margin + 28 if margin else 34
    lines = {
        str(row["id"]): wrap(f"{row['name']} (paragraph {row['paragraph']})", width - left - 12)
        for row in rows("threats")
    }
    inset = 0 if margin else 20
    tall = {c: inset + 14 + sum(len(lines[str(row["id"])]) * LINE + 5 for row in own) for c, own in groups.items()}
    with canvas(width, 50 + sum(tall.values())) as (figure, axes):
        for place, (silent, words) in enumerate(
            ((False, "the Treaty of 1992 touches on it"), (True, "not named in what was read of the Treaty"))
        ):
            _mark(axes, 18, 12 + place * 18, silent)
            axes.text(30, 12 + place * 18, words, va="center", fontsize=SMALL)
        y = 46.0
        for place, (course, own) in enumerate(groups.items()):
            if place % 2 == 0:
                axes.add_patch(
                    Rectangle((0, y), width, tall[course], facecolor=LIGHT["band"], edgecolor="none", zorder=0)
                )
            axes.text(12, y + 16, course[0].upper() + course[1:], va="center", fontweight="bold")
            level = y + 16 + inset
            for row in own:
                _mark(axes, left - 14, level, _silent(row))
                for words in lines[str(row["id"])]:
                    axes.text(left, level, words, va="center")
                    level += LINE
                level += 5
            y += tall[course]
    return figure


def threats_at_a_glance() -> Picture:
    """The thirteen threats that the text of 2004 names, by the course it gives them.

    Returns
    -------
    A picture. The same as a table: `cst.threats()[["name", "direction", "in_treaty_of_1992"]]`.

    Examples
    --------
    >>> threats_at_a_glance().alt.split(":")[0]
    'List of the 13 threats that the text of 2004 names, by their course'
    """
    threats = rows("threats")
    counted = ", ".join(
        f"{sum(row['direction'] == course for row in threats)} {course}" for course in words_of("threats", "direction")
    )
    silent = sum(map(_silent, threats))
    alt = (
        f"List of the {len(threats)} threats that the text of 2004 names, by their course: {counted}. {silent} of them are not "
        "named in what was read of the Treaty of 1992; the three shared ones are among these."
    )
    return Picture(
        _draw_courses(WIDE, 190),
        narrow=_draw_courses(NARROW, 0),
        alt=alt,
        caption="The threats of the text of 2004 by the course it gives them. Contested labels carry their owner.",
        credit="Drawn from data/threats.csv, CC BY 4.0.",
    )


def _item(row: Row) -> str:
    """One item of evidence in few words, with its figures."""
    first = str(row["what"]).split(". ")[0].rstrip(".")
    low, high = row["figure_low"], row["figure_high"]
    if row["unit"] and low is not None and high is not None and low != high:
        return f"{first} ({low:g} to {high:g} {row['unit']})"
    return first


def _draw_evidence(own: list[Row], width: int) -> Figure:
    narrow = width == NARROW
    days = [row["date"] for row in own if isinstance(row["date"], date)]
    scale = Scale(date(min(days).year, 1, 1), date(max(days).year, 12, 31), 16, 236 if not narrow else 16)
    text_left = 34 if narrow else 262
    texts = [wrap(f"{row['date'].year}. {_item(row)}" if narrow else _item(row), width - text_left - 10) for row in own]  # type: ignore[union-attr]
    height = 12 + sum(len(lines) * LINE + 6 for lines in texts)
    with canvas(width, height + (30 if not narrow else 4)) as (figure, axes):
        y, dots, spans = 16.0, [], []
        for row, lines in zip(own, texts, strict=True):
            day = row["date"]
            assert isinstance(day, date)
            if narrow or row["date_precision"] == "day":
                dots.append((16 if narrow else scale.x(day), y))
            else:
                spans.append((scale.x(day), scale.x(last_day(day, str(row["date_precision"]))), y, "accent"))
            for words in lines:
                axes.text(text_left, y, words, va="center")
                y += LINE
            y += 6
        draw_dots(axes, dots, filled=True)
        draw_spans(axes, spans)
        if not narrow:
            boxes = [Box(x - MARK, x + MARK, y - GAP, y + GAP) for x, y in dots]
            draw_years(axes, scale, 4, height, boxes)
    return figure


def threat_timeline(threat: str) -> Picture:
    """What is known of one shared threat, item by item in order of date.

    Parameters
    ----------
    threat : "international-terrorism", "religious-extremism" or "drug-business".

    Returns
    -------
    A picture. The same as a table, with who says so and who disputes it: `cst.threat_evidence("drug-business")`.

    Raises
    ------
    ValueError
        It is none of the three; the message names them.

    Examples
    --------
    >>> threat_timeline("drug-business").caption.split(":")[0]
    'Evidence on drug business'
    """
    wanted = choice(threat, SHARED, "shared threat")
    name = next(str(row["name"]) for row in rows("threats") if row["id"] == wanted)
    own = sorted((row for row in rows("threat_evidence") if row["threat"] == wanted), key=lambda row: str(row["date"]))
    years = [row["date"].year for row in own if isinstance(row["date"], date)]
    ranges = sum(row["figure_low"] is not None and row["figure_low"] != row["figure_high"] for row in own)
    alt = (
        f"Timeline of {len(own)} items of evidence on {name}, {min(years)} to {max(years)}, one a row in order of date. "
        f"{sum(year >= 1999 for year in years)} of them date from 1999 or later; {ranges} give a range or an open figure instead of one number."
    )
    return Picture(
        _draw_evidence(own, WIDE),
        narrow=_draw_evidence(own, NARROW),
        alt=alt,
        caption=f"Evidence on {name}: who says so, and who disputes it, stands in the table.",
        credit="Drawn from data/threat_evidence.csv, CC BY 4.0.",
    )
