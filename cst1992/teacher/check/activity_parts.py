"""Parts of the documents of an activity: is each of one kind, and does it find what it points to?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cst1992.facts.lines import DamagedTable
from cst1992.facts.mistakes import Mistake
from cst1992.facts.nearest import nearest
from cst1992.facts.package import rows
from cst1992.teacher.activities.activity import Activity, Part
from cst1992.teacher.activities.made_cards import rows_told
from cst1992.teacher.activities.pieces import Piece, pointed_at

KINDS = ("text", "row", "rows", "articles", "quote")


def part_faults(activity: Activity) -> Iterator[tuple[tuple[object, ...], str]]:
    """What is wrong in the documents: where in the file, and what."""
    for place, document in enumerate(activity.documents):
        for number, part in enumerate(document.parts):
            for told in _of_a_part(part):
                yield ("documents", place, "parts", number), f"the document {document.id!r}, part {number + 1}: {told}"


def _of_a_part(part: Part) -> Iterator[str]:
    given = [kind for kind in KINDS if getattr(part, kind)]
    if len(given) != 1:
        found = ", ".join(given) or "none of them"
        yield f"it needs one of {', '.join(KINDS)}, and has {found}. Write one part for each."
        return
    if part.where and not part.rows:
        yield "`where:` belongs to `rows:`. Take it out."
    if part.quote and not part.source:
        yield "a quotation needs its source. Write `source:` with a key of data/sources.csv."
    yield from _lost(part)


def amiss(look: Callable[[], object]) -> str:
    """What a Mistake says that a look at the tables ends in; empty where it ends in none. A damaged table is told elsewhere."""
    try:
        look()
    except DamagedTable:
        raise
    except Mistake as mistake:
        return str(mistake)
    return ""


def _lost(part: Part) -> Iterator[str]:
    """What a part points to and does not find."""
    if part.row and (told := amiss(lambda: pointed_at(part.row))):
        yield told
    found: list[Piece] = []
    if part.rows and (told := amiss(lambda: found.extend(rows_told(part)))):
        yield told
    elif part.rows and not found:
        asked = ", ".join(f"{column} {wanted!r}" for column, wanted in part.where)
        yield f"no row of data/{part.rows.partition('#')[0]}.csv has {asked}. Correct it, or take the part out."
    known = [row["number"] for row in rows("articles")] if part.articles else []
    for number in part.articles:
        if number not in known:
            yield f"the treaty has no Article {number}. {nearest(number, known)}"
    sources = [row.text("id") for row in rows("sources")] if part.source else []
    if part.source and part.source not in sources:
        yield f"there is no source {part.source!r} in data/sources.csv. Add it there first, or take a key that it has."
