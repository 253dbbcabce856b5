"""A box that ends in red: its usual cause is named, and the check praises no earlier answer."""

import pytest

from cst1992.answers.red_box import cause
from cst1992.answers.task import NOTHING_YET

CHECK = (
    'from cst1992.answers.task import Task\ntask = Task("T", 1)\ntask.word("word")\ntask.number("number")\ntask.tell()'
)


def test_after_a_red_box_the_check_says_so_first_and_praises_nothing(run):
    run('word = "Georgia"\nnumber = 5')
    assert "→ word:" in run(CHECK)[0]
    printed, red = run("word = Armenia\nnumber = 6")
    assert red and '→ If Armenia is an answer, it needs quotation marks: "Armenia".' in printed
    lines = run(CHECK)[0].splitlines()
    assert lines[1].startswith("✗ The answer box ended in red") and "quotation marks" in lines[1]
    assert lines[2:4] == [
        "○ word: Still the earlier answer. Mend the box, and run it again.",
        "○ number: Still the earlier answer. Mend the box, and run it again.",
    ]
    run('word = "Armenia"\nnumber = 6')
    assert "red" not in run(CHECK)[0] and "→ number: " in run(CHECK)[0]


def test_a_first_answer_that_ends_in_red_is_not_called_an_earlier_one(run):
    run("word = Armenia\nnumber = 6")
    lines = run(CHECK)[0].splitlines()
    assert "your earlier answer" not in lines[1] and lines[2] == f"✗ word: {NOTHING_YET}", lines


def test_what_stands_above_the_red_line_is_the_new_answer(run):
    run('word = "Georgia"\nnumber = 5')
    run('word = "Armenia"\nnumber = nine')
    printed = run(CHECK)[0]
    assert "→ word: A word: Armenia." in printed and "○ number: Still the earlier answer." in printed


def test_a_red_box_of_another_task_is_not_spoken_of(run):
    run('word = "Georgia"\nnumber = 5')
    run("another = nine")
    assert "red" not in run(CHECK)[0]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("x = “Armenia”", "curly"),
        ("x = «Armenia»", "curly"),
        ('x = "Armenia', "no partner"),
        ("x = [3, 4", "a bracket has no partner"),
        ("x = 6 July 1992", "quotation marks"),
        ("x = 06.07.1992", "quotation marks"),
        ("x = 3:9", "Write /, as in 1 / 4"),
        ("x = 3 400", "no comma and no blank"),
        ('x = cst.states()["name", "id"]', "two pairs of brackets"),
        ('x = cst.states()[["nonsense"]]', "no column of this name"),
        ("x = cst.references().query(\"year >= '2001'\")", "without quotation marks"),
        ('x = cst.articles().query("basis == unheard")', "it needs quotation marks: 'unheard'"),
        ('x = cst.articles().query("1998")', "A condition names a column"),
        ('x = cst.articles().query("id in unheard")', "it needs an @: @unheard"),
        ("y = 1\n x = 9", "a blank stands before the first word"),
        ("x = two", "2 in place of two"),
        ("x = 3 / cst.states()", "len(...) gives the number of rows"),
        ('rows = cst.states()\nx = rows query("name == 1")', "rows.query"),
    ],
)
def test_the_usual_cause_is_named(run, source, says):
    printed, red = run(source)
    assert red and says in printed.splitlines()[-1], printed


def test_a_cause_that_is_not_known_is_not_made_up():
    assert cause(ZeroDivisionError("division by zero"), "x = 1 / 0") == ""


@pytest.mark.parametrize("source", ["x = “Australia”", 'x = "Australia', "x = 6 July"])
def test_the_example_of_a_word_is_a_state_of_the_module(copied, source):
    table = copied / "states.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",Armenia,", ",New Zealand,", 1), encoding="utf-8")
    with pytest.raises(SyntaxError) as caught:
        compile(source, "box", "exec")
    assert '"New Zealand"' in cause(caught.value, source)


def test_the_cause_is_told_where_no_state_can_be_read(copied):
    (copied / "states.csv").unlink()
    with pytest.raises(SyntaxError) as caught:
        compile('x = "Australia', "box", "exec")
    assert cause(caught.value, 'x = "Australia').endswith('Put one at each end: "word".')
