"""The pages of the walk as they lie in their folder."""

import pytest

import cst1992 as cst
from cst1992.page.outline import page_of


def test_a_page_that_is_not_there_is_named(tmp_path, monkeypatch):
    with pytest.raises(ValueError, match=r"There is no page '9'\. The pages found in .* are 00, 01"):
        cst.begin("9")
    assert cst.begin(2).text == cst.begin("02").text
    (tmp_path / "01_torn.ipynb").write_text("{", encoding="utf-8")
    assert page_of(tmp_path / "01_torn.ipynb") is None
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="No page lies in"):
        cst.done("01")
