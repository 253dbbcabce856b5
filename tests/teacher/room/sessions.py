"""Small sessions for the tests of the room."""

from cst1992.quizzes.bank import load_bank
from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.steps import Ask, Deal, Position, Role, Session, Vote, Word

MOTION = (Position("for it", "for"), Position("let it pass", "abstain"), Position("against it", "against"))
ROLES = (
    Role("a", "Aland", "Card of A"),
    Role("b", "Bland", "Card of B"),
    Role("o", "Observer", "Look on", votes=False),
)


def question(kind):
    """The first question of a kind in the bank of the module."""
    banks = (load_bank(number) for number in ("02", "03", "04", "05"))
    return next(one for bank in banks for one in bank.questions if one.kind == kind)


def asking(kind="single choice"):
    """A session of one question, its first vote open."""
    meeting = Meeting(Session("test", "A test", (Ask(id="q", title="A test", question=question(kind)),)))
    meeting.forward()
    meeting.forward()
    assert meeting.phase == "first"
    return meeting


def council():
    """A session with roles, a vote, and a motion taken from it."""
    proposals = (Position("send help"), Position("talk first"))
    steps = (
        Deal(id="deal", title="The lot", roles=ROLES),
        Vote(id="proposals", title="What do you propose?", options=proposals),
        Vote(id="motion", title="The motion", options=MOTION, rule="consensus", by="delegation", motion_of="proposals"),
        Word(id="word", title="One word", longest=20, by="delegation"),
    )
    return Meeting(Session("council", "A council", steps))


def come(meeting, *phones):
    """Phones that come in."""
    for phone in phones:
        assert meeting.phones.heard_of(phone)


def put(meeting, phone, answer, turn=1, ballot=None):
    """A phone sends an answer."""
    come(meeting, phone)
    return meeting.put(phone, ballot or meeting.ballot, turn, answer)


def go_to(meeting, step, phase):
    """Move a session to a phase of a step."""
    meeting.go_to([one.id for one in meeting.steps].index(step))
    while meeting.phase != phase:
        meeting.forward()
