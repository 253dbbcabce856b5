"""`cst1992 room` as a teacher types it: what is wrong is one sentence with the mend; votes are erased with one command."""

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.teacher import cli
from cst1992.teacher.activities.activities import activity_names
from cst1992.teacher.room import addresses
from cst1992.teacher.room.addresses import place_of
from cst1992.teacher.room.codes import code_svg
from cst1992.teacher.room.keeping import WHAT, Keeper, erase, file_for
from cst1992.teacher.room.sessions import session_of
from tests.teacher.room.sessions import asking, put


def told(capsys, *arguments):
    """What a command that fails says; it runs in a thread of its own, as another test may have left a loop in this one."""
    with ThreadPoolExecutor(1) as apart:
        assert apart.submit(cli.main, ["room", *arguments]).result() == 1
    said = capsys.readouterr().err
    assert said.startswith("✗ ") and "Traceback" not in said and said.count("\n") == 1
    return said


def test_a_port_that_is_in_use_is_told_with_another_one(capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"--port {port + 1 if port < 65535 else port - 1}" in told(capsys, "03", "--port", str(port))


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        ([], "Write its number or name: cst1992 room 03"),
        (["counsil_2010"], "council_2010"),
        (["99"], "03_the_signatories"),
        (["nowhere.yaml"], "nowhere.yaml"),
        (["03", "--port", "80"], "from 1024 to 65535"),
        (["03", "--address", "192.168.1.2"], "--network"),
        (["03", "--network", "--address", "home"], "--address 192.168.1.20"),
        (["03", "--prefix", "/room"], "--prefix https://teaching.uni.example/room"),
        (["council-2010", "--minutes", "20"], "--minutes 50 or --minutes 90"),
    ],
)
def test_what_cannot_be_is_one_sentence_with_its_mend(capsys, arguments, mend):
    assert mend in told(capsys, *arguments)


def test_a_computer_in_no_network_is_told_what_to_do(capsys, monkeypatch):
    monkeypatch.setattr(addresses, "own_addresses", lambda: [])
    assert "open a hotspot" in told(capsys, "03", "--network")


def test_a_quiz_file_with_a_fault_names_its_line(capsys, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("title: Mine\nquestions:\n  - id: one\n    kind: riddle\n", encoding="utf-8")
    assert "line " in told(capsys, str(file))


def test_a_quiz_of_ones_own_and_every_activity_become_a_session(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        "title: Mine\nquestions:\n  - {id: one, kind: single choice, section: s, objective: close-read, core: true,\n"
        "     prompt: Which of the two is it?, source: protocol-1999, hint: Look., explanation: So it is.,\n"
        "     options: [{text: A, reply: Yes., correct: true}, {text: B, reply: No.}]}\n",
        encoding="utf-8",
    )
    assert [step.question.prompt for step in session_of(str(file)).steps] == ["Which of the two is it?"]
    for name in activity_names():
        for minutes in (50, 90):
            session = session_of(name.replace("_", "-"), minutes)
            names = [step.id for step in session.steps]
            assert len(set(names)) == len(names) > 5 and session.about, name


def test_votes_are_kept_in_one_file_and_erased_with_one_command(capsys, tmp_path):
    meeting = asking()
    keeper = Keeper(meeting, file_for("03_quiz", str(tmp_path / "votes"), datetime(2026, 3, 1, 9, 5)))
    keeper.keep()
    assert not keeper.file.exists(), "nobody has voted"
    put(meeting, "a", [0])
    keeper.keep()
    assert json.loads(keeper.file.read_text(encoding="utf-8"))["what"] == WHAT
    foreign = keeper.file.with_name("mine.json")
    foreign.write_text("{}", encoding="utf-8")
    assert cli.main(["room", "--erase", "--to", str(keeper.file.parent)]) == 0
    assert "1 file of votes was erased" in capsys.readouterr().out
    assert foreign.exists() and not keeper.file.exists() and erase(str(keeper.file.parent)) == []


def test_a_full_disk_is_told_to_the_teacher_and_the_session_goes_on(tmp_path, monkeypatch):
    meeting = asking()
    put(meeting, "a", [0])
    keeper = Keeper(meeting, tmp_path / "votes.json")
    monkeypatch.setattr(
        "cst1992.teacher.room.keeping.write_whole", lambda *_: (_ for _ in ()).throw(OSError(28, "full"))
    )
    keeper.keep()
    assert "(full). The session goes on without." in keeper.trouble
    monkeypatch.undo()
    keeper.keep()
    assert keeper.trouble == "" and keeper.file.exists()


def test_phones_are_led_to_an_address_of_this_computer_only_when_the_network_is_wanted(monkeypatch):
    monkeypatch.setattr(addresses, "own_addresses", lambda: ["192.168.1.20", "10.0.0.5"])
    alone, opened = place_of(8765), place_of(8765, network=True)
    assert (alone.listens, alone.student) == ("localhost", "http://localhost:8765/")
    assert (opened.listens, opened.student, opened.others) == (
        "",
        "http://192.168.1.20:8765/",
        ("http://10.0.0.5:8765/",),
    )
    assert "192.168.1.20:8765" in opened.hosts and "192.168.1.20:8765" not in alone.hosts
    behind = place_of(8765, prefix="https://teaching.uni.example/room")
    assert behind.teacher == "https://teaching.uni.example/room/teacher" and behind.listens == "localhost"
    assert 'aria-label="A code that opens http://192.168.1.20:8765/"' in code_svg(opened.student)
    with pytest.raises(Mistake, match="no port"):
        place_of(70000)
