import pytest


@pytest.fixture(autouse=True)
def learner(tmp_path, monkeypatch):
    """A learner with an empty record, so that no test touches anybody's own."""
    folder = tmp_path / "record"
    monkeypatch.setenv("CST1992_HOME", str(folder))
    return folder
