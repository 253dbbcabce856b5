"""The teacher's commands work on a module of another treaty, with its own names everywhere."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cst1992.teacher.cli import main
from tests.another_treaty.test_every_verb import OURS

ROOT = Path(__file__).resolve().parents[2]
STYLES = re.compile(r"<script.*?</script>|<style.*?</style>|w3\.org/1999", re.DOTALL)


@pytest.fixture
def whole(anzus):
    """The module on ANZUS with the library and the files around it, as a lecturer has them."""
    for name in (
        "environment.yml",
        "requirements.lock",
        "LICENSE",
        "LICENSE-CONTENT",
        "CITATION.cff",
        "pyproject.toml",
    ):
        shutil.copy(ROOT / name, anzus / name)
    shutil.copytree(ROOT / "cst1992", anzus / "cst1992", ignore=shutil.ignore_patterns("__pycache__"))
    return anzus


def test_the_check_finds_nothing_wrong(anzus, capsys):
    code = main(["check"])
    told = capsys.readouterr()
    assert code == 0, told.out + told.err


def test_the_sheets_are_made_and_the_map_of_objectives_is_its_own(anzus, capsys):
    pytest.importorskip("nbgrader")
    assert main(["release"]) == 0, capsys.readouterr().err
    assert (anzus / "exercises" / "01_who_was_bound" / "01_who_was_bound.ipynb").is_file()
    told = (anzus / "docs" / "objectives.md").read_text(encoding="utf-8")
    assert "| 01: " in told and not OURS.search(told)
    assert not (anzus / "cst1992").exists(), "no line of code is written"


@pytest.mark.slow
def test_the_edition_has_its_own_title_and_question(whole, tmp_path):
    pytest.importorskip("nbclient")
    command = [sys.executable, "-m", "cst1992.teacher.cli", "html", "--to", str(tmp_path / "html")]
    place = {**os.environ, "PYTHONPATH": str(whole)}
    done = subprocess.run(command, env=place, cwd=whole, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert "1 notebook" in done.stdout
    for page in (tmp_path / "html").glob("*.html"):
        text = STYLES.sub("", page.read_text(encoding="utf-8"))
        assert "ANZUS, 1951" in text
        found = sorted({word.group() for word in OURS.finditer(text)})
        assert found == [], f"{page.name} says {found}"


def test_the_zip_file_for_students_bears_its_name(whole, tmp_path, capsys):
    pytest.importorskip("nbgrader")
    assert main(["release"]) == 0, capsys.readouterr().err
    assert main(["bundle", "--to", str(tmp_path / "students.zip")]) == 0, capsys.readouterr().err
    with zipfile.ZipFile(tmp_path / "students.zip") as packed:
        names = packed.namelist()
        howto = next(packed.read(name).decode() for name in names if name.endswith("/HOWTO.md"))
    assert all(name.startswith("anzus-1951-") for name in names)
    assert any(name.endswith("exercises/01_who_was_bound/01_who_was_bound.ipynb") for name in names)
    assert "notebooks/00_one_promise_three_parties.ipynb" in howto and not OURS.search(howto.replace("cst1992", ""))


def test_its_notebook_asks_of_the_library_what_it_has(anzus):
    notebook = json.loads((anzus / "notebooks" / "00_one_promise_three_parties.ipynb").read_text(encoding="utf-8"))
    assert sum(cell["cell_type"] == "code" for cell in notebook["cells"]) >= 8
