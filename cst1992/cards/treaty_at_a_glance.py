"""Pictures of what treaties say: here the eleven articles at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import in_words
from cst1992.pictures.as_tables import articles_table
from cst1992.pictures.looks import band
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL, WIDE
from cst1992.pictures.words import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def _parts() -> dict[str, list[Row]]:
    """The articles by what they are for, in the order of the Data Package."""
    return {part: [row for row in rows("articles") if row["part"] == part] for part in agreed_words("articles", "part")}


def _mark(axes: Axes, x: float, y: float, basis: object) -> None:
    """A full square for wording that was read, an empty one for wording that is only reported."""
    from matplotlib.patches import Rectangle

    read = basis == "read"
    axes.add_patch(
        Rectangle(
            (x - 5, y - 5),
            10,
            10,
            facecolor=LIGHT["accent"] if read else "none",
            edgecolor=LIGHT["accent"] if read else LIGHT["orange"],
            linewidth=1.5,
        )
    )


def _key(axes: Axes, x: float, y: float, step: float, down: bool) -> None:
    _mark(axes, x, y, "read")
    axes.text(x + 12, y, "wording read", va="center", fontsize=SMALL, color=LIGHT["soft"])
    x, y = (x, y + step) if down else (x + step, y)
    _mark(axes, x, y, "reported")
    axes.text(x + 12, y, "wording only reported to us", va="center", fontsize=SMALL, color=LIGHT["soft"])


def _draw_wide() -> Figure:
    row, pad, margin, kinds = 24, 8, 232, 532
    parts = _parts()
    names = {part: wrap(part[0].upper() + part[1:], margin - 44, bold=True) for part in parts}
    tall = {part: max(len(group) * row, len(names[part]) * 16 + 8) + 2 * pad for part, group in parts.items()}
    with canvas(WIDE, 26 + sum(tall.values()) + 30) as (figure, axes):
        for x, name in ((margin, "Article"), (kinds, "Kind of provision")):
            axes.text(x, 14, name, va="center", fontsize=SMALL, color=LIGHT["soft"])
        y = 26.0
        for place, (part, group) in enumerate(parts.items()):
            if place % 2 == 0:
                band(axes, y, tall[part])
            first = y + pad + row / 2
            for line, words in enumerate(names[part]):
                axes.text(12, first + line * 16, words, va="center", fontweight="bold")
            for position, entry in enumerate(group):
                level = first + position * row
                _mark(axes, margin + 5, level, entry["basis"])
                axes.text(margin + 40, level, entry.text("number"), va="center", ha="right", fontweight="bold")
                axes.text(margin + 50, level, entry.text("title"), va="center")
                axes.text(kinds, level, entry.text("kind"), va="center", color=LIGHT["soft"])
            y += tall[part]
        _key(axes, margin + 5, y + 18, 130, down=False)
    return figure


def _draw_narrow() -> Figure:
    row, pad, heading = 40, 8, 26
    parts = _parts()
    tall = {part: heading + len(group) * row + 2 * pad for part, group in parts.items()}
    with canvas(NARROW, sum(tall.values()) + 52) as (figure, axes):
        y = 0.0
        for place, (part, group) in enumerate(parts.items()):
            if place % 2 == 0:
                band(axes, y, tall[part])
            axes.text(12, y + pad + 10, part[0].upper() + part[1:], va="center", fontweight="bold")
            for position, entry in enumerate(group):
                level = y + pad + heading + position * row + 12
                _mark(axes, 18, level, entry["basis"])
                axes.text(48, level, entry.text("number"), va="center", ha="right", fontweight="bold")
                axes.text(58, level, entry.text("title"), va="center")
                axes.text(58, level + 16, entry.text("kind"), va="center", fontsize=SMALL, color=LIGHT["soft"])
            y += tall[part]
        _key(axes, 18, y + 16, 20, down=True)
    return figure


def treaty_at_a_glance() -> Picture:
    """The eleven articles by what each of them is for, and how well we know its wording.

    Returns
    -------
    A picture; its source are the tables `articles` and `sources`.

    Examples
    --------
    >>> print(treaty_at_a_glance().alt.split(":")[0])
    List of the eleven articles in four groups
    """
    parts = _parts()
    counted = [f"{in_words(len(group))} on {part}" for part, group in parts.items()]
    helping = [row for row in rows("articles") if row["kind"] == "mutual assistance"]
    reported = [row.text("number") for row in rows("articles") if row["basis"] == "reported"]
    alt = (
        f"List of the {in_words(sum(map(len, parts.values())))} articles in {in_words(len(parts))} groups: "
        f"{', '.join(counted)}. {in_words(len(helping)).capitalize()} of them, Article {helping[0]['number']}, "
        f"is about mutual assistance. "
        f"The wording of Articles {', '.join(reported[:-1])} and {reported[-1]} is only reported."
    )
    return Picture(
        _draw_wide(),
        narrow=_draw_narrow(),
        alt=alt,
        same=articles_table(parts),
        caption="The eleven articles of 1992 by what they are for. The titles and the grouping are ours.",
        credit="Drawn from data/articles.csv, CC BY 4.0.",
    )
