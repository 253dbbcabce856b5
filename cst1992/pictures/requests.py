"""All requests for help on one timeline: how they were made, under which text, and what followed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import day_in_words
from cst1992.pictures.as_tables import requests_table
from cst1992.pictures.marks import draw_answer
from cst1992.pictures.scale import GAP, Box, Scale, draw_years
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL, TEXT, WIDE
from cst1992.pictures.text_blocks import band
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW, HEADING, HALF = 18, 30, 6
WAYS = {
    "asked": "Asked of the signatories, the CIS, the Treaty states or the CSTO",
    "asked of Russia alone": "Asked of Russia alone",
    "offered": "Offered",
    "not asked": "Not asked",
}
TEXTS = (
    (date(1992, 5, 15), "signed", "tint1"),
    (date(1994, 4, 20), "wording of 1992 in force", "tint1"),
    (date(2012, 12, 19), "wording of 2010 in force", "tint2"),
)


def _cases() -> dict[str, list[Row]]:
    """The cases fit for use, by way, in order of date."""
    fit = [row for row in rows("requests") if row["use_as_case"]]
    return {way: [row for row in fit if row["way"] == way] for way in agreed_words("requests", "way")}


def _when(row: Row) -> str:
    return day_in_words(row.day("date"), "short month")


def _counts() -> dict[str, int]:
    fit = [row for own in _cases().values() for row in own]
    return {answer: sum(row["answer"] == answer for row in fit) for answer in agreed_words("requests", "answer")}


def _key(axes: Axes, y: float, down: bool) -> float:
    """The marks with their names and numbers; gives the height below."""
    x = 18.0
    for answer, count in _counts().items():
        words = f"{answer} ({count})"
        draw_answer(axes, answer, x, y)
        axes.text(x + 12, y, words, va="center", fontsize=SMALL)
        if down:
            y += ROW
        else:
            x += 12 + width_of(words, SMALL) + 26
    return y if down else y + 20


def _draw_wide() -> Figure:
    from matplotlib.patches import Rectangle

    scale = Scale(date(1992, 1, 1), date(2026, 6, 30), 34, WIDE - 24)
    top = 58.0
    height = sum(HEADING + len(own) * ROW for own in _cases().values() if own) + 8
    bottom = top + height
    with canvas(WIDE, bottom + 28) as (figure, axes):
        _key(axes, 14, down=False)
        edges = [start for start, _, _ in TEXTS[1:]] + [scale.last]
        for (start, words, tint), end in zip(TEXTS, edges, strict=True):
            left, right = scale.x(start), scale.x(end)
            if words != "signed":
                axes.add_patch(
                    Rectangle((left, top), right - left, height, facecolor=LIGHT[tint], edgecolor="none", zorder=0)
                )
            axes.text((left + right) / 2, top - 10, words, ha="center", va="center", fontsize=SMALL)
        boxes: list[Box] = []
        y = top
        for way, own in _cases().items():
            if not own:
                continue
            axes.text(20, y + 18, WAYS[way], va="center", fontweight="bold")
            boxes.append(Box(20, 20 + width_of(WAYS[way], TEXT, bold=True), y + 9, y + 27))
            y += HEADING
            for row in own:
                boxes.append(_draw_case(axes, scale, row, y + ROW / 2))
                y += ROW
        draw_years(axes, scale, top, bottom, boxes)
    return figure


def _draw_case(axes: Axes, scale: Scale, row: Row, y: float) -> Box:
    """Mark, label and month of one case on its row; gives the box that they fill."""
    day = row["date"]
    assert isinstance(day, date)
    x, label, month = scale.x(day), row.text("label"), _when(row)
    wide, soft = width_of(label) * 1.02, width_of(month, SMALL) * 1.02
    draw_answer(axes, row.text("answer"), x, y)
    if x + HALF + GAP + wide + GAP + soft <= WIDE - 12:
        start = x + HALF + GAP
        box = Box(x - HALF, start + wide + GAP + soft, y - 8, y + 8)
    else:
        start = x - HALF - GAP - soft - GAP - wide
        box = Box(start, x + HALF, y - 8, y + 8)
    axes.text(start, y, label, va="center")
    axes.text(start + wide + GAP, y, month, va="center", fontsize=SMALL, color=LIGHT["soft"])
    return box


def _draw_narrow() -> Figure:
    from matplotlib.patches import Rectangle

    cases = {way: own for way, own in _cases().items() if own}
    texts = {
        row.text("id"): wrap(f"{_when(row)}: {row['label']}", NARROW - 46) for own in cases.values() for row in own
    }
    heads = {way: wrap(WAYS[way], NARROW - 24, bold=True) for way in cases}
    height = (
        4 * ROW
        + 42
        + sum(len(heads[way]) * 16 + 14 for way in cases)
        + sum(len(lines) * 15 + 5 for lines in texts.values())
    )
    with canvas(NARROW, height) as (figure, axes):
        y = _key(axes, 14, down=True)
        axes.add_patch(Rectangle((10, y - 6), 16, 12, facecolor=LIGHT["tint2"], edgecolor=LIGHT["ring"], linewidth=0.8))
        axes.text(32, y, "wording of 2010 in force", va="center", fontsize=SMALL)
        y += 24
        for way, own in cases.items():
            for words in heads[way]:
                axes.text(12, y, words, va="center", fontweight="bold")
                y += 16
            y += 4
            for row in own:
                lines = texts[row.text("id")]
                if row.text("text_in_force").startswith("2010"):
                    band(axes, y - 9, len(lines) * 15 + 4, "tint2")
                draw_answer(axes, row.text("answer"), 18, y)
                for words in lines:
                    axes.text(32, y, words, va="center")
                    y += 15
                y += 5
            y += 10
    return figure


def requests_at_a_glance() -> Picture:
    """Every case in which help was asked, offered or not asked for, and what followed.

    Returns
    -------
    A picture. The same as a table: `cst.requests()[["date", "label", "way", "answer"]]`.

    Examples
    --------
    >>> requests_at_a_glance().alt.split(".")[0]
    'Timeline of 34 cases, 1992 to 2025'
    """
    cases, counts = _cases(), _counts()
    years = [row.day("date").year for own in cases.values() for row in own]
    alt = (
        f"Timeline of {sum(map(len, cases.values()))} cases, {min(years)} to {max(years)}. Help was asked of the Treaty states, the CIS "
        f"or the CSTO in {len(cases['asked'])}, of Russia alone in {len(cases['asked of Russia alone'])}, offered in "
        f"{len(cases['offered'])}, not asked in {len(cases['not asked'])}. Forces followed in {counts['forces']}, other help in "
        f"{counts['other help']}, talks or statements in {counts['talks or statements']}; nothing was found in {counts['nothing found']}."
    )
    return Picture(
        _draw_wide(),
        narrow=_draw_narrow(),
        alt=alt,
        same=requests_table(row for own in cases.values() for row in own),
        caption="When help was asked for, and what followed. Nothing found is no proof that nothing was done; the kind of answer is our "
        "judgement on the table's text. The module has no verdict of its own on who was attacked; rows say who said what. Armenia's case of September 2023 stands in the table and is "
        "not drawn: too little was found on it.",
        credit="Drawn from data/requests.csv, CC BY 4.0.",
    )
