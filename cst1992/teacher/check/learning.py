"""What is taught: every objective asked or exercised, every quiz on a page, every term on the pages that use it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from cst1992.facts.files import module_folder
from cst1992.facts.package import has_table
from cst1992.facts.page_number import page_files, page_number
from cst1992.quizzes.bank import bank_names, bank_problems, every_question
from cst1992.teacher.assignments import assignment_names, solution_path
from cst1992.teacher.check.boxes import cells_of
from cst1992.teacher.check.fault import Fault, in_table
from cst1992.teacher.check.places import notebooks_folder
from cst1992.teacher.check.table_lines import numbered
from cst1992.teacher.page_words import page_words_text


def quiz_faults() -> Iterator[Fault]:
    """Everything that is wrong in the quizzes, and a quiz without its page."""
    pages = {page_number(path.name) for path in page_files(notebooks_folder())}
    for name in bank_names():
        yield from (Fault("", told) for told in bank_problems(name))
        if page_number(name) not in pages:
            told = (
                f"no notebook begins with {page_number(name)}. Give the quiz the number of its page, or take it away."
            )
            yield Fault(f"data/quizzes/{name}.yaml", told)


def objective_faults() -> Iterator[Fault]:
    """Objectives that no page teaches, or that nobody exercises."""
    if not has_table("objectives"):
        return
    pages = {path.stem for path in page_files(notebooks_folder())}
    practised = {question.objective for _, question in every_question()} | _of_the_exercises()
    for number, row in numbered("objectives"):
        if row["taught_in"] not in pages:
            told = (
                f"there is no notebook {row['taught_in']}. Write the name of a file in notebooks/, without its ending."
            )
            yield in_table("objectives", number, "taught_in", told)
        if row["id"] not in practised:
            told = (
                f"no question of a quiz and no task of an exercise has the objective {row['id']!r}. Ask for it in one"
            )
            yield in_table("objectives", number, "id", f"{told}, or take the row out.")


def _of_the_exercises() -> set[str]:
    """The objectives that the tasks of all solutions name."""
    if not (module_folder() / "solutions").is_dir():
        return set()
    cells = [cell for name in assignment_names() for cell in cells_of(solution_path(name))[0]]
    return {str(cell.about.get("cst1992", {}).get("objective")) for cell in cells}


def word_faults() -> Iterator[Fault]:
    """Terms that a notebook uses and that do not stand among the words of its page; and the other way round."""
    if not (has_table("page_words") and has_table("glossary")):
        return
    used = {row["id"] for row in csv.DictReader(StringIO(page_words_text()))}
    for number, row in numbered("page_words"):
        if row["id"] not in used:
            told = f"notebook {row['notebook']} does not use this term (any more). Run `cst1992 words`."
            yield in_table("page_words", number, "id", told)
    there = {row["id"] for _, row in numbered("page_words")}
    lacking = sorted(used - there)
    if lacking:
        told = f"terms that the notebooks use are not among the words of their pages: {', '.join(lacking)}. Run `cst1992 words`."
        yield Fault("data/page_words.csv", told)
