"""What a page asks of a learner, step by step, and what the record knows of each step."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from cst1992.cards.claims import chosen_claims
from cst1992.facts.mistakes import Mistake
from cst1992.page.outline import Box, Page
from cst1992.page.record_entries import Entry, answers_of, last_of
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.quizzes.questions import Question


@dataclass(frozen=True)
class Step:
    """One thing to do on a page: what it is, where it stands, whether it belongs to the core.

    `entry` is what the record has last of it, empty where it has nothing; `question` and `quiz` are those of a quiz.
    """

    what: str
    box: Box
    core: bool
    entry: Entry
    question: Question | None = None

    @property
    def done(self) -> bool:
        """Was it done, rightly or not?"""
        return bool(self.entry)

    @property
    def right(self) -> bool:
        """Was it a question that was last answered rightly?"""
        return self.question is not None and self.entry.get("mark") == 1

    @property
    def missed(self) -> bool:
        """Was it a question that was last answered wrongly, or looked up?"""
        return self.question is not None and self.done and not self.right


def _calls(box: Box) -> Iterator[tuple[str, list[Any], dict[str, Any]]]:
    """The calls of our verbs in a box: verb, and what stands in it as plain values."""
    try:
        nodes = list(ast.walk(ast.parse(box.code)))
    except SyntaxError:
        return
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            given = [part.value if isinstance(part, ast.Constant) else None for part in node.args]
            named = {
                part.arg: part.value.value
                for part in node.keywords
                if part.arg and isinstance(part.value, ast.Constant)
            }
            yield node.func.attr, given, named


def steps_of(page: Page, entries: list[Entry]) -> list[Step]:
    """Everything that a page asks to be done and that the record can know of, in the order of the page.

    The cases to decide are one step: one of them is enough.
    """
    found: list[Step] = []
    for box in page.boxes:
        for verb, given, named in _calls(box):
            found += _steps_in(box, entries, verb, given, named)
    decisions = [step for step in found if step.what == DECISION]
    chosen = latest(decisions) or (decisions[0] if decisions else None)
    core = any(step.core for step in decisions)
    return [
        replace(step, core=core) if step is chosen else step
        for step in found
        if step.what != DECISION or step is chosen
    ]


DECISION = "A case, decided"


def _steps_in(box: Box, entries: list[Entry], verb: str, given: list[Any], named: dict[str, Any]) -> list[Step]:
    """The steps that one call asks for."""
    core = box.core
    key = str(given[0]) if given else ""
    match verb:
        case "my_answer":
            moment = "revised" if named.get("revised") else "first"
            what = "Your answer, revised" if moment == "revised" else box.heading
            return [Step(what, box, core, last_of(entries, "own words", notebook=key, moment=moment))]
        case "choose_country":
            return [Step(box.heading, box, core, last_of(entries, "country"))]
        case "decide":
            return [Step(DECISION, box, core, last_of(entries, "decision", case=key))]
        case "weigh_claims":
            return [Step("Claims, weighed", box, False, _last_verdict(entries, named))]
        case "quiz":
            return _questions(box, entries, key, named.get("section"))
    return []


def _last_verdict(entries: list[Entry], named: dict[str, Any]) -> Entry:
    """The last verdict on one of the claims that a box sets out; empty where none was given."""
    try:
        asked = {part: named.get(part) for part in ("article", "paragraph", "phrase")}
        claims, _ = chosen_claims(ledger=named.get("ledger"), **asked)
    except Mistake:
        return {}
    ids = {claim["id"] for claim in claims}
    given = [entry for entry in entries if entry["kind"] == "verdict" and entry["claim"] in ids]
    return given[-1] if given else {}


def _questions(box: Box, entries: list[Entry], name: str, section: Any) -> list[Step]:
    if name not in bank_names():
        return []
    answers = answers_of(entries, name)
    return [
        Step(question.prompt, box, box.core and question.core, answers.get(question.id, {}), question)
        for question in load_bank(name).asked(section)
    ]


def latest(steps: list[Step]) -> Step | None:
    """The step that was done last; None where none was done."""
    found = [(datetime.fromisoformat(step.entry["when"]), place) for place, step in enumerate(steps) if step.done]
    return steps[max(found)[1]] if found else None


def open_core(steps: list[Step]) -> list[Step]:
    """The steps of the core that are not done yet."""
    return [step for step in steps if step.core and not step.done]
