"""The module outside its source tree: as a wheel, and with the oldest versions it admits."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NOT_THERE = (  # what a student's oldest environment does not have, and what no version of a library changes
    "tests/teacher",
    "tests/speech",
    "tests/another_treaty",
    "tests/content/test_clock.py",
    "cst1992/teacher",
)
ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow

USE = """
import cst1992 as cst
from cst1992.facts.files import data_folder
assert "_data" in str(data_folder()), data_folder()
assert len(cst.articles()) == 11
assert cst.quiz("02_the_treaty_articles").children
assert "<svg" in cst.membership().html()
assert cst.explore_articles().children
print("the wheel works")
"""


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def uv():
    beside = Path(sys.executable).parent / "uv"
    return str(beside) if beside.exists() else shutil.which("uv")


def environment(place, *packages, resolution="highest"):
    python = sys.executable if resolution == "highest" else "3.11" if shutil.which("python3.11") else sys.executable
    run(uv(), "venv", "--quiet", "--python", python, place)
    inside = place / "bin" / "python"
    run(uv(), "pip", "install", "--quiet", "--python", inside, "--resolution", resolution, *packages, cwd=ROOT)
    return inside


def test_the_wheel_works_in_an_empty_folder(tmp_path):
    run(uv(), "build", "--quiet", "--wheel", "--out-dir", tmp_path / "dist", ROOT)
    wheel = next((tmp_path / "dist").glob("*.whl"))
    python = environment(tmp_path / "env", wheel)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "the wheel works" in run(python, "-c", USE, cwd=empty)
    ours = ROOT / "cst1992" / "page" / "ipython_kernel_config.json"
    told = tmp_path / "env" / "etc" / "ipython" / ours.name
    assert told.read_bytes() == ours.read_bytes(), "every kernel hears of a missing name"


def test_the_unit_tests_pass_with_the_oldest_versions(tmp_path):
    python = environment(
        tmp_path / "env", "-e", ".", "pytest>=8.2", "nbclient>=0.10", "hypothesis>=6.100", resolution="lowest-direct"
    )
    versions = run(python, "-c", "import pandas, matplotlib, sys; print(pandas.__version__, matplotlib.__version__)")
    assert versions.startswith("2.2.") and " 3.8." in versions, versions
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    run(
        python,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-m",
        "not slow",
        "--ignore=tests/browser",
        "--ignore=tests/slow",
        "--ignore=tests/test_house.py",
        *[f"--ignore={place}" for place in NOT_THERE],
        cwd=ROOT,
        env=kept,
    )
