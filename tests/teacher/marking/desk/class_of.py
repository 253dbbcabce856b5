"""A class whose records wait for the desk, without any sheet having been run."""

from __future__ import annotations

from dataclasses import replace

from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.one_sheet import nothing_marked
from cst1992.teacher.marking.record import MARKED, WAITS, Record
from tests.teacher.marking.sheets import NAME, master_of

SCRIPT = '<script>document.title="mine"</script><img src=x onerror="document.title=\'mine\'"> <b>bold</b> **bold** $x$'
TEXTS = {
    "Anna": "Georgia did not prolong the Treaty (`protocol-1999`); a well-known act, it seems (`jamestwn-5-28`, 1999-04-02).",
    'Bob, "B"': SCRIPT,
    "=1+1": "word " * 3000,
    "Дана": "Это мой текст. " * 30,
    "أحمد": "هذا نصي عن المعاهدة. " * 30,
    "Eva": "",
    "Finn": "Kazakhstan signed and waited until the end of the year before it ratified, which nobody has explained so far.",
    "Gul": "I think so. Kazakhstan signed and waited until the end of the year before it ratified, which nobody explained.",
    "Hana": "A memo in a box of its own.",
    "Ivan": "One more text, on Azerbaijan.",
    "Jan": "The last text, on Uzbekistan.",
}


def records_of(folder: DeskFolder, texts: dict[str, str] = TEXTS, name: str = NAME) -> DeskFolder:
    """Write a record for each text; every other task has all its points."""
    for student, text in texts.items():
        found = "nowhere" if not text else "in a box below" if student == "Hana" else "in its box"
        tasks = [
            replace(task, text=text, found=found, points=None if text else 0.0)
            if task.task in {cell.identity for cell in master_of(name).texts}
            else replace(task, points=task.of)
            for task in nothing_marked(master_of(name))
        ]
        folder.write(Record(student, "key", WAITS if text else MARKED, tuple(tasks)))
    return folder
