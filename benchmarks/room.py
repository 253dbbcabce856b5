"""The room: how long a vote takes while three hundred phones vote within one second, beside an answer of a bare server.

Both servers run in processes of their own, on this machine's loopback; each vote has a connection of its own, as on phones.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from figures import tell

from tests.slow.test_room_load import PHONES, sent
from tests.teacher.room.running import Phone, free_port, teach

ROUNDS = 3
BARE = """
import asyncio, sys
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

class Answer(RequestHandler):
    def post(self):
        self.finish({"kept": True})

async def main():
    HTTPServer(Application([(".*", Answer)]), no_keep_alive=True).listen(int(sys.argv[1]), "127.0.0.1")
    print("Ctrl+C", flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


async def p95(port: int, tokens: Sequence[str], ballot: str, turn: int) -> float:
    """The time in milliseconds within which 95 of 100 votes had their answer."""

    async def one(place: int, token: str) -> float:
        await asyncio.sleep(place / PHONES)
        return (await sent(port, "/vote", {"ballot": ballot, "turn": turn, "answer": [place % 4]}, token))[1]

    times = sorted(await asyncio.gather(*(one(place, token) for place, token in enumerate(tokens))))
    return 1000 * times[int(0.95 * len(times))]


def started(arguments: Sequence[str]) -> tuple[subprocess.Popen[str], str]:
    """A server, and what it has printed until it was ready."""
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True)
    told = ""
    while "Ctrl+C" not in told and process.stdout is not None:
        told += process.stdout.readline()
    return process, told


def main() -> None:
    port, bare_port = free_port(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        room, told = started(["-m", "cst1992.teacher.cli", "room", "03", "--port", str(port), "--to", folder])
        bare, _ = started(["-c", BARE, str(bare_port)])
        try:
            measure(port, told.partition("/teacher#")[2].split()[0], bare_port)
        finally:
            for process in (room, bare):
                process.terminate()
                process.wait(10)


def measure(port: int, key: str, bare_port: int) -> None:
    for _ in range(2):
        teach(port, key, do="forward")
    phones = [Phone(port) for _ in range(PHONES)]
    tokens, ballot = [phone.token for phone in phones], phones[0].state()["ballot"]
    votes = [asyncio.run(p95(port, tokens, ballot, turn + 1)) for turn in range(ROUNDS)]
    plain = [asyncio.run(p95(bare_port, tokens, ballot, 1)) for _ in range(ROUNDS)]
    tell(f"a vote, {PHONES} within a second (95 of 100)", min(votes), "ms", min(plain), "a bare answer")


if __name__ == "__main__":
    main()
