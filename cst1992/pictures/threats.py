"""The threats of the text of 2004: their course, and the evidence for the shared ones."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cst1992.facts.arguments import agreed_words, choice
from cst1992.facts.package import Row, row_with, rows
from cst1992.facts.wording import in_a_row
from cst1992.pictures.as_tables import evidence_table, threats_table
from cst1992.pictures.evidence import draw_narrow, draw_wide, is_range
from cst1992.pictures.looks import band
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL, WIDE
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHARED = ("international-terrorism", "religious-extremism", "drug-business")
LINE = 15


def _silent(row: Row) -> bool:
    """Is the Treaty of 1992, as far as it was read, silent on the threat?"""
    return row.text("in_treaty_of_1992").startswith("Not named")


def _nearest_words(row: Row) -> str:
    """The passages of the Treaty that our table sets beside the threat."""
    text = re.sub(r"\(.*?\)", "", row.text("in_treaty_of_1992"))
    articles = list(dict.fromkeys(re.findall(r"Article (\d+)", text)))
    found = ["preamble"] * ("preamble" in text) + [
        f"{'Article' if len(articles) == 1 else 'Articles'} {in_a_row(articles)}"
    ] * bool(articles)
    return ", ".join(found)


def _courses() -> dict[str, list[Row]]:
    """The threats by the course that the text gives them, in the order of the Data Package."""
    courses = agreed_words("threats", "direction")
    groups = {course: [row for row in rows("threats") if row["direction"] == course] for course in courses}
    return {course: own for course, own in groups.items() if own}


def _mark(axes: Axes, x: float, y: float, silent: bool) -> None:
    """A full square where the Treaty touches on the threat, an empty one where it is silent."""
    face = "none" if silent else LIGHT["accent"]
    edge = LIGHT["ring"] if silent else LIGHT["accent"]
    axes.plot([x], [y], "s", markersize=8, markerfacecolor=face, markeredgecolor=edge, markeredgewidth=1.5, zorder=3)


def _key(axes: Axes, down: bool) -> float:
    """What the two squares mean; gives the height below."""
    x, y = 18.0, 12.0
    for silent, words in (
        (False, "the Treaty of 1992 touches on it"),
        (True, "not named in what was read of it"),
    ):
        _mark(axes, x, y, silent)
        axes.text(x + 12, y, words, va="center", fontsize=SMALL)
        x, y = (x, y + 18) if down else (x + 12 + width_of(words, SMALL) + 26, y)
    return y if down else y + 22


def _draw_courses_wide() -> Figure:
    row, pad, columns = 20, 7, (180, 536, 614)
    groups = _courses()
    with canvas(WIDE, 58 + sum(len(own) * row + 2 * pad for own in groups.values())) as (figure, axes):
        y = _key(axes, down=False)
        for x, head in zip(columns, ("Threat", "Paragraph", "Nearest in the Treaty"), strict=True):
            axes.text(x, y + 8, head, va="center", fontsize=SMALL, color=LIGHT["soft"])
        y += 22
        for place, (course, own) in enumerate(groups.items()):
            tall = len(own) * row + 2 * pad
            if place % 2 == 0:
                band(axes, y, tall)
            axes.text(12, y + pad + row / 2, course[0].upper() + course[1:], va="center", fontweight="bold")
            for number, threat in enumerate(own):
                level = y + pad + (number + 0.5) * row
                _mark(axes, columns[0] - 14, level, _silent(threat))
                axes.text(columns[0], level, threat.text("name"), va="center")
                for x, words in zip(columns[1:], (threat.text("paragraph"), _nearest_words(threat)), strict=True):
                    axes.text(x, level, words, va="center", fontsize=SMALL, color=LIGHT["soft"])
            y += tall
    return figure


def _draw_courses_narrow() -> Figure:
    left, pad = 36, 8
    groups = _courses()
    names = {row.text("id"): wrap(row.text("name"), NARROW - left - 10) for row in rows("threats")}
    tall = {c: 20 + sum((len(names[row.text("id")]) + 1) * LINE + 6 for row in own) + pad for c, own in groups.items()}
    with canvas(NARROW, 46 + sum(tall.values())) as (figure, axes):
        y = _key(axes, down=True) - 2
        for place, (course, own) in enumerate(groups.items()):
            if place % 2 == 0:
                band(axes, y, tall[course])
            axes.text(12, y + pad + 8, course[0].upper() + course[1:], va="center", fontweight="bold")
            level = y + pad + 29
            for row in own:
                _mark(axes, left - 16, level, _silent(row))
                for words in names[row.text("id")]:
                    axes.text(left, level, words, va="center")
                    level += LINE
                words = f"paragraph {row['paragraph']}; Treaty: {_nearest_words(row)}"
                axes.text(left, level, words, va="center", fontsize=SMALL, color=LIGHT["soft"])
                level += LINE + 6
            y += tall[course]
    return figure


def threats_at_a_glance() -> Picture:
    """The thirteen threats that the text of 2004 names, by the course it gives them.

    Returns
    -------
    A picture. The same as a table: `cst.threats()[["name", "direction", "paragraph", "in_treaty_of_1992"]]`.

    Examples
    --------
    >>> threats_at_a_glance().alt.split(":")[0]
    'List of the 13 threats that the text of 2004 names, by their course'
    """
    threats = rows("threats")
    counted = ", ".join(f"{len(own)} {course}" for course, own in _courses().items())
    shared = [row for row in threats if row["id"] in SHARED]
    among = (
        "the three shared ones are among these" if all(map(_silent, shared)) else "not all shared ones are among these"
    )
    alt = (
        f"List of the {len(threats)} threats that the text of 2004 names, by their course: {counted}. "
        f"{sum(map(_silent, threats))} of them are not named in what was read of the Treaty of 1992; {among}."
    )
    return Picture(
        _draw_courses_wide(),
        narrow=_draw_courses_narrow(),
        alt=alt,
        same=threats_table(_courses()),
        caption="The threats of the text of 2004 by the course it gives them, and the passage of the Treaty of 1992 that "
        "comes nearest. Contested labels carry their owner.",
        credit="Drawn from data/threats.csv, CC BY 4.0.",
    )


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
    name = str(row_with("threats", "id", wanted)["name"])
    own = sorted((row for row in rows("threat_evidence") if row["threat"] == wanted), key=lambda row: row.text("date"))
    years = [row.day("date").year for row in own]
    counts = Counter(years)
    fullest = [str(year) for year, count in counts.items() if count == max(counts.values())]
    alt = (
        f"Timeline of {len(own)} items of evidence on {name}, {min(years)} to {max(years)}, one a row in order of date. "
        f"Most in one year: {max(counts.values())}, in {', '.join(fullest)}. Items whose figures are a range or have an open end: "
        f"{sum(map(is_range, own))}; items on which others say otherwise: {sum(bool(row['who_disputes']) for row in own)}."
    )
    return Picture(
        draw_wide(own),
        narrow=draw_narrow(own),
        alt=alt,
        same=evidence_table(own),
        caption=f"Evidence on {name}: what happened, when, with which figures, and who says so. Three dots: the table says more, "
        "also who says otherwise.",
        credit="Drawn from data/threat_evidence.csv, CC BY 4.0.",
    )
