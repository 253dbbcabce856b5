"""Explorers: every control does something, the sentence follows, and nothing jumps at an impossible choice."""

from datetime import date

import pytest

import cst1992 as cst


def test_the_explorer_says_in_words_what_it_shows_and_wraps_around():
    box = cst.explore_articles(first=11)
    (chosen, text), (sentence, card) = box.controls, box.told
    before, after = box.children[1].children[2:]
    assert "Article 11 of 11" in sentence.value and 'role="status"' in sentence.value
    after.click()
    assert chosen.value == 1 and "Article 1 ·" in card.value
    before.click()
    assert chosen.value == 11
    text.value = text.options[1][1]
    assert "Since December 2012" in card.value and "Protocol of 2010" in sentence.value


def test_the_explorer_of_paragraphs_counts_the_claims_and_wraps_around():
    box = cst.explore_paragraphs(first=8)
    (chosen,), (sentence, card) = box.controls, box.told
    before, after = box.children[1].children[1:]
    assert "Paragraph 8 of 8" in sentence.value and 'role="status"' in sentence.value
    after.click()
    assert chosen.value == 1 and "Paragraph 1, in our paraphrase" in card.value
    before.click()
    assert chosen.value == 8
    for paragraph in range(1, 9):
        chosen.value = paragraph
        count = int((cst.claims()["paragraph"] == paragraph).sum())
        assert f"{count or 'No'} claim" in sentence.value, f"paragraph {paragraph}"
    with pytest.raises(ValueError, match="paragraphs 1 to 8"):
        cst.explore_paragraphs(9)


def test_explorers_say_in_words_what_they_show_and_carry_a_table():
    box = cst.explore_timeline(highlight="Kazakhstan")
    sentence, picture = box.told
    assert 'role="status"' in sentence.value and "Kazakhstan takes part in" in sentence.value
    box.controls[0].value = "nuclear"
    assert "<svg" in picture.value and "Semipalatinsk" in picture.value.split("<details>")[1]
    box = cst.explore_membership("1999-05-01")
    change, _, style = box.controls
    sentence, picture = box.told
    assert "Did not prolong: Azerbaijan, Georgia, Uzbekistan" in sentence.value
    assert "Tiles of the fifteen" in sentence.value and "did not prolong" in picture.value.split("<details>")[1]
    style.value = "outlines"
    assert "Map of the fifteen" in sentence.value
    change.value = "1994-04-20"
    assert sentence.value.startswith('<p role="status">1994-04-20.')


def test_a_day_of_change_sets_the_date_and_another_date_leaves_it():
    box = cst.explore_membership("1992-01-31")
    change, day, _ = box.controls
    assert change.value == ""
    change.value = "1999-04-20"
    assert day.value == date(1999, 4, 20) and ">1999-04-20." in box.told[0].value
    day.value = date(2007, 4, 20)
    assert change.value == "" and ">2007-04-20." in box.told[0].value
    day.value = date(1994, 4, 20)
    assert change.value == "1994-04-20", "a day that is typed and on which something changed is named in the menu"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (None, "Write a whole day that the calendar has"),
        (date(199, 4, 20), "shows the days from 1 January 1991 to 31 December 2026, not 20 April 199"),
        (date(2027, 1, 1), "shows the days from 1 January 1991 to 31 December 2026, not 1 January 2027"),
    ],
)
def test_an_empty_or_impossible_day_is_told_and_the_picture_stays(day, told):
    box = cst.explore_membership("1999-05-01")
    sentence, picture = box.told
    before = picture.value
    box.controls[1].value = day
    assert told in sentence.value and "Below still stands what you chose before" in sentence.value
    assert picture.value == before and "1999-05-01" in picture.value
    box.controls[1].value = date(1995, 5, 31)
    assert ">1995-05-31." in sentence.value and picture.value != before


def test_a_day_outside_the_years_of_the_explorer_is_named():
    with pytest.raises(ValueError, match="shows the days from 1 January 1991 to 31 December 2026, not 1 January 1985"):
        cst.explore_membership("1985-01-01")


def test_the_explorer_of_requests_filters_and_shows_each_case():
    box = cst.explore_requests()
    sentence, card = box.told
    state, _, answer, case = box.controls
    assert f"{len(cst.requests())} cases in this selection" in sentence.value
    state.value = "Kazakhstan"
    assert "1 case in this selection" in sentence.value and "optional in class" in card.value
    answer.value = "nothing found"
    assert "No case in this selection" in sentence.value and card.value == ""
    assert case.options[0][0] == "no case in this selection"


def test_the_explorer_of_threats_follows_its_menu():
    box = cst.explore_threats()
    box.controls[0].value = "drug-business"
    assert "drug business" in box.told[0].value and "kg of heroin" in box.told[1].value.split("<details>")[1]
