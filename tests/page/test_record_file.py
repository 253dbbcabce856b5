"""The record on machines that are full, without a home, or whose editor has saved it in another encoding."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import ipywidgets
import pytest

import cst1992 as cst
from cst1992.facts.mistakes import Mistake
from cst1992.page import record, record_file
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.marking import right_answer
from tests.page.touching import answer, button, click, found, parts_of_own_words, shown

ROOT = Path(__file__).parents[2]
resource = pytest.importorskip("resource", reason="limits on files are those of Unix")


@contextlib.contextmanager
def room_for(size):
    """No file may grow beyond this size, as where a user's share of the disk is used up."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def nearly_full(learner):
    """A record with room for twenty bytes more."""
    answer("kept before")
    file = learner / "answers.jsonl"
    with room_for(file.stat().st_size + 20):
        yield file


def keep_words():
    box = cst.my_answer("02", "What happens next?")
    text, keep, _ = parts_of_own_words(box)
    text.value = "The others help."
    return box, keep


def check_a_question():
    box = cst.quiz("02", section="mutual assistance")
    question = load_bank("02").asked("mutual assistance")[0]
    found(box, ipywidgets.RadioButtons)[0].value = right_answer(question)[0]
    click(box, "Check")
    return box, button(box, "Check")


def start_again():
    box = cst.quiz("02", section="mutual assistance")
    click(box, "Start again")
    click(box, "Yes, clear them")
    return box, button(box, "Yes, clear them")


def decide():
    box = cst.decide("armenia-2022")
    found(box, ipywidgets.RadioButtons)[0].index = 0
    found(box, ipywidgets.Textarea)[0].value = "Article 4"
    click(box, "Decide")
    return box, button(box, "Decide")


def follow():
    box = cst.choose_country()
    click(box, "Follow it")
    return box, button(box, "Follow it")


@pytest.mark.parametrize("act", [keep_words, check_a_question, start_again, decide, follow])
def test_what_finds_no_room_is_told_at_once_leaves_nothing_torn_and_can_be_pressed_again(act, learner):
    answer("kept before")
    file = learner / "answers.jsonl"
    before = file.read_bytes()
    with room_for(len(before) + 20):
        box, press = act()
        assert "is full. Make room, then press the button again" in shown(box)
        assert file.read_bytes() == before, "nothing torn"
    press.click()
    assert "is full" not in shown(box) and len(record.read_lines(file)[0]) > 1 and record.damage_told() == ""


def test_a_short_write_is_taken_back_even_where_the_file_is_new(learner):
    with room_for(20), pytest.raises(Mistake, match=r"is full\. Make room"):
        answer()
    assert not (learner / "answers.jsonl").exists()


def test_a_copy_that_finds_no_room_leaves_no_file(tmp_path):
    answer()
    with room_for(50), pytest.raises(Mistake, match="Make room, or name a file on another disk"):
        cst.save_my_record(tmp_path / "mine.jsonl")
    assert not (tmp_path / "mine.jsonl").exists(), "and the same name can be given again"
    cst.save_my_record(tmp_path / "mine.jsonl")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_disk_without_any_room_is_told(learner):
    learner.mkdir()
    (learner / "answers.jsonl").symlink_to("/dev/full")
    with pytest.raises(Mistake, match=r"is full\. Make room"):
        answer()


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


def test_a_tilde_is_the_home_folder(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CST1992_HOME", "~/my answers")
    answer()
    assert (home / "my answers" / "answers.jsonl").exists() and not (tmp_path / "~").exists()
    (home / "Desktop").mkdir()
    assert cst.save_my_record("~/Desktop/mine.jsonl") == home / "Desktop" / "mine.jsonl"
    assert cst.load_my_record("~/Desktop/mine.jsonl").startswith("0 answers were added, 1 was here already")
    shutil.copy(ROOT / "data" / "quizzes" / "02_the_treaty_articles.yaml", home / "mine.yaml")
    assert load_bank("~/mine.yaml").name == "mine"


def test_a_relative_file_lies_beside_the_notebook(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer()
    assert cst.save_my_record("mine.jsonl") == tmp_path / "mine.jsonl"
    with pytest.raises(Mistake, match=r"There is no folder .*Desctop"):
        cst.save_my_record("Desctop/mine.jsonl")


def test_a_relative_place_of_the_record_is_one_for_all_notebooks(monkeypatch):
    monkeypatch.setenv("CST1992_HOME", "my answers")
    places = set()
    for folder in ("notebooks", "exercises/03_the_signatories", "data"):
        monkeypatch.chdir(ROOT / folder)
        places.add(record_file.record_folder())
    assert places == {ROOT / "my answers"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-16-be with a mark"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_record_that_an_editor_has_saved_in_another_encoding_comes_back_and_grows(
    learner, tmp_path, encoding, newline
):
    for words in ("Помощь", "Көмек", "Help \U0001f91d"):
        record.keep("own words", notebook="02", moment="first", prompt="?", text=words)
    file = learner / "answers.jsonl"
    text = file.read_text(encoding="utf-8").replace("\n", newline)
    name, _, mark = encoding.partition(" ")
    saved = ("\ufeff" * bool(mark) + text).encode(name)
    before = record.entries()
    file.write_bytes(saved)
    assert record.entries() == before and record.damage_told() == ""
    answer("added")
    file.write_bytes(file.read_bytes()[:-2])
    answer("added to what is torn")
    texts = [entry.get("text", entry.get("question")) for entry in record.entries()]
    assert texts[:3] == ["Помощь", "Көмек", "Help \U0001f91d"] and texts[-1] == "added to what is torn"
    assert file.read_bytes().startswith(saved)
    brought = tmp_path / "brought.jsonl"
    brought.write_bytes(saved)
    file.unlink()
    assert cst.load_my_record(brought).startswith("3 answers were added") and record.entries() == before


NOBODY = """
import os
import cst1992 as cst
from cst1992.facts.mistakes import Mistake
from cst1992.page import record, record_file
import platformdirs
for verb in dir(cst):  # loaded now, as another user may not read this user's Python
    getattr(cst, verb)
cst.quiz("02")
del os.environ["CST1992_HOME"]
os.setuid(12345)
box = cst.quiz("02")
print("QUIZ", box.children[1].value)
for call in (lambda: record.keep("country", state="Armenia"), lambda: cst.save_my_record("~/mine.jsonl"), cst.forget):
    try:
        call()
    except Mistake as told:
        print("TOLD", told)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs the right to become another user")
def test_a_user_without_a_home_gets_a_sentence_and_the_quiz():
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HOME", "XDG_"))}
    without = subprocess.run([sys.executable, "-c", NOBODY], env=kept, cwd=ROOT, capture_output=True, text=True)
    assert without.returncode == 0, without.stderr
    assert "QUIZ <p>Your answers cannot be kept: this machine names no home folder for you." in without.stdout
    assert without.stdout.count("TOLD Your answers cannot be kept") == 2
    assert "TOLD This machine names no home folder for the ~ in ~/mine.jsonl. Write the whole path." in without.stdout
