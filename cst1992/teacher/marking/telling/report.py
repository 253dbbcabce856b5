"""The report on a class, one page for the teacher: what to teach again, what waits, and where to look twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from cst1992.facts.wording import in_a_row, many
from cst1992.teacher.marking.desk_folder import DeskFolder, file_name
from cst1992.teacher.marking.marks import points_cell, whole_points
from cst1992.teacher.marking.master import Master
from cst1992.teacher.marking.record import ABSENT, MARKED, UNFINISHED, UNREAD, WAITS, Record
from cst1992.teacher.marking.telling.blocks import folded, link, number, page, said, section, table, words
from cst1992.teacher.marking.telling.figures import Totals, machine_totals, task_figures, whole_totals
from cst1992.teacher.marking.telling.marks_of_texts import marks_of_texts
from cst1992.teacher.marking.telling.report_on_sheets import surprises_section, texts_section
from cst1992.teacher.marking.telling.report_on_tasks import are_enough, tasks_section, taught_again, totals_section
from cst1992.teacher.marking.texts.hand_marks import HandMark
from cst1992.teacher.writing import write_if_changed

ORDER = (MARKED, WAITS, UNFINISHED, UNREAD, ABSENT)
PARTS = (
    ("short", "In short"),
    ("look", "What needs you"),
    ("tasks", "The tasks"),
    ("again", "What to teach again"),
    ("totals", "How the totals lie"),
    ("twice", "Where to look twice"),
    ("texts", "The texts"),
    ("all", "All students"),
)


def write_report(records: Sequence[Record], master: Master, folder: DeskFolder) -> None:
    """Write `report.html`, if something in it has changed.

    Parameters
    ----------
    records : of everybody, with what people have marked of the texts.
    """
    content = report_html(records, master, marks_of_texts(folder, records, master))
    write_if_changed(folder.place / "report.html", content.encode("utf-8", "replace"))


def report_html(records: Sequence[Record], master: Master, marks: Sequence[Sequence[HandMark]]) -> str:
    """The report as a page of one file.

    Parameters
    ----------
    marks : what people have marked, text by text.

    Examples
    --------
    >>> "<h1>03_x: report on a class</h1>" in report_html([], Master("03_x", (), ""), [])
    True
    """
    figures = task_figures(records, master)
    links = "".join(f'<li><a href="#{identity}">{title}</a></li>' for identity, title in PARTS)
    sections = [
        f"<h1>{escape(master.name)}: report on a class</h1>",
        said("This page holds names and marks. Keep it to yourself. What was not marked counts nowhere as zero.", True),
        f'<nav aria-label="Parts of the report"><ul>{links}</ul></nav>',
        _in_short(records, master),
        _needs_you(records),
        tasks_section(records, figures),
        taught_again(records, figures),
        totals_section(whole_totals(records, master), machine_totals(records, master), master),
        surprises_section(records, figures),
        texts_section(records, master, marks),
        _everybody(records, master),
    ]
    return page(f"{master.name}: report on a class", "\n".join(sections))


def _in_short(records: Sequence[Record], master: Master) -> str:
    states = Counter(record.state for record in records)
    handed_in = len(records) - states[ABSENT]
    cards = [(f"{handed_in} of {len(records)}", "handed in"), *[(f"{states[state]}", state) for state in ORDER]]
    shown = "".join(f"<li><strong>{escape(count)}</strong>{escape(what)}</li>" for count, what in cards)
    whole, machine = whole_totals(records, master), machine_totals(records, master)
    lines = [f"Everything is marked on {many(len(whole.totals), 'sheet', 'sheets')}."]
    lines += [_means("Of these", whole)] if are_enough(whole, machine) else []
    lines += [_means("By machine, without the texts", machine)] if states[WAITS] and machine.totals else []
    names = {"none": "without a sandbox", "": ""}
    ran = dict.fromkeys(names.get(record.sandbox, f"in {record.sandbox}") for record in records if record.sandbox)
    how = f"The sheets ran {in_a_row(ran)}." if ran else ""
    return section(
        "short", "In short", f'<ul class="short">{shown}</ul>', *map(said, lines), said(how, True) if how else ""
    )


def _means(what: str, totals: Totals) -> str:
    return f"{what}: mean {totals.mean:.2f}, median {totals.median:.2f} of {totals.of:g} points."


def _needs_you(records: Sequence[Record]) -> str:
    """Sheets that somebody has to look at, and what was noticed on the others."""
    urgent = [record for record in records if record.state in (UNREAD, UNFINISHED) or record.note]
    waiting = sum(record.state == WAITS for record in records)
    absent = [record.student for record in records if record.state == ABSENT]
    noticed = [record for record in records if record.remarks]
    return section(
        "look",
        "What needs you",
        said(f"{many(waiting, 'sheet waits', 'sheets wait')} for a text to be marked at the desk.") if waiting else "",
        table("Sheets to look at", ["student", "state", "what happened"], map(_told, urgent)) if urgent else "",
        _names("Handed in nothing", absent),
        folded(
            f"What was noticed on {many(len(noticed), 'sheet', 'sheets')}",
            table(
                "What was noticed",
                ["student", "what"],
                [[words(one.student), words(" ".join(one.remarks))] for one in noticed],
            ),
        )
        if noticed
        else "",
        said("Nothing.") if not (waiting or urgent or absent or noticed) else "",
    )


def _told(record: Record) -> list[str]:
    return [words(record.student), words(record.state), words(record.note or "There is no note.")]


def _names(title: str, students: Sequence[str]) -> str:
    if not students:
        return ""
    names = "".join(f"<li><bdi>{escape(student)}</bdi></li>" for student in students)
    return folded(f"{title}: {len(students)}", f"<ul>{names}</ul>")


def _everybody(records: Sequence[Record], master: Master) -> str:
    """Every student with state, points and tasks, as in the table of marks."""
    tasks = [*master.checks, *master.texts]
    heads = ["student", "state", "points", *[f"{place}" for place in range(1, len(tasks) + 1)]]
    rows = []
    for record in records:
        marks = {mark.task: mark.points for mark in record.tasks}
        cells = [number(points_cell(marks.get(task.identity))) for task in tasks]
        name = words(record.student)
        if record.state != ABSENT:
            name = link(record.student, f"feedback/{file_name(record.student)}.html")
        rows.append([name, words(record.state), number(points_cell(whole_points(record))), *cells])
    told = (
        "The numbers at the head are the tasks in the order of the table above. An empty cell was not marked. A name leads "
        "to the page that the student gets."
    )
    places = range(2, len(heads))
    return section(
        "all", "All students", said(told, True), table(f"Points, of {master.points:g}", heads, rows, [*places])
    )
