"""A small picture of the learner's record: one bar an objective."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cst1992.facts.package import rows
from cst1992.facts.speech import say
from cst1992.pictures.as_tables import bars_table
from cst1992.pictures.looks import draw_box
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL

ROW, TOP, LEFT = 30, 24, 136


def _share(right: int, asked: int) -> str:
    return say("{part} of {whole}", part=right, whole=asked)


def picture_of(record: Iterable[Mapping[Any, Any]]) -> Picture:
    """Bars of questions and right answers by objective, from rows with objective, questions, answered and right."""
    names = {row.text("id"): row.text("name") for row in rows("objectives")}
    asked, answered, right = (dict.fromkeys(names, 0) for _ in range(3))
    for row in record:
        for sums, column in ((asked, "questions"), (answered, "answered"), (right, "right")):
            sums[row["objective"]] += int(row[column])
    shown = [identity for identity in names if asked[identity]]
    unit = (NARROW - LEFT - 60) / max(asked.values())
    with canvas(NARROW, TOP + ROW * len(shown) + 4) as (figure, axes):
        axes.text(8, 12, say("right (full) of all (outline)"), va="center", fontsize=SMALL, color=LIGHT["soft"])
        for place, identity in enumerate(shown):
            y, width = TOP + place * ROW, asked[identity] * unit
            axes.text(8, y + 10, names[identity], va="center")
            draw_box(axes, (LEFT, y + 3), width, 14, edge="ring")
            draw_box(axes, (LEFT, y + 3), right[identity] * unit, 14, "accent")
            axes.text(LEFT + width + 6, y + 10, _share(right[identity], asked[identity]), va="center", fontsize=SMALL)
    best = max(shown, key=lambda identity: right[identity] / asked[identity])
    alt = say(
        "Bars by objective, the number of questions answered rightly of those asked: {all} in all, {answered} answered so far. "
        "The fullest bar is {objective}, {most}.",
        all=_share(sum(right.values()), sum(asked.values())),
        answered=sum(answered.values()),
        objective=names[best].lower(),
        most=_share(right[best], asked[best]),
    )
    same = bars_table(names, asked, right, set(shown))
    return Picture(figure, alt=alt, caption=say("Your answers by objective."), credit="", same=same)
