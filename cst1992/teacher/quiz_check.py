"""What `cst1992 quiz check` says: of each file whether it is sound, and how far a guesser would get in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cst1992.facts.mistakes import Mistake
from cst1992.facts.wording import many
from cst1992.quizzes.bank import Bank, bank_names, load_bank
from cst1992.quizzes.guessing import Guess, by_caution, by_length, single_choices
from cst1992.quizzes.questions import Question


def print_check(files: Sequence[str]) -> int:
    """Check quiz files, all of the module where none is named; the number of those that cannot be used."""
    sound: list[Bank] = []
    names = files or bank_names()
    for name in names:
        try:
            bank = load_bank(name)
        except Mistake as mistake:
            print(f"✗ {mistake}")
        else:
            sound.append(bank)
            core = sum(question.core for question in bank.questions)
            asked = many(len(bank.questions), "question", "questions")
            print(f"✓ {name}: {asked}, {core} of them on the core path, all sound")
            print(*guessed(bank.questions), sep="\n")
    if len(sound) > 1:
        print(f"Together, {len(sound)} quizzes:")
        print(*guessed([question for bank in sound for question in bank.questions]), sep="\n")
    return len(names) - len(sound)


def guessed(questions: Sequence[Question]) -> Iterator[str]:
    """How far a guesser would get, a line for each way of guessing, and what is not marked."""
    asked = len(single_choices(questions))
    if not asked:
        yield "  no single choice, so nothing to guess by caution or by length"
        return
    cautious = by_caution(questions)
    if cautious.asked:
        yield f"  the most cautious option is right in {_told(cautious)}"
    if missing := asked - cautious.asked:
        yield (
            f"  {many(missing, 'single choice marks', 'single choices mark')} no cautious option: write `cautious: true` "
            "under the option that claims least, if there is one"
        )
    yield f"  the longest option is right in {_told(by_length(questions))}"


def _told(guess: Guess) -> str:
    return f"{guess.right} of {guess.asked}, {guess.share:.0%} (by chance {guess.by_chance:.0%})"
