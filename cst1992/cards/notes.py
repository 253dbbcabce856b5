"""The notes of the text at a glance: whose voices it cites."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, from_tables
from cst1992.cards.grouped_table import grouped_table, in_groups, in_groups_of, square
from cst1992.facts.agreed import said_state, said_word
from cst1992.facts.headings import heading_of
from cst1992.facts.package import Row
from cst1992.facts.sections import rows_if_there, section
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.wording import in_a_list, in_a_row, in_words

HEADS = (to_be_said("Side"), to_be_said("Author"), to_be_said("Notes"), to_be_said("Kind of work, year"))
CALLED = to_be_said("called in the opening")


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
    called = f" {escape(say(CALLED))}" if any(note["called_in_opening"] for note in notes) else ""
    return [
        escape(work.text("author") or say("no author named")),
        squares + called,
        f"{escape(work.text('kind'))}, {work['year']}",
    ]


def _called(notes: list[Row]) -> str:
    """Which notes the opening calls, in a sentence."""
    called = [note["number"] for note in notes if note["called_in_opening"]]
    if not called:
        return say("The opening that we hold calls none of them.")
    return say_count(
        "The opening that we hold calls note {numbers} only.",
        "The opening that we hold calls notes {numbers} only.",
        len(called),
        numbers=in_a_row(called),
    )


def _told(sides: dict[str, list[list[Row]]], notes: list[Row]) -> str:
    """The table in a few sentences: how many notes on each side, to how many works, and which are called."""
    counted = say_count(
        "Table of the {number} note in {groups}: {sides}.",
        "Table of the {number} notes in {groups}: {sides}.",
        len(notes),
        number=in_words(len(notes)),
        groups=in_groups_of(len(sides)),
        sides=in_a_list(_counted(side, sum(map(len, own))) for side, own in sides.items()),
    )
    works = sum(map(len, sides.values()))
    pointed = say_count(
        "They point to {number} work, each with its author, kind and year.",
        "They point to {number} works, each with its author, kind and year.",
        works,
        number=in_words(works),
    )
    return f"{counted} {pointed} {_called(notes)}"


def _counted(side: str, count: int) -> str:
    """How many notes stand on a side; one that is no state has voices."""
    if side in {row.text("name") for row in rows_if_there("states")}:
        return say("{number} for {state}", number=in_words(count), state=said_state(side))
    return say("{number} for {side} voices", number=in_words(count), side=said_word("side", side))


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
    return grouped_table(
        say_count(
            "The {number} note by the side of its author",
            "The {number} notes by the side of their author",
            len(notes),
            number=in_words(len(notes)),
        ),
        [*map(say, HEADS)],
        {heading_of("references", "side", side): [_cells(work) for work in own] for side, own in sides.items()},
        told=_told(sides, notes),
        note=f"{say('Two squares in a row: two notes to one work.')} {from_tables('references')}",
    )
