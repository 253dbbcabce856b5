"""Where the data lie, and what is said where they do not."""

import pytest

import cst1992 as cst
from cst1992.facts import files
from cst1992.facts.mistakes import Mistake
from cst1992.teacher.cli import main


def test_missing_data_say_where_they_were_looked_for(copied, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(files, "INSTALLED", tmp_path / "nowhere")
    monkeypatch.setattr(files, "SOURCE_TREE", tmp_path / "nor-here")
    for call in (files.data_folder, lambda: cst.articles(), lambda: cst.article(4), lambda: cst.quiz("02")):
        with pytest.raises(Mistake, match="Copy the whole folder of the module again"):
            call()
    assert main(["quiz", "check"]) == 1
    assert capsys.readouterr().err.startswith("✗ The module's data are missing")
