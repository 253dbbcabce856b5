"""The teacher's commands work on a module of another treaty, with its own names everywhere."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

from cst1992.teacher.activities.activities import load_activity
from cst1992.teacher.activities.made_cards import document_card, later_card, role_card
from cst1992.teacher.check.activities import activity_faults
from cst1992.teacher.cli import main
from tests.another_treaty.test_every_verb import OURS
from tests.sheets import handed_in, solved
from tests.slow.test_nbgrader import nbgrader
from tests.teacher.pulse.a_class import Learner, hand_in

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


def test_papers_that_carry_the_title_of_another_module_are_told(anzus, capsys):
    for name in ("LICENSE-CONTENT", "CITATION.cff"):
        shutil.copy(ROOT / name, anzus / name)
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    assert all(
        f"! {name} does not carry the title 'ANZUS, 1951'" in told for name in ("CITATION.cff", "LICENSE-CONTENT")
    )
    (anzus / "CITATION.cff").write_text('title: "ANZUS, 1951: a module"\n', encoding="utf-8")
    assert main(["check"]) == 0 and "! CITATION.cff" not in capsys.readouterr().out


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


@pytest.mark.slow
def test_stock_nbgrader_and_our_own_marking_give_its_solution_all_points(whole, tmp_path, monkeypatch):
    name, student = "01_who_was_bound", "ANNA"
    shutil.copy(ROOT / "nbgrader_config.py", whole)
    monkeypatch.setenv("PYTHONPATH", str(whole))
    command = [sys.executable, "-m", "cst1992.teacher.cli"]
    subprocess.run([*command, "release"], cwd=whole, check=True, capture_output=True)
    place = whole / "submitted" / student / name
    place.mkdir(parents=True)
    nbformat.write(handed_in(name, solved(name)), place / f"{name}.ipynb")

    nbgrader(whole, "generate_assignment", name, "--force")
    nbgrader(whole, "autograde", name)
    nbgrader(whole, "export")
    with (whole / "grades.csv").open(encoding="utf-8") as file:
        (row,) = [row for row in csv.DictReader(file) if row["student_id"] == student]
    assert float(row["raw_score"]) == float(row["max_score"]) > 0

    marked = [
        *command,
        "mark",
        "01",
        "--from",
        str(whole / "submitted"),
        "--to",
        str(tmp_path / "marks"),
        "--no-sandbox",
    ]
    subprocess.run(marked, cwd=whole, check=True, capture_output=True)
    with (tmp_path / "marks" / name / "marks.csv").open(encoding="utf-8-sig") as file:
        (ours,) = csv.DictReader(file)
    assert (ours["student"], ours["state"]) == (student, "marked")
    assert float(ours["points"]) == float(row["raw_score"])


def test_the_activity_of_the_module_is_checked_and_its_cards_come_from_its_own_tables(anzus):
    activity = load_activity("council_1963")
    assert list(activity_faults()) == []
    cards = [role_card(activity, role.id) for role in activity.roles]
    cards += [later_card(activity, role.id) for role in activity.roles]
    cards += [document_card(activity, document.id) for document in activity.documents]
    told = " ".join(f"{piece.heading} {piece.text}" for card in cards for piece in card.pieces)
    assert "Article IV · An armed attack in the Pacific" in told and not OURS.search(told)
    text = (anzus / "data" / "activities" / "council_1963.yaml").read_text(encoding="utf-8")
    (anzus / "data" / "activities" / "council_1963.yaml").write_text(text.replace("1963-06-07\no", "1987-06-07\no"))
    assert any("New Zealand was no member" in str(fault) for fault in activity_faults())


def test_the_pulse_of_its_learners_is_its_own(anzus, tmp_path, capsys):
    hand_in(tmp_path / "in", 7)
    learner = Learner(9, of="cst1992").answer("00_one_promise_three_parties", "art4-duty", [0])
    (tmp_path / "in" / "foreign.jsonl").write_bytes(learner.content())
    assert main(["pulse", str(tmp_path / "in"), "--to", str(tmp_path)]) == 0
    assert "foreign.jsonl: it is a record of another module (cst1992)" in capsys.readouterr().out
    for page in ("pulse.html", "pulse_projector.html"):
        text = STYLES.sub("", (tmp_path / page).read_text(encoding="utf-8"))
        assert "ANZUS, 1951" in text and not OURS.search(text)
