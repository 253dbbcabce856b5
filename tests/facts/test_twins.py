"""A table with a twin in another language: its words come from there, and what the twin lacks stays English."""

import pytest

import cst1992 as cst
from cst1992.facts.catalogues import speaking
from cst1992.facts.package import as_written, rows
from tests.speech.marked_language import CODE, in_marks, write_catalogue


@pytest.fixture
def begun(copied):
    """A language in which two cells of one table, an agreed word and a state have been translated."""
    write_catalogue(copied, CODE, in_marks)
    told = "id,title,number,kind\narticle-04,Títlé,9,ínvéntéd\narticle-05,,,\nno-such-article,Nó,,\n"
    (copied / CODE / "articles.csv").write_text(told, encoding="utf-8")
    agreed = "column,word,said,heading\nconfidence,high,ħíǵħ,\nstate,Belarus,Ƀéláŕús,\n"
    (copied / CODE / "agreed_words.csv").write_text(agreed, encoding="utf-8")
    with speaking(CODE):
        yield copied


def test_words_come_from_the_twin_and_numbers_agreed_words_and_what_is_missing_from_the_table(begun):
    english = {row["id"]: row for row in as_written("articles")}
    for row in rows("articles"):
        assert row == {**english[row["id"]], **({"title": "Títlé"} if row["number"] == 4 else {})}


def test_agreed_words_and_states_are_translated_where_they_are_shown_and_not_in_the_table(begun):
    assert "ħíǵħ" in cst.article(4).text and cst.articles()["confidence"].tolist()[3] == "high"
    assert cst.parties("1994-04-20")["state"].tolist().count("Belarus") == 1
    assert "Ƀéláŕús" in cst.membership_map("1994-04-20").alt and "Armenia" in cst.membership_map("1994-04-20").alt


def test_a_twin_is_read_again_when_it_has_changed(begun):
    twin = begun / CODE / "articles.csv"
    twin.write_text(twin.read_text(encoding="utf-8").replace("Títlé", "Ánóther títlé"), encoding="utf-8")
    assert rows("articles")[3]["title"] == "Ánóther títlé"
