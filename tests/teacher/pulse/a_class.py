"""A class that hands in its records: made up, and the same every time."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta

from cst1992.facts.module import module
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.quizzes.marking import right_answer
from cst1992.quizzes.questions import Choice, Match, Measure, Order, Question

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
WORDS = "They promise to help. Who decides when, and what happens if nobody does? <b>I</b> am not sure yet."


class Learner:
    """A record that grows line by line; each line one minute and some milliseconds after the one before."""

    def __init__(self, number: int, of: str = "") -> None:
        self.number, self.lines, self.module = number, [], of or module().record
        self.chance = random.Random(number)

    def keep(self, kind: str, **what: object) -> Learner:
        when = START + timedelta(days=self.number, minutes=len(self.lines), milliseconds=self.chance.randrange(1000))
        entry = {"kind": kind, "when": when.isoformat(timespec="milliseconds"), "module": self.module, **what}
        self.lines.append(json.dumps(entry, ensure_ascii=False))
        return self

    def answer(self, quiz: str, question: str, *answers: object, mark: float = 0) -> Learner:
        for answer in answers:
            self.keep("answer", quiz=quiz, question=question, answer=answer, mark=mark)
        return self

    def content(self) -> bytes:
        return "".join(f"{line}\n" for line in self.lines).encode()


def wrong_answer(question: Question, chance: random.Random) -> object:
    match question:
        case Choice(options=options):
            return [chance.choice([place for place, option in enumerate(options) if not option.correct])]
        case Order(items=items):
            order = list(range(len(items)))
            place = chance.randrange(len(items) - 1)
            order[place : place + 2] = reversed(order[place : place + 2])
            return order
        case Match(pairs=pairs):
            rights = [right for _, right in pairs]
            chance.shuffle(rights)
            return rights
        case Measure(replies=replies):
            return chance.choice([*replies, "1234"]) if not question.dated else chance.choice([*replies, "1990-01-01"])
        case _:
            return chance.choice([*question.replies, "something else"])


def learner_of(number: int) -> Learner:
    """One learner who goes through the whole walk: some things wrong at first, most of them right in the end."""
    learner = Learner(number)
    for name in bank_names():
        learner.keep(
            "own words", notebook=name[:2], moment="first", prompt="What is it worth?", text=f"{WORDS} {number}"
        )
        for place, question in enumerate(load_bank(name).questions):
            if learner.chance.random() < 0.1:
                continue
            weak = 0.15 + 0.1 * (place % 7)
            while learner.chance.random() < weak:
                learner.answer(name, question.id, wrong_answer(question, learner.chance))
                weak *= 0.6
            if learner.chance.random() < 0.92:
                learner.answer(name, question.id, right_answer(question), mark=1)
        learner.keep("own words", notebook=name[:2], moment="revised", prompt="What is it worth?", text=f"Now: {WORDS}")
    return learner


def hand_in(folder, count: int, name="Learner {0}_{1}_assignsubmission_file/mine.jsonl") -> None:
    """Records of so many learners, as Moodle's zip file has them."""
    for number in range(count):
        path = folder / name.format(number, 1000 + number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(learner_of(number).content())
