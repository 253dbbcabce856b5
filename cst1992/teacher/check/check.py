"""`cst1992 check`: the whole module read at once, everything that is wrong told, and a line of what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cst1992.facts.files import AGAIN, data_folder, module_folder
from cst1992.facts.lines import DamagedTable
from cst1992.facts.mistakes import MissingData, Mistake
from cst1992.facts.package import rows, table_names
from cst1992.facts.page_number import page_files
from cst1992.facts.wording import in_a_row, many
from cst1992.quizzes.bank import bank_names, every_question
from cst1992.quizzes.bank_file import BrokenBank
from cst1992.teacher.assignments import assignment_names
from cst1992.teacher.check.activities import activities_read, activity_faults
from cst1992.teacher.check.acts import act_faults
from cst1992.teacher.check.agreed import agreed_faults
from cst1992.teacher.check.fault import Fault
from cst1992.teacher.check.learning import objective_faults, quiz_faults, word_faults
from cst1992.teacher.check.notebooks import notebook_faults, solution_faults
from cst1992.teacher.check.outlines import outline_faults
from cst1992.teacher.check.places import notebooks_folder
from cst1992.teacher.check.settings import settings_faults
from cst1992.teacher.check.standings import standing_faults
from cst1992.teacher.check.tables import table_faults, unreadable_description
from cst1992.teacher.check.timelines import timeline_faults
from cst1992.teacher.check.twins import twin_faults

PARTS: dict[str, Callable[[], Iterator[Fault]]] = {
    "the tables": table_faults,
    "data/module.yaml": settings_faults,
    "the quizzes": quiz_faults,
    "the notebooks": notebook_faults,
    "the solutions": solution_faults,
    "the standings": standing_faults,
    "the acts": act_faults,
    "the timeline": timeline_faults,
    "the outlines": outline_faults,
    "the objectives": objective_faults,
    "the words of the pages": word_faults,
    "the activities": activity_faults,
    "what stands in another language": twin_faults,
    "agreed words in another language": agreed_faults,
}


@dataclass(frozen=True)
class Found:
    """Everything that is wrong, and the parts that could not be looked at to their end until that is mended."""

    faults: list[Fault]
    cut_short: list[str]


def check_module() -> Found:
    """Read the whole module, and compare it with itself.

    Examples
    --------
    >>> check_module().faults
    []
    """
    broken = unreadable_description()
    if broken:
        return Found([broken], list(PARTS))
    faults: list[Fault] = []
    cut_short: list[str] = []
    gone = [table for table in table_names() if not (data_folder() / f"{table}.csv").is_file()]
    for part, look in PARTS.items():
        try:
            faults += look()
        except (DamagedTable, BrokenBank):  # told where the tables and the quizzes are read
            cut_short.append(part)
        except MissingData as missing:
            if any(f" {table}.csv " in str(missing) for table in gone):
                cut_short.append(part)  # told where the tables are read
                continue
            mend = "docs/adapting.md says what stands in each file."
            faults.append(Fault("", f"{str(missing).removesuffix(AGAIN).strip()} {mend}"))
            cut_short.append(part)
        except Mistake as mistake:
            faults.append(Fault("", str(mistake)))
            cut_short.append(part)
    return Found(list(dict.fromkeys(faults)), cut_short)


def what_was_read() -> str:
    """A line that counts what the module holds."""
    lines = sum(len(rows(table)) for table in table_names())
    solutions = len(assignment_names()) if (module_folder() / "solutions").is_dir() else 0
    return in_a_row(
        [
            f"{many(len(table_names()), 'table', 'tables')} with {many(lines, 'row', 'rows')}",
            f"{many(len(bank_names()), 'quiz', 'quizzes')} with {many(len(every_question()), 'question', 'questions')}",
            many(len(page_files(notebooks_folder())), "notebook", "notebooks"),
            many(solutions, "solution", "solutions"),
            activities_read(),
        ]
    )
