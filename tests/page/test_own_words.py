"""An answer in one's own words: kept, brought back, and set beside the revised one."""

import cst1992 as cst
from cst1992.page import record
from cst1992.page.own_words import kept_words
from tests.page.touching import parts_of_own_words


def test_own_words_are_kept_and_stand_above_the_revised_answer():
    text, keep, told = parts_of_own_words(cst.my_answer("02", "What happens next?"))
    keep.click()
    assert "Write something first" in told.value
    text.value = "Everybody helps <at once>."
    keep.click()
    assert "Kept (4 words)" in told.value and 'role="alert"' in told.value
    revised = cst.my_answer("02", "What happens next?", revised=True)
    assert "Everybody helps &lt;at once&gt;." in revised.children[1].children[1].value
    text, keep, _ = parts_of_own_words(revised)
    text.value = "It depends."
    keep.click()
    card = cst.my_answers()
    assert "First: Everybody helps <at once>.\nRevised: It depends." in card.text and "&lt;at once&gt;" in card.html
    assert parts_of_own_words(cst.my_answer("02", "What happens next?"))[0].value == "Everybody helps <at once>.", (
        "it is back"
    )


def test_without_an_answer_the_page_says_so():
    assert "not kept an answer yet" in cst.my_answers().text
    assert "(nothing kept)" in cst.my_answer(2, 5, revised=True).children[1].children[1].value


def test_words_are_kept_when_the_learner_leaves_the_box_and_only_once(learner):
    text, keep, told = parts_of_own_words(cst.my_answer("02", "What happens next?"))
    text.value = "The others help."
    assert "Kept (3 words)" in told.value and kept_words()["02"]["first"] == "The others help."
    keep.click()
    assert len([entry for entry in record.entries() if entry["kind"] == "own words"]) == 1
    assert "2 texts" not in cst.my_record().text and "1 text of your own" in cst.my_record().text
