"""All requests for help on one timeline: how they were made, under which text, and what followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from cst1992.facts.arguments import agreed_words
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.package import Row, nearest, rows
from cst1992.facts.treaty_wordings import wordings
from cst1992.facts.wording import day_in_words, many
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


Stage = tuple[date, str, str]  # from which day, what is said of it, and its tint


def _in_force(skipped: int = 0) -> list[Stage]:
    """From which day each wording was in force; without the first ones where some are skipped."""
    return [
        (one.in_force_on, f"{one.short_name} in force", ("tint1", "tint2")[place % 2])
        for place, one in enumerate(wordings())
        if one.in_force_on and place >= skipped
    ]


def _texts() -> list[Stage]:
    """From which day the Treaty was signed, and in force in which wording."""
    return [*((one.signed_on, "signed", "") for one in wordings()[:1] if one.signed_on), *_in_force()]


def _later_texts() -> list[Stage]:
    """The wordings after the first one, which a narrow page shows by a band."""
    return _in_force(skipped=1)


def _ways() -> list[Row]:
    """The ways of asking, in their order."""
    return sorted(rows("ways"), key=lambda row: row.whole("order"))


def _cases() -> dict[str, list[Row]]:
    """The cases fit for use, by way, in order of date.

    Raises
    ------
    ValueError
        A case has a way that the table of ways does not have; the message says how to mend it.
    """
    found: dict[str, list[Row]] = {row.text("way"): [] for row in _ways()}
    for row in rows("requests"):
        if row["way"] not in found:
            raise Mistake(
                f"The case {row['id']} has the way {row['way']!r}, and data/ways.csv has no row for it. Write one word in "
                f"both tables. {nearest(row['way'], found)}"
            )
        if row["use_as_case"]:
            found[row.text("way")].append(row)
    return found


def _drawn() -> dict[str, list[Row]]:
    """The cases by the heading under which they stand."""
    headings = {row.text("way"): row.text("heading") for row in _ways()}
    return {headings[way]: own for way, own in _cases().items() if own}


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
    for (start, words, tint), following in zip_longest(texts, texts[1:]):
        end = following[0] if following else scale.last
        left, right = scale.x(start), scale.x(end)
        if tint:
            draw_box(axes, (left, top), right - left, bottom - top, tint, zorder=0)
        axes.text((left + right) / 2, top - 10, words, ha="center", va="center", fontsize=SMALL)


def _scale() -> Scale:
    """From the year of the first case or text to the half-year of the newest fact, or of a later case."""
    days = [row.day("date") for own in _cases().values() for row in own] + [day for day, _, _ in _texts()]
    last = max([module().facts_to, *days])
    end = date(last.year, 6, 30) if last.month <= 6 else date(last.year, 12, 31)
    return Scale(date(min([last, *days]).year, 1, 1), end, 34, WIDE - 24)


def _draw_wide() -> Figure:
    cases, scale, top = _drawn(), _scale(), 58.0
    bottom = top + sum(HEADING + len(own) * ROW for own in cases.values()) + (8 if cases else HEADING)
    with canvas(WIDE, bottom + 28) as (figure, axes):
        draw_legend(axes, legend(_keys(), WIDE), 14)
        _draw_texts(axes, scale, top, bottom)
        boxes: list[Box] = []
        y = top
        for heading, own in cases.items():
            axes.text(20, y + 18, heading, va="center", fontweight="bold")
            boxes.append(Box(20, 20 + width_of(heading, TEXT, bold=True), y + 9, y + 27))
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
    cases = _drawn()
    heads = {heading: wrap(heading, NARROW - 24, bold=True) for heading in cases}
    texts = {
        row.text("id"): wrap(f"{_when(row)}: {row['label']}", NARROW - 46) for own in cases.values() for row in own
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
    draw_mark(axes, ANSWERS[row.text("answer")], 18, y)
    for place, words in enumerate(lines):
        axes.text(32, y + place * 15, words, va="center")
    return y + len(lines) * 15 + 5


def _alt(cases: Mapping[str, list[Row]]) -> str:
    """Kind, axes, finding: how often help was asked for in which way, and what followed."""
    years = [row.day("date").year for own in cases.values() for row in own]
    if not years:
        return "Empty timeline: no case of the table of requests is fit to be drawn."
    said = ", ".join(row.text("said").format(count=len(cases[row.text("way")])) for row in _ways())
    counts = _counts()
    return (
        f"Timeline of {many(len(years), 'case', 'cases')}, {min(years)} to {max(years)}. {said[0].upper()}{said[1:]}. "
        f"Forces followed in {counts['forces']}, other help in {counts['other help']}, talks or statements in "
        f"{counts['talks or statements']}; nothing was found in {counts['nothing found']}."
    )


def _left_out() -> list[str]:
    """The cases of the table that are not drawn, each with its note."""
    found = [row for row in rows("requests") if not row["use_as_case"]]
    return [f"Not drawn, though in the table: “{row['label']}”, {_when(row)}. {row.text('note')}" for row in found]


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
    cases = _cases()
    said = [
        "When help was asked for, and what followed. Nothing found is no proof that nothing was done; the kind of answer is "
        "our judgement on the table's text. The module has no verdict of its own on who was attacked; rows say who said what.",
        *_left_out(),
    ]
    return Picture(
        _draw_wide(),
        narrow=_draw_narrow(),
        alt=_alt(cases),
        same=requests_table(row for own in cases.values() for row in own),
        caption=" ".join(map(str.strip, said)),
        credit="Drawn from data/requests.csv, CC BY 4.0.",
    )
