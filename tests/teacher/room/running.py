"""A room that runs on this machine's loopback, in a thread of its own, and a phone without a browser."""

import asyncio
import contextlib
import http.client
import json
import socket
import threading

from cst1992.teacher.room.addresses import place_of
from cst1992.teacher.room.keeping import Keeper
from cst1992.teacher.room.server import Room, listen


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextlib.contextmanager
def running(meeting, file, prefix="", key="a-key-for-tests"):
    """Serve a meeting while the tests ask; gives the room. What changes the meeting is best asked of the server."""
    room = Room(meeting, place_of(free_port(), prefix=prefix), Keeper(meeting, file), key)
    loop, ready, servers = asyncio.new_event_loop(), threading.Event(), []

    async def start():
        servers.append(listen(room))
        ready.set()

    def run():
        asyncio.set_event_loop(loop)
        loop.create_task(start())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield room
    finally:
        loop.call_soon_threadsafe(servers[0].stop)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)


def ask(port, path, body=None, headers=None, method=None):
    """One request as a browser of this machine sends it: status, headers, body."""
    given = {"Host": f"localhost:{port}"} | (headers or {})
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    if content is not None:
        given = {"Content-Type": "application/json"} | given
    try:
        connection.request(method or ("GET" if content is None else "POST"), path, content, given)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()
    finally:
        connection.close()


class Phone:
    """A phone without a browser."""

    def __init__(self, port, before=""):
        self.port, self.before, self.turn = port, before, 0
        self.token = json.loads(ask(self.port, f"{before}/join", {})[2])["token"]

    def state(self, seen=""):
        status, _, body = ask(self.port, f"{self.before}/state?seen={seen}", headers={"Room-Token": self.token})
        return json.loads(body) | {"status": status}

    def vote(self, answer, ballot=None, turn=None):
        self.turn += 1
        sent = {"ballot": ballot or self.state()["ballot"], "turn": turn or self.turn, "answer": answer}
        status, _, body = ask(self.port, f"{self.before}/vote", sent, {"Room-Token": self.token})
        return json.loads(body) | {"status": status}


def teach(port, key, **order):
    """The teacher's page orders something; gives what it is told."""
    headers = {"Room-Key": key}
    at = json.loads(ask(port, "/teaching", headers=headers)[2])["at"]
    return json.loads(ask(port, "/teach", {"at": at} | order, headers)[2])
