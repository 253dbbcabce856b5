"""`cst1992 desk`: the texts of an exercise, marked with the rubric, in JupyterLab."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from cst1992.facts.files import meant
from cst1992.teacher.commands.command import command

if TYPE_CHECKING:
    from cst1992.teacher.marking.desk_folder import DeskFolder

MORE = (
    "First give cst1992 mark. The desk shows one text after the other, without names, beside its rubric and the model\n"
    "answer, and works by keys alone: 4 3 2 a Enter is a text with three levels and a comment from your list. Every click\n"
    "is kept at once. Close it at any moment: the next time it begins at the first text that waits. Then give cst1992 mark\n"
    "again: it writes the marks into the table and the pages. docs/marking.md says more."
)
EXAMPLES = ("desk 03", "desk 03 --marker Anna", "desk 06 --to /shared/marks")


def add(areas: Any) -> None:
    """Take `desk` up among the commands."""
    desk = command(areas, "desk", "mark the texts of an exercise with the rubric, in JupyterLab", MORE, *EXAMPLES)
    desk.add_argument("exercise", metavar="EXERCISE", help="its number or name, such as 03")
    desk.add_argument("--marker", default="", metavar="NAME", help="who marks; without it the desk asks")
    desk.add_argument("--to", metavar="FOLDER", help="where the marks are kept, if not in marks/ beside the module")
    desk.add_argument("--port", type=int, metavar="N", help="of JupyterLab; without it the first that is free")
    desk.add_argument("--no-browser", action="store_true", help="open no browser: JupyterLab prints the address")
    desk.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.teacher.marking.course import assignment, folder_of
    from cst1992.teacher.marking.desk.opening import Lab

    name = assignment(options.exercise)
    folder = folder_of(name, meant(options.to) if options.to else None)
    if not any((folder.place / "records").glob("*.json")):
        _prepare(folder, name, options.marker)
    lab = Lab(folder.place / "desk", options.port)
    try:
        notebook = _prepare(folder, name, options.marker)
    except BaseException:
        lab.end()
        raise
    return lab.show(notebook, not options.no_browser)


def _prepare(folder: DeskFolder, name: str, marker: str) -> str:
    """Look whether there is anything to mark, and write the notebook of the desk; its name comes back."""
    from cst1992.teacher.marking.desk.comments import Comments
    from cst1992.teacher.marking.desk.opening import write_desk
    from cst1992.teacher.marking.desk.pile import pile_of
    from cst1992.teacher.marking.master import load_master
    from cst1992.teacher.marking.texts.standing import CHANGED, WAITING

    master = load_master(name)
    pile = pile_of(folder, master)
    Comments(folder.place / "comments.json")
    counts = [pile.count(task) for task in pile.texts]
    waiting = sum(count[WAITING] + count[CHANGED] for count in counts)
    print(
        f"{waiting} of {sum(count.total() for count in counts)} texts wait. JupyterLab opens the desk; Ctrl+C here ends it."
    )
    return write_desk(folder, master, marker).name
