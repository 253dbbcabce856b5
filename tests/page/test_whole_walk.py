"""The record of the whole walk: what is done, what was missed, where to go on."""

import cst1992 as cst
from cst1992.page import record
from cst1992.page.outline import walk_pages
from tests.page.touching import answer_all, own_answers


def test_my_record_says_the_same_for_the_whole_walk(tmp_path, monkeypatch):
    assert cst.my_record().text.startswith("You have not answered") and "Your walk" not in cst.my_record().html
    record.keep("own words", notebook="00", moment="first", prompt="?", text="Help.")
    assert "- 00 What would you expect of a promise of help? core done 1 of 4" in cst.my_record().text
    answer_all("02", wrong=["art4-duty"])
    told = cst.my_record()
    assert "core done 6 of 8" in told.text and "Missed: 1 question." in told.text
    assert "- page 02, The skill: close reading" in told.text
    assert "Read again: 02, The skill: close reading</a>" in told.html and "02_the_treaty_articles.ipynb" in told.html
    assert "You can now read an obligation closely" in told.text
    assert "Go on here: 00, The country you follow" in told.text
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("cst1992.page.outline.module_folder", lambda: tmp_path)
    assert "Your walk" not in cst.my_record().text and "Bars by objective" in cst.my_record().text


def test_the_whole_walk_can_be_finished():
    record.keep("country", state="Georgia")
    record.keep("decision", case="armenia-2022", choice="a choice", reasons="a reason")
    for page in walk_pages():
        if page.number != "00":
            answer_all(page.number)
        for notebook in own_answers(page):
            for moment in ("first", "revised"):
                record.keep("own words", notebook=notebook, moment=moment, prompt="?", text="Mine.")
    assert "The core of every page is done. cst.review() asks again what was missed." in cst.my_record().text
