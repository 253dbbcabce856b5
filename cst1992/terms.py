"""The terms that a notebook uses: the glossary and the concepts, found in its texts with their inflected forms."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from cst1992.datapackage import Row, rows
from cst1992.places import data_file, module_folder
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.quizzes.questions import Choice, Match, Order

READING = "## Reading"
FEWEST, MANY_PAGES = 8, 4


@dataclass(frozen=True)
class Term:
    """One term in three languages, with a plain definition; `concept` says from which table it comes."""

    id: str
    concept: bool
    english: str
    russian: str
    kazakh: str
    checked: bool
    definition: str
    forms: tuple[str, ...]


def _forms(name: str, further: str) -> tuple[str, ...]:
    """Every form in which a page may use a term: its name without what stands in brackets, and those of the table."""
    short = re.sub(r" \([^)]*\)", "", name)
    return (short, *(form.strip() for form in further.split(";") if form.strip()))


def _term(row: Row, concept: bool) -> Term:
    name = "concept" if concept else "term"
    return Term(
        str(row["id"]),
        concept,
        str(row[name]),
        str(row[f"{name}_ru"]),
        str(row[f"{name}_kk"]),
        bool(row["kk_checked"]),
        str(row["in_short" if concept else "definition"]),
        _forms(str(row[name]), str(row["forms"] or "")),
    )


def all_terms() -> list[Term]:
    """The terms of the glossary, then the concepts that are not among them.

    Examples
    --------
    >>> {term.english for term in all_terms()} >= {"accession", "entrapment"}
    True
    """
    named = [_term(row, concept=False) for row in rows("glossary")]
    known = {term.id for term in named}
    return named + [_term(row, concept=True) for row in rows("concepts") if row["id"] not in known]


def place_in(text: str, term: Term) -> int:
    """Where a text first uses a term, in any of its forms; -1 where it does not.

    Examples
    --------
    >>> accession = next(term for term in all_terms() if term.id == "accession")
    >>> place_in("Georgia acceded in 1993.", accession)
    8
    """
    plain = [re.escape(form).replace(r"\ ", r"\s+") + ("" if form.endswith("s") else "s?") for form in term.forms]
    found = re.search(rf"(?<![\w-])(?:{'|'.join(plain)})(?![\w-])", text, re.IGNORECASE)
    return found.start() if found else -1


def terms_in(text: str) -> list[Term]:
    """The terms that a text uses, in the order of their first use.

    Examples
    --------
    >>> [term.english for term in terms_in("A treaty is signed, then ratified.")]
    ['treaty', 'ratification']
    """
    found = sorted((place, term.id, term) for term in all_terms() if (place := place_in(text, term)) >= 0)
    return [term for _, _, term in found]


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
        if isinstance(question, Choice):
            said += [option.text for option in question.options]
        elif isinstance(question, Order):
            said += question.items
        elif isinstance(question, Match):
            said += [text for pair in question.pairs for text in pair]
    return "\n\n".join(said)


def terms_of_pages(folder: Path) -> tuple[dict[str, list[Term]], set[str]]:
    """The terms of each notebook in a folder, in the order of their first use, and the ids of the common ones.

    A term is common that four notebooks or more use. Where a page has fewer than eight others, those of its quiz
    are added.
    """
    pages = {path.stem: terms_in(text_of_notebook(path)) for path in sorted(folder.glob("*.ipynb"))}
    counts = Counter(term.id for terms in pages.values() for term in terms)
    common = {name for name, count in counts.items() if count >= MANY_PAGES}
    for name, terms in pages.items():
        if sum(term.id not in common for term in terms) < FEWEST:
            terms += [term for term in terms_in(text_of_quiz(name)) if term not in terms]
    return {name[:2]: terms for name, terms in pages.items()}, common


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
    """
    file = data_file("page_words.csv")
    file.write_text(page_words_text(), encoding="utf-8")
    return file
