"""What the server answers: each request is held against its limits first, then asked who sends it, then carried out."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from cst1992.facts.speech import say
from cst1992.teacher.room.base import Base
from cst1992.teacher.room.controls import carry_out
from cst1992.teacher.room.pages.documents import FILES, file_of_a_page, phone_page, projector_page, teacher_page
from cst1992.teacher.room.states import phone_state, projector_state, seen_by, teacher_state
from cst1992.teacher.room.tokens import same_key

if TYPE_CHECKING:
    from cst1992.teacher.room.server import Room

LARGEST_TURN = 10**9


class Nothing(Base):
    """Every address that is none of ours."""

    def prepare(self) -> None:
        """Say that nothing is here."""
        super().prepare()
        self.refuse(HTTPStatus.NOT_FOUND, say("There is nothing here."))


class Page(Base):
    """The three pages."""

    def get(self, name: str = "") -> None:
        """A page by its name; without one the phone's."""
        make = {"": phone_page, "projector": projector_page, "teacher": teacher_page}[name]
        self.plain(make(self.room.meeting.session.title), "text/html")


class File(Base):
    """The style sheet and the scripts of the pages."""

    def get(self, name: str) -> None:
        """A file by its name."""
        self.plain(*file_of_a_page(name))


class ToTheRoom(Base):
    """The prefix without its slash: links of the page would lead past it."""

    def get(self) -> None:
        """Lead to the page."""
        self.redirect(f"{self.room.place.prefix}/")


class Join(Base):
    """A token for a phone that has none."""

    def post(self) -> None:
        """Give it one."""
        self.sent()
        if self.room.meeting.phones.door_is_shut or not self.room.new_phones.allows(str(self.request.remote_ip)):
            self.refuse(HTTPStatus.FORBIDDEN, say("No new phones are let in now. Ask your teacher."))
        self.finish({"token": self.room.tokens.new()})


class OfAPhone(Base):
    """What a phone asks, which must have a token of ours."""

    def is_known(self) -> bool:
        """It has a token of ours."""
        return bool(self._name())

    def _name(self) -> str:
        return self.room.tokens.phone_of(self.request.headers.get("Room-Token", ""))

    def phone(self) -> str:
        """The phone that asks."""
        name = self._name()
        if not name:
            self.refuse(HTTPStatus.UNAUTHORIZED, say("This phone is not known here. Open the page again."))
        if not self.room.of_a_phone.allows(name):
            self.refuse(HTTPStatus.TOO_MANY_REQUESTS, say("Too many requests came. Wait a moment."))
        if self.room.meeting.phones.heard_of(name) is None:
            self.refuse(HTTPStatus.FORBIDDEN, say("No new phones are let in now. Ask your teacher."))
        return name


class State(OfAPhone):
    """Where the session stands, for a phone."""

    def get(self) -> None:
        """What it should show."""
        self.finish(phone_state(self.room.meeting, self.phone(), self.seen()))


class Vote(OfAPhone):
    """An answer of a phone."""

    def post(self) -> None:
        """Take it up once, however often it comes."""
        phone, sent, meeting = self.phone(), self.sent(), self.room.meeting
        ballot, turn = sent.get("ballot"), sent.get("turn")
        if not isinstance(ballot, str) or type(turn) is not int or not 0 < turn < LARGEST_TURN:
            self.refuse(HTTPStatus.BAD_REQUEST, say("That could not be read."))
        kept = meeting.put(phone, str(ballot), int(str(turn)), sent.get("answer"))
        self.finish({"kept": kept.kept, "said": kept.sentence, "seen": seen_by(meeting, phone)})


class Card(OfAPhone):
    """A phone would rather have another card."""

    def post(self) -> None:
        """Deal it one; nobody is asked why."""
        phone = self.phone()
        self.sent()
        self.finish({"changed": self.room.meeting.change_card(phone)})


class Projected(Base):
    """Where the session stands, for the projector."""

    def get(self) -> None:
        """What it should show."""
        self.finish(projector_state(self.room.meeting, self.room.place, self.seen()))


class Teaching(Base):
    """The teacher's page asks and orders; its key is in a header."""

    def is_known(self) -> bool:
        """It has the key."""
        return same_key(self.request.headers.get("Room-Key", ""), self.room.key)

    def prepare(self) -> None:
        """Ask for the key."""
        super().prepare()
        if not self.is_known():
            if not self.room.wrong_keys.allows(str(self.request.remote_ip)):
                self.refuse(HTTPStatus.TOO_MANY_REQUESTS, "Too many wrong keys came from this address. Wait a minute.")
            self.refuse(
                HTTPStatus.FORBIDDEN,
                "This page needs its key. Open the whole address of the teacher's page, as the command has printed it.",
            )

    def _state(self) -> dict[str, Any]:
        room = self.room
        return teacher_state(room.meeting, room.place, room.keeper, room.began, self.seen())

    def get(self) -> None:
        """What the teacher should see."""
        self.finish(self._state())

    def post(self) -> None:
        """Carry out what the teacher asks for."""
        if carry_out(self.room.meeting, self.sent()):
            self.room.keeper.keep()
        self.finish(self._state())


def routes(room: Room) -> list[Any]:
    """Which address is answered by what: the same with and without the prefix, whether or not a proxy takes it away."""
    prefix = room.place.prefix
    before = f"(?:{re.escape(prefix)})?" if prefix else ""
    files = "|".join(re.escape(name) for name in FILES)
    known: list[tuple[str, type[Base]]] = [
        ("/(projector|teacher|)", Page),
        (f"/({files})", File),
        ("/join", Join),
        ("/state", State),
        ("/vote", Vote),
        ("/card", Card),
        ("/projected", Projected),
        ("/(?:teaching|teach)", Teaching),
    ]
    found: list[Any] = [(before + address, handler, {"room": room}) for address, handler in known]
    if prefix:
        found.append((re.escape(prefix), ToTheRoom, {"room": room}))
    return [*found, (r".*", Nothing, {"room": room})]
