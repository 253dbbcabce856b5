import shutil
from pathlib import Path

import pytest

from cst1992.facts import files
from cst1992.facts.catalogues import choose_language

HERE = Path(__file__).parent


@pytest.fixture
def anzus(tmp_path, monkeypatch):
    """The folder of a copy of the module on ANZUS, from which the library reads its facts."""
    folder = tmp_path / "module"
    for part in ("data", "notebooks", "solutions"):
        shutil.copytree(HERE / part, folder / part)
    monkeypatch.setattr(files, "INSTALLED", folder / "data")
    choose_language(None)
    yield folder
    choose_language(None)
