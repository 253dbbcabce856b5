"""The command `cst1992` as people call it: on any code page, with its help, and what it ends with."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cst1992.teacher.release
from cst1992.facts.files import data_file
from cst1992.facts.mistakes import Mistake, said_of
from cst1992.quizzes.bank import load_bank
from cst1992.teacher.cli import main
from tests.quizzes.banks import GOOD, SIX

ROOT = Path(__file__).parents[2]
COMMANDS = (
    [],
    ["check"],
    ["words"],
    ["quiz"],
    ["quiz", "check"],
    ["quiz", "export"],
    ["html"],
    ["release"],
    ["bundle"],
)


def called(*arguments, **environment):
    """The command in a process of its own, as in a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "cst1992.teacher.cli", *arguments],
        env={**os.environ, **environment},
        cwd=ROOT,
        capture_output=True,
    )


@pytest.mark.parametrize("page", ["cp1251", "cp866", "ascii", "cp1252:strict", "utf-8"])
def test_it_prints_on_any_code_page(tmp_path, page):
    file = tmp_path / "Қазақ “тест”.yaml"
    file.write_text(GOOD.replace("kind: single choice", "kind: таңдау"), encoding="utf-8")
    done = called("quiz", "check", "02", str(file), PYTHONIOENCODING=page)
    told = done.stdout.decode(page.partition(":")[0])
    assert done.returncode == 1 and done.stderr == b""
    first, second = (line for line in told.splitlines() if not line.startswith("  "))
    asked = load_bank("02").questions
    sound = f"{len(asked)} questions, {sum(one.core for one in asked)} of them on the core path, all sound"
    assert first == f"{'✓' if page == 'utf-8' else 'OK:'} 02: {sound}"
    assert second.startswith("✗" if page == "utf-8" else "Wrong:") and "line 4: `kind` is" in second
    assert ("таңдау" in second) == (page == "utf-8") and ("та" in second) == (page in ("utf-8", "cp1251", "cp866"))


def test_it_prints_where_the_language_is_plain_c():
    done = called("quiz", "check", "nope", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 1 and done.stdout.startswith(b"Wrong: There is no quiz 'nope'")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_a_help_that_teaches(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0 and "what it ends with" in told and "130  stopped" in told
    assert "cst1992 quiz check --help" in told or f"examples:\n  cst1992 {' '.join(command)}" in told
    assert all(len(line) <= 120 for line in told.splitlines())


@pytest.mark.parametrize(
    "wrong", [[], ["quiz"], ["quizz"], ["quiz", "export", "02"], ["bundle", "--too", "x"]], ids=str
)
def test_a_command_that_is_not_understood_ends_with_2(wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == 2 and "error:" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_what_cannot_be_printed_does_not_end_as_done():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cst1992.teacher.cli", "quiz", "check", "02"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 1 and b"No space left on device" in done.stderr and b"Traceback" not in done.stderr
    shell = f"{sys.executable} -m cst1992.teacher.cli quiz check 02"
    closed = subprocess.run(f"{shell} >&-", shell=True, cwd=ROOT, capture_output=True)
    assert closed.returncode == 0 and closed.stderr == b""
    unread = subprocess.run(f"{shell} | true", shell=True, cwd=ROOT, capture_output=True)
    assert unread.stderr == b""


@pytest.mark.parametrize("place", ["a folder", "no/such/folder/file"])
@pytest.mark.parametrize("command", [["bundle"], ["quiz", "export", "02", "--format", "moodle-xml"]], ids=" ".join)
def test_a_place_that_cannot_take_a_file_is_named(command, place, tmp_path, capsys):
    (tmp_path / "a folder").mkdir()
    assert main([*command, "--to", str(tmp_path / place)]) == 1
    assert str(tmp_path / place) in capsys.readouterr().err


def test_a_tilde_in_quotation_marks_is_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert main(["quiz", "export", "02", "--format", "moodle-xml", "--to", "~/mine.xml"]) == 0
    assert (tmp_path / "mine.xml").exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"- [", b"a: " + b"[" * 1000, "ж".encode("cp1251")], ids=repr)
def test_no_file_makes_the_check_stop_before_the_next_one(tmp_path, content, capsys):
    file = tmp_path / "odd.yaml"
    file.write_bytes(content)
    (tmp_path / "folder.yaml").mkdir()
    names = [str(file), str(tmp_path / "folder.yaml"), "n" * 300 + ".yaml", "02"]
    assert main(["quiz", "check", *names]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("  ")]
    assert [line[0] for line in told] == ["✗", "✗", "✗", "✓"]


def test_a_solution_that_is_damaged_is_named(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "solutions" / "03_the_signatories"
    folder.mkdir(parents=True)
    monkeypatch.setattr(cst1992.teacher.assignments, "module_folder", lambda: tmp_path)
    path = folder / "03_the_signatories.ipynb"
    for damaged in ("{", "[]", '{"cells": 3}'):
        path.write_text(damaged, encoding="utf-8")
        assert main(["release"]) == 1
        assert capsys.readouterr().err.startswith(f"✗ {path} cannot be used (")


def test_a_notebook_that_ends_in_red_is_named(tmp_path, monkeypatch, capsys):
    from cst1992.teacher.edition import edition

    notebook = json.loads((ROOT / "notebooks" / "00_start_here.ipynb").read_text(encoding="utf-8"))
    notebook["cells"] = [{**cell, "source": "1 / 0"} for cell in notebook["cells"] if cell["cell_type"] == "code"][:1]
    path = tmp_path / "00_start_here.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    monkeypatch.setattr(edition, "notebooks_folder", lambda: tmp_path)
    assert main(["html", "--to", str(tmp_path / "html")]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"✗ {path} cannot be used (EndsInRed: cell 1 (") and "ZeroDivisionError" in told
    assert "Traceback" not in told


def test_what_is_told_already_is_not_told_twice():
    with pytest.raises(Mistake, match=r"^Said\.$"), said_of(data_file("events.csv"), "Mend it."):
        raise Mistake("Said.")


def test_stopping_from_the_keyboard_is_no_traceback(monkeypatch, capsys):
    import cst1992.teacher.bundle

    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(cst1992.teacher.bundle, "write_bundle", stop)
    assert main(["bundle"]) == 130 and "Stopped" in capsys.readouterr().err


def test_the_command_line_checks_all_quizzes(capsys):
    assert main(["quiz", "check"]) == 0
    assert "all sound" in capsys.readouterr().out


def test_the_command_line_names_what_is_wrong(tmp_path, capsys):
    file = tmp_path / "bank.yaml"
    file.write_text(GOOD.replace("        reply: No, not that one.\n", ""), encoding="utf-8")
    assert main(["quiz", "check", str(file)]) == 1
    assert "question 'first', line 13: option 2 lacks `reply:`" in capsys.readouterr().out


def test_the_command_line_exports_and_does_not_overwrite(tmp_path, capsys):
    six = tmp_path / "six.yaml"
    six.write_text(SIX, encoding="utf-8")
    target = tmp_path / "out.xml"
    assert main(["quiz", "export", str(six), "--format", "moodle-xml", "--to", str(target)]) == 0
    assert target.exists() and "read back and compared" in capsys.readouterr().out
    assert main(["quiz", "export", str(six), "--format", "moodle-xml", "--to", str(target)]) == 1
    assert "exists already" in capsys.readouterr().err


@pytest.mark.parametrize("area", [["bundle"], ["quiz", "export", "02", "--format", "moodle-xml"]])
def test_the_command_line_names_a_place_that_cannot_be_written_to(area, unwritable, capsys):
    target = unwritable / "folder" / "file"
    assert main([*area, "--to", str(target)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"✗ {unwritable}") and "could not be read or written" in told


def test_words_are_found_where_the_table_is_still_to_be_written_and_told_where_there_is_none(copied, capsys):
    shutil.copytree(ROOT / "notebooks", copied.parent / "notebooks")
    before = (copied / "page_words.csv").read_bytes()
    (copied / "page_words.csv").unlink()
    assert main(["words"]) == 0 and (copied / "page_words.csv").read_bytes() == before
    content = json.loads((copied / "datapackage.json").read_text(encoding="utf-8"))
    content["resources"] = [one for one in content["resources"] if one["name"] != "page_words"]
    (copied / "datapackage.json").write_text(json.dumps(content), encoding="utf-8")
    assert main(["words"]) == 1
    assert "This module has no lists of the words of its pages." in capsys.readouterr().err
