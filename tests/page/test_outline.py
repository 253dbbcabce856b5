"""The pages of the walk as they lie in their folder."""

import json

import pytest

import cst1992 as cst
from cst1992.page.outline import page_numbered, page_of, walk_pages


def test_a_page_that_is_not_there_is_named(tmp_path, monkeypatch):
    with pytest.raises(ValueError, match=r"There is no page '9'\. The pages found in .* are 00, 01"):
        cst.begin("9")
    assert cst.begin(2).text == cst.begin("02").text
    (tmp_path / "01_torn.ipynb").write_text("{", encoding="utf-8")
    assert page_of(tmp_path / "01_torn.ipynb") is None
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="No page lies in"):
        cst.done("01")


def test_pages_go_on_after_nine_and_other_notebooks_are_no_pages(tmp_path, monkeypatch):
    for name in ("09_nine", "10_ten", "99_last", "notes", "100_too_many"):
        content = {"cells": [{"cell_type": "markdown", "id": "title", "source": [f"# {name}"]}]}
        (tmp_path / f"{name}.ipynb").write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [page.number for page in walk_pages()] == ["09", "10", "99"]
    assert page_numbered("10").title == "10_ten" and page_numbered(9).number == "09"
