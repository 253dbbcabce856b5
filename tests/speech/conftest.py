"""A learner who works in the made-up language: data, quizzes and pages of the module, each with its twin."""

import shutil

import pytest

from cst1992.facts import files
from cst1992.facts.catalogues import choose_language
from tests.speech.marked_language import CODE, write_edition


@pytest.fixture(scope="session")
def edition(tmp_path_factory):
    """The folder of a copy of the module that has everything in the made-up language too."""
    folder = tmp_path_factory.mktemp("edition") / "module"
    for part in ("data", "notebooks", "exercises"):
        shutil.copytree(files.module_folder() / part, folder / part)
    write_edition(folder / "data")
    return folder


@pytest.fixture
def spoken(edition, monkeypatch):
    """The made-up language is spoken; the learner stands in the folder of its pages, which is given."""
    choose_language(None)
    monkeypatch.setattr(files, "INSTALLED", edition / "data")
    monkeypatch.chdir(edition / "notebooks" / CODE)
    yield edition / "notebooks" / CODE
    choose_language(None)
