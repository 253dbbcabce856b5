"""The server of the room: it listens where it is told, shows three pages, and takes votes. No folder of a disk is behind it."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import time
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.netutil import bind_sockets
from tornado.web import Application

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.room import limits
from cst1992.teacher.room.addresses import Place
from cst1992.teacher.room.handlers import routes
from cst1992.teacher.room.keeping import Keeper
from cst1992.teacher.room.limits import Connections, Limits
from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.tokens import Tokens, new_key

KEEP_EVERY = 2.0


class Room:
    """A session with all that a server of it needs: its place, its key, its tokens, its limits, its file."""

    def __init__(self, meeting: Meeting, place: Place, keeper: Keeper, key: str = "") -> None:
        self.meeting, self.place, self.keeper = meeting, place, keeper
        self.key, self.tokens = key or new_key(), Tokens()
        self.began = time.monotonic()
        self.of_a_phone, self.of_an_address = Limits(limits.OF_A_PHONE), Limits(limits.OF_AN_ADDRESS)
        self.new_phones, self.wrong_keys = Limits(limits.NEW_PHONES), Limits(limits.WRONG_KEYS)


class Server(HTTPServer):
    """A server that holds a bounded number of connections, and lets no address take them all.

    Each answer ends its connection: phones ask every few seconds, and Windows lets a program wait for 512 connections only.
    """

    connections: Connections

    def handle_stream(self, stream: IOStream, address: Any) -> None:
        """Take up a connection, if there is room for it."""
        if self.connections.open(str(address[0])):
            super().handle_stream(stream, address)
        else:
            stream.close()

    def on_close(self, server_conn: object) -> None:
        """A connection is over."""
        address = getattr(getattr(server_conn, "context", None), "address", None)
        if address:
            self.connections.close(str(address[0]))
        super().on_close(server_conn)


def application(room: Room) -> Application:
    """What answers to requests."""
    return Application(routes(room), log_function=lambda _: None)


def listen(room: Room) -> Server:
    """A server that listens where it was told.

    Raises
    ------
    Mistake
        The port is in use, or the system does not give it.
    """
    for name in ("tornado.access", "tornado.general"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    server = Server(
        application(room),
        no_keep_alive=True,
        xheaders=room.place.is_behind,
        max_header_size=limits.LARGEST_HEADER,
        max_body_size=limits.LARGEST_BODY,
        idle_connection_timeout=10,
        body_timeout=10,
    )
    server.connections = Connections()
    server.add_sockets(_sockets(room.place))
    return server


def _sockets(place: Place) -> list[socket.socket]:
    family = socket.AF_UNSPEC if place.listens else socket.AF_INET
    try:
        return bind_sockets(place.port, place.listens or None, family=family)
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)):
            raise Mistake(
                f"Port {place.port} is in use, perhaps by another room. End that one, or take another port: --port {_next(place.port)}"
            ) from None
        raise Mistake(
            f"Port {place.port} cannot be used ({error.strerror}). Take another one: --port {_next(place.port)}"
        ) from None


def _next(port: int) -> int:
    return port + 1 if port < 65535 else port - 1


async def serve(room: Room, ready: asyncio.Event | None = None) -> None:
    """Serve until it is cancelled; then the last votes are kept and the port is free again."""
    server = listen(room)
    try:
        if ready:
            ready.set()
        while True:
            await asyncio.sleep(KEEP_EVERY)
            room.keeper.keep()
    finally:
        server.stop()
        room.keeper.keep()
