"""The server: who is let in, what is refused, what is bounded, and that the projector tells nothing too early."""

import json
import socket
import time

import pytest

from cst1992.teacher.room import limits
from cst1992.teacher.room.states import trouble_html
from tests.teacher.room.running import Phone, ask, running, teach
from tests.teacher.room.sessions import asking

PREFIX = "https://teaching.uni.example/course/room"


@pytest.fixture
def room(tmp_path):
    with running(asking(), tmp_path / "votes.json") as started:
        yield started


def test_a_class_votes_twice_and_the_projector_shows_how_only_after_the_second_vote(room):
    phones = [Phone(room.place.port) for _ in range(3)]
    option = room.meeting.step.question.options[0].reply
    assert [phone.vote([place])["kept"] for place, phone in enumerate(phones)] == [True] * 3
    told = []
    for _ in range(4):
        told.append(json.loads(ask(room.place.port, "/projected")[2]))
        teach(room.place.port, room.key, do="forward")
        if room.meeting.phase == "second":
            assert phones[0].vote([1])["kept"]
    for state in told[:3]:
        assert 'class="results"' not in state["html"] and "%" not in state["html"] and "✓" not in state["html"]
    assert [state["counted"] for state in told] == ["3 answers", "3 answers", "1 answer", ""]
    assert "✓ right" in told[3]["html"] and "First vote: 3 have voted" in told[3]["html"]
    assert option in phones[0].state()["html"], "with the results the replies are on the phones"


def test_the_teacher_alone_sees_how_many_are_right_and_needs_the_key(room):
    phone = Phone(room.place.port)
    for place in range(4):
        phone.vote([place])
    told = teach(room.place.port, room.key, do="nothing")
    assert "1 of 1 phone answered; " in told["live"] and "of them rightly" in told["live"]
    for key in ("", "a-key-for-test", "ключ".encode().decode("latin-1")):
        status, _, body = ask(room.place.port, "/teaching", headers={"Room-Key": key})
        assert status == 403 and "needs its key" in body and "rightly" not in body
    assert ask(room.place.port, "/teach", {"do": "forward"}, {"Room-Token": phone.token})[0] == 403


def test_whoever_tries_keys_waits_and_a_class_behind_the_same_address_goes_on(room):
    room.wrong_keys = limits.Limits(limits.Rate(3, 0))
    tried = [ask(room.place.port, "/teaching", headers={"Room-Key": str(number)})[0] for number in range(5)]
    assert tried == [403] * 3 + [429] * 2
    assert teach(room.place.port, room.key, do="forward")["name"] == "Question 1 of 1", (
        "the right key opens all the same"
    )
    teach(room.place.port, room.key, do="back")
    assert Phone(room.place.port).vote([0])["kept"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "localhost", "127.0.0.1:1", "192.0.2.1:8765"])
def test_a_foreign_name_is_refused_so_no_page_elsewhere_can_rebind_itself_to_us(room, host):
    assert ask(room.place.port, "/", headers={"Host": host})[0] == 421


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_another_page_can_send_nothing(room, headers):
    status, _, body = ask(room.place.port, "/join", {}, headers)
    assert status == 403 and "Another page has sent this" in body


def test_no_page_lets_anything_from_elsewhere_in_and_none_holds_the_key(room):
    for path in ("/", "/projector", "/teacher", "/room.css", "/phone.js", "/projector.js", "/teacher.js"):
        status, headers, body = ask(room.place.port, path)
        assert status == 200 and room.key not in body and "http://" not in body.replace("http://www.w3.org", "")
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
        assert headers["Referrer-Policy"] == "no-referrer" and "Server" not in headers
        assert "Set-Cookie" not in headers and "<script>" not in body and " style=" not in body


@pytest.mark.parametrize(
    "path",
    ["/..", "/../pyproject.toml", "/%2e%2e/README.md", "/static/", "/room.css/", "/votes", "//teacher", "/a" * 400],
)
def test_no_folder_and_no_file_of_the_disk_is_behind_any_address(room, path):
    status, _, body = ask(room.place.port, path)
    assert (status, body) == (404, '{"said": "There is nothing here."}')


RUBBISH = [b"", b"[]", b"{", b"\xff\xfe", b"[" * 2000, b'{"ballot": 1, "turn": 1}', b'{"ballot": "x", "turn": true}']


@pytest.mark.parametrize("body", RUBBISH, ids=lambda body: repr(body[:20]))
def test_rubbish_is_refused_in_a_sentence_and_the_vote_goes_on(room, body):
    phone = Phone(room.place.port)
    status, _, told = ask(room.place.port, "/vote", body, {"Room-Token": phone.token})
    assert (status, told) == (400, '{"said": "That could not be read."}')
    assert phone.vote([0])["kept"] and room.meeting.ballots().counted(1) == 1


def test_what_is_too_large_is_cut_off_and_unfinished_requests_cost_nobody_anything(room):
    huge = b'{"answer": "' + b"x" * limits.LARGEST_BODY + b'"}'
    phone = Phone(room.place.port)
    assert ask(room.place.port, "/vote", huge, {"Room-Token": phone.token})[0] == 400
    hanging = [socket.create_connection(("127.0.0.1", room.place.port)) for _ in range(30)]
    for one in hanging:
        one.sendall(b"POST /vote HTTP/1.1\r\nHost: loc")
    began = time.monotonic()
    assert phone.vote([0])["kept"] and time.monotonic() - began < 2
    for one in hanging:
        one.close()


def test_a_vote_needs_a_token_of_this_room_and_one_that_floods_is_slowed_alone(room):
    port, phone, other = room.place.port, Phone(room.place.port), Phone(room.place.port)
    for token in ("", "x" * 500, phone.token[:-4] + "AAAA", "ÿ"):
        assert ask(port, "/vote", {"ballot": "x", "turn": 1}, {"Room-Token": token})[0] == 401
    room.of_a_phone = limits.Limits(limits.Rate(5, 0))
    assert [phone.vote([0], ballot=room.meeting.ballot)["status"] for _ in range(7)] == [200] * 5 + [429] * 2
    assert other.vote([1])["kept"] and room.meeting.ballots().counted(1) == 2


def test_a_flood_from_the_address_of_the_whole_class_stops_nobody_who_is_in_the_room(room):
    phone = Phone(room.place.port)
    room.of_an_address = limits.Limits(limits.Rate(3, 0))
    flood = [ask(room.place.port, "/join", b"rubbish")[0] for _ in range(6)]
    assert flood == [400, 400, 400, 429, 429, 429]
    assert phone.vote([0])["kept"] and teach(room.place.port, room.key, do="forward")["name"] == "Question 1 of 1"


def test_a_phone_is_told_only_what_is_new_and_asks_the_later_the_more_there_are(room):
    phone = Phone(room.place.port)
    first = phone.state()
    assert {"html", "ballot", "said"} <= set(first) and first["again"] == 1500
    assert "html" not in phone.state(first["seen"])
    phone.vote([2])
    reloaded = phone.state()
    assert 'value="2" checked' in reloaded["html"] and reloaded["turn"] == 1
    assert reloaded["own"] == "Your answer has arrived. You may change it until the vote is closed."


def test_when_the_door_is_shut_no_new_phone_comes_in_and_the_others_go_on(room):
    phone = Phone(room.place.port)
    assert phone.vote([0])["kept"]
    assert teach(room.place.port, room.key, do="door", shut=True)["shut"] is True
    status, _, body = ask(room.place.port, "/join", {})
    assert status == 403 and "No new phones" in body
    assert phone.vote([1])["kept"]


@pytest.mark.parametrize("before", ["", "/course/room"], ids=["the proxy takes the prefix away", "the proxy keeps it"])
def test_behind_a_prefix_the_pages_lead_by_relative_addresses_and_the_outer_name_is_known(tmp_path, before):
    with running(asking(), tmp_path / "votes.json", prefix=PREFIX) as room:
        outer = {"Host": "teaching.uni.example", "X-Forwarded-For": "203.0.113.7"}
        for page in ("/", "/projector", "/teacher"):
            status, _, body = ask(room.place.port, before + page, headers=outer)
            assert status == 200 and 'href="room.css"' in body and 'href="/' not in body and 'src="/' not in body
        assert ask(room.place.port, f"{before}/join", {}, outer | {"Origin": "https://teaching.uni.example"})[0] == 200
        assert Phone(room.place.port, before).vote([0])["kept"]
        assert json.loads(ask(room.place.port, f"{before}/projected")[2])["address"] == f"{PREFIX}/"
    with running(asking(), tmp_path / "votes.json", prefix=PREFIX) as room:
        status, headers, _ = ask(room.place.port, "/course/room")
        assert (status, headers["Location"]) == (302, "/course/room/")


def test_votes_are_kept_whole_when_the_teacher_goes_on_without_addresses_and_tokens(room):
    phone = Phone(room.place.port)
    phone.vote([0])
    teach(room.place.port, room.key, do="forward")
    text = room.keeper.file.read_text(encoding="utf-8")
    assert json.loads(text)["steps"][0]["votes"]["1"][0]["phone"] == 1
    assert phone.token not in text and "127.0.0.1" not in text


def test_when_no_phone_comes_within_a_minute_the_teacher_hears_of_the_ways_out(room):
    assert trouble_html(room.place, room.keeper, 0, 59) == "" == trouble_html(room.place, room.keeper, 1, 99)
    told = trouble_html(room.place, room.keeper, 0, 61)
    assert all(way in told for way in ("--network", "A hotspot", "--prefix", "Letters held up"))
