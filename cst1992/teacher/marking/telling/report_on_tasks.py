"""Of the report: each task with its figures, the commonest wrong answers, how totals lie."""

from __future__ import annotations

from collections.abc import Sequence

from cst1992.facts.wording import many
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.record import Record
from cst1992.teacher.marking.telling.blocks import answer, bar, number, said, section, table, words
from cst1992.teacher.marking.telling.figures import FEWEST, TaskFigures, Totals
from cst1992.teacher.marking.telling.wrong_answers import WrongAnswer, left_open, wrong_answers

SHOWN, AT_LEAST = 5, 3  # wrong answers of a task: at most, and so many also where each was given once


def tasks_section(records: Sequence[Record], figures: Sequence[TaskFigures]) -> str:
    """The tasks: how much of each was got, and how well it tells."""
    opened = {
        one.task: sum(left_open(record, mark) for record in records for mark in record.tasks if mark.task == one.task)
        for one in figures
    }
    rows = [
        [
            words(f"{place}. {one.title}"),
            number(f"{one.of:g}"),
            number(str(one.sheets)),
            number("" if one.facility is None or one.is_early else f"{one.facility:.0%}"),
            number(str(one.whole)),
            number(str(one.nothing)),
            number(str(opened[one.task])),
            number("" if one.discrimination is None or one.is_early else f"{one.discrimination:.2f}"),
            words(one.in_words),
        ]
        for place, one in enumerate(figures, 1)
    ]
    heads = ["task", "points", "sheets", "got", "all points", "none", "of them open", "tells", "which means"]
    return section(
        "tasks",
        "The tasks",
        table("Tasks in the order of the sheet", heads, rows, range(1, 8)),
        said(
            "Got: the share of the task's points that the class got, over the sheets on which it is marked (its facility). "
            "Tells: the correlation of a task's points with the share of points on the rest of the same sheet (its "
            "discrimination), from -1 to 1. From 0.4 a task tells clearly who knows the rest, from 0.2 somewhat, below that "
            f"hardly. From fewer than {FEWEST} sheets nobody can say.",
            True,
        ),
    )


def taught_again(records: Sequence[Record], figures: Sequence[TaskFigures]) -> str:
    """The commonest wrong answers with the reply that was heard, the task first on which the class lost most points."""
    found = wrong_answers(records)
    parts = []
    for one in sorted(figures, key=_lost, reverse=True):
        shown = _shown(found.get(one.task, []))
        if shown:
            title = f"{one.title} ({one.facility or 0:.0%} got)"
            rows = [[answer(w.name, w.answer), number(str(len(w.students))), words(w.reply)] for w in shown]
            parts.append(table(title, ["answer", "sheets", "what was said of it"], rows, [1], "answers"))
    told = "The commonest answers that did not get all points, the task first on which the class lost most."
    return section("again", "What to teach again", said(told, True) if parts else said("No wrong answer yet."), *parts)


def _lost(one: TaskFigures) -> float:
    return (1 - (1.0 if one.facility is None else one.facility)) * one.of * one.sheets


def _shown(answers: Sequence[WrongAnswer]) -> list[WrongAnswer]:
    """Those given more than once; where they are few, also some that were given once."""
    several = [one for one in answers if len(one.students) > 1][:SHOWN]
    return several if len(several) >= AT_LEAST else list(answers[:AT_LEAST])


def totals_section(whole: Totals, machine: Totals, master: Master) -> str:
    """How the totals lie: of the sheets that are wholly marked, once they are many; what the machine gave while texts wait."""
    parts = [_distribution("Sheets of which everything is marked", whole)] if are_enough(whole, machine) else []
    if master.texts and len(machine.totals) > len(whole.totals):
        parts.append(_distribution("What the machine gave, without the texts", machine))
    return section("totals", "How the totals lie", *(parts or [said("Of no sheet everything is marked yet.")]))


def are_enough(whole: Totals, machine: Totals) -> bool:
    """Are so many sheets wholly marked that their totals say something of the class?"""
    return bool(whole.totals) and 2 * len(whole.totals) >= len(machine.totals)


def _distribution(title: str, totals: Totals) -> str:
    most = max(count for _, _, count in totals.parts)
    rows = []
    for low, high, count in reversed(totals.parts):
        to = "to" if high == totals.of else "to under"
        rows.append([words(f"{low:.4g} {to} {high:.4g}"), number(str(count)), bar(count / most)])
    told = f"{title}: {many(len(totals.totals), 'sheet', 'sheets')}, mean {totals.mean:.2f}, median {totals.median:.2f}"
    return table(f"{told} of {totals.of:g}", ["points", "sheets", "as a bar"], rows, [1], "bars")
