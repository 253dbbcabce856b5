"""Of the report: sheets at which to look twice, and what people have marked of the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cst1992.facts.wording import in_a_row, many
from cst1992.teacher.marking.desk.agreement import agreements
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.record import Record
from cst1992.teacher.marking.telling.blocks import number, said, section, table, words
from cst1992.teacher.marking.telling.figures import FEWEST, TaskFigures
from cst1992.teacher.marking.telling.surprises import AT_LEAST, EASY, HARD, RARE, alike_pairs, odd_sheets
from cst1992.teacher.marking.texts.hand_marks import HandMark
from cst1992.teacher.marking.texts.standing import ALIKE

PAIRS = 20  # so many are shown


def surprises_section(records: Sequence[Record], figures: Sequence[TaskFigures]) -> str:
    """Sheets at which it is worth looking twice: hints with their grounds."""
    odd = [
        [words(one.student), words(in_a_row(one.right)), words(in_a_row(one.nothing))]
        for one in odd_sheets(records, figures)
    ]
    pairs = alike_pairs(records)
    alike = [
        [
            words(in_a_row(pair.students)),
            number(str(len(pair.answers))),
            words("; ".join(f"{name} = {given}" for _, name, given in pair.answers)),
        ]
        for pair in pairs[:PAIRS]
    ]
    titles = ["Right on what is hard, nothing on what is easy", "The same rare wrong answers"]
    more = f"{len(pairs) - PAIRS} more pairs are not shown." if len(pairs) > PAIRS else ""
    return section(
        "twice",
        "Where to look twice",
        said(
            "These are hints and no verdict: people who learn together make the same mistakes, and tables can be misread."
        ),
        table(titles[0], ["student", "all points on", "nothing on"], odd) if odd else "",
        table(titles[1], ["students", "answers", "which"], alike, [1]) if alike else "",
        said(more) if more else "",
        said("No sheet stands out.") if not odd and not alike else "",
        said(
            f"Hard: the class got at most {HARD:.0%} of the points; easy: at least {EASY:.0%}; on {FEWEST} sheets or more. "
            f"Rare: given on at most {AT_LEAST} sheets, or {RARE:.0%} of a large class; to {AT_LEAST} tasks or more.",
            True,
        ),
    )


def texts_section(records: Sequence[Record], master: Master, marks: Sequence[Sequence[HandMark]]) -> str:
    """How many texts wait, who has marked how many, and how well two markers agree."""
    if not master.texts:
        return section("texts", "The texts", said("This exercise has no text that a person marks."))
    rows = []
    for cell in master.texts:
        texts = [mark for record in records for mark in record.tasks if mark.task == cell.identity]
        there = [mark for mark in texts if mark.text]
        waits = sum(mark.points is None for mark in there)
        none = sum(mark.text == "" for mark in texts)
        rows.append(
            [words(cell.title or cell.identity), *map(number, map(str, (len(there), len(there) - waits, waits, none)))]
        )
    by = Counter(marker for text in marks for marker in {mark.marker for mark in text})
    told = in_a_row(f"{name} {count}" for name, count in sorted(by.items()))
    agreed = [
        [words(in_a_row(one.markers)), *map(number, (str(one.both), str(one.equal), str(one.near)))]
        for one in agreements(marks)
    ]
    heads = ["markers", "texts of both", "equal", f"at most {ALIKE:g} apart"]
    return section(
        "texts",
        "The texts",
        table("Texts", ["text", "handed in", "marked", "wait", "no text found"], rows, range(1, 5)),
        said(f"{many(len(marks), 'text was', 'texts were')} marked by hand: {told}.") if by else "",
        table("How two markers agree", heads, agreed, range(1, 4)) if agreed else "",
    )
