"""The module in a tab of a browser, as far as it can be told without one; tests/browser/test_in_a_tab.py has the rest."""

import ast
import logging
from pathlib import Path

import pytest

from cst1992.facts import tab, writing
from cst1992.facts.files import NoHome
from cst1992.page import record, record_file

LIBRARY = Path(tab.__file__).parents[1]


@pytest.fixture
def in_a_tab(tmp_path, monkeypatch):
    drive = tmp_path / "drive"
    drive.mkdir()
    monkeypatch.delenv("CST1992_HOME")
    monkeypatch.setattr(tab, "IN_A_TAB", True)
    monkeypatch.setattr(record_file, "IN_A_TAB", True)
    monkeypatch.setattr(tab, "DRIVE", drive)
    return drive


def test_the_record_lies_among_the_files_of_the_browser(in_a_tab):
    record.keep("country", state="Georgia")
    assert record.last("country")["state"] == "Georgia" and (in_a_tab / record.FILE).exists()


def test_a_browser_that_keeps_no_files_is_told(in_a_tab):
    in_a_tab.rmdir()
    with pytest.raises(NoHome, match="In this tab your answers cannot be kept"):
        record.keep("country", state="Georgia")
    assert "cannot be kept" in record.damage_told() and record.entries() == []


def test_lines_that_do_not_arrive_are_told_as_a_lack_of_room(in_a_tab, monkeypatch):
    record.keep("country", state="Georgia")
    monkeypatch.setattr(writing.os, "write", lambda handle, content: len(content))  # taken, and kept nowhere
    with pytest.raises(ValueError, match=r"is full\. Make room, then press the button again"):
        record.keep("country", state="Armenia")
    assert record.last("country")["state"] == "Georgia"


def test_a_program_that_tells_of_its_preparations_is_quiet_in_a_tab_alone(monkeypatch):
    for in_a_tab, level in ((False, logging.NOTSET), (True, logging.ERROR)):
        monkeypatch.setattr(tab, "IN_A_TAB", in_a_tab)
        tab.quiet("a talkative program")
        assert logging.getLogger("a talkative program").level == level


def test_one_module_alone_asks_where_the_library_runs():
    asking = [
        path.relative_to(LIBRARY).as_posix()
        for path in LIBRARY.rglob("*.py")
        if "emscripten"
        in {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)}
    ]
    assert asking == ["facts/tab.py"]
