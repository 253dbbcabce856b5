"""A table to read: nothing is cut, what is missing stays blank, Russian is marked as Russian."""

import numpy as np
import pandas as pd

import cst1992 as cst


def test_russian_terms_are_marked_as_russian():
    assert '<span lang="ru">' in cst.article(4).html
    assert '<td lang="ru" data-label="term (Russian):">' in cst.read(cst.glossary()[["term", "term_ru"]]).html


def test_a_table_is_read_in_full_with_missing_values_left_blank():
    table = pd.DataFrame({"who_decides": ["x" * 300, None], "on": [pd.Timestamp("1992-05-15"), pd.NaT]})
    card = cst.read(table, "A caption")
    assert "x" * 300 in card.html and "1992-05-15" in card.html and "None" not in card.html and "NaT" not in card.html
    assert "<caption>A caption</caption>" in card.html and '<th scope="col">who decides</th>' in card.html


def test_an_index_that_names_something_is_read_with_the_table():
    ways = cst.requests()["way"].value_counts().to_frame()
    not_asked = (cst.requests()["way"] == "not asked").sum()
    assert f"way: not asked; count: {not_asked}" in cst.read(ways).text
    crossed = pd.crosstab(cst.requests()["way"], cst.requests()["answer"])
    assert "way: offered; forces: 0" in cst.read(crossed).text
    assert cst.read(cst.glossary().set_index("term")[[]]).text.startswith("term: ")
    assert cst.read(cst.glossary()[["term"]].iloc[5:]).text.startswith("term: "), "row numbers say nothing"


def test_a_cell_may_hold_several_values_and_a_caption_may_be_a_number():
    several = pd.DataFrame({"years": [np.array([1992, 1999]), [None, True]], "so": [np.bool_(True), None]})
    assert cst.read(several, 5).text == "5\nyears: 1992, 1999; so: yes\nyears: , yes"


def test_html_in_a_table_is_shown_not_run():
    assert "<script>" not in cst.read(pd.DataFrame({"a": ["<script>alert(1)</script>"]})).html


def test_beside_its_precision_a_date_is_shown_as_exactly_as_it_is_known():
    events = cst.events().query(
        "id in ['1994-kazakhstan-nato-partnership', '1999-08-batken', '1994-04-20-entry-into-force']"
    )
    card = cst.read(events[["date", "date_precision", "label"]])
    assert [line.split(";")[0] for line in card.text.splitlines()] == [
        "date: 1994",
        "date: 1994-04-20",
        "date: 1999-08",
    ]
    assert "precision" not in card.html
