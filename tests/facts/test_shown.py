"""Our tables when they stand alone in a box: real DataFrames, laid out to be read."""

import pickle
import re

import pandas as pd
import pytest

import cst1992 as cst
from cst1992.answers.plain_values import plain
from cst1992.facts.shown import Column, Table, shown_html

EVENTS = cst.events()
OPEN = EVENTS.head(98)
"""As many rows as a bare table lays out; a test below asks for more."""
CARRIED_ON = {
    "query": lambda: EVENTS.query("core"),
    "columns": lambda: EVENTS[["date", "title"]],
    "rows": lambda: EVENTS[EVENTS["date"] < "1992"],
    "head": lambda: EVENTS.head(3),
    "sorted": lambda: EVENTS.sort_values("title"),
    "assigned": lambda: EVENTS.assign(year=EVENTS["date"].dt.year),
    "merged": lambda: EVENTS.merge(cst.sources(), left_on="source", right_on="id"),
    "counted by group": lambda: EVENTS.groupby("confidence", observed=True).size().reset_index(name="events"),
    "stacked": lambda: pd.concat([EVENTS, EVENTS]),
    "parties": lambda: cst.parties("1994-04-20"),
    "standing": lambda: cst.standing("1994-04-20"),
    "sources": lambda: cst.sources_for("article-04"),
}


@pytest.mark.parametrize("how", CARRIED_ON)
def test_what_is_made_of_a_table_of_ours_is_a_dataframe_that_is_laid_out_too(how):
    frame = CARRIED_ON[how]()
    assert isinstance(frame, pd.DataFrame) and isinstance(frame, Table)
    html = frame._repr_html_()
    assert 'class="cst-bare"' in html and "dataframe" not in html
    assert f"{len(frame)} row" in html


@pytest.mark.parametrize("column", ["title", "date", "core"])
def test_a_column_is_a_series_that_is_laid_out_too(column):
    series = EVENTS[column]
    assert isinstance(series, pd.Series) and isinstance(series, Column)
    for shown in (series, series.value_counts(), EVENTS.groupby(column).size(), EVENTS.iloc[0]):
        assert 'class="cst-bare"' in shown._repr_html_()
        assert "dtype" not in shown._repr_html_() and "dtype" not in repr(shown)


def test_no_text_and_no_column_of_a_table_is_cut():
    for frame in (cst.disagreements("georgia"), OPEN, cst.requests()):
        html = frame._repr_html_()
        text = re.sub(r"<[^>]+>", " ", html)
        assert "..." not in re.sub(r"<[^>]+>", " ", frame.head(0)._repr_html_())
        for column in frame.columns:
            assert f"<code>{column}</code>" in html
        for cell in frame["id"]:
            assert cell in text, f"{cell} is not reached"
        for cell in frame["source"]:
            assert cell in text


def test_ten_rows_stand_open_and_the_others_are_folded_under_a_name_that_says_which():
    html = OPEN._repr_html_()
    before, folded = html.split("<details>")
    assert before.count("<li>") == 10 and folded.count("<li>") == len(OPEN) - 10
    assert f"Rows 11 to {len(OPEN)} of {len(OPEN)}</summary>" in folded
    assert "<details>" not in EVENTS.head(10)._repr_html_()


def test_a_table_of_hundreds_of_rows_says_how_to_see_the_last_ones():
    many = pd.concat([EVENTS] * 4, ignore_index=True)
    html = many._repr_html_()
    assert f"Rows 101 to {len(many)}: add .tail({len(many) - 100})." in html and html.count("<li>") == 100


def test_a_small_table_stands_as_a_table_with_the_names_that_a_query_takes():
    html = EVENTS[["date", "label", "core"]].query("core").head(2)._repr_html_()
    assert html.count("<tr>") == 3 and '<th scope="col">core</th>' in html and ">True<" in html


def test_a_wide_table_stands_as_rows_below_each_other_without_empty_cells():
    html = EVENTS.head(2)._repr_html_()
    assert "<table" not in html and "<dt>date_precision</dt> <dd>day</dd>" in html
    assert "nan" not in html.casefold() and "<dd></dd>" not in html


@pytest.mark.parametrize(
    "frame", [EVENTS.head(0), EVENTS[[]], Table(), EVENTS.head(2).T], ids=["rows", "columns", "all", "turned"]
)
def test_an_empty_or_turned_table_is_shown_too(frame):
    assert f"{frame.shape[0]} rows, {frame.shape[1]} column" in frame._repr_html_()


def test_html_in_a_cell_a_name_or_an_index_is_shown_not_run():
    evil = "<script>alert(1)</script>"
    for length in (1, 40):
        assert "<script" not in shown_html(pd.DataFrame({evil: [evil * length]}, index=[evil]))
        assert "<script" not in shown_html(pd.DataFrame({f"{evil}{n}": [evil] for n in range(9)}))


def test_print_and_the_option_of_pandas_keep_what_pandas_gives():
    assert repr(EVENTS) == repr(pd.DataFrame(EVENTS))
    with pd.option_context("display.notebook_repr_html", False):
        assert EVENTS._repr_html_() is None and EVENTS["title"]._repr_html_() is None


def test_a_table_of_ours_is_an_answer_and_travels():
    assert plain(EVENTS.head(2)[["id", "core"]]) == EVENTS.head(2)[["id", "core"]].to_dict("records")
    assert plain(EVENTS["id"].head(2)) == list(EVENTS["id"].head(2))
    pd.testing.assert_frame_equal(pickle.loads(pickle.dumps(EVENTS)), EVENTS)
    assert EVENTS.equals(pd.DataFrame(EVENTS)) and pd.DataFrame(EVENTS).equals(EVENTS)
