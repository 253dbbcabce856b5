"""The threats of the text of 2004: their course, the evidence for the shared ones, and the opium harvest as a range."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cst1992.datapackage import Row, rows
from cst1992.figures.scale import GAP, MARK, Box, Scale, draw_dots, draw_lines, draw_spans, draw_years, last_day
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
            ((False, "the Treaty of 1992 speaks of it"), (True, "the Treaty, as read, is silent on it"))
        ):
            y = 12 + place * 18
            _mark(axes, 18, y, silent)
            axes.text(30, y, words, va="center", fontsize=SMALL)
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
        f"List of the {len(threats)} threats that the text of 2004 names, by their course: {counted}. On {silent} of them the Treaty of "
        "1992, as far as it was read, is silent; the three shared ones are among these."
    )
    return Picture(
        _draw_courses(WIDE, 190),
        narrow=_draw_courses(NARROW, 0),
        alt=alt,
        caption="The threats of the text of 2004 by the course it gives them. The labels are the text's own.",
        credit="Drawn from data/threats.csv, CC BY 4.0.",
    )


def _range_of(own: list[Row]) -> tuple[float, float, bool]:
    """Lowest and highest figure of a year, and whether its end is open."""
    lows = [float(str(row["tonnes_low"])) for row in own if row["tonnes_low"] is not None]
    highs = [float(str(row["tonnes_high"])) for row in own if row["tonnes_high"] is not None]
    return min(lows), max(highs + lows), any(row["tonnes_high"] is None for row in own)


def _draw_harvests(width: int) -> Figure:
    by_year: dict[int, list[Row]] = {}
    for row in rows("opium_harvests"):
        by_year.setdefault(int(str(row["year"])), []).append(row)
    years, left, top, height = sorted(by_year), 52, 76, 250
    step = (width - left - 16) / len(years)
    forms = {
        "first reported": ("o", "accent", True),
        "revised": ("D", "accent", False),
        "rival": ("s", "orange", False),
    }

    def level(tonnes: float) -> float:
        return top + height - tonnes / 5200 * height

    with canvas(width, top + height + 34) as (figure, axes):
        for place, (stage, (marker, name, full)) in enumerate(forms.items()):
            y = 12 + place * 18
            axes.plot(
                [18],
                [y],
                marker,
                markersize=7,
                markerfacecolor=LIGHT[name] if full else "none",
                markeredgecolor=LIGHT[name],
                markeredgewidth=1.5,
            )
            axes.text(30, y, f"{stage} figure", va="center", fontsize=SMALL)
        axes.text(12, 64, "tonnes of opium", va="center", fontsize=SMALL, color=LIGHT["soft"])
        for tonnes in range(0, 5001, 1000):
            axes.plot([left, width - 8], [level(tonnes)] * 2, color=LIGHT["line"], linewidth=1, zorder=0.5)
            if tonnes < 5000:
                axes.text(
                    left - 8,
                    level(tonnes),
                    f"{tonnes:,}".replace(",", " "),
                    ha="right",
                    va="center",
                    fontsize=SMALL,
                    color=LIGHT["soft"],
                )
        for place, year in enumerate(years):
            x = left + step * (place + 0.5)
            low, high, is_open = _range_of(by_year[year])
            draw_lines(axes, [(x, level(high), level(low))], "ring", 7)
            if is_open:
                axes.plot(
                    [x],
                    [level(high) - 8],
                    "^",
                    markersize=6,
                    markerfacecolor="none",
                    markeredgecolor=LIGHT["ring"],
                    markeredgewidth=1.4,
                )
            for row in by_year[year]:
                if row["tonnes"] is not None:
                    marker, name, full = forms[str(row["stage"])]
                    face = LIGHT[name] if full else LIGHT["ground"]
                    axes.plot(
                        [x],
                        [level(float(str(row["tonnes"])))],
                        marker,
                        markersize=7,
                        markerfacecolor=face,
                        markeredgecolor=LIGHT[name],
                        markeredgewidth=1.5,
                        zorder=3,
                    )
            words = str(year) if width == WIDE else f"’{year % 100:02}"
            axes.text(x, top + height + 14, words, ha="center", va="center", fontsize=SMALL, color=LIGHT["soft"])
    return figure


def opium_at_a_glance() -> Picture:
    """Opium harvests in Afghanistan, 1994 to 2004: for each year the range of all figures, and the figures themselves.

    Returns
    -------
    A picture, in tonnes. The same as a table: `cst.opium_harvests()`.

    Examples
    --------
    >>> opium_at_a_glance().alt.split(",")[0]
    'Upright ranges by year'
    """
    by_year: dict[int, list[Row]] = {}
    for row in rows("opium_harvests"):
        by_year.setdefault(int(str(row["year"])), []).append(row)
    ranges = {year: _range_of(own) for year, own in by_year.items()}
    lowest = min(ranges, key=lambda year: ranges[year][1])
    widest = max(ranges, key=lambda year: ranges[year][1] - ranges[year][0])
    alt = (
        f"Upright ranges by year, {min(ranges)} to {max(ranges)}, of opium harvested in Afghanistan, 0 to 5000 tonnes. The figures of "
        f"different sources lie furthest apart in {widest}, {ranges[widest][0]:.0f} to {ranges[widest][1]:.0f} tonnes. The lowest year is "
        f"{lowest}, with {ranges[lowest][1]:.0f} tonnes; {max(ranges)} has {ranges[max(ranges)][0]:.0f} to {ranges[max(ranges)][1]:.0f}."
    )
    return Picture(
        _draw_harvests(WIDE),
        narrow=_draw_harvests(NARROW),
        alt=alt,
        caption="Opium harvests in Afghanistan by all figures found: no line joins them, since they come from different hands. A triangle marks an open end.",
        credit="Drawn from data/opium_harvests.csv, CC BY 4.0.",
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
