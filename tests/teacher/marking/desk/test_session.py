"""One marker at the desk: what keys do, in which order texts come, what two markers see of each other."""

import json
import re
from html import unescape

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.desk.agreement import Agreement, agreements
from cst1992.teacher.marking.desk.comments import KEYS, Comments
from cst1992.teacher.marking.desk.page import Desk
from cst1992.teacher.marking.desk.pile import EMPTY, SECOND, THIRD, pile_of
from cst1992.teacher.marking.desk.session import Session
from cst1992.teacher.marking.desk_folder import DeskFolder
from cst1992.teacher.marking.record import Record
from cst1992.teacher.marking.telling.everything import tell_everything
from cst1992.teacher.marking.texts.standing import CHANGED, DIFFER, MARKED, WAITING
from tests.teacher.marking.desk.class_of import TEXTS, records_of
from tests.teacher.marking.sheets import NAME, master_of, the_master


@pytest.fixture
def folder(tmp_path):
    return records_of(DeskFolder(tmp_path / "marks" / NAME))


def sit(folder, marker="Anna", name=NAME):
    """Somebody opens the desk."""
    return Session(pile_of(folder, master_of(name)), Comments(folder.place / "comments.json"), marker)


def press(session, *keys):
    return [session.key(key) for key in keys][-1]


def kept(folder, text):
    (mark,) = folder.hand_marks(text.student)
    return mark


def test_five_keys_mark_a_text_with_three_criteria_and_a_comment_of_the_list(folder):
    session = sit(folder)
    first = session.text
    session.write("Name the owner.", again=True)
    assert press(session, "4", "3") == "Evidence: 3. Fairness is next."
    assert press(session, "1") == "Fairness: 1. 2.5 of 4 points."
    session.next()
    second = session.text
    assert press(session, *"432a", "Enter") == f"Text {session.place + 1} of {len(TEXTS)}."
    assert kept(folder, second).comments == ("Name the owner.",) and kept(folder, second).points == 3
    assert kept(folder, first).levels == {"Explanation": 4, "Evidence": 3, "Fairness": 1}
    assert kept(folder, first).marker == "Anna" and kept(folder, first).when


def test_a_key_that_means_nothing_does_nothing(folder):
    session = sit(folder)
    assert [session.key(key) for key in ("a", "y", "F5", "é", "")] == [""] * 5
    assert session.key("9") == "Explanation has no level 9."
    press(session, "4", "4", "4")
    assert session.key("2").startswith("All criteria have a level.")
    assert kept(folder, session.text).points == 4
    assert not set(KEYS) & set("kmnpuw")


def test_back_undo_and_choosing_again(folder):
    session = sit(folder)
    first = session.text
    press(session, "4", "Backspace", "2")
    assert kept(folder, first).levels == {"Explanation": 2}
    assert press(session, "Enter") == "Text 2 still waits: Evidence and Fairness open. Text 3 of 11."
    press(session, "3", "p")
    assert session.text is first and session.here.name == "Evidence"
    second = session.texts[2]
    assert press(session, "u") == "The last click is undone." and session.text is second
    assert folder.hand_marks(second.student) == []
    press(session, "u", "u")
    assert folder.hand_marks(first.student) == [] and press(session, "u") == "There is nothing to undo."


def test_undo_takes_a_comment_out_of_the_list_that_it_put_there(folder):
    session = sit(folder)
    session.write("Nmae the owner.", again=True)
    session.undo()
    assert session.comments.of("w-memo") == [] and session.mark().comments == ()
    session.write("For this text alone.", again=False)
    assert session.comments.of("w-memo") == [] and session.mark().comments == ("For this text alone.",)


def test_the_desk_begins_at_the_first_text_that_waits_and_ends_where_none_does(folder):
    session = sit(folder)
    count = len(TEXTS) - 1
    assert session.pile.count("w-memo")[WAITING] == count
    for _ in range(4):
        press(session, *"333", "Enter")
    again = sit(folder)
    assert again.text.student == session.text.student and again.place == session.place
    for _ in range(count - 5):
        press(again, *"333", "Enter")
    assert press(again, *"333", "Enter") == "Nothing is left in the list “what waits”."
    assert again.text is None
    with pytest.raises(Mistake, match="No text lies here"):
        again.key("4")
    told = {record.student: record for record in tell_everything(folder, the_master()).records}
    assert {record.state for record in told.values()} == {"marked"}
    assert told["Eva"].points == 6 and told["Finn"].points == 9, "no text is nought, as the rubric says"


def test_no_name_tells_the_order_and_a_name_is_nowhere_on_the_page_until_one_asks(folder):
    desk = Desk(sit(folder))
    desk.session.show_only("all")
    order = [text.student for text in desk.session.texts]
    assert order != sorted(order) and sorted(order) == sorted(TEXTS)
    assert order == [text.student for text in sit(folder, "Bob").texts]
    desk.session.lay(order.index("Jan"))
    desk.show()
    assert "Jan" not in desk.title.value
    desk.name.click()
    assert "<strong>Jan</strong>" in desk.title.value
    desk.do("Enter")
    assert "<strong>" not in desk.title.value, "the next text is without a name again"


def test_a_second_marker_sees_the_first_one_s_mark_only_after_their_own(folder):
    anna = sit(folder)
    press(anna, *"444", "Enter", *"222", "Enter")
    bob = sit(folder, "Bob")
    bob.show_only(SECOND)
    assert [bob.place, bob.others(), bob.mark().levels] == [1, [], {}]
    press(bob, *"443")
    assert [(mark.marker, mark.points) for mark in bob.others()] == [("Anna", 4)]
    press(bob, "Enter", *"442")
    assert bob.pile.standing(bob.texts[2]).state == DIFFER
    assert press(bob, "Enter") == "Nothing is left in the list “second look: what others have marked and I have not”."
    found = agreements(map(bob.pile.current, bob.texts))
    assert found == [Agreement(("Anna", "Bob"), 2, 0, 1)]
    cleo = sit(folder, "Cleo")
    cleo.show_only(THIRD)
    assert (cleo.place, cleo.third, [mark.points for mark in cleo.others()]) == (2, True, [2, 3.5])
    press(cleo, *"333")
    assert cleo.pile.standing(cleo.text).counts.points == 3 and cleo.mark().decides
    press(cleo, "Backspace", "0")
    assert cleo.pile.standing(cleo.text).counts.points == 2
    assert agreements(map(cleo.pile.current, cleo.texts)) == found, "a third look is no mark of its own"


def test_a_second_marker_who_corrects_a_slip_makes_no_third_look(folder):
    press(sit(folder), *"444")
    bob = sit(folder, "Bob")
    bob.show_only(SECOND)
    press(bob, *"441", "Backspace", "4")
    assert bob.pile.standing(bob.text).state == MARKED and not any(mark.decides for mark in bob.pile.marks(bob.text))


def test_a_text_that_has_changed_waits_again_and_one_key_keeps_its_mark(folder):
    session = sit(folder)
    place, student = session.place, session.text.student
    press(session, *"421")
    records_of(folder, {student: "Another text altogether."})
    again = sit(folder)
    again.lay(place)
    assert again.pile.standing(again.text).state == CHANGED and again.mark().levels == {}
    press(again, "1")
    press(again, "u")
    assert again.earlier().points == 2.5, "a slip on the changed text loses nothing"
    assert press(again, "k") == "Your earlier mark holds. 2.5 of 4 points."
    assert again.pile.standing(again.text).state == MARKED
    assert press(again, "k") == "There is no mark of an earlier text to keep."


def test_a_text_that_was_not_handed_in_has_nought_until_levels_are_chosen(folder):
    session = sit(folder)
    session.show_only(EMPTY)
    assert session.text.student == "Eva"
    press(session, *"211")
    told = {record.student: record for record in tell_everything(folder, the_master()).records}
    assert told["Eva"].points == 7.5


def test_an_exercise_with_two_texts_is_marked_task_by_task(tmp_path):
    folder = records_of(DeskFolder(tmp_path), {"Anna": "A text.", "Bob": "Another."}, "06_capstone")
    session = sit(folder, name="06_capstone")
    assert session.task == "w-brief"
    assert press(session, *"43210").endswith("5 of 10 points."), "2, 1.5, 1, 0.5 and nothing"
    press(session, "Enter", *"44444")
    assert sit(folder, name="06_capstone").task == "w-reflection", "the first text is done: the second one waits"
    session.take_task("w-reflection")
    assert press(session, *"41") == "Answer: 0.5. 2.5 of 4 points."


def test_what_cannot_be_kept_is_said_and_shown_as_not_chosen(folder, monkeypatch):
    desk = Desk(sit(folder))

    def full(*given):
        raise OSError(28, "No space left on device", "marks/x.json")

    monkeypatch.setattr("cst1992.teacher.writing.write_whole", full)
    desk.events.value = json.dumps({"page": "p", "told": [[1, "4"]]})
    assert (
        "marks/x.json could not be written (No space left on device). The last click is not kept." in desk.status.value
    )
    assert state_of(desk)["levels"] == [None, None, None] and state_of(desk)["here"] == 0
    said = {"write": "My words", "again": True, "on": desk.session.on}
    desk.events.value = json.dumps({"page": "p", "told": [[1, "4"], [2, said]]})
    assert state_of(desk)["back"] == "My words", "words that could not be kept go back into their box"
    assert desk.session.comments.of(desk.session.task) == [], "and not into the list"


def state_of(desk):
    """What the desk tells its page."""
    return json.loads(unescape(re.search(r'data-state="([^"]+)"', desk.state.value)[1]))


def test_a_click_on_a_text_that_lay_here_before_marks_no_other(folder):
    desk = Desk(sit(folder))
    before = desk.session.on
    told = [
        [1, "Enter"],
        [2, {"level": [0, 0], "on": before}],
        [3, {"write": "Well said.", "again": False, "on": before}],
    ]
    desk.events.value = json.dumps({"page": "p", "told": told})
    assert "Another text lay here when you clicked. The last click is not kept." in desk.status.value
    assert state_of(desk)["levels"] == [None, None, None] and state_of(desk)["back"] == "Well said."
    assert state_of(desk)["heard"] == {"p": 3}
    desk.events.value = json.dumps({"page": "p", "told": [[4, {"level": [0, 0], "on": desk.session.on}]]})
    assert state_of(desk)["levels"] == [0, None, None] and state_of(desk)["here"] == 1


def test_keys_that_travel_together_are_each_done_once_and_in_order(folder):
    desk = Desk(sit(folder))
    first = desk.session.text
    told = [[number, key] for number, key in enumerate(["4", "3", "2", "Enter", "1"], 1)]
    for much in (2, 4, 5):
        desk.events.value = json.dumps({"page": "p", "told": told[:much]})
    assert kept(folder, first).points == 3 and kept(folder, desk.session.text).levels == {"Explanation": 1}
    desk.events.value = json.dumps({"page": "the page loaded again", "told": [[1, "2"]]})
    assert kept(folder, desk.session.text).levels == {"Explanation": 1, "Evidence": 2}


def test_nothing_to_mark_is_told_with_what_to_do_first(tmp_path, folder):
    with pytest.raises(Mistake, match="Exercise 01 has no text: cst1992 mark 01 has marked all of it"):
        pile_of(DeskFolder(tmp_path / "none"), master_of("01_reading_the_article"))
    with pytest.raises(Mistake, match=r"No sheet of exercise 03 has been marked\. First: cst1992 mark 03 --from"):
        pile_of(DeskFolder(tmp_path / "none"), the_master())
    folder.write(Record("Old", "k", "marked"))
    (folder.place / "records" / "Anna_x.json").write_text('{"form": 9}', encoding="utf-8")
    with pytest.raises(Mistake, match=r"2 of 13 records in .* are damaged or of another release. Give cst1992 mark 03"):
        pile_of(folder, the_master())


def test_a_list_of_comments_that_somebody_has_spoilt_is_left_as_it_is(folder):
    path = folder.place / "comments.json"
    path.write_text('["a"', encoding="utf-8")
    with pytest.raises(Mistake, match=r"comments.json cannot be read .*Mend it, or move it away"):
        sit(folder)
    assert path.read_text(encoding="utf-8") == '["a"'
