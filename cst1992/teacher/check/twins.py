"""What stands beside the English in another language: files that belong to nothing, and twins that are marked in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from cst1992.facts.agreed import COLUMNS, FILE
from cst1992.facts.catalogues import TRANSLATIONS
from cst1992.facts.files import data_folder, module_folder
from cst1992.facts.lines import lines_of
from cst1992.facts.package import has_table, nearest, resource, rows, table_names
from cst1992.facts.page_number import page_files
from cst1992.facts.twins import KEY, word_columns
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.quizzes.bank_file import BrokenBank, content_of, problems, question_of
from cst1992.quizzes.questions import Question
from cst1992.quizzes.twin import differs
from cst1992.teacher.assignments import assignment_names, solution_path
from cst1992.teacher.check.boxes import cells_of
from cst1992.teacher.check.fault import Fault
from cst1992.teacher.check.notebooks import faults_of_a_file
from cst1992.teacher.check.places import named, notebooks_folder

CODE = re.compile(r"[a-z]{2,3}")


def languages_begun() -> list[str]:
    """The codes of all languages in which something of the module stands beside the English.

    Examples
    --------
    >>> languages_begun() == sorted(languages_begun())
    True
    """
    folders = (data_folder(), TRANSLATIONS, notebooks_folder(), module_folder() / "solutions")
    found = [path for folder in folders if folder.is_dir() for path in folder.iterdir() if path.is_dir()]
    return sorted({path.name for path in found if CODE.fullmatch(path.name)})


def twin_faults() -> Iterator[Fault]:
    """Everything that is wrong in what stands beside the English."""
    for code in languages_begun():
        yield from _of_tables(data_folder() / code)
        yield from _of_quizzes(data_folder() / code / "quizzes")
        yield from _of_pages(notebooks_folder() / code)
        yield from _of_solutions(module_folder() / "solutions" / code)


def _of_tables(folder: Path) -> Iterator[Fault]:
    for path in sorted(folder.glob("*.csv")):
        if path.name == FILE:
            yield from _header(path, COLUMNS, COLUMNS)
        elif not has_table(path.stem):
            yield Fault(named(path), f"the module has no such table. {nearest(path.stem, table_names())}")
        else:
            words = word_columns(resource(path.stem)["schema"])
            yield from _header(path, [KEY, *words], [KEY])
            yield from _keys(path)


def _header(path: Path, known: Sequence[str], needed: Sequence[str]) -> Iterator[Fault]:
    """Columns that a twin cannot have, and those that it must have."""
    found = next((cells for _, cells in lines_of(path)), [])
    for column in found:
        if column not in known:
            told = f"{column!r} is no column of words. {nearest(column, known)} Take it out."
            yield Fault(f"{named(path)}, line 1", told)
    for column in needed:
        if column not in found:
            yield Fault(
                f"{named(path)}, line 1", f"the column {column} is missing: it says to which row the words belong."
            )


def _keys(path: Path) -> Iterator[Fault]:
    """Rows of a twin that belong to no row of the table."""
    lines = list(lines_of(path))
    if not lines or KEY not in lines[0][1]:
        return
    place, known = lines[0][1].index(KEY), {row.text(KEY) for row in rows(path.stem)}
    for number, cells in lines[1:]:
        if len(cells) != len(lines[0][1]):
            told = (
                f"expected {len(lines[0][1])} cells, found {len(cells)}. A comma inside a text needs quotation marks."
            )
            yield Fault(f"{named(path)}, line {number}", told)
        elif cells[place] not in known:
            told = f"no row of data/{path.name} has the {KEY} {cells[place]!r}. Correct it, or take the line out."
            yield Fault(f"{named(path)}, line {number}", told)


def _of_quizzes(folder: Path) -> Iterator[Fault]:
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in bank_names():
            yield Fault(named(path), f"there is no quiz of this name in English. {nearest(path.stem, bank_names())}")
            continue
        try:
            content = content_of(path)
            told = list(problems(path, content["questions"]))
        except BrokenBank as broken:
            told = [str(broken)]
        yield from (Fault("", one) for one in told)
        if not told:
            yield from _of_questions(path, [question_of(entry) for entry in content["questions"]])


def _of_questions(path: Path, questions: list[Question]) -> Iterator[Fault]:
    """Questions that the English quiz does not have, or has in another form."""
    english = {question.id: question for question in load_bank(path.stem).questions}
    for question in questions:
        where = f"{named(path)}, question {question.id!r}"
        if question.id not in english:
            yield Fault(where, f"the English quiz has no such question. {nearest(question.id, english)}")
        elif told := differs(english[question.id], question):
            yield Fault(where, told)


def _of_pages(folder: Path) -> Iterator[Fault]:
    english = [path.name for path in page_files(notebooks_folder())]
    for path in page_files(folder):
        if path.name not in english:
            yield Fault(named(path), f"there is no notebook of this name in English. {nearest(path.name, english)}")
        yield from faults_of_a_file(path, titled=True)


def _of_solutions(folder: Path) -> Iterator[Fault]:
    for path in sorted(folder.glob("*/*.ipynb")):
        if path.stem != path.parent.name:
            continue
        if path.stem not in assignment_names():
            yield Fault(named(path), f"there is no such solution in English. {nearest(path.stem, assignment_names())}")
            continue
        yield from faults_of_a_file(path)
        if _marked(path) != _marked(solution_path(path.stem)):
            told = "its marked cells are not those of the English solution. Keep their grade_id, their order and their points."
            yield Fault(named(path), told)


def _marked(path: Path) -> list[tuple[object, object]]:
    """The marked cells of a solution: id and points, in order."""
    marking = [cell.about.get("nbgrader", {}) for cell in cells_of(path)[0]]
    return [(one["grade_id"], one.get("points")) for one in marking if one.get("grade")]
