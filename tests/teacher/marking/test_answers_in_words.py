"""Answers as a person reads them: as the sheet writes them, short, whatever was handed in."""

from datetime import date

import pandas as pd
import pytest

from cst1992.teacher.marking.answers_in_words import in_words
from cst1992.teacher.marking.inside.values import written


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (9, "9"),
        (1 / 3, "0.333333"),
        (None, "None"),
        ("6 July 1992", '"6 July 1992"'),
        (["Armenia", "Russia"], '["Armenia", "Russia"]'),
        ({"a": (1, True)}, '{"a": (1, True)}'),
        (("arms-and-training",), '("arms-and-training",)'),
        (date(1992, 5, 15), "1992-05-15"),
        (pd.Timestamp("1999-04-20"), "1999-04-20"),
        (pd.Series([1, 2]), "[1, 2]"),
        (pd.DataFrame({"state": ["Georgia", None], "n": [1, 2]}), "state | n\nGeorgia | 1\n | 2"),
        (..., "..."),
        (print, "<builtin_function_or_method>"),
        ([[[[[[1]]]]]], "[[[[[…]]]]]"),
    ],
)
def test_an_answer_reads_as_the_sheet_writes_it(value, shown):
    assert in_words(written(value)) == shown


def test_a_long_answer_is_cut_and_says_so():
    assert len(in_words("x" * 10_000)) == 600 and in_words("x" * 10_000).endswith("…")
    assert in_words(written(list(range(1_000)))).endswith("39, …]")
    lines = in_words(written(pd.DataFrame({"n": range(100)}))).splitlines()
    assert (len(lines), lines[-2:]) == (14, ["11", "…"])
    wide = in_words(written(pd.DataFrame({f"column {place}": range(100) for place in range(13)})))
    assert len(wide.splitlines()) == 5, "of a wide table its names and three rows are enough"


@pytest.mark.parametrize("value", [{}, {"table": 7}, {"numpy": {"x": 1}}, {"dict": [[1]]}, [1], {"list": {"a": 1}}])
def test_what_nothing_of_ours_has_written_is_something(value):
    assert in_words(value) == "<something>"
