"""The thirteen notes at a glance: whose voices the text of 2004 cites."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card
from cst1992.cards.grouped_table import grouped_table, in_groups, square
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import in_a_row, in_words

HEADS = ("Side", "Author", "Notes", "Kind of work, year")
VOICES = {
    "Kazakhstan": "Voices of Kazakhstan",
    "Russia": "Voices of Russia",
    "joint or unclear": "Joint, or not known",
}
CALLED = "called in the opening"


def works() -> dict[str, list[list[Row]]]:
    """The notes by side and, within a side, by the work they point to."""
    notes = rows("references")
    return {
        side: [
            [note, *(other for other in notes if other["points_to"] == note["number"])]
            for note in own
            if note["points_to"] is None
        ]
        for side, own in in_groups("references", "side").items()
    }


def _cells(notes: list[Row]) -> list[str]:
    """One work: its author, a numbered square for each note, full where the opening calls it, and what it is."""
    work = notes[0]
    squares = " ".join(square(bool(note["called_in_opening"]), note.text("number")) for note in notes)
    called = f" {CALLED}" * any(note["called_in_opening"] for note in notes)
    return [
        escape(work.text("author") or "no author named"),
        squares + called,
        f"{escape(work.text('kind'))}, {work['year']}",
    ]


def notes_at_a_glance() -> Card:
    """The thirteen notes of the text of 2004: which works they point to, and on whose side these stand.

    Returns
    -------
    A card; put the call last in a cell to see it. Its source is the table `references`.

    Examples
    --------
    >>> print(notes_at_a_glance().text.splitlines()[1].split(":")[0])
    Table of the thirteen notes in three groups
    """
    sides, notes = works(), rows("references")
    counted = ", ".join(
        f"{in_words(sum(map(len, own)))} for {side}{' voices' * (side not in ('Kazakhstan', 'Russia'))}"
        for side, own in sides.items()
    )
    called = [note["number"] for note in notes if note["called_in_opening"]]
    told = (
        f"Table of the {in_words(len(notes))} notes in {in_words(len(sides))} groups: {counted}. "
        f"They point to {in_words(sum(map(len, sides.values())))} works, each with its author, kind and year. "
        f"The opening that we hold calls notes {in_a_row(called)} only."
    )
    return grouped_table(
        "The thirteen notes by the side of their author",
        HEADS,
        {VOICES[side]: [_cells(work) for work in own] for side, own in sides.items()},
        told=told,
        note="Two squares in a row: two notes to one work. From data/references.csv, CC BY 4.0.",
    )
