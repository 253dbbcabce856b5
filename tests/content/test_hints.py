"""A hint is not the answer: no message that a student sees before the marking shows what is right in that task."""

import ast
import re
from datetime import date
from unittest.mock import patch

import pytest

from cst1992.answers.plain_values import NotPlain
from cst1992.answers.task import Task
from cst1992.facts.spelling.dates import as_span
from cst1992.teacher.assignments import assignment_names
from tests.sheets import is_check, master, run_cell, score

NAMES = assignment_names()
WRONG = (
    None, 0, 5, 3, 8, 12, 13, 99, 0.4, 250, True, "", "x", "many", "x and y", "1/7", "50 %", "1,234", (1, 234), [], ["x"],
    {"x"}, ["x", "y", "z"], [0], [99, 100], "1900-10-31", "2030", date(2030, 1, 1), "Poland", ["Poland", "Kazakstan"],
    "Kazakhstan", "supported", "open", "yes", lambda: 1,
)  # fmt: skip
CHOICES = re.compile(r"(There are|Choose one of): .*$")  # all that there are, the right one among them


def told_by(name):
    """By title: every check of the form with what it was asked, and what its hidden part takes for right."""
    seen, right, original = {}, {}, Task._check

    def listening(task, answer, check, weight, told):
        if "right" in told:
            right.setdefault((task.title, answer), told["right"])
        else:
            seen.setdefault((task.title, answer), (check, told))
        original(task, answer, check, weight, told)

    with patch.object(Task, "_check", listening):
        score(master(name))
    return seen, right


def parts(right):
    """The single values of what is right: of a list its members, of a table its cells."""
    if isinstance(right, (list, tuple)):
        return [part for one in right for part in parts(one)]
    return [right]


def stands_in(message, right):
    """A number in figures, a day in any form, any other text as words."""
    if isinstance(right, (int, float)) or re.fullmatch(r"[\d.]+", str(right)):
        return re.search(rf"(?<![\w.,-]){re.escape(f'{float(right):g}')}(?![\w-]|[.,]\d)", message)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", str(right)):
        days = re.findall(r"\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]+ \d{4}", message)
        return any(as_span(day) == as_span(right) for day in days)
    return re.search(rf"(?<![\w-]){re.escape(str(right).casefold())}(?![\w-])", message.casefold())


def messages(check, told):
    """What a check of the form says to wrong answers, its own replies included; the answer itself is cut out."""
    for answer in WRONG:
        try:
            verdict = check(answer, **told)
        except NotPlain as fault:
            yield str(fault)
            continue
        if not verdict.good:
            message = re.sub(rf"(?<!\w){re.escape(str(answer))}(?!\w)", "", CHOICES.sub("", verdict.sentence))
            yield message
    yield from (told.get("replies") or {}).values()


@pytest.mark.parametrize("name", NAMES)
def test_no_message_of_a_check_shows_a_right_value(name):
    seen, right = told_by(name)
    leaks = []
    for (title, answer), wanted in right.items():
        if (title, answer) not in seen:
            continue
        check, told = seen[title, answer]
        one_of_many = name == "06_capstone" and answer == "request_id"
        for value in [] if one_of_many else parts(wanted):
            leaks += [(answer, value, one) for one in sorted({*messages(check, told)}) if stands_in(one, value)]
    assert leaks == [] and len(seen) > 8, "\n".join(map(str, leaks))


def constants(source):
    return {
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and node.value not in (..., "")
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_verb_that_is_asked_wrongly_shows_nothing_that_the_answer_needs(name):
    """The offered lines, with something wrong in place of the dots."""
    pytest.importorskip("nbgrader", reason="sheets are made by nbgrader: pip install -e '.[grading]'")
    from cst1992.teacher.release import exercise_of

    whole, names, told = master(name), {"__name__": "sheet"}, 0
    sheet = {cell.id: cell.source for cell in exercise_of(whole).cells}
    for cell in whole.cells:
        offered = sheet[cell.id]
        if cell.cell_type != "code" or cell.source.startswith("%%") or is_check(cell):
            continue
        if cell.metadata.get("nbgrader", {}).get("solution") and not all(
            line.endswith(" = ...") for line in offered.split("\n") if line
        ):
            needed = constants(cell.source) - constants(offered)
            for wrong in ("xyz", "99", "1900-01-01", "in force"):
                try:
                    run_cell(
                        offered.replace('"..."', f'"{wrong}"').replace("'...'", f"'{wrong}'").replace("...", "99"),
                        dict(names),
                    )
                except Exception as fault:
                    told += 1
                    shown = [
                        value
                        for value in needed
                        if str(value) != wrong and stands_in(CHOICES.sub("", str(fault)), value)
                    ]
                    assert shown == [], f"{cell.id}: {fault}"
        run_cell(cell.source, names)
    assert told or name != "03_the_signatories", "nothing was asked wrongly"
