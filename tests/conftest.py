"""What every test may ask for: a learner, data to damage, an IPython of its own."""

import shutil

import pytest
from IPython.core.interactiveshell import InteractiveShell

from cst1992.answers.red_box import forget_red_boxes
from cst1992.facts import files
from cst1992.facts.catalogues import choose_language

LONGEST = ("test_in_a_tab", "test_installations", "test_run_in_deno", "test_edition", "test_nbgrader")


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(items):
    """The tests of one file that share a JupyterLab, or weigh much, run one after the other in one process.

    The longest groups come first, so that no process waits for them at the end.
    """
    for item in items:
        heavy = any(item.get_closest_marker(name) for name in ("browser", "slow", "release"))
        if heavy and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


@pytest.fixture(autouse=True)
def learner(tmp_path, monkeypatch):
    """A learner with an empty record, so that no test touches anybody's own."""
    folder = tmp_path / "record"
    monkeypatch.setenv("CST1992_HOME", str(folder))
    return folder


@pytest.fixture
def unwritable(tmp_path, monkeypatch):
    """A place where no record can be kept: a file stands where its folder should be."""
    place = tmp_path / "a file"
    place.write_text("", encoding="utf-8")
    monkeypatch.setenv("CST1992_HOME", str(place))
    return place


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the data that a test may damage."""
    folder = tmp_path / "data"
    shutil.copytree(files.data_folder(), folder)
    monkeypatch.setattr(files, "INSTALLED", folder)
    choose_language(None)
    yield folder
    choose_language(None)


@pytest.fixture
def run(capsys):
    """Run boxes of a sheet in an IPython of its own; gives what was printed and whether it ended in red."""
    forget_red_boxes()
    shell = InteractiveShell.instance()
    shell.run_cell("import cst1992 as cst\n\ncst.exercise()")

    def box(source):
        capsys.readouterr()
        result = shell.run_cell(source)
        return capsys.readouterr().out, not result.success

    yield box
    InteractiveShell.clear_instance()
    forget_red_boxes()
