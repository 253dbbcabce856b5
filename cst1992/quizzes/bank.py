"""A bank of questions: one YAML file that a teacher can edit, read and checked question by question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cst1992.facts.files import Version, data_file, data_folder, meant, shown_path, version_of
from cst1992.facts.lines import text_of_file
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import nearest
from cst1992.facts.page_number import page_number
from cst1992.quizzes.bank_check import problem_of
from cst1992.quizzes.questions import Choice, Match, Measure, Option, Order, Question, ShortText
from cst1992.quizzes.schema_errors import as_written
from cst1992.quizzes.slips import QUOTES, quotes_in, slip_in


class BrokenBank(Mistake):
    """A quiz file cannot be used; the message has file, question, line and mend."""


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
        found = tuple(question for question in self.questions if question.section.casefold() == wanted)
        if not found:
            raise Mistake(f"The quiz {self.name!r} has no section {name!r}. {nearest(name, self.sections())}")
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
            raise Mistake(f"There is no quiz file {path}.")
        return _read_bank(path, version_of(path))
    except OSError as error:
        raise BrokenBank(f"{path} cannot be read ({error.strerror}). Name another file.") from None


def _bank_meant(asked: str, given: str | Path) -> str:
    """The one quiz of the module that has this name or begins so."""
    known, beginning = bank_names(), page_number(asked) if asked.isdigit() else asked
    found = [bank for bank in known if bank == asked] or [
        bank for bank in known if asked and bank.startswith(beginning)
    ]
    if len(found) != 1:
        raise Mistake(f"There is no quiz {given!r}. {nearest(asked, known)}")
    return found[0]


@cache
def _read_bank(path: Path, version: Version) -> Bank:
    """Read a file; `version` makes the cache forget an older one."""
    content = _content(path)
    for told in _problems(path, content["questions"]):
        raise BrokenBank(told)
    return Bank(path.stem, content["title"], tuple(map(_question, content["questions"])))


def bank_problems(name: str) -> list[str]:
    """Everything that is wrong in one quiz of the module, a sentence for each question; none where it is sound.

    Examples
    --------
    >>> bank_problems("02_the_treaty_articles")
    []
    """
    path = data_file(f"quizzes/{name}.yaml")
    try:
        return list(_problems(path, _content(path)["questions"]))
    except BrokenBank as broken:
        return [str(broken)]


def _content(path: Path) -> Any:
    """A file with a title and a list of questions, none of them looked at."""
    content, where = _parse(path), shown_path(path)
    listed = isinstance(content, dict) and set(content) == TOP and isinstance(content["questions"], list)
    if not listed or not content["questions"]:
        raise BrokenBank(
            f"{where}: expected `title:` and then `questions:` with a list of questions, and nothing else."
        )
    title = content["title"]
    if not isinstance(title, str) or not title.strip():
        raise BrokenBank(f"{where}: `title` should be text (put it in quotation marks); found {as_written(title)}.")
    return content


def _problems(path: Path, questions: Any) -> Iterator[str]:
    """What is wrong in the questions of a file, in their order: file, question, line and mend."""
    seen: dict[str, int] = {}
    for position, entry in enumerate(questions):
        line = questions.lc.item(position)[0] + 1
        name = entry.get("id", f"number {position + 1}") if isinstance(entry, dict) else f"number {position + 1}"
        where, problem = f"{shown_path(path)}, question {str(name)!r}", problem_of(entry)
        if problem:
            yield f"{where}, line {problem.line or line}: {problem.sentence}"
        elif entry["id"] in seen:
            yield f"{where}, line {line}: line {seen[entry['id']]} has the same id. Give one of them another id."
        else:
            seen[entry["id"]] = line


def _parse(path: Path) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.reader import ReaderError

    text, where = text_of_file(path, BrokenBank), shown_path(path)
    try:
        content = YAML(pure=True).load(text)
    except MarkedYAMLError as error:
        raise BrokenBank(f"{where}, {_stumbled(error, text)}") from None
    except ReaderError:
        raise BrokenBank(
            f"{where} holds a character that belongs in no text. Save it once more as plain text."
        ) from None
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise BrokenBank(
            f"{where}: one of the values cannot be read ({error}). Put quotation marks around dates and around what is "
            "meant as text."
        ) from None
    curly = quotes_in(text)
    if curly:
        raise BrokenBank(f"{where}, line {curly}: {QUOTES}")
    return content


def _stumbled(error: Any, text: str) -> str:
    """Where the reader of YAML has stumbled, over what, and how to mend it."""
    marks = [mark.line + 1 for mark in (error.context_mark, error.problem_mark) if mark]
    first, last = (min(marks), max(marks)) if marks else (1, len(text.splitlines()))
    slip = slip_in(text, max(1, first - 1), last)
    if slip:
        return f"line {slip[0]}: {slip[1]}"
    what = (error.problem or error.context or "it cannot be read").strip().splitlines()[0]
    return (
        f"line {last}: this is not valid YAML ({what}). "
        "Look for a missing quotation mark, a colon inside a text without quotation marks, or a wrong indent."
    )


TOP = {"title", "questions"}
COMMON = ("id", "kind", "section", "objective", "prompt", "source", "hint", "explanation", "otherwise")


def _question(entry: Any) -> Question:
    plain: dict[str, Any] = {key: str(entry.get(key, "")) for key in COMMON}
    plain["core"] = bool(entry["core"])
    replies = entry.get("replies", [])
    typed = {str(reply.get("answer")): str(reply["reply"]) for reply in replies}
    match entry["kind"]:
        case "put in order":
            told = {(str(reply["first"]), str(reply["then"])): str(reply["reply"]) for reply in replies}
            return Order(**plain, items=tuple(map(str, entry["items"])), replies=told)
        case "match pairs":
            told = {(str(reply["left"]), str(reply["right"])): str(reply["reply"]) for reply in replies}
            pairs = tuple((str(pair["left"]), str(pair["right"])) for pair in entry["pairs"])
            return Match(**plain, pairs=pairs, extra=tuple(map(str, entry.get("extra", []))), replies=told)
        case "number or date":
            return Measure(
                **plain,
                answer=str(entry["answer"]),
                dated=isinstance(entry["answer"], str),
                tolerance=float(entry.get("tolerance", 0)),
                unit=str(entry.get("unit", "")),
                replies=typed,
            )
        case "short text":
            return ShortText(**plain, accepted=tuple(map(str, entry["accepted"])), replies=typed)
        case _:
            options = tuple(
                Option(str(option["text"]), str(option["reply"]), bool(option.get("correct", False)))
                for option in entry["options"]
            )
            return Choice(**plain, options=options)
