"""A bank for a learning management system, in one of two formats, read back and compared.

What a format cannot hold is left out and said, question by question. Whatever is written is read back: it must hold
the same questions with the same right answers.
"""

from __future__ import annotations

from cst1992.facts.mistakes import Mistake
from cst1992.quizzes.bank import Bank
from cst1992.teacher.export.content import Export, right_answers
from cst1992.teacher.export.elsewhere import away_from_the_page
from cst1992.teacher.export.moodle import moodle
from cst1992.teacher.export.qti import qti
from cst1992.teacher.export.read_back import moodle_answers, qti_answers

FORMATS = {"moodle-xml": (moodle, moodle_answers), "qti": (qti, qti_answers)}


def export(bank: Bank, form: str) -> Export:
    """A bank in one of the two formats, read back and compared.

    Raises
    ------
    ValueError
        The format is not known, or text2qti is not installed.
    """
    if form not in FORMATS:
        raise Mistake(f"There is no format {form!r}. There are: {', '.join(FORMATS)}.")
    write, read_back = FORMATS[form]
    bank, pointed = away_from_the_page(bank)
    made = write(bank)
    made.left_out = [*pointed, *made.left_out]
    found = read_back(made.content)
    written = {question.id: right_answers(question) for question in bank.questions if question.id in made.questions}
    different = [name for name in {**written, **found} if written.get(name) != found.get(name)]
    if different:
        raise Mistake(
            f"The export does not read back as written, in these questions: {', '.join(different)}. Please report this."
        )
    return made
