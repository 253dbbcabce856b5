"""What a lecturer would otherwise meet only in a picture: an act without a standing, a look or a place that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import Row, Value, fields, has_table, nearest
from cst1992.facts.standings import NEVER, NOT_YET, UNCHANGED, standing_after, standing_without_acts
from cst1992.pictures.looks import LOOKS
from cst1992.pictures.marks import marks_of
from cst1992.teacher.check.fault import Fault, in_table
from cst1992.teacher.check.table_lines import numbered

# Columns whose sentences leave a place for a word in braces, and which word it is.
PLACES = {
    ("standings", "since"): "year",
    ("standings", "whole"): "year",
    ("standings", "said"): "year",
    ("ways", "said"): "count",
    ("wordings", "heading"): "in_force_on",
}

# Columns whose words have a mark in a picture; and short names that a picture has little room for.
MARKED = (("requests", "answer"), ("harvests", "stage"))
LABELS, LONGEST = ("events", "requests"), 36


def standing_faults() -> Iterator[Fault]:
    """Everything in standings, ways, wordings, tiles, answers and labels that no picture could show rightly."""
    if has_table("treaty_actions") and has_table("standings"):
        yield from _acts_without_a_standing()
        yield from _states_without_an_act()
    yield from _unknown_looks()
    yield from _unknown_places()
    yield from _shared_tiles()
    yield from _words_without_a_mark()
    yield from _long_labels()


def _acts_without_a_standing() -> Iterator[Fault]:
    """Acts with a status that leads to no standing."""
    for number, row in numbered("treaty_actions"):
        if row["status_after"] == UNCHANGED:
            continue
        try:
            standing_after(Row(row))
        except Mistake as mistake:
            yield in_table("treaty_actions", number, "status_after", str(mistake))


def _states_without_an_act() -> Iterator[Fault]:
    """A standing is needed for the time before the first act, and for a state that never acts."""
    for later, word in ((True, NOT_YET), (False, NEVER)):
        try:
            standing_without_acts(later)
        except Mistake:
            told = f"no row has {word!r} under `after`. Add a row for the standing of a state without an act."
            yield Fault("data/standings.csv", told)


def _unknown_looks() -> Iterator[Fault]:
    for number, row in numbered("standings"):
        if row["look"] not in LOOKS:
            told = f"there is no look {row['look']!r}. {nearest(row['look'], LOOKS)}"
            yield in_table("standings", number, "look", told)


def _unknown_places() -> Iterator[Fault]:
    """Sentences with braces around another word than the one that is put there."""
    for (table, column), word in PLACES.items():
        if not has_table(table) or column not in {field["name"] for field in fields(table)}:
            continue
        for number, row in numbered(table):
            try:
                named = {name for _, name, _, _ in Formatter().parse(str(row[column] or "")) if name is not None}
            except ValueError:
                named = {"a single brace"}
            if named - {word}:
                told = f"the only place in this sentence is {{{word}}}; it has {', '.join(sorted(named - {word}))}."
                yield in_table(table, number, column, f"{told} Write {{{word}}}, or no braces.")


def _shared_tiles() -> Iterator[Fault]:
    """Two states that would stand on one tile."""
    taken: dict[tuple[Value, Value], Value] = {}
    for number, row in numbered("states"):
        place = row.get("tile_column"), row.get("tile_row")
        if None in place:
            continue
        if place in taken:
            told = f"{row['name']} has the tile of {taken[place]}: column {place[0]}, row {place[1]}. Give one another place."
            yield in_table("states", number, "tile_column", told)
        taken.setdefault(place, row["name"])


def _words_without_a_mark() -> Iterator[Fault]:
    """Agreed words to which the Data Package gives no mark, where a picture draws one."""
    for table, column in MARKED:
        if not has_table(table):
            continue
        try:
            marks_of(table, column)
        except Mistake as mistake:
            yield Fault("", str(mistake))


def _long_labels() -> Iterator[Fault]:
    for table in LABELS:
        for number, row in numbered(table):
            length = len(str(row["label"]))
            if length > LONGEST:
                told = f"{row['label']!r} has {length} characters; a picture has room for {LONGEST}. Shorten it."
                yield in_table(table, number, "label", told)
