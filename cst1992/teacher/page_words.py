"""Which terms each notebook uses: found in its prose and its quiz, and written into the table `page_words`."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path

from cst1992.facts.files import data_folder, module_folder
from cst1992.facts.package import resource
from cst1992.facts.page_number import page_files, page_number
from cst1992.facts.terms import Term, terms_in
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.quizzes.questions import Choice, Match, Order

READING = "## Reading"
FEWEST, MANY_PAGES = 8, 4


def text_of_notebook(path: Path) -> str:
    """What a notebook says: its prose without addresses and titles of further reading, and the words in its boxes."""
    said = ""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            source = re.sub(r"\]\([^)]*\)", "]", source)
        said += "" if source.startswith(READING) else source + "\n\n"
    return said


def text_of_quiz(name: str) -> str:
    """What the questions of a quiz say: prompts and what there is to choose from; empty where there is no such quiz."""
    if name not in bank_names():
        return ""
    said = []
    for question in load_bank(name).questions:
        said.append(question.prompt)
        match question:
            case Choice(options=options):
                said += [option.text for option in options]
            case Order(items=items):
                said += items
            case Match(pairs=pairs):
                said += [text for pair in pairs for text in pair]
    return "\n\n".join(said)


def terms_of_pages(folder: Path) -> tuple[dict[str, list[Term]], set[str]]:
    """The terms of each notebook in a folder, in the order of their first use, and the ids of the common ones.

    A term is common that four notebooks or more use. Where a page has fewer than eight others, those of its quiz
    are added.
    """
    pages = {path.stem: terms_in(text_of_notebook(path)) for path in page_files(folder)}
    counts = Counter(term.id for terms in pages.values() for term in terms)
    common = {name for name, count in counts.items() if count >= MANY_PAGES}
    for name, terms in pages.items():
        if sum(term.id not in common for term in terms) < FEWEST:
            terms += [term for term in terms_in(text_of_quiz(name)) if term not in terms]
    return {page_number(name): terms for name, terms in pages.items()}, common


def page_words_text() -> str:
    """The table `page_words` as the notebooks are now."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["id", "notebook", "term", "concept", "common"])
    pages, common = terms_of_pages(module_folder() / "notebooks")
    for number, terms in pages.items():
        for term in terms:
            keys = ["", term.id] if term.concept else [term.id, ""]
            writer.writerow([f"{number}-{term.id}", number, *keys, "yes" if term.id in common else "no"])
    return target.getvalue()


def write_page_words() -> Path:
    """Write the table `page_words` anew from the notebooks.

    Returns
    -------
    The file written.

    Raises
    ------
    AbsentSection
        The module has no such table.
    """
    file = data_folder() / resource("page_words")["path"]
    file.write_text(page_words_text(), encoding="utf-8")
    return file
