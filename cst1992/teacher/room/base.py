"""What all answers of the server share: held against limits, from a known name and page, with headers that let nothing else in."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tornado.web import Finish, RequestHandler

from cst1992.facts.speech import say

if TYPE_CHECKING:
    from cst1992.teacher.room.server import Room

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
LONGEST_SEEN = 60


class Base(RequestHandler):
    """What all answers share: bounded, from a known host and origin, with headers that let nothing else in."""

    room: Room

    def initialize(self, room: Room) -> None:
        """Take up the room."""
        self.room = room

    def set_default_headers(self) -> None:
        """Let pages load nothing but their own two files, and be shown in no other page."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        """Refuse what is not for us, and what is too much."""
        request, place = self.request, self.room.place
        if not self.is_known() and not self.room.of_an_address.allows(str(request.remote_ip)):
            self.refuse(HTTPStatus.TOO_MANY_REQUESTS, say("Too many requests came. Wait a moment."))
        if request.host.lower() not in place.hosts:
            self.refuse(HTTPStatus.MISDIRECTED_REQUEST, say("This server is not known under that name."))
        origin = request.headers.get("Origin")
        site = request.headers.get("Sec-Fetch-Site", "none")
        foreign = origin is not None and origin.lower() not in place.origins
        if request.method == "POST" and (foreign or site not in ("none", "same-origin")):
            self.refuse(HTTPStatus.FORBIDDEN, say("Another page has sent this. Open the page of the room."))

    def is_known(self) -> bool:
        """Does it come from a phone of ours or from the teacher? These have limits of their own, so that nobody who floods
        from the same address stands in their way.
        """
        return False

    def refuse(self, status: HTTPStatus, sentence: str) -> None:
        """Answer with a sentence, and with nothing else."""
        self.set_status(status)
        self.finish({"said": sentence})
        raise Finish

    def sent(self) -> dict[str, Any]:
        """The body of a request, which must be an object of JSON."""
        content: Any = None
        if self.request.headers.get("Content-Type", "").partition(";")[0].strip() == "application/json":
            try:
                content = json.loads(self.request.body)
            except (ValueError, RecursionError):
                content = None
        if not isinstance(content, dict):
            self.refuse(HTTPStatus.BAD_REQUEST, say("That could not be read."))
        return content

    def seen(self) -> str:
        """What the page that asks shows already."""
        return self.get_query_argument("seen", "")[:LONGEST_SEEN]

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say that nothing is here, without a word of why."""
        self.finish({"said": say("There is nothing here.") if status_code == 404 else say("That could not be done.")})

    def plain(self, text: str, kind: str) -> None:
        """Answer with a page or one of its files."""
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.finish(text)
