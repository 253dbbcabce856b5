"""A bank of questions: one YAML file that a teacher can edit, found by its name, in the language that is spoken."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cst1992.facts.catalogues import twin_of
from cst1992.facts.files import Version, data_file, data_folder, meant, version_of
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import nearest
from cst1992.facts.page_number import page_number
from cst1992.facts.speech import say
from cst1992.quizzes.bank_file import BrokenBank, content_of, problems, question_of
from cst1992.quizzes.questions import Question


@dataclass(frozen=True)
class Bank:
    """All questions of one notebook, in the order of the file."""

    name: str
    title: str
    questions: tuple[Question, ...]

    def sections(self) -> list[str]:
        """The names of the sections, in the order in which they first appear."""
        return list(dict.fromkeys(question.section for question in self.questions))

    def asked(self, section: str | None = None) -> list[Question]:
        """The questions of one section or of all, those of the core path first, as a learner gets them.

        Raises
        ------
        ValueError
            There is no such section.
        """
        questions = self.questions if section is None else self.section(section)
        return sorted(questions, key=lambda question: not question.core)

    def section(self, name: str) -> tuple[Question, ...]:
        """The questions of one section; capitals do not matter.

        Raises
        ------
        ValueError
            There is no such section; the message names those that exist.
        """
        wanted = str(name).strip().casefold()
        found = tuple(
            question
            for question in self.questions
            if wanted in (question.section.casefold(), question.key_of_section.casefold())
        )
        if not found:
            told = say("The quiz {quiz!r} has no section {section!r}.", quiz=self.name, section=name)
            raise Mistake(f"{told} {nearest(name, self.sections())}")
        return found


def bank_names() -> list[str]:
    """The names of the quizzes that come with the module.

    Examples
    --------
    >>> "02_the_treaty_articles" in bank_names()
    True
    """
    return sorted(path.stem for path in (data_folder() / "quizzes").glob("*.yaml") if path.is_file())


def every_question() -> list[tuple[str, Question]]:
    """All questions of the module, each with the name of its quiz."""
    return [(name, question) for name in bank_names() for question in load_bank(name).questions]


def load_bank(name: str | Path) -> Bank:
    """A bank by its name or the beginning of it, or from any YAML file by its path.

    The file is read again when it has changed, so that a teacher can edit it and run the cell again.

    Raises
    ------
    ValueError
        There is no quiz of that name; the message lists those that exist.
    BrokenBank
        The file cannot be used; the message says file, question, line and how to mend it.

    Examples
    --------
    >>> load_bank("02").questions[0].kind
    'single choice'
    """
    asked = str(name).strip()
    path = meant(asked) if asked.endswith((".yaml", ".yml")) else data_file(f"quizzes/{_bank_meant(asked, name)}.yaml")
    try:
        if not path.exists():
            raise Mistake(say("There is no quiz file {file}.", file=path))
        return _in_the_language(_read_bank(path, version_of(path)), path)
    except OSError as error:
        told = say("{file} cannot be read ({why}). Name another file.", file=path, why=error.strerror)
        raise BrokenBank(told) from None


def _in_the_language(bank: Bank, path: Path) -> Bank:
    """A quiz of the module in the words of its twin, where it has a sound one in the language that is spoken."""
    from cst1992.quizzes.twin import translated

    twin = twin_of(f"quizzes/{path.name}") if path.parent == data_folder() / "quizzes" else None
    if twin is None:
        return bank
    try:
        return translated(bank, _read_bank(twin, version_of(twin)))
    except BrokenBank:
        return bank


def _bank_meant(asked: str, given: str | Path) -> str:
    """The one quiz of the module that has this name or begins so."""
    known, beginning = bank_names(), page_number(asked) if asked.isdigit() else asked
    found = [bank for bank in known if bank == asked] or [
        bank for bank in known if asked and bank.startswith(beginning)
    ]
    if len(found) != 1:
        raise Mistake(f"{say('There is no quiz {given!r}.', given=given)} {nearest(asked, known)}")
    return found[0]


@cache
def _read_bank(path: Path, version: Version) -> Bank:
    """Read a file; `version` makes the cache forget an older one."""
    content = content_of(path)
    for told in problems(path, content["questions"]):
        raise BrokenBank(told)
    return Bank(path.stem, content["title"], tuple(map(question_of, content["questions"])))


def bank_problems(name: str) -> list[str]:
    """Everything that is wrong in one quiz of the module, a sentence for each question; none where it is sound.

    Examples
    --------
    >>> bank_problems("02_the_treaty_articles")
    []
    """
    path = data_file(f"quizzes/{name}.yaml")
    try:
        return list(problems(path, content_of(path)["questions"]))
    except BrokenBank as broken:
        return [str(broken)]
