"""The pages of the room in the made-up language: what phones and the projector show and say has no word of English left."""

import pytest

from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.pages.documents import phone_page, projector_page
from cst1992.teacher.room.pages.phone import phone_view
from cst1992.teacher.room.pages.projector import came, counted, projector_view
from cst1992.teacher.room.sessions import session_of
from cst1992.teacher.room.steps import Ask, Clock, Deal, Number, Position, Role, Session, Vote, Word
from tests.speech.marked_language import marked
from tests.speech.unmarked import left_over, words_of_html

X = marked("something")
ROLES = (Role("a", X, X), Role("b", X, X), Role("o", X, X, votes=False))
OPTIONS = (Position(X, "for"), Position(X, "against"))
STEPS = (
    Deal(id="deal", title=X, roles=ROLES),
    Vote(id="first", title=X, options=OPTIONS, rule="majority"),
    Vote(id="motion", title=X, options=OPTIONS, rule="consensus", by="delegation", motion_of="first"),
    Word(id="word", title=X, by="delegation"),
    Number(id="number", title=X, answer=3, lowest=0, highest=9),
    Clock(id="clock", title=X, minutes=1),
)
KINDS = ("single choice", "multiple choice", "put in order", "match pairs", "number or date", "short text")


def walked(meeting):
    """What every page shows and says on the way through a session, with answers that are right, wrong and none."""
    heard = []
    for phone in "abc":
        meeting.phones.heard_of(phone)
    while True:
        for turn, (phone, sent) in enumerate(
            [("a", [0]), ("a", []), ("b", [1]), ("b", "7"), ("a", X), ("c", [0, 1, 2])]
        ):
            heard.append(meeting.put(phone, meeting.ballot, turn + 1, sent).sentence)
        for phone in "abc":
            view = phone_view(meeting, phone)
            heard += [view.said, *words_of_html(view.html + view.below)]
        heard += [counted(meeting), came(meeting), *words_of_html(projector_view(meeting, "", ""))]
        if meeting.place == len(meeting.steps) - 1:
            return heard
        meeting.forward()


@pytest.fixture
def asked(spoken):
    """A question of each kind of the module, in the language that is spoken."""
    steps = [step for number in ("02", "03", "04") for step in session_of(number).steps]
    return tuple(next(step for step in steps if step.question.kind == kind) for kind in KINDS)


def test_no_english_is_left_on_phones_and_on_the_projector(asked):
    told = walked(Meeting(Session("test", X, (*asked, *STEPS))))
    assert len(set(told)) > 100 and all(isinstance(step, Ask) for step in asked)
    assert list(dict.fromkeys(left_over(told))) == []
    assert left_over(words_of_html(phone_page(X) + projector_page(X))) == []
