"""All requests for help on one timeline: how they were made, under which text, and what followed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import Row, row_with, rows
from cst1992.facts.wording import day_in_words
from cst1992.pictures.as_tables import requests_table
from cst1992.pictures.legend import Key, draw_legend, legend, marked
from cst1992.pictures.looks import band, draw_box
from cst1992.pictures.marks import ANSWERS, draw_mark
from cst1992.pictures.scale import GAP, Box, Scale, draw_years
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL, TEXT, WIDE
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW, HEADING, HALF, LINE = 18, 30, 6, 16
WAYS = {
    "asked": "Asked of the signatories, the CIS, the Treaty states or the CSTO",
    "asked of Russia alone": "Asked of Russia alone",
    "offered": "Offered",
    "not asked": "Not asked",
}


def _texts() -> list[tuple[date, str, str]]:
    """From which day the Treaty was signed or in force in which wording, with the tint of that time."""
    treaty, protocol = (row_with("instruments", "id", identity) for identity in ("treaty-1992", "protocol-2010"))
    stages = (
        (treaty["date"], "signed", ""),
        (treaty["in_force_on"], "wording of 1992 in force", "tint1"),
        (protocol["in_force_on"], "wording of 2010 in force", "tint2"),
    )
    return [(day, words, tint) for day, words, tint in stages if isinstance(day, date)]


def _cases() -> dict[str, list[Row]]:
    """The cases fit for use, by way, in order of date."""
    fit = [row for row in rows("requests") if row["use_as_case"]]
    return {way: [row for row in fit if row["way"] == way] for way in agreed_words("requests", "way")}


def _when(row: Row) -> str:
    return day_in_words(row.day("date"), "short month")


def _counts() -> dict[str, int]:
    fit = [row for own in _cases().values() for row in own]
    return {answer: sum(row["answer"] == answer for row in fit) for answer in agreed_words("requests", "answer")}


def _keys() -> list[Key]:
    """The marks with their names and numbers."""
    return [marked(ANSWERS[answer], f"{answer} ({count})") for answer, count in _counts().items()]


def _draw_texts(axes: Axes, scale: Scale, top: float, bottom: float) -> None:
    """Which text of the Treaty was in force, named above and as a tint below."""
    texts = _texts()
    ends = [start for start, _, _ in texts[1:]] + [scale.last]
    for (start, words, tint), end in zip(texts, ends, strict=True):
        left, right = scale.x(start), scale.x(end)
        if tint:
            draw_box(axes, (left, top), right - left, bottom - top, tint, zorder=0)
        axes.text((left + right) / 2, top - 10, words, ha="center", va="center", fontsize=SMALL)


def _draw_wide() -> Figure:
    cases = {way: own for way, own in _cases().items() if own}
    scale = Scale(date(1992, 1, 1), date(2026, 6, 30), 34, WIDE - 24)
    top = 58.0
    bottom = top + sum(HEADING + len(own) * ROW for own in cases.values()) + 8
    with canvas(WIDE, bottom + 28) as (figure, axes):
        draw_legend(axes, legend(_keys(), WIDE), 14)
        _draw_texts(axes, scale, top, bottom)
        boxes: list[Box] = []
        y = top
        for way, own in cases.items():
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
    x, label, month = scale.x(row.day("date")), row.text("label"), _when(row)
    wide, soft = width_of(label) * 1.02, width_of(month, SMALL) * 1.02
    draw_mark(axes, ANSWERS[row.text("answer")], x, y)
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
    cases = {way: own for way, own in _cases().items() if own}
    heads = {way: wrap(WAYS[way], NARROW - 24, bold=True) for way in cases}
    texts = {
        row.text("id"): wrap(f"{_when(row)}: {row['label']}", NARROW - 46) for own in cases.values() for row in own
    }
    key = legend([*_keys(), Key(_draw_sign_of_2010, "wording of 2010 in force", wide=16)], NARROW, down=True)
    tall = sum(len(lines) * LINE + 14 for lines in heads.values()) + sum(len(own) * 15 + 5 for own in texts.values())
    with canvas(NARROW, key.height + 24 + tall) as (figure, axes):
        y = draw_legend(axes, key, 14) + 6
        for way, own in cases.items():
            for words in heads[way]:
                axes.text(12, y, words, va="center", fontweight="bold")
                y += LINE
            y += 4
            for row in own:
                y = _draw_case_down(axes, row, texts[row.text("id")], y)
            y += 10
    return figure


def _draw_sign_of_2010(axes: Axes, x: float, y: float) -> None:
    """A piece of the band behind cases under the wording of 2010."""
    draw_box(axes, (x - 8, y - 6), 16, 12, "tint2", "ring", line=0.8)


def _draw_case_down(axes: Axes, row: Row, lines: list[str], y: float) -> float:
    """One case on a narrow page; gives the height of the next one."""
    if row.text("text_in_force").startswith("2010"):
        band(axes, y - 9, len(lines) * 15 + 4, "tint2")
    draw_mark(axes, ANSWERS[row.text("answer")], 18, y)
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
