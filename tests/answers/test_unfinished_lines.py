"""Three dots: a line that still has them waits and says so; dots in a sentence are an answer."""

import ast

import pytest

from cst1992.answers.unfinished_lines import wait_for_gaps


def test_dots_that_are_replaced_give_an_answer(run):
    printed, red = run('bound = len(cst.parties("..."))')
    assert not red and printed == "Line 1 waits: write what is missing in place of the three dots.\n"
    assert run("print(bound is None)")[0] == "Line 1 waits: bound is still three dots.\n"
    assert run('bound = len(cst.parties("1994-04-19"))') == ("", False)
    assert run("print(bound)")[0] == "0\n"


def test_what_needs_an_unfinished_line_waits_with_it(run):
    printed, red = run('ids = ["a", "..."]\nrows = cst.events().query("id in @ids")\nprint(rows)\nother = 5')
    assert not red and printed.splitlines() == [
        "Line 1 waits: write what is missing in place of the three dots.",
        "Line 2 waits: ids is still three dots.",
        "Line 3 waits: rows is still three dots.",
    ]
    assert run("print(other)")[0] == "5\n"


@pytest.mark.parametrize("answer", ['"He said: wait ... and went."', '"…"', '"and so on..."', "[1995, 1998]"])
def test_dots_in_a_sentence_are_an_answer(answer):
    tree, told = wait_for_gaps(ast.parse(f"answer = {answer}"))
    assert told == [] and ast.unparse(tree) == ast.unparse(ast.parse(f"answer = {answer}"))
