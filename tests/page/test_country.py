"""The country that is followed, met again in each notebook."""

import json

import pytest

import cst1992 as cst
from cst1992.facts.mistakes import AbsentSection
from cst1992.facts.module import module
from cst1992.facts.package import rows
from cst1992.page import record
from cst1992.page.country import followed


@pytest.mark.parametrize("number", module().topics)
@pytest.mark.slow
def test_every_one_of_the_fifteen_has_a_card_in_every_notebook(number):
    for state in cst.states()["name"]:
        card = cst.country(number, state=state)
        assert state in card.html and len(card.text.splitlines()) >= 2, f"{state} in notebook {number}"


def test_a_country_for_which_nothing_was_found_hears_so():
    assert "none. A silent table tells something about the table" in cst.country("06", state="Estonia").text


def test_a_date_known_as_a_year_or_a_month_is_shown_as_one_on_every_card():
    inexact = [row for table in ("events", "treaty_actions", "requests") for row in rows(table)]
    first_days = {row.day("date").isoformat() for row in inexact if row.text("date_precision") != "day"}
    known = {row.day("date").isoformat() for row in inexact if row.text("date_precision") == "day"}
    for number in module().topics:
        for state in cst.states()["name"]:
            card = cst.country(number, state=state)
            assert [day for day in first_days - known if day in card.html + card.text] == [], f"{state}, {number}"
    assert "date: 1994; title" in cst.country("05", state="Georgia").text


def test_what_is_told_of_an_event_stands_on_the_card_with_what_others_dispute():
    card = cst.country("04", state="Georgia")
    for told in ("The UN Security Council condemns", "predominantly Georgian"):
        assert told in card.text and told in card.html.partition("<details>")[2]


def test_an_act_stands_with_the_words_of_the_state_itself():
    assert "brought Georgia no good" in cst.country("03", state="Georgia").html.partition("<details>")[2]


def test_a_state_without_an_act_hears_why_without_a_fold():
    card = cst.country("03", state="Lithuania").html
    assert "Constitutional Act of 8 June 1992" in card and "<details>" not in card


def test_the_choice_is_kept_and_met_again():
    assert followed() == "Kazakhstan"
    cst.choose_country("Грузия")
    assert followed() == "Georgia" and cst.country("03").text.startswith("Georgia · acceded in 1993")
    widget = cst.choose_country()
    menu, keep, _ = widget.children[1].children
    menu.value = "Lithuania"
    keep.click()
    assert followed() == "Lithuania" and len(record.entries()) == 2


def test_the_card_of_1999_names_papers_not_keys():
    text = cst.country("03", state="Georgia").text
    assert "treaty-1992" not in text and "1999-04-20" in text


def test_an_unknown_notebook_or_country_is_named():
    with pytest.raises(ValueError, match="01, 02, 03, 04, 05, 06; '07' is none of them"):
        cst.country("07")
    with pytest.raises(ValueError, match="Did you mean 'Georgia'"):
        cst.choose_country("Gorgia")


def test_a_country_never_chosen_is_offered_on_the_card_itself():
    box = cst.country("03")
    row, told, card = box.children[1:4]
    chosen, follow, _ = row.children
    assert "You follow no country yet" in told.value and "Kazakhstan" in card.value
    chosen.value = "Georgia"
    follow.click()
    assert followed() == "Georgia"
    assert "You follow Georgia (acceded in 1993)." in told.value and "Georgia · acceded in 1993" in card.value
    assert cst.country("03").text.startswith("Georgia")


def test_another_first_country_and_other_days_are_lines_of_the_modules_file(copied):
    path = copied / "module.yaml"
    text = path.read_text(encoding="utf-8").replace("until_chosen: Kazakhstan", "until_chosen: Estonia")
    path.write_text(text.replace("1994-04-20: entry into force", "1994-05-20: entry into force"), encoding="utf-8")
    assert followed() == "Estonia"
    card = cst.country("02").children[3].value
    assert "Estonia" in card and "1994-05-20" in card and "1994-04-20" not in card


def test_a_country_of_another_module_in_the_record_is_left_aside():
    record.keep("country", state="New Zealand")
    assert followed() == "Kazakhstan"


def test_a_module_without_topics_says_so(copied):
    path = copied / "module.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("  topics:")[0], encoding="utf-8")
    with pytest.raises(ValueError, match="No notebook of this module comes back to the country"):
        cst.country("03")


def test_the_card_needs_no_filter_and_no_table_that_it_does_not_show(copied):
    file = copied / "datapackage.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["resources"] = [
        {key: told for key, told in one.items() if key != "filters"}
        for one in content["resources"]
        if one["name"] not in ("people", "reading")
    ]
    file.write_text(json.dumps(content), encoding="utf-8")
    assert "1999-04-20" in cst.country("03", state="Georgia").text
    assert "Wars, attacks" in cst.country("04", state="Georgia").text
    with pytest.raises(AbsentSection, match=r"^This module has no people\.$"):
        cst.country("01", state="Georgia")
