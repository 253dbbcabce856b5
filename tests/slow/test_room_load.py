"""Three hundred phones vote within a second of each other, some of them twice, while one floods and one sends rubbish."""

import asyncio
import contextlib
import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from cst1992.teacher.room.results import result_of
from tests.teacher.room.running import Phone, ask, running
from tests.teacher.room.sessions import asking

pytestmark = pytest.mark.slow
PHONES = 300


async def sent(port, path, body, token=""):
    """One request with a connection of its own, as phones make it; gives its answer and how long it took, in seconds."""
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    content = json.dumps(body).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\nRoom-Token: {token}\r\n"
        f"Content-Length: {len(content)}\r\nConnection: close\r\n\r\n"
    )
    writer.write(head.encode() + content)
    answer = await reader.read()
    writer.close()
    return json.loads(answer.partition(b"\r\n\r\n")[2] or b"{}"), time.perf_counter() - began


async def sent_until_answered(port, path, body, token):
    """The same as a phone does it: where a connection is cut it tries again."""
    for _ in range(40):
        with contextlib.suppress(OSError):
            return await sent(port, path, body, token)
        await asyncio.sleep(0.3)
    raise AssertionError("no answer came in 40 tries")


async def vote_of(port, token, ballot, place, wait):
    """A phone votes at its own moment, and every third one sends the same vote twice, as after a lost answer."""
    await asyncio.sleep(wait)
    vote = {"ballot": ballot, "turn": 1, "answer": [place % 4]}
    answers = [await sent_until_answered(port, "/vote", vote, token) for _ in range(2 if place % 3 == 0 else 1)]
    return all(answer.get("kept") for answer, _ in answers), answers[0][1]


async def flood(port, token, ballot):
    """A phone that sends as fast as it can for a second."""
    until, count = time.perf_counter() + 1, 0
    while time.perf_counter() < until:
        with contextlib.suppress(OSError):
            await sent(port, "/vote", {"ballot": ballot, "turn": count + 1, "answer": [0]}, token)
        count += 1
    return count


async def the_class(port, ballot):
    """Everybody comes in, and everybody votes within one second."""
    joined = [await sent(port, "/join", {}) for _ in range(PHONES + 1)]
    tokens = [answer["token"] for answer, _ in joined]
    flooding = asyncio.create_task(flood(port, tokens[-1], ballot))
    votes = [vote_of(port, token, ballot, place, place / PHONES) for place, token in enumerate(tokens[:-1])]
    told = await asyncio.gather(*votes)
    return told, await flooding


def test_three_hundred_votes_within_a_second_and_none_is_lost_or_counted_twice(tmp_path):
    meeting = asking()
    with running(meeting, tmp_path / "votes.json") as room, ThreadPoolExecutor(1) as apart:
        told, flooded = apart.submit(asyncio.run, the_class(room.place.port, meeting.ballot)).result()
        late = Phone(room.place.port)
        assert late.vote([3])["kept"], "whoever comes after the flood votes too"
        assert ask(room.place.port, "/teaching", headers={"Room-Key": room.key})[0] == 200
    assert all(kept for kept, _ in told) and flooded > 0
    counts = [line.counts[0] for line in result_of(meeting.step, meeting.ballots()).lines]
    assert sum(counts) == PHONES + 2 and counts[1:] == [PHONES // 4, PHONES // 4, PHONES // 4 + 1]


def test_the_command_says_where_everything_is_and_ends_with_ctrl_c(tmp_path):
    command = [
        sys.executable,
        "-u",
        "-m",
        "cst1992.teacher.cli",
        "room",
        "03",
        "--port",
        "18765",
        "--to",
        str(tmp_path),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        told = ""
        while "Ctrl+C" not in told:
            told += process.stdout.readline()
        key = told.partition("/teacher#")[2].split()[0]
        assert "It listens on this computer alone" in told and len(key) > 20
        assert ask(18765, "/teaching", headers={"Room-Key": key})[0] == 200
        process.send_signal(2)
        rest, wrong = process.communicate(timeout=10)
    assert "Nobody has voted; nothing is kept" in rest and "Traceback" not in wrong
