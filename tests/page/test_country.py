"""The country that is followed, met again in each notebook."""

import pytest

import cst1992 as cst
from cst1992.page import record
from cst1992.page.country import ABOUT, followed


@pytest.mark.parametrize("number", ABOUT)
def test_every_one_of_the_fifteen_has_a_card_in_every_notebook(number):
    for state in cst.states()["name"]:
        card = cst.country(number, state=state)
        assert state in card.html and len(card.text.splitlines()) >= 2, f"{state} in notebook {number}"


def test_a_country_for_which_nothing_was_found_hears_so():
    assert "none. A silent table tells something about the table" in cst.country("06", state="Estonia").text


def test_the_choice_is_kept_and_met_again():
    assert followed() == "Kazakhstan"
    cst.choose_country("Грузия")
    assert followed() == "Georgia" and cst.country("03").text.startswith("Georgia · acceded in 1993")
    widget = cst.choose_country()
    menu, keep = widget.children[1].children
    menu.value = "Lithuania"
    keep.click()
    assert followed() == "Lithuania" and len(record.entries()) == 2


def test_the_card_of_1999_names_papers_not_keys():
    text = cst.country("03", state="Georgia").text
    assert "treaty-1992" not in text and "1999-04-20" in text


def test_an_unknown_notebook_or_country_is_named():
    with pytest.raises(ValueError, match="01 to 06"):
        cst.country("07")
    with pytest.raises(ValueError, match="Did you mean 'Georgia'"):
        cst.choose_country("Gorgia")


def test_a_country_never_chosen_is_offered_on_the_card_itself():
    box = cst.country("03")
    row, told, card = box.children[1:4]
    chosen, follow = row.children
    assert "You follow no country yet" in told.value and "Kazakhstan" in card.value
    chosen.value = "Georgia"
    follow.click()
    assert followed() == "Georgia"
    assert "You follow Georgia (acceded in 1993)." in told.value and "Georgia · acceded in 1993" in card.value
    assert cst.country("03").text.startswith("Georgia")
