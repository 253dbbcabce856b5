"""Stock nbgrader, called as a teacher calls it, on solutions, blank sheets, near misses and damaged sheets."""

import csv
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

from cst1992.teacher.assignments import exercise_path, solution_path
from tests.sheets import handed_in, master, near_misses, score, solved

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
NAME, ANOTHER = "03_the_signatories", "02_the_treaty_articles"


def nbgrader(course, *arguments):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=course,
        env={**kept, "PATH": path, "JUPYTER_CONFIG_DIR": str(course / "config")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"nbgrader {' '.join(arguments)}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"


@pytest.fixture(scope="module", params=[NAME, pytest.param(ANOTHER, marks=pytest.mark.release)])
def name(request):
    return request.param


@pytest.fixture(scope="module")
def near(name):
    return next(case for of, case in near_misses() if of == name)


@pytest.fixture(scope="module")
def course(tmp_path_factory, name, near):
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    for path in (solution_path(name), exercise_path(name)):
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True)
        shutil.copy(path, target)
    damaged = handed_in(name, solved(name))
    tests = [
        cell for cell in damaged.cells if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"
    ]
    tests[0].source = "print('I have changed the check')"
    damaged.cells.remove(tests[1])
    restored = handed_in(name, solved(name))
    next(cell for cell in restored.cells if cell.id == "begin").source = "import pandas as pd"
    sheets = {
        "restored": restored,
        "solution": handed_in(name, solved(name)),
        "blank": handed_in(name, {}),
        "near": handed_in(name, {**solved(name), **near["answers"]}),
        "damaged": damaged,
    }
    for student, notebook in sheets.items():
        place = folder / "submitted" / student / name
        place.mkdir(parents=True)
        nbformat.write(notebook, place / f"{name}.ipynb")
    nbgrader(folder, "generate_assignment", name, "--force")
    nbgrader(folder, "autograde", name)
    nbgrader(folder, "generate_feedback", name)
    nbgrader(folder, "export")
    return folder


@pytest.fixture(scope="module")
def marks(course):
    with (course / "grades.csv").open(encoding="utf-8") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def test_what_moodle_hands_over_is_collected_by_student(course, name):
    archive = course / "downloaded" / name / "archive"
    archive.mkdir(parents=True)
    text = nbformat.writes(handed_in(name, solved(name)))
    with zipfile.ZipFile(archive / "course-exercise-3.zip", "w") as moodle:
        moodle.writestr(f"Aigerim Example_1234567_assignsubmission_file/{name}.ipynb", text)
        moodle.writestr(f"Боб Example_7654321_assignsubmission_file_{name} (1).ipynb", text)
    nbgrader(course, "zip_collect", name)
    for student in ("1234567", "7654321"):
        assert (course / "submitted" / student / name / f"{name}.ipynb").exists(), student


def test_nbgrader_makes_the_sheet_that_we_commit(course, name):
    theirs = nbformat.read(course / "exercises" / name / f"{name}.ipynb", as_version=4)
    ours = nbformat.read(exercise_path(name), as_version=4)
    assert [cell.source for cell in theirs.cells] == [cell.source for cell in ours.cells]
    assert [cell.metadata for cell in theirs.cells] == [cell.metadata for cell in ours.cells]


def test_nbgrader_gives_the_points_that_our_own_tests_give(marks, name, near):
    by_machine = sum(score(master(name)).most.values())
    assert float(marks["solution"]["raw_score"]) == by_machine
    assert float(marks["blank"]["raw_score"]) == 0
    assert float(marks["near"]["raw_score"]) == pytest.approx(near["points"])
    assert float(marks["solution"]["max_score"]) == 10


def test_a_changed_or_deleted_check_harms_only_the_students_own_view(marks):
    assert marks["damaged"]["raw_score"] == marks["solution"]["raw_score"]


def test_a_first_box_that_a_student_has_overwritten_is_put_back(marks):
    assert marks["restored"]["raw_score"] == marks["solution"]["raw_score"]


def test_the_feedback_says_what_was_wrong(course, name, near):
    page = (course / "feedback" / "near" / name / f"{name}.html").read_text(encoding="utf-8")
    assert near["says"].replace("'", "&#39;") in page or near["says"] in page
