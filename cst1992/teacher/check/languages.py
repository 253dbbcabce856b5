"""How much of the module stands in another language, a line for each language: what is not there is English."""

from __future__ import annotations

from pathlib import Path

from cst1992.facts.catalogues import TRANSLATIONS, catalogue_file
from cst1992.facts.files import data_folder, module_folder
from cst1992.facts.lines import lines_of
from cst1992.facts.package import resource, rows, table_names
from cst1992.facts.page_number import page_files
from cst1992.facts.twins import KEY, word_columns
from cst1992.facts.wording import in_a_row
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.quizzes.bank_file import BrokenBank, content_of
from cst1992.teacher.assignments import assignment_names
from cst1992.teacher.check.agreed import agreed_counted, module_counted
from cst1992.teacher.check.places import notebooks_folder
from cst1992.teacher.check.twins import languages_begun


def languages_told() -> list[str]:
    """A line for each language that was begun."""
    return [f"{code}: {in_a_row(_counted(code))} are there; the rest stands in English" for code in languages_begun()]


def _counted(code: str) -> list[str]:
    """How much of each kind is there."""
    cells, all_cells = _cells(code)
    words, all_words = agreed_counted(code)
    lines, all_lines = module_counted(code)
    asked = {name: load_bank(name).questions for name in bank_names()}
    questions = sum(_questions(code, name) for name in asked)
    pages, sheets = page_files(notebooks_folder()), _assignments()
    there = sum((notebooks_folder() / code / path.name).is_file() for path in pages)
    solved = sum((module_folder() / "solutions" / code / name / f"{name}.ipynb").is_file() for name in sheets)
    return [
        *_sentences(code),
        f"{cells} of {all_cells} cells of words",
        f"{words} of {all_words} agreed words",
        f"{lines} of {all_lines} lines of the module",
        f"{questions} of {sum(map(len, asked.values()))} questions",
        f"{there} of {len(pages)} notebooks",
        *([f"{solved} of {len(sheets)} solutions"] if sheets else []),
    ]


def _assignments() -> list[str]:
    return assignment_names() if (module_folder() / "solutions").is_dir() else []


def _sentences(code: str) -> list[str]:
    """How many sentences of the library are translated; nothing where Babel is not installed, which counts them."""
    try:
        from cst1992.teacher.translations import sentences_there, template
    except ImportError:
        return []
    files = [catalogue_file(folder, code).with_suffix(".po") for folder in (data_folder(), TRANSLATIONS)]
    return [f"{sentences_there(files)} of {len(template())} sentences"]


def _cells(code: str) -> tuple[int, int]:
    """How many cells of words stand in a language, and how many there are."""
    there = whole = 0
    for table in table_names():
        words = word_columns(resource(table)["schema"])
        english = {row.text(KEY): row for row in rows(table) if KEY in row}
        whole += sum(bool(row[name]) for row in english.values() for name in words)
        for row in _rows_of(data_folder() / code / f"{table}.csv"):
            own = english.get(row.get(KEY, ""))
            there += sum(bool(own[name] and row.get(name)) for name in words) if own else 0
    return there, whole


def _rows_of(path: Path) -> list[dict[str, str]]:
    lines = [cells for _, cells in lines_of(path)] if path.is_file() else []
    return [dict(zip(lines[0], cells, strict=False)) for cells in lines[1:]]


def _questions(code: str, name: str) -> int:
    """How many questions of a quiz stand in a language."""
    path = data_folder() / code / "quizzes" / f"{name}.yaml"
    try:
        entries = content_of(path)["questions"] if path.is_file() else []
    except BrokenBank:
        return 0
    return len({question.id for question in load_bank(name).questions} & {str(entry.get("id")) for entry in entries})
