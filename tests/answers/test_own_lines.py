"""A red box of a sheet is short: the learner's own lines and what is wrong, nothing from inside pandas."""

import re

import pytest


@pytest.mark.parametrize(
    ("slip", "own"),
    [
        ('x = 1\nrows["dat"]', '----> 2 rows["dat"]'),
        ('rows.query("dat > 3")', "name 'dat' is not defined"),
        ('rows.query("date >")', "SyntaxError"),
        ('def of(row):\n    return row["dat"]\nrows.apply(of, axis=1)', '----> 2     return row["dat"]'),
        ("try:\n    rows.dat\nexcept AttributeError:\n    raise KeyError(1)", "----> 4     raise KeyError(1)"),
    ],
)
def test_a_slip_shows_the_learners_own_lines_alone(run, slip, own):
    run("rows = cst.events()")
    printed, red = run(slip)
    printed = re.sub(r"\x1b\[[0-9;]*m", "", printed)
    assert red and own in printed and "pandas" not in printed, printed
    assert len(printed.splitlines()) < 20
