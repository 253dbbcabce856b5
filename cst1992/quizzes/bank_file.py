"""One quiz file as a teacher writes it: read, checked question by question, made into questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cst1992.facts.files import shown_path
from cst1992.facts.lines import text_of_file
from cst1992.facts.mistakes import Mistake
from cst1992.quizzes.bank_check import problem_of
from cst1992.quizzes.questions import Choice, Match, Measure, Option, Order, Question, ShortText
from cst1992.quizzes.schema_errors import as_written
from cst1992.quizzes.slips import QUOTES, quotes_in, slip_in


class BrokenBank(Mistake):
    """A quiz file cannot be used; the message has file, question, line and mend."""


def content_of(path: Path) -> Any:
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


def problems(path: Path, questions: Any) -> Iterator[str]:
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


def question_of(entry: Any) -> Question:
    """A question of a file that is sound."""
    plain: dict[str, Any] = {key: str(entry.get(key, "")) for key in COMMON}
    plain["core"] = bool(entry["core"])
    plain["in_lms"] = {str(part): str(text) for part, text in entry.get("in_lms", {}).items()}
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
            return Choice(**plain, options=tuple(map(_option, entry["options"])))


def _option(entry: Any) -> Option:
    signs = {sign: bool(entry.get(sign, False)) for sign in ("correct", "cautious")}
    return Option(str(entry["text"]), str(entry["reply"]), **signs)
