"""A picture of the thirteen notes: whose voices the text of 2004 cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import in_words
from cst1992.pictures.as_tables import notes_table
from cst1992.pictures.looks import band
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL, WIDE
from cst1992.pictures.words import cut, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LINE, PAD, SQUARE = 16, 10, 18
HEADINGS = {
    "Kazakhstan": "Voices of Kazakhstan",
    "Russia": "Voices of Russia",
    "joint or unclear": "Joint, or not known",
}


def works() -> dict[str, list[list[Row]]]:
    """The notes by side and, within a side, by the work they point to."""
    notes = rows("references")
    found: dict[str, list[list[Row]]] = {side: [] for side in agreed_words("references", "side")}
    for note in notes:
        if note["points_to"] is None:
            later = [other for other in notes if other["points_to"] == note["number"]]
            found[note.text("side")].append([note, *later])
    return {side: groups for side, groups in found.items() if groups}


def _voice(note: Row) -> str:
    return str(note["author"] or "no author named")


def _squares(axes: Axes, x: float, y: float, notes: list[Row]) -> None:
    """A numbered square for each note: full where the opening calls it."""
    from matplotlib.patches import Rectangle

    for place, note in enumerate(notes):
        left, called = x + place * (SQUARE + 6), bool(note["called_in_opening"])
        face = LIGHT["accent"] if called else "none"
        axes.add_patch(
            Rectangle((left, y - SQUARE / 2), SQUARE, SQUARE, facecolor=face, edgecolor=LIGHT["accent"], linewidth=1.4)
        )
        ink = LIGHT["ground"] if called else LIGHT["ink"]
        axes.text(
            left + SQUARE / 2, y, note.text("number"), ha="center", va="center_baseline", fontsize=SMALL, color=ink
        )


def _key(axes: Axes, x: float, y: float, down: bool) -> None:
    from matplotlib.patches import Rectangle

    for face, words in ((LIGHT["accent"], "called in the opening"), ("none", "not called in the opening")):
        axes.add_patch(Rectangle((x, y - 6), 12, 12, facecolor=face, edgecolor=LIGHT["accent"], linewidth=1.4))
        axes.text(x + 18, y, words, va="center", fontsize=SMALL, color=LIGHT["soft"])
        x, y = (x, y + 20) if down else (x + 170, y)


def _draw(wide: bool) -> Figure:
    """One band a side, one row a work: squares, voice, kind and year, beside or below each other."""
    room, voices, kinds = (250, 72, 340) if wide else (NARROW - 76, 66, 66)
    sides = works()
    lines = {
        str(group[0]["id"]): wrap(_voice(group[0]), room, bold=True) for groups in sides.values() for group in groups
    }
    below = 0 if wide else LINE

    def tall(group: list[Row]) -> float:
        return len(lines[str(group[0]["id"])]) * LINE + below + 10

    heights = {side: 26 + sum(map(tall, groups)) + PAD for side, groups in sides.items()}
    with canvas(WIDE if wide else NARROW, sum(heights.values()) + (40 if wide else 56)) as (figure, axes):
        top = 0.0
        for place, (side, groups) in enumerate(sides.items()):
            if place % 2 == 0:
                band(axes, top, heights[side])
            axes.text(12, top + PAD + 6, HEADINGS[side], va="center", fontweight="bold", color=LIGHT["accent"])
            y = top + PAD + 30
            for group in groups:
                first, own = group[0], lines[str(group[0]["id"])]
                _squares(axes, 12, y, group)
                for number, words in enumerate(own):
                    axes.text(voices, y + number * LINE, words, va="center", fontweight="bold")
                kind = f"{first['kind']}, {first['year']}"
                level = y if wide else y + len(own) * LINE
                for words in cut(kind, WIDE - kinds - 10 if wide else room, 1, SMALL):
                    axes.text(kinds, level, words, va="center", fontsize=SMALL, color=LIGHT["soft"])
                y += tall(group)
            top += heights[side]
        _key(axes, 12, top + 20, down=not wide)
    return figure


def notes_at_a_glance() -> Picture:
    """The thirteen notes of the text of 2004: which works they point to, and on whose side these stand.

    Returns
    -------
    A picture; its source is the table `references`.

    Examples
    --------
    >>> print(notes_at_a_glance().alt.split(":")[0])
    List of the thirteen notes in three groups
    """
    sides = works()
    counted = {side: sum(map(len, groups)) for side, groups in sides.items()}
    told = [
        f"{in_words(many)} for {side if side != 'joint or unclear' else 'joint or unclear voices'}"
        for side, many in counted.items()
    ]
    called = [note.text("number") for note in rows("references") if note["called_in_opening"]]
    alt = (
        f"List of the {in_words(sum(counted.values()))} notes in {in_words(len(counted))} groups: {', '.join(told)}. "
        f"They point to {in_words(sum(map(len, sides.values())))} works, each with its author, kind and year. "
        f"The opening that we hold calls notes {' and '.join(called)} only."
    )
    return Picture(
        _draw(wide=True),
        narrow=_draw(wide=False),
        alt=alt,
        same=notes_table(sides),
        caption="The thirteen notes by the side of their author. Two squares in a row: two notes to one work.",
        credit="Drawn from data/references.csv, CC BY 4.0.",
    )
