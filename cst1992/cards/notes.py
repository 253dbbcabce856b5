"""The notes of the text at a glance: whose voices it cites."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card
from cst1992.cards.grouped_table import grouped_table, in_groups, square
from cst1992.facts.headings import heading_of
from cst1992.facts.package import Row
from cst1992.facts.sections import rows_if_there, section
from cst1992.facts.wording import in_a_row, in_words, many_in_words

HEADS = ("Side", "Author", "Notes", "Kind of work, year")
CALLED = "called in the opening"


def works() -> dict[str, list[list[Row]]]:
    """The notes by side and, within a side, by the work they point to."""
    notes = section("references")
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


def _called(notes: list[Row]) -> str:
    """Which notes the opening calls, in a sentence."""
    called = [note["number"] for note in notes if note["called_in_opening"]]
    if not called:
        return "The opening that we hold calls none of them."
    return f"The opening that we hold calls {'note' if len(called) == 1 else 'notes'} {in_a_row(called)} only."


def _told(sides: dict[str, list[list[Row]]], notes: list[Row]) -> str:
    """The table in a few sentences: how many notes on each side, to how many works, and which are called."""
    states = {row.text("name") for row in rows_if_there("states")}
    counted = ", ".join(
        f"{in_words(sum(map(len, own)))} for {side}{'' if side in states else ' voices'}" for side, own in sides.items()
    )
    pointed = many_in_words(sum(map(len, sides.values())), "work", "works")
    return (
        f"Table of the {many_in_words(len(notes), 'note', 'notes')} in {many_in_words(len(sides), 'group', 'groups')}: "
        f"{counted}. They point to {pointed}, each with its author, kind and year. {_called(notes)}"
    )


def notes_at_a_glance() -> Card:
    """The notes of the text: which works they point to, and on whose side these stand.

    Returns
    -------
    A card; put the call last in a cell to see it. Its source is the table `references`.

    Examples
    --------
    >>> print(notes_at_a_glance().text.splitlines()[1].split(":")[0])
    Table of the thirteen notes in three groups
    """
    sides, notes = works(), section("references")
    counted = many_in_words(len(notes), "note", "notes")
    return grouped_table(
        f"The {counted} by the side of {'its' if len(notes) == 1 else 'their'} author",
        HEADS,
        {heading_of("references", "side", side): [_cells(work) for work in own] for side, own in sides.items()},
        told=_told(sides, notes),
        note="Two squares in a row: two notes to one work. From data/references.csv, CC BY 4.0.",
    )
