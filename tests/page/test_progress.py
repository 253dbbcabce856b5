"""What somebody has done, by notebook and by objective."""

import cst1992 as cst
from cst1992.page.progress import record_table
from tests.page.touching import answer


def test_my_record_counts_by_notebook_and_objective():
    assert "not answered a question yet" in cst.my_record().text
    answer("art4-duty", mark=1)
    answer("art2-threat", mark=0, answer=[1])
    table = record_table()
    reading = table[(table["notebook"] == "02_the_treaty_articles") & (table["objective"] == "close-read")].iloc[0]
    assert (reading["answered"], reading["right"]) == (2, 1)
    card = cst.my_record()
    assert "<svg" in card.html and "Bars by objective" in card.text and 'role="img"' in card.html
