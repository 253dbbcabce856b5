import shutil
from pathlib import Path

import pytest

from cst1992.facts import files, package, verbs

HERE = Path(__file__).parent


@pytest.fixture
def anzus(tmp_path, monkeypatch):
    """The folder of a copy of the module on ANZUS, from which the library reads its facts."""
    folder = tmp_path / "module"
    for part in ("data", "notebooks", "solutions"):
        shutil.copytree(HERE / part, folder / part)
    for table in package.table_names():
        monkeypatch.delitem(vars(verbs), table, raising=False)  # a Python that has asked for no verb yet
    monkeypatch.setattr(files, "INSTALLED", folder / "data")
    package.description.cache_clear()
    yield folder
    package.description.cache_clear()
    for table in package.table_names():
        vars(verbs).pop(table, None)
