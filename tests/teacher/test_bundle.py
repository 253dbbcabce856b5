"""The zip file for students: what is in it, what is not, and that it works where it is unpacked."""

import os
import shutil
import stat
import subprocess
import sys
import tomllib
import zipfile

import pytest

from cst1992.facts.module import module
from cst1992.teacher.bundle import _zipped, write_bundle
from cst1992.teacher.needed_by_solutions import files_needed

RUN = """
import sys, nbformat
from nbclient import NotebookClient
import cst1992
assert cst1992.__file__.startswith(sys.argv[1]), cst1992.__file__
for path in sys.argv[2:]:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": path.rpartition("/")[0]}}).execute()
print("both ran")
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    place = tmp_path_factory.mktemp("bundle")
    write_bundle(place / "students.zip")
    with zipfile.ZipFile(place / "students.zip") as archive:
        archive.extractall(place)
    return next(place.glob(f"{module().folder}-*"))


def test_students_get_what_they_need_and_nothing_of_the_teachers_side(unpacked):
    names = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    for needed in ("HOWTO.md", "environment.yml", "pyproject.toml", "notebooks/00_start_here.ipynb", "LICENSE"):
        assert needed in names
    assert any(name.startswith("exercises/") for name in names) and "data/events.csv" in names
    for name in names:
        assert not name.startswith(("solutions", "tests", "docs", "nbgrader", "cst1992/teacher", "data/activities")), (
            name
        )
        assert name not in (
            "cst1992/teacher/capstone_tests.py",
            "cst1992/teacher/cli.py",
            "cst1992/teacher/release.py",
            "cst1992/teacher/export/export.py",
        ), name
    for path in unpacked.rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert "HIDDEN TESTS" not in text and "BEGIN SOLUTION" not in text, path.name


ALONE = """
import os
from cst1992.answers.task import Task
os.chdir("exercises/03_the_signatories")
task = Task("Task 1: how many states were bound on 20 April 1994", 1, {"bound_1994": 9})
task.number("bound_1994")
task.tell()
os.chdir("../06_capstone")
task = Task("Task 1: your request", 1, {"request_id": "2021-07-07-tajikistan-border"})
task.word("request_id")
task.tell()
"""


def told_alone(folder, tmp_path, *options):
    """What two checks say in a folder in which the zip file was unpacked."""
    from cst1992.teacher.cli import main

    assert main(["bundle", "--to", str(tmp_path / "a.zip"), *options]) == 0
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        archive.extractall(folder)
    (top,) = folder.iterdir()
    done = subprocess.run(
        [sys.executable, "-c", ALONE],
        env={**os.environ, "PYTHONPATH": str(top)},
        cwd=top,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_who_works_alone_gets_a_file_in_which_the_checks_say_right_or_wrong(tmp_path):
    told = told_alone(tmp_path / "alone", tmp_path, "--self-study")
    assert "✓ bound_1994: Right." in told and "✓ request_id: Right." in told and "marked later" not in told


def test_in_the_file_of_a_class_there_is_nothing_to_find(tmp_path):
    told = told_alone(tmp_path / "class", tmp_path)
    assert "Right." not in told and told.count("marked later") == 2
    texts = [
        path.read_text(encoding="utf-8") for path in (tmp_path / "class").rglob("*") if path.suffix in (".ipynb", ".py")
    ]
    assert not any("right=[" in text and "task." in text for text in texts), "no hidden test, in no file"


@pytest.fixture
def copy_of_the_module(tmp_path, monkeypatch):
    """A copy in which a test may do what a teacher should not."""
    import shutil

    import cst1992.teacher.bundle
    from cst1992.facts.files import module_folder

    copy = tmp_path / "copy"
    for part in ("notebooks", "exercises", "data", "cst1992"):
        shutil.copytree(module_folder() / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in (*cst1992.teacher.bundle.WHOLE, "pyproject.toml"):
        shutil.copy(module_folder() / part, copy / part)
    monkeypatch.setattr(cst1992.teacher.bundle, "module_folder", lambda: copy)
    return copy


def test_nothing_but_the_sheets_goes_out_with_the_exercises(copy_of_the_module, tmp_path):
    (copy_of_the_module / "exercises" / "grades.csv").write_text("student,score\n", encoding="utf-8")
    (copy_of_the_module / "exercises" / "03_the_signatories" / "Untitled.ipynb").write_text("{}", encoding="utf-8")
    (copy_of_the_module / "notebooks" / "answers.jsonl").write_text("{}", encoding="utf-8")
    write_bundle(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = " ".join(archive.namelist())
    assert not any(name in names for name in ("grades.csv", "Untitled", "answers.jsonl"))


def test_a_sheet_in_which_somebody_has_worked_is_not_handed_out(copy_of_the_module, tmp_path):
    from cst1992.facts.mistakes import Mistake

    path = copy_of_the_module / "exercises" / "03_the_signatories" / "03_the_signatories.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace(r"len(cst.parties(\"...\"))", "9"), encoding="utf-8")
    with pytest.raises(Mistake, match="Somebody has worked in"):
        write_bundle(tmp_path / "a.zip")


def test_the_students_project_file_has_no_command_of_the_teacher(unpacked):
    project = tomllib.loads((unpacked / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "scripts" not in project and "optional-dependencies" not in project
    assert (unpacked / project["readme"]).exists()
    assert all((unpacked / name).exists() for name in project["license-files"])


def test_the_same_module_gives_the_same_file(tmp_path):
    write_bundle(tmp_path / "a.zip")
    write_bundle(tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.slow
def test_a_notebook_and_an_exercise_run_where_it_is_unpacked(unpacked, tmp_path):
    paths = [
        str(unpacked / "notebooks" / "03_the_signatories.ipynb"),
        str(unpacked / "exercises" / "03_the_signatories" / "03_the_signatories.ipynb"),
    ]
    kept = {**os.environ, "PYTHONPATH": str(unpacked), "CST1992_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(unpacked), *paths], env=kept, cwd=tmp_path, capture_output=True, text=True
    )
    assert "both ran" in done.stdout, done.stderr[-2000:]


UNZIP = shutil.which("unzip")
SHEET = "exercises/03_the_signatories/03_the_signatories.ipynb"


def unzipped(archive, place):
    """Unpack over whatever is there, as somebody does who answers "replace all"."""
    subprocess.run([UNZIP, "-qo", str(archive), "-d", str(place)], check=True)


def test_everybody_may_read_every_file_and_open_every_folder(tmp_path):
    write_bundle(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        for entry in archive.infolist():
            mode = entry.external_attr >> 16
            if entry.is_dir():
                assert stat.S_ISDIR(mode) and stat.S_IMODE(mode) == 0o755, entry.filename
            else:
                assert stat.S_ISREG(mode) and stat.S_IMODE(mode) == 0o644, entry.filename


@pytest.mark.skipif(
    not UNZIP or not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs unzip and a second user"
)
def test_what_one_user_unpacks_another_can_read(tmp_path):
    write_bundle(tmp_path / "a.zip")
    place = tmp_path / "shared"
    before = os.umask(0o077)
    try:
        unzipped(tmp_path / "a.zip", place)
    finally:
        os.umask(before)
    for folder in (place, *list(tmp_path.parents)[:3], tmp_path):
        folder.chmod(folder.stat().st_mode | 0o055)
    sheets = list(place.rglob("*.ipynb"))
    reading = ["find", str(place), "-name", "*.ipynb", "-exec", "cat", "{}", "+"]
    done = subprocess.run(reading, user=65534, capture_output=True, cwd="/")
    assert len(done.stdout) == sum(sheet.stat().st_size for sheet in sheets) > 100_000, done.stderr


@pytest.mark.skipif(not UNZIP, reason="needs unzip")
def test_a_newer_zip_leaves_the_sheet_alone_in_which_a_learner_has_worked(copy_of_the_module, tmp_path):
    write_bundle(tmp_path / "old.zip")
    unzipped(tmp_path / "old.zip", tmp_path)
    (old,) = tmp_path.glob(f"{module().folder}-*")
    (old / SHEET).write_text("my work", encoding="utf-8")
    table = copy_of_the_module / "data" / "events.csv"
    table.write_bytes(table.read_bytes() + b"\n")
    write_bundle(tmp_path / "new.zip")
    unzipped(tmp_path / "new.zip", tmp_path)
    (new,) = set(tmp_path.glob(f"{module().folder}-*")) - {old}
    assert (old / SHEET).read_text(encoding="utf-8") == "my work"
    assert "copy your file from `exercises/`" in (new / "HOWTO.md").read_text(encoding="utf-8")
    shutil.copy(old / SHEET, new / SHEET)
    subprocess.run([UNZIP, "-qu", str(tmp_path / "new.zip"), "-d", str(tmp_path)], check=False)
    assert (new / SHEET).read_text(encoding="utf-8") == "my work", "as HOWTO says of unzip -u"


def test_a_zip_that_finds_no_room_leaves_the_earlier_one(tmp_path, monkeypatch):
    import errno
    from pathlib import Path

    write_bundle(tmp_path / "a.zip")
    before = (tmp_path / "a.zip").read_bytes()

    def full(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        write_bundle(tmp_path / "a.zip")
    assert (tmp_path / "a.zip").read_bytes() == before and len(list(tmp_path.iterdir())) == 1


def test_who_works_alone_gets_of_the_teachers_side_what_the_solutions_import_and_no_more(tmp_path):
    write_bundle(tmp_path / "a.zip", self_study=True)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = [name.partition("/")[2] for name in archive.namelist() if not name.endswith("/")]
    teachers = [name for name in names if name.startswith("cst1992/teacher/")]
    assert teachers == [
        "cst1992/teacher/__init__.py",
        "cst1992/teacher/capstone_sources.py",
        "cst1992/teacher/capstone_tests.py",
        "cst1992/teacher/capstone_timeline_tests.py",
    ]


def test_solutions_that_import_nothing_of_the_teachers_side_take_nothing_of_it_along(tmp_path):
    (tmp_path / "solutions" / "01_a").mkdir(parents=True)
    (tmp_path / "solutions" / "01_a" / "01_a.ipynb").write_text(
        "from cst1992.answers.task import Task", encoding="utf-8"
    )
    assert files_needed(tmp_path) == []


def test_how_to_start_names_the_first_notebook_and_the_environment(copy_of_the_module, tmp_path):
    folder = copy_of_the_module / "notebooks"
    (folder / "00_start_here.ipynb").rename(folder / "00_begin_here.ipynb")
    environment = copy_of_the_module / "environment.yml"
    environment.write_text(environment.read_text(encoding="utf-8").replace("name: cst1992", "name: pacific"), "utf-8")
    write_bundle(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        told = archive.read(next(name for name in archive.namelist() if name.endswith("HOWTO.md"))).decode()
    assert "notebooks/00_begin_here.ipynb" in told and "conda activate pacific" in told


def test_make_lab_opens_the_first_notebook_by_its_number(tmp_path):
    from cst1992.facts.files import module_folder

    (tmp_path / "notebooks").mkdir()
    for name in ("01_second", "00_first", "a_draft"):
        (tmp_path / "notebooks" / f"{name}.ipynb").write_text("{}", encoding="utf-8")
    for name in ("pyproject.toml", "requirements.lock"):
        (tmp_path / name).touch()
    makefile = module_folder() / "Makefile"
    done = subprocess.run(
        ["make", "-f", makefile, "-n", "lab", "PYTHON=false"], cwd=tmp_path, capture_output=True, text=True
    )
    assert "default_url=/lab/tree/notebooks/00_first.ipynb" in done.stdout, done.stderr


def test_a_module_whose_facts_end_long_ago_is_packed_too(copied, tmp_path):
    path = copied / "module.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("facts_to: 2026-02-13", "facts_to: 1979-09-28"), encoding="utf-8"
    )
    assert _zipped("folder", {"a.txt": b"a"}).startswith(b"PK")
